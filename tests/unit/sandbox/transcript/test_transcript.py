"""What the transcript says."""

import json
from typing import Any

import pytest

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.transcript import Transcript
from scurrypy.sandbox.transcript.text import component_lines, printable
from scurrypy.sandbox.world import Actor, World
from scurrypy.sandbox.world.commands import Scope, create_command
from scurrypy.sandbox.world.interaction_responses import respond
from scurrypy.sandbox.world.messages import create_message


@pytest.fixture
def world() -> World:
    return World.default()


@pytest.fixture
def application(world: World) -> Application:
    application = world.create_application("helper")
    world.add_bot(next(iter(world.guilds.values())), application)
    return application


@pytest.fixture
def lines(world: World, application: Application) -> list[str]:
    lines: list[str] = []
    Transcript(world, lines.append)
    return lines


def say(world: World, application: Application, **body: Any) -> dict[str, Any]:
    """Let the bot send a message in #general."""
    channel = next(channel for channel in world.channels.values() if channel.name == "general")
    return create_message(world, Actor(application.bot_id, application.id), channel.id, body, ())


def test_a_message_a_reply_an_edit_a_deletion(world: World, application: Application, lines: list[str]) -> None:
    alice = world.user("alice")
    hello = alice.send("general", "hello\nworld")
    say(world, application, content="hi", message_reference={"message_id": str(hello.id)})
    alice.edit(hello, "hello!")
    alice.react(hello, "✅")
    alice.delete(hello)
    assert lines == [
        "#general     alice: hello",
        "             world",
        "#general     helper ↩ alice: hi",
        "#general     alice ✎: hello!",
        "#general     alice reacts ✅ “hello!”",
        "#general     a message was deleted",
    ]


def test_direct_messages(world: World, application: Application, lines: list[str]) -> None:
    world.user("alice").dm(application.bot_id, "psst")
    assert lines == ["@alice       alice: psst"]


def test_mentions_carry_names(world: World, application: Application, lines: list[str]) -> None:
    guild = next(iter(world.guilds.values()))
    bob, role = world.user("bob"), next(role for role in guild.roles.values() if role.name == "Moderator")
    channel = world.channels_of(guild.id)[0]
    text = f"<@{bob.id}> <@!{bob.id}> <#{channel.id}> <@&{role.id}> <:smile:1> </ping:2> <t:0:R> <@1> a<b>c"
    world.user("alice").send("general", text)
    assert lines == ["#general     alice: @bob @bob #general @Moderator :smile: /ping 1970-01-01 00:00 <@1> a<b>c"]


def test_a_command_a_button_a_private_answer_and_a_form(
    world: World, application: Application, lines: list[str]
) -> None:
    actor = Actor(application.bot_id, application.id)
    options = [{"type": 3, "name": "text", "description": "What to say."}]
    create_command(world, actor, Scope(application.id), {"name": "echo", "description": "Echo.", "options": options})
    alice = world.user("alice")
    used = alice.slash("general", "echo", text="hey you")
    button = {"type": 2, "style": 1, "label": "Again", "custom_id": "again"}
    answer = {"content": "hey", "components": [{"type": 1, "components": [button]}]}
    respond(world, used.interaction.id, used.interaction.token, {"type": 4, "data": answer}, ())
    clicked = alice.click(used.response, label="Again")
    body = {"type": 4, "data": {"content": "only you", "flags": 64}}
    respond(world, clicked.interaction.id, clicked.interaction.token, body, ())
    assert lines == [
        "#general     alice /echo text:hey you",
        "#general     helper ↩ alice: hey",
        "             [Again]",
        "#general     alice clicks [Again]",
        "#general     helper ↩ alice (only they see this): only you",
    ]


def test_options_that_name_people_and_places_show_their_names(
    world: World, application: Application, lines: list[str]
) -> None:
    kinds = {"user": 6, "channel": 7, "role": 8}
    options = [{"type": kind, "name": name, "description": "Whom."} for name, kind in kinds.items()]
    body = {
        "name": "move",
        "description": "Move.",
        "options": [*options, {"type": 3, "name": "id", "description": "x"}],
    }
    create_command(world, Actor(application.bot_id, application.id), Scope(application.id), body)
    bob = world.user("bob")
    bob_id = str(bob.id)
    world.user("alice").slash("general", "move", user="bob", channel="general", role="Moderator", id=bob_id)
    assert lines == [f"#general     alice /move user:@bob channel:#general role:@Moderator id:{bob_id}"]


