"""What typed lines do to the world."""

import argparse
import io
from pathlib import Path

import pytest

from scurrypy.cli.output import Output
from scurrypy.cli.prompt import Prompt
from scurrypy.cli.stage import Stage, build_stage
from scurrypy.sandbox.world import Actor
from scurrypy.sandbox.world.commands import Scope, create_command
from scurrypy.sandbox.world.interaction_responses import respond
from scurrypy.sandbox.world.messages import create_message


class Terminal:
    """A stage with a prompt, and what shows on it."""

    def __init__(self) -> None:
        self.transcript, self.notes = io.StringIO(), io.StringIO()
        output = Output(self.transcript, self.notes)
        options = argparse.Namespace(seed=None, bot="helper", port=0, rate_limits="on")
        self.stage: Stage = build_stage(options, output)
        self.transcript.truncate(self.transcript.seek(0))
        self.has_quit = False
        self.prompt = Prompt(self.stage, output, self.quit)
        self.world = self.stage.sandbox.world
        self.bot = Actor(self.stage.application.bot_id, self.stage.application.id)

    def quit(self) -> None:
        self.has_quit = True

    def type(self, *lines: str) -> str:
        """Type lines; return what the transcript says of them."""
        start = self.transcript.tell()
        for line in lines:
            self.prompt.run(line)
        return self.transcript.getvalue()[start:]

    def complaint(self, line: str) -> str:
        """Type a line; return what the prompt says to it."""
        start = self.notes.tell()
        self.prompt.run(line)
        return self.notes.getvalue()[start:]

    def bot_says(self, **body: object) -> None:
        create_message(self.world, self.bot, self.stage.channel.id, body, ())

    def answer(self, body: dict[str, object]) -> None:
        """Let the bot answer the latest interaction."""
        interaction = list(self.world.interactions.values())[-1]
        respond(self.world, interaction.id, interaction.token, body)


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


def test_talking(terminal: Terminal) -> None:
    assert terminal.type("hello", "bob: hey", "as carol", "in random", "me too") == (
        "#general     alice: hello\n#general     bob: hey\n#random      carol: me too\n"
    )


def test_messages_can_be_answered_changed_and_taken_back(terminal: Terminal) -> None:
    terminal.bot_says(content="I am the bot")
    said = terminal.type("reply hello bot", "edit hello, bot", "react ✅", "delete", "dm psst")
    assert said == (
        "#general     alice ↩ helper: hello bot\n"
        "#general     alice ✎: hello, bot\n"
        "#general     alice reacts ✅ “hello, bot”\n"
        "#general     a message was deleted\n"
        "@alice       alice: psst\n"
    )


def test_slash_commands_with_every_kind_of_option(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("abc")
    kinds = {"text": 3, "count": 4, "sure": 5, "who": 6, "where": 7, "ratio": 10, "file": 11}
    options = [{"type": kind, "name": name, "description": "x"} for name, kind in kinds.items()]
    body = {"name": "all", "description": "x", "options": options}
    create_command(terminal.world, terminal.bot, Scope(terminal.stage.application.id), body)
    terminal.type(f'/all "text:two words" count:3 sure:yes who:bob where:random ratio:0.5 file:{tmp_path / "a.txt"}')
    interaction = list(terminal.world.interactions.values())[-1]
    values = {option["name"]: option["value"] for option in interaction.data["options"]}
    assert values["text"] == "two words"
    assert (values["count"], values["sure"], values["ratio"]) == (3, True, 0.5)
    assert values["who"] == str(terminal.world.user("bob").id)
    assert [file["filename"] for file in interaction.data["resolved"]["attachments"].values()] == ["a.txt"]
    assert "'count' takes a number, not 'x'" in terminal.complaint("/all count:x")
    assert "no file 'nowhere'" in terminal.complaint("/all file:nowhere")
    assert "no command 'other'" in terminal.complaint("/other")


def test_buttons_menus_and_forms(terminal: Terminal) -> None:
    button = {"type": 2, "style": 1, "label": "Open", "custom_id": "b"}
    options = [{"label": "Red", "value": "r"}, {"label": "Green", "value": "g"}]
    select = {"type": 3, "custom_id": "s", "options": options, "max_values": 2}
    rows = [{"type": 1, "components": [part]} for part in (button, select)]
    terminal.bot_says(content="choose", components=rows)
    assert terminal.type("choose Red, Green") == "#general     alice chooses Red, Green\n"
    assert terminal.type("click Open") == "#general     alice clicks [Open]\n"
    field = {"type": 1, "components": [{"type": 4, "custom_id": "name", "label": "Name", "style": 1}]}
    terminal.answer({"type": 9, "data": {"title": "Form", "custom_id": "f", "components": [field]}})
    assert terminal.type("fill name=Bob Smith") == "#general     alice submits f\n"
    interaction = list(terminal.world.interactions.values())[-1]
    assert interaction.data["components"][0]["components"][0]["value"] == "Bob Smith"
    assert "no form is open" in terminal.complaint("fill name=Bob")
    assert "no message in #general has that" in terminal.complaint("click Nothing")


def test_what_discord_refuses_is_explained(terminal: Terminal) -> None:
    terminal.stage.guild.roles[terminal.stage.guild.id].permissions = 1 << 10
    assert terminal.complaint("bob: hello") == "scurrypy: Discord refuses: Missing Permissions (50013)\n"


def test_who_help_and_quit(terminal: Terminal) -> None:
    assert terminal.complaint("who") == (
        "You are alice in #general.\nPeople: alice, bob, carol\nChannels: #general, #random, #Lounge\nCommands: none\n"
    )
    assert "click LABEL" in terminal.complaint("help")
    assert "sees no channel 'nowhere'" in terminal.complaint("in nowhere")
    assert "there is no user 'nobody'" in terminal.complaint("as nobody")
    assert "no message in #random" in terminal.complaint("in random") + terminal.complaint("react ✅")
    terminal.type("quit")
    assert terminal.has_quit
