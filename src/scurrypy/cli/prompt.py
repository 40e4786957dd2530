"""Lets one talk to the bot from the terminal."""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scurrypy.cli.output import Output
from scurrypy.cli.prompt_lines import HELP, Line, read_fields, read_line, read_slash
from scurrypy.cli.stage import Stage
from scurrypy.sandbox.actors import Outcome, Person
from scurrypy.sandbox.errors import ActorError, ApiError
from scurrypy.sandbox.records import Channel, Message
from scurrypy.sandbox.records.commands import CHAT_INPUT
from scurrypy.sandbox.world.command_definitions import ATTACHMENT, BOOLEAN, INTEGER, NUMBER
from scurrypy.sandbox.world.components import SELECTS, walk
from scurrypy.sandbox.world.interaction_options import find_subcommand
from scurrypy.sandbox.world.interactions import Standpoint, find_command

TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
"""What may be typed for an option that is true or false."""


class Prompt:
    """Turns typed lines into deeds of the people in the world. What comes of them shows in the transcript."""

    def __init__(self, stage: Stage, output: Output, quit: Callable[[], None]) -> None:
        """Prepare the prompt.

        Args:
            stage: Where it plays.
            output: Where to answer.
            quit: Called when the user wants to stop.
        """
        self.person: Person = stage.sandbox.world.user(_first_person(stage))
        """Whoever one is at the moment."""
        self.channel: Channel = stage.channel
        """Where one is at the moment."""
        self._stage = stage
        self._world = stage.sandbox.world
        self._output = output
        self._quit = quit
        self._latest: Outcome | None = None
        self._deeds: dict[str, Callable[[Person, str], object]] = {
            "say": lambda person, text: person.send(self.channel, text),
            "slash": self._slash,
            "click": self._click,
            "choose": self._choose,
            "fill": self._fill,
            "react": lambda person, emoji: person.react(self._newest(person), emoji),
            "reply": lambda person, text: person.send(self.channel, text, reply_to=self._newest(person)),
            "edit": lambda person, text: person.edit(self._own(person), text),
            "delete": lambda person, _text: person.delete(self._own(person)),
            "dm": lambda person, text: person.dm(stage.application.bot_id, text),
            "as": self._become,
            "in": self._go,
            "who": self._who,
            "help": lambda _person, _text: output.say(HELP),
            "quit": lambda _person, _text: quit(),
        }

    @staticmethod
    def is_possible() -> bool:
        """Whether there is a terminal to read lines from, beside everything else that goes on."""
        return os.name == "posix" and sys.stdin.isatty()

    def start(self) -> None:
        """Read lines from the terminal, in the running event loop."""
        self._output.say(f"You are {self.person.user.username} in #{self.channel.name}. Type help for what you can do.")
        asyncio.get_running_loop().add_reader(sys.stdin, self._read)

    def stop(self) -> None:
        """Read no more."""
        asyncio.get_running_loop().remove_reader(sys.stdin)

    def run(self, line: str) -> None:
        """Do what a line says; what cannot be done is explained."""
        deed = read_line(line, {user.username for user in self._world.users.values() if not user.bot})
        if deed is None:
            return
        try:
            self._do(deed)
        except (ActorError, ValueError) as error:
            self._output.problem(str(error))
        except ApiError as error:
            self._output.problem(f"Discord refuses: {error.message} ({error.code})")

    def _read(self) -> None:
        line = sys.stdin.readline()
        if line:
            self.run(line)
        else:
            self.stop()
            self._quit()

    def _do(self, line: Line) -> None:
        person = self.person if line.user is None else self._world.user(line.user)
        self._deeds[line.verb](person, line.text)

    def _slash(self, person: Person, text: str) -> None:
        slash = read_slash(text)
        name, *words = slash.name.split() or [""]
        command = find_command(self._world, Standpoint(person.id, self.channel), CHAT_INPUT, name)
        _, options = find_subcommand(command, words)
        kinds = {option["name"]: option["type"] for option in options}
        values = {name: _value(kinds.get(name, 0), value) for name, value in slash.options.items()}
        self._latest = person.slash(self.channel, slash.name, **values)

    def _click(self, person: Person, label: str) -> None:
        message = self._latest_with(person, lambda component: label in _labels(component))
        button = next(component for component in walk(message.components) if label in _labels(component))
        self._latest = person.click(message, button.get("custom_id"))

    def _choose(self, person: Person, text: str) -> None:
        message = self._latest_with(person, lambda component: component["type"] in SELECTS)
        select = next(component for component in walk(message.components) if component["type"] in SELECTS)
        values = [value.strip() for value in text.split(",") if value.strip()]
        self._latest = person.select(message, select["custom_id"], values)

    def _fill(self, person: Person, text: str) -> None:
        if self._latest is None or self._latest.modal is None:
            raise ActorError("no form is open")
        self._latest = person.submit(self._latest, read_fields(text))

    def _become(self, _: Person, name: str) -> None:
        self.person = self._world.user(name)
        self._output.say(f"You are {self.person.user.username}.")

    def _go(self, person: Person, name: str) -> None:
        wanted = name.removeprefix("#")
        for channel in self._world.channels.values():
            if channel.name == wanted and self._world.can_view(person.id, channel.id):
                self.channel = channel
                self._output.say(f"You are in #{channel.name}.")
                return
        raise ActorError(f"{person.user.username} sees no channel {wanted!r}")

    def _who(self, _person: Person, _text: str) -> None:
        people = ", ".join(user.username for user in self._world.users.values() if not user.bot)
        guild_id = self.channel.guild_id
        channels = self._world.channels_of(guild_id) if guild_id is not None else []
        seen = ", ".join(f"#{channel.name}" for channel in channels if self._world.can_view(self.person.id, channel.id))
        commands = ", ".join(f"/{name}" for name in self.person.commands(self.channel)) or "none"
        self._output.say(
            f"You are {self.person.user.username} in #{self.channel.name}.",
            f"People: {people}",
            f"Channels: {seen}",
            f"Commands: {commands}",
        )

    def _newest(self, person: Person) -> Message:
        messages = person.messages(self.channel)
        if not messages:
            raise ActorError(f"there is no message in #{self.channel.name}")
        return messages[-1]

    def _own(self, person: Person) -> Message:
        own = [message for message in person.messages(self.channel) if message.author_id == person.id]
        if not own:
            raise ActorError(f"{person.user.username} has no message in #{self.channel.name}")
        return own[-1]

    def _latest_with(self, person: Person, fits: Callable[[dict[str, Any]], bool]) -> Message:
        for message in reversed(person.messages(self.channel)):
            if any(fits(component) for component in walk(message.components)):
                return message
        raise ActorError(f"no message in #{self.channel.name} has that")


def _first_person(stage: Stage) -> int:
    return next(id for id in stage.guild.members if not stage.sandbox.world.users[id].bot)


def _labels(component: dict[str, Any]) -> tuple[object, ...]:
    return (component.get("label"), component.get("custom_id"))


def _value(kind: int, typed: str) -> Any:
    """Return what was typed for an option, as the option wants it; what does not fit stays text and is refused."""
    try:
        if kind == INTEGER:
            return int(typed)
        if kind == NUMBER:
            return float(typed)
    except ValueError:
        return typed
    if kind == BOOLEAN:
        return TRUTH.get(typed.lower(), typed)
    if kind == ATTACHMENT:
        path = Path(typed)
        if not path.is_file():
            raise ActorError(f"there is no file {typed!r}")
        return path.name, path.read_bytes()
    return typed
