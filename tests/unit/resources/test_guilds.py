"""What a table of requests cannot show of guilds: answers that may be missing, limits, secrets, images."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from scurrypy.api.guilds import GuildMemberPart
from scurrypy.enums import GuildJoinRequestApplicationStatus
from scurrypy.resources import Channel, Guild, Message
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake
from tests.unit.http.server import talking
from tests.unit.resources.recorder import Recorder

ONE = Snowflake(1)
PNG = b"\x89PNG\r\n\x1a\n\x00\xff"


async def test_a_widget_image_arrives_as_bytes_and_without_the_bots_token():
    async with talking() as (server, http):
        server.replies = [
            web.Response(body=PNG, content_type="image/png"),
            web.json_response({"id": "1", "presence_count": 3, "members": [{"id": "0", "discriminator": "0000"}]}),
        ]
        assert await Guild(http, ONE).fetch_widget_image() == PNG
        assert "Authorization" not in server.last.headers
        widget = await Guild(http, ONE).fetch_widget()
        assert "Authorization" not in server.last.headers
        assert (widget.presence_count, widget.members[0].id) == (3, "0")


async def test_who_is_there_already_is_not_added_again():
    member = GuildMemberPart("secret")
    assert await Guild(Recorder(answer=None), ONE).add_member(2, member) is None
    added = await Guild(Recorder(answer={"nick": "x"}), ONE).add_member(2, member)
    assert added is not None
    assert added.nick == "x"
    assert await Channel(Recorder(answer=None), ONE).add_recipient(2, "secret") is None
    group = await Channel(Recorder(answer={"id": "1"}), ONE).add_recipient(2, "secret")
    assert group is not None
    assert group.id == 1


async def test_a_guild_without_a_server_guide_has_none():
    assert await Guild(Recorder(answer=None), ONE).fetch_new_member_welcome() is None


def test_no_repr_shows_an_access_token():
    assert "secret" not in repr(GuildMemberPart("secret", "nick"))


async def test_a_prune_without_a_count_has_none():
    pruned = await Guild(Recorder(answer={"pruned": None}), ONE).prune(compute_prune_count=False)
    assert pruned.pruned is None


async def test_voters_come_out_of_their_envelope():
    voters = await Message(Recorder(answer={"users": [{"id": "5"}]}), ONE, ONE).fetch_poll_voters(1)
    assert [voter.id for voter in voters] == [5]


async def test_answers_to_a_form_keep_their_kind():
    form = [
        {"field_type": "TERMS", "values": ["be kind"], "response": True},
        {"field_type": "TEXT_INPUT", "response": "5"},
        {"field_type": "MULTIPLE_CHOICE", "choices": ["a", "b"], "response": 1},
        {"field_type": "PARAGRAPH"},
    ]
    http = Recorder(answer={"total": 1, "guild_join_requests": [{"id": "9", "form_responses": form}]})
    page = await Guild(http, ONE).fetch_join_requests()
    assert page.guild_join_requests is not None
    fields = page.guild_join_requests[0].form_responses or []
    assert [(type(field.response), field.response) for field in fields] == [
        (bool, True),
        (str, "5"),
        (int, 1),
        (type(None), None),
    ]


APPROVED = GuildJoinRequestApplicationStatus.APPROVED

REFUSED: list[tuple[str, Callable[[Recorder], Awaitable[Any]]]] = [
    ("limit: 1-100, got 0", lambda http: Guild(http, ONE).fetch_audit_log(limit=0)),
    ("limit: 1-100, got 101", lambda http: Guild(http, ONE).fetch_join_requests(limit=101)),
    ("limit: 1-1000, got 1001", lambda http: Guild(http, ONE).fetch_bans(1001)),
    ("limit: 1-1000, got 0", lambda http: Guild(http, ONE).fetch_members(0)),
    ("limit: 1-1000, got 1001", lambda http: Guild(http, ONE).search_members("x", 1001)),
    ("query: 1-100 characters, got 0", lambda http: Guild(http, ONE).search_members("")),
    ("days: 1-30, got 0", lambda http: Guild(http, ONE).fetch_prune_count(days=0)),
    ("days: 1-30, got 31", lambda http: Guild(http, ONE).prune(days=31)),
    (
        "include_roles: at most 100 entries, got 101",
        lambda http: Guild(http, ONE).prune(include_roles=list(range(101))),
    ),
    ("delete_message_seconds: 0-604800, got 604801", lambda http: Guild(http, ONE).create_ban(2, 604801)),
    (
        "rejection_reason: at most 160 characters, got 161",
        lambda http: Guild(http, ONE).action_join_request(2, APPROVED, rejection_reason="x" * 161),
    ),
    ("limit: 1-50, got 51", lambda http: Channel(http, ONE).fetch_pins(51)),
    ("limit: 1-100, got 101", lambda http: Channel(http, ONE).fetch_messages(101)),
    ("limit: 2-100, got 1", lambda http: Channel(http, ONE).fetch_public_archived_threads(limit=1)),
    ("limit: 1-100, got 101", lambda http: Channel(http, ONE).fetch_thread_members(101)),
    ("answer_id: 1-10, got 11", lambda http: Message(http, ONE, ONE).fetch_poll_voters(11)),
    ("limit: 1-100, got 101", lambda http: Message(http, ONE, ONE).fetch_poll_voters(1, limit=101)),
]


@pytest.mark.parametrize(("problem", "call"), REFUSED)
async def test_what_discord_would_refuse_is_refused_here(problem: str, call: Callable[[Recorder], Awaitable[Any]]):
    http = Recorder()
    with pytest.raises(InvalidRequest) as caught:
        await call(http)
    assert str(caught.value) == problem
    assert http.calls == []
