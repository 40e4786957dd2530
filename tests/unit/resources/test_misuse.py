"""What newcomers give by mistake is refused where they gave it, by its name, before anything is sent."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from scurrypy.api.guilds import GuildRolePart
from scurrypy.api.messages import Embed, MessagePart
from scurrypy.resources import ResourceFactories
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.sent import Moment
from tests.unit.resources.recorder import Recorder

ID = "an id, which is a whole number"
NAIVE = datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001 - the mistake
A_DAY = timedelta(days=1)
A_SECRET = "MTA1.secret"


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda make: make.channel(None), f"channel_id: {ID}, got None"),
        (lambda make: make.channel(""), f"channel_id: {ID}, got ''"),
        (lambda make: make.channel("<#12>"), f"channel_id: {ID}, got 'other text'"),
        (lambda make: make.channel(12.5), f"channel_id: {ID}, got 'float'"),
        (lambda make: make.channel(True), f"channel_id: {ID}, got 'bool'"),
        (lambda make: make.channel(-5), "channel_id: an id, which is from 0 to 2**64 - 1, got -5"),
        (lambda make: make.channel(NAIVE), f"channel_id: {ID}; Snowflake.smallest makes one of a time, got 'datetime'"),
        (lambda make: make.webhook(A_SECRET), f"id: {ID}, got 'other text'"),
    ],
)
def test_a_resource_of_what_is_no_id_is_refused_at_once(call: Callable[[Any], object], problem: str):
    with pytest.raises(InvalidRequest) as refused:
        call(ResourceFactories(Recorder()))
    assert str(refused.value) == problem


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda make: make.guild(1).create_ban("bob"), f"user_id: {ID}, got 'other text'"),
        (lambda make: make.guild(1).create_ban(None), f"user_id: {ID}, got None"),
        (
            lambda make: make.guild(1).create_ban(1, A_DAY),
            "delete_message_seconds: a number, 0-604800, got 'timedelta'",
        ),
        (lambda make: make.user().create_dm(None), f"user_id: {ID}, got None"),
        (lambda make: make.channel(1).bulk_delete_messages([1, None]), f"message_ids: {ID}, got None"),
        (lambda make: make.message(1, 2).add_reaction(""), "emoji_name: text is needed, got ''"),
        (
            lambda make: make.message(1, 2).add_reaction(5),
            "emoji: an EmojiModel, a standard emoji or `name:id` as text, got 'int'",
        ),
        (lambda make: make.webhook(1, "").execute("x"), "webhook_token: text is needed, got ''"),
        (lambda make: make.invite("").fetch(), "code: text is needed, got ''"),
        (
            lambda make: make.guild(1).create_role("x"),
            "POST /guilds/{guild_id}/roles takes an object or a list, got 'str'",
        ),
        (
            lambda make: make.guild(1).create_role(GuildRolePart("x", colors=5)),
            "colors: a GuildRoleColorsPart, got 'int'",
        ),
        (
            lambda make: make.channel(1).send(MessagePart(embeds=[Embed("x", footer="y")])),
            "embeds[0].footer: an EmbedFooter, got 'str'",
        ),
        (lambda make: make.channel(1).send(MessagePart(Embed("x"))), "content: text, got 'Embed'"),
        (
            lambda make: make.interaction(1, "t").respond_modal("Feedback"),
            "POST /interactions/{interaction_id}/{interaction_token}/callback takes an object or a list, got 'str'",
        ),
        (lambda make: make.current_user(None).fetch(), "access_token: the access token of a user, got None"),
        (
            lambda make: make.current_user("Bearer " + A_SECRET).fetch(),
            "access_token: the access token of a user, without `Bearer ` or white space, got '18 characters'",
        ),
        (
            lambda make: make.guild(1).edit_member(1, communication_disabled_until=NAIVE),
            "communication_disabled_until: a datetime with a time zone, such as `datetime.now(UTC)`, got 'one without'",
        ),
        (
            lambda make: make.channel(1).send(MessagePart(embeds=[Embed("x", timestamp=1.5)])),
            "embeds[0].timestamp: ISO 8601 text, or a datetime with a time zone, got 'float'",
        ),
    ],
)
async def test_a_call_with_what_can_never_be_meant_is_refused_by_name(
    call: Callable[[Any], Awaitable[object]], problem: str
):
    http = Recorder(answer={})
    with pytest.raises(InvalidRequest) as refused:
        await call(ResourceFactories(http))
    assert str(refused.value) == problem
    assert http.calls == []


@pytest.mark.parametrize("given", [{"limit": "5"}, {"limit": 2.5}, {"page_size": "10"}])
def test_what_is_counted_here_is_a_number(given: dict[str, Any]):
    with pytest.raises(InvalidRequest, match=r"(limit|page_size): a whole number, got '(str|float)'"):
        ResourceFactories(Recorder()).channel(1).iter_messages(**given)


async def test_an_id_may_be_its_decimal_text():
    http = Recorder()
    await ResourceFactories(http).guild("12").create_ban("34")
    assert http.call.endpoint == "/guilds/12/bans/34"


async def test_a_time_with_a_time_zone_is_sent_as_text():
    http = Recorder(answer={})
    until = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    await ResourceFactories(http).guild(1).edit_member(2, communication_disabled_until=until)
    assert http.call.data == {"communication_disabled_until": "2026-01-02T03:04:00+00:00"}


def test_a_day_is_no_moment():
    assert Moment().problem("2026-01-02") is None
    assert Moment().problem(date(2026, 1, 2)) == ("ISO 8601 text, or a datetime with a time zone", "date")
