"""What stands for an id in a query is refused where it is none, as an id in a path is."""

import pytest

from scurrypy.resources import Application, Channel, Guild, Message, User
from scurrypy.wire.errors import InvalidRequest
from tests.unit.resources.recorder import Recorder

CALLS = {
    "after": lambda http: Channel(http, 1).fetch_messages(after="x"),
    "before": lambda http: Channel(http, 1).fetch_messages(before=True),
    "around": lambda http: Channel(http, 1).fetch_messages(around=1.5),
    "members' after": lambda http: Guild(http, 1).fetch_members(after="alice"),
    "bans' before": lambda http: Guild(http, 1).fetch_bans(before=-1),
    "guilds' after": lambda http: User(http).fetch_guilds(after=2**64),
    "reactions' after": lambda http: Message(http, 1, 2).fetch_emoji_reactions("🔥", after="x"),
    "audit log's user_id": lambda http: Guild(http, 1).fetch_audit_log(user_id="alice"),
    "entitlements' guild_id": lambda http: Application(http, 1).fetch_entitlements(guild_id="home"),
    "search's author_id": lambda http: Guild(http, 1).search_messages(author_id=[5, "alice"]),
    "joined threads' before": lambda http: Channel(http, 1).fetch_joined_private_archived_threads(
        "2025-01-01T00:00:00+00:00"
    ),
}


@pytest.mark.parametrize("call", CALLS)
async def test_what_is_no_id_is_refused_under_its_name(call):
    http = Recorder(answer=[])
    with pytest.raises(InvalidRequest, match="an id, which is") as caught:
        await CALLS[call](http)
    assert caught.value.field == call.split()[-1]
    assert http.calls == []


@pytest.mark.parametrize("id", [7, "7", 0])
async def test_ids_are_taken_as_numbers_and_as_text(id):
    http = Recorder(answer=[])
    await Channel(http, 1).fetch_messages(after=id)
    assert http.call.params == {"after": id, "limit": 50}


async def test_a_time_may_stand_where_discord_takes_one():
    http = Recorder(answer={"items": [], "has_more": False, "threads": [], "members": []})
    time = "2025-01-01T00:00:00+00:00"
    await Channel(http, 1).fetch_public_archived_threads(time)
    await Channel(http, 1).fetch_private_archived_threads(time)
    await Channel(http, 1).fetch_pins(before=time)
    assert [call.params["before"] for call in http.calls] == [time] * 3


@pytest.mark.parametrize("name", ["before", "after", "around"])
async def test_a_list_in_pages_refuses_it_before_it_asks(name):
    http = Recorder(answer=[])
    with pytest.raises(InvalidRequest, match=f"{name}: an id"):
        Channel(http, 1).iter_messages(**{name: "x"})
    assert http.calls == []


async def test_a_list_in_pages_takes_ids_as_text():
    """The comparison of an id that was text with a number raised a bare TypeError."""
    messages = [{"id": str(n), "channel_id": "1", "author": {"id": "5", "username": "a"}} for n in range(3, 9)]
    http = Recorder(answer=messages)
    found = [message.id async for message in Channel(http, 1).iter_messages(after="2", before="6", page_size=100)]
    assert found == [3, 4, 5]
