"""Messages on their way out: flags, limits, embeds, what the caller gave stays as it was."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.api.commands import CommandOptionChoicePart
from scurrypy.api.components import ActionRow, Button, Container, TextDisplay
from scurrypy.api.emoji import EmojiModel
from scurrypy.api.messages import Embed, MessagePart
from scurrypy.api.user import UserModel
from scurrypy.enums import ButtonStyle, MessageFlags
from scurrypy.resources import Channel, Guild, Interaction, Message, Webhook
from scurrypy.resources.message import emoji_name
from scurrypy.resources.message_body import create_body, edit_body
from scurrypy.routes import ADD_MY_MESSAGE_REACTION
from scurrypy.wire.errors import InvalidRequest, MissingField
from scurrypy.wire.snowflake import Snowflake
from tests.unit.resources.recorder import Recorder

V2 = MessageFlags.IS_COMPONENTS_V2


def panel() -> MessagePart:
    return MessagePart(flags=V2, components=[Container([TextDisplay("hello")])])


async def test_text_alone_is_a_message():
    http = Recorder(answer={"id": "5", "content": "hi"})
    sent = await Channel(http, Snowflake(1)).send("hi")
    assert http.call.data == {"content": "hi"}
    assert (sent.id, sent.content) == (5, "hi")
    assert sent.raw == {"id": "5", "content": "hi"}


@pytest.mark.parametrize("ephemeral", [True, False, None])
async def test_components_v2_reach_an_interaction_2_3_overwrote_the_flag(ephemeral: bool | None):
    http = Recorder()
    await Interaction(http, Snowflake(1), "tok").respond(panel(), ephemeral=ephemeral)
    expected = V2 | MessageFlags.EPHEMERAL if ephemeral else V2
    assert http.call.data["data"]["flags"] == expected
    assert http.call.data["data"]["components"][0]["components"][0]["content"] == "hello"


async def test_components_v2_reach_a_followup_2_3_overwrote_the_flag():
    http = Recorder(answer={})
    await Interaction(http, Snowflake(1), "tok").followup(Snowflake(2), panel(), ephemeral=True)
    assert http.call.data["flags"] == V2 | MessageFlags.EPHEMERAL


async def test_the_callers_part_is_not_changed_2_3_wrote_into_it():
    part = MessagePart("hi", embeds=[Embed("t")], components=[ActionRow([Button(ButtonStyle.PRIMARY, "id", "x")])])
    before = copy.deepcopy(part)
    await Interaction(Recorder(), Snowflake(1), "tok").respond(part, ephemeral=True, suppress_embeds=True)
    assert part == before


@given(
    # A voice message has no text.
    flags=st.integers(0, 2**20).map(lambda flags: flags & ~MessageFlags.IS_VOICE_MESSAGE),
    ephemeral=st.sampled_from([True, False, None]),
    suppress=st.sampled_from([True, False, None]),
)
def test_only_the_flags_that_are_said_are_touched(flags: int, ephemeral: bool | None, suppress: bool | None):
    part = MessagePart(flags=MessageFlags(flags), components=[ActionRow([Button(ButtonStyle.PRIMARY, "id", "x")])])
    sent = int(create_body(part, ephemeral=ephemeral, suppress_embeds=suppress)[0]["flags"])
    touched = 0
    for flag, wanted in ((MessageFlags.EPHEMERAL, ephemeral), (MessageFlags.SUPPRESS_EMBEDS, suppress)):
        if wanted is not None:
            touched |= flag
            assert bool(sent & flag) is wanted
    assert sent & ~touched == flags & ~touched
    assert part.flags == flags


def test_no_flags_are_sent_when_none_are_meant():
    assert "flags" not in create_body("x")[0]
    assert "flags" not in edit_body({"content": "x"})[0]


def test_unsuppressing_embeds_sends_flags_without_the_bit():
    assert edit_body({}, suppress_embeds=False)[0] == {"flags": 0}


def test_none_clears_in_an_edit_and_is_left_out_of_a_new_message():
    assert edit_body({"content": None, "embeds": [], "components": None})[0] == {
        "content": None,
        "embeds": [],
        "components": None,
    }
    assert create_body(MessagePart("x", embeds=None))[0] == {"content": "x"}


@pytest.mark.parametrize("size", [2000, 2001])
def test_text_of_more_than_2000_characters_is_refused_here(size: int):
    if size == 2000:
        assert create_body("é" * size)[0]["content"] == "é" * size
        return
    for build in (lambda: create_body("x" * size), lambda: edit_body({"content": "x" * size})):
        with pytest.raises(InvalidRequest) as caught:
            build()
        assert (caught.value.field, caught.value.given) == ("content", 2001)


def test_more_than_ten_embeds_are_refused_here():
    assert len(create_body(MessagePart(embeds=[Embed("x")] * 10))[0]["embeds"]) == 10
    with pytest.raises(InvalidRequest, match="embeds"):
        create_body(MessagePart(embeds=[Embed("x")] * 11))


async def test_nothing_is_sent_when_it_is_refused_here():
    http = Recorder()
    with pytest.raises(ValueError, match="content"):
        await Channel(http, Snowflake(1)).send("x" * 2001)
    assert http.calls == []


FRESH = [Snowflake((2**41 - 1 - n) << 22) for n in range(101)]


@pytest.mark.parametrize(
    ("ids", "limit"),
    [
        ([], "2-100 ids"),
        (FRESH[:1], "2-100 ids"),
        (FRESH, "2-100 ids"),
        ([FRESH[0], FRESH[1], FRESH[0]], "every id once"),
        ([FRESH[0], Snowflake(1 << 22)], "messages less than 14 days old"),
    ],
)
async def test_bulk_delete_refuses_what_discord_would(ids: list[Snowflake], limit: str):
    http = Recorder()
    with pytest.raises(InvalidRequest) as caught:
        await Channel(http, Snowflake(1)).bulk_delete_messages(ids)
    assert caught.value.limit == limit
    assert http.calls == []


async def test_bulk_delete_takes_a_hundred():
    http = Recorder()
    await Channel(http, Snowflake(1)).bulk_delete_messages(FRESH[:100])
    assert http.call.data == {"messages": FRESH[:100]}


@pytest.mark.parametrize("limit", [0, 101])
async def test_reaction_limit_is_1_to_100(limit: int):
    with pytest.raises(InvalidRequest, match="limit"):
        await Message(Recorder(), Snowflake(1), Snowflake(2)).fetch_emoji_reactions("😀", limit=limit)


async def test_autocomplete_takes_25_choices():
    with pytest.raises(InvalidRequest, match="choices"):
        await Interaction(Recorder(), Snowflake(1), "tok").respond_autocomplete(
            [CommandOptionChoicePart("x", "y")] * 26
        )


@pytest.mark.parametrize(
    ("given_as", "name"),
    [
        ("😀", "😀"),
        ("❤️", "❤️"),
        ("name:1", "name:1"),
        (":name:1", "name:1"),
        ("a:name:1", "name:1"),
        ("<:name:1>", "name:1"),
        ("<a:name:1>", "name:1"),
        (EmojiModel("name", Snowflake(1), True), "name:1"),
        (EmojiModel("😀", None, False), "😀"),
    ],
)
def test_every_way_to_write_an_emoji(given_as: EmojiModel | str, name: str):
    assert emoji_name(given_as) == name


@given(st.text(min_size=1))
def test_an_emoji_cannot_change_the_path(text: str):
    path = ADD_MY_MESSAGE_REACTION.path(channel_id=1, message_id=2, emoji_name=emoji_name(text))
    assert path.count("/") == 7
    assert "?" not in path
    assert "#" not in path


async def test_response_is_returned_only_when_asked_for():
    http = Recorder(answer={"interaction": {"id": "1", "type": 2}})
    interaction = Interaction(http, Snowflake(1), "tok")
    assert await interaction.respond("x") is None
    answer = await interaction.respond("x", with_response=True)
    assert answer is not None
    assert answer.interaction.id == 1
    assert [call.params for call in http.calls] == [None, {"with_response": True}]


async def test_followup_returns_the_message_2_3_returned_none():
    http = Recorder(answer={"id": "9"})
    sent = await Interaction(http, Snowflake(1), "tok").followup(Snowflake(2), "x")
    assert sent.id == 9


async def test_interaction_knows_its_application_2_3_demanded_it_each_time():
    http = Recorder(answer={"id": "9"})
    await Interaction(http, Snowflake(1), "tok", application_id=Snowflake(7)).edit_original(content="x")
    assert http.call.endpoint == "/webhooks/7/tok/messages/@original"


async def test_interaction_without_an_application_says_what_is_missing():
    with pytest.raises(MissingField, match="application_id"):
        await Interaction(Recorder(), Snowflake(1), "tok").create_followup("x")


@pytest.mark.parametrize(
    "resource", [Interaction(Recorder(), Snowflake(1), "s3cret"), Webhook(Recorder(), Snowflake(1), "s3cret")]
)
def test_no_repr_shows_a_token(resource: object):
    assert "s3cret" not in repr(resource)


async def test_webhook_that_does_not_wait_returns_nothing():
    http = Recorder()
    assert await Webhook(http, Snowflake(1), "tok").execute("x", wait=False) is None
    assert http.call.params == {"wait": False}


async def test_webhook_asks_for_components_when_it_sends_some():
    http = Recorder(answer={})
    await Webhook(http, Snowflake(1), "tok").execute(panel())
    assert http.call.params == {"wait": True, "with_components": True}


async def test_webhook_without_a_token_posts_nothing():
    with pytest.raises(MissingField, match="token"):
        await Webhook(Recorder(), Snowflake(1)).execute("x")


async def test_an_empty_list_may_be_null():
    assert await Guild(Recorder(answer=None), Snowflake(1)).fetch_bans() == []


async def test_pins_come_in_their_new_shape_2_3_used_the_deprecated_one():
    message = {"id": "5", "content": "pinned"}
    http = Recorder(answer={"items": [{"pinned_at": "2026-01-01T00:00:00Z", "message": message}], "has_more": False})
    (pin,) = await Channel(http, Snowflake(1)).fetch_pins()
    assert (pin.pinned_at, pin.message.content) == ("2026-01-01T00:00:00Z", "pinned")


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        (5, "message: text or a MessagePart, got 'int'"),
        (Embed("t"), "message: text or a MessagePart; put it in MessagePart(embeds=[…]), got 'Embed'"),
        (
            TextDisplay("t"),
            "message: text or a MessagePart; put it in MessagePart(components=[…]), got 'TextDisplay'",
        ),
        (MessagePart(embeds=Embed("t")), "embeds: a list, as in embeds=[…], got 'Embed'"),
        (MessagePart(embeds=["t"]), "embeds[0]: an Embed, got 'str'"),
        (MessagePart(attachments="cat.png"), "attachments: a list, as in attachments=[…], got 'str'"),
        (MessagePart(attachments=[5]), "attachments[0]: a path, an AttachmentPart or an Upload, got 'int'"),
        (
            MessagePart(components=[Button(ButtonStyle.PRIMARY, "id", "x")]),
            "components[0]: it stands in a row only; put it in an ActionRow, got 'Button'",
        ),
    ],
)
def test_what_is_no_message_is_refused_with_the_way_to_put_it(message: object, problem: str):
    with pytest.raises(InvalidRequest) as refused:
        create_body(message)
    assert str(refused.value) == problem


def test_lists_of_an_edit_are_checked_like_those_of_a_message():
    with pytest.raises(InvalidRequest, match="embeds: a list"):
        edit_body({"embeds": Embed("t")})


async def test_what_cannot_fill_a_path_is_refused_here():
    http = Recorder()
    with pytest.raises(InvalidRequest, match=r"channel_id: an id, .* got 'UserModel'"):
        await Channel(http, UserModel.from_dict({"id": "1", "username": "ann"})).fetch()
    assert http.calls == []


async def test_a_misspelt_change_is_named_once_and_sent(caplog: pytest.LogCaptureFixture):
    for _ in range(2):
        http = Recorder(answer={})
        await Guild(http, Snowflake(1)).edit_role(Snowflake(2), hoisted=True)
        assert http.call.data == {"hoisted": True}
    assert [record.getMessage() for record in caplog.records] == [
        "EditGuildRoleParams has no 'hoisted' (did you mean 'hoist'?); it is sent as it is"
    ]


async def test_a_webhook_begins_a_post_with_tags():
    http = Recorder()
    await Webhook(http, Snowflake(1), "tok").execute("x", thread_name="post", applied_tags=[3], wait=False)
    assert http.call.data["applied_tags"] == [Snowflake(3)]