def test_a_refusal_does_not_say_its_status_twice(lines: list[str], world: World) -> None:
    told: list[str] = []
    Transcript(world, told.append).note_refusal("get_user (GET)", 404, "404: Not Found")
    assert told == ["! get_user (GET): 404 Not Found"]


def test_everything_that_hangs_on_a_message(world: World, application: Application, lines: list[str]) -> None:
    embed = {"title": "Title", "description": "one\ntwo", "fields": [{"name": "n", "value": "v"}]}
    say(world, application, content="", embeds=[embed])
    world.user("alice").send("general", "", files=[("cat.png", b"x" * 12_345)])
    assert lines == [
        "#general     helper: ▏ Title",
        "             ▏ one",
        "             ▏ two",
        "             ▏ n: v",
        "#general     alice: 📎 cat.png (12 kB)",
    ]


def test_components_of_the_second_generation() -> None:
    button = {"type": 2, "label": "Go", "emoji": {"name": "🚀"}, "disabled": True}
    text = {"type": 10, "content": "a\nb"}
    options = [{"label": "red", "value": "r"}, {"label": "green", "value": "g"}]
    components = [
        {"type": 17, "components": [text, {"type": 9, "components": [text], "accessory": button}]},
        {"type": 14},
        {"type": 1, "components": [{"type": 3, "placeholder": "Colour", "options": options}]},
        {"type": 1, "components": [{"type": 2, "label": "Docs", "url": "https://x"}, button]},
        {"type": 12, "items": [{"media": {"url": "u"}, "description": "a cat"}]},
        {"type": 99},
    ]
    assert component_lines(components) == [
        "┃ a",
        "┃ b",
        "┃ a",
        "┃ b [🚀 Go (off)]",
        "───",
        "▾ Colour: red, green",
        "[Docs → https://x] [🚀 Go (off)]",
        "🖼 a cat",
        "(component of type 99)",
    ]


def test_a_bot_cannot_steer_the_terminal(world: World, application: Application, lines: list[str]) -> None:
    say(world, application, content="\x1b[2Jgone\x07")
    assert lines == ["#general     helper: ␛[2Jgone␇"]
    assert printable("\x9b31m") == "\N{REPLACEMENT CHARACTER}31m"


def test_colour_marks_names_and_nothing_else_changes(world: World, application: Application) -> None:
    coloured: list[str] = []
    Transcript(world, coloured.append, colour=True)
    world.user("alice").send("general", "hello")
    assert coloured == ["\x1b[36m#general    \x1b[0m \x1b[1malice\x1b[0m: hello"]


def test_jsonl_has_every_event_and_no_token(world: World, application: Application) -> None:
    written: list[str] = []
    transcript = Transcript(world, written.append, format="jsonl")
    world.publish(Dispatch("INTERACTION_CREATE", {"id": "1", "token": "secret"}, None, 0, application.id))
    transcript.note_refusal("create_message (POST)", 403, "Missing Permissions (50013)")
    event, refusal = map(json.loads, written)
    assert event["event"] == "INTERACTION_CREATE"
    assert event["data"] == {"id": "1"}
    assert event["application_id"] == application.id
    assert refusal["refused"] == "create_message (POST)"
    assert refusal["status"] == 403


def test_refusals_are_written_down(world: World) -> None:
    lines: list[str] = []
    Transcript(world, lines.append).note_refusal("create_message (POST)", 403, "Missing Permissions (50013)")
    assert lines == ["! create_message (POST): 403 Missing Permissions (50013)"]


def test_a_closed_transcript_says_nothing_more(world: World) -> None:
    lines: list[str] = []
    Transcript(world, lines.append).close()
    world.user("alice").send("general", "hello")
    assert lines == []
