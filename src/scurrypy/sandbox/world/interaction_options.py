"""Turns what a user fills into a slash command into the options of an interaction, as Discord's client does."""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.records.commands import Command
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.world.command_definitions import (
    ATTACHMENT,
    BOOLEAN,
    CHANNEL,
    GREATEST_NUMBER,
    INTEGER,
    MENTIONABLE,
    NUMBER,
    ROLE,
    STRING,
    SUB_COMMAND,
    SUB_COMMAND_GROUP,
    USER_OPTION,
)
from scurrypy.sandbox.world.resolved import Resolved

Option = dict[str, Any]


def find_subcommand(command: Command, words: Sequence[str]) -> tuple[list[Option], list[Option]]:
    """Return what the words after a command's name lead to.

    Args:
        command: The command.
        words: Names of a subcommand group and a subcommand, of a subcommand, or of neither.

    Returns:
        The group and subcommand on the way, and the options to fill in.
    """
    way: list[Option] = []
    options = command.options
    for word in words:
        following = [option for option in options if option["type"] in (SUB_COMMAND, SUB_COMMAND_GROUP)]
        chosen = next((option for option in following if option["name"] == word), None)
        if chosen is None:
            names = ", ".join(option["name"] for option in following) or "none"
            raise ActorError(f"/{command.name} has no subcommand {word!r}; it has: {names}")
        way.append(chosen)
        options = chosen["options"]
    if any(option["type"] in (SUB_COMMAND, SUB_COMMAND_GROUP) for option in options):
        names = ", ".join(option["name"] for option in options)
        raise ActorError(f"/{command.name} is not usable by itself; choose one of: {names}")
    return way, options


def fill_in(options: Sequence[Option], values: Mapping[str, Json], resolved: Resolved) -> list[Option]:
    """Return the filled-in options of a command in wire form.

    Args:
        options: The options of the command or subcommand.
        values: What the user fills in, by name; None leaves an option empty.
        resolved: Where to put what ids stand for.
    """
    given = {name: value for name, value in values.items() if value is not None}
    _refuse_unknown(options, given)
    for option in options:
        if option.get("required") and option["name"] not in given:
            raise ActorError(f"the option {option['name']!r} is required")
    return [
        {"name": option["name"], "type": option["type"], "value": _value(option, given[option["name"]], resolved)}
        for option in options
        if option["name"] in given
    ]


def fill_in_partly(
    options: Sequence[Option], values: Mapping[str, Json], focused: str, typed: str, resolved: Resolved
) -> list[Option]:
    """Return the options of a command while the user types into one of them.

    Args:
        options: The options of the command or subcommand.
        values: What the user filled in before, by name.
        focused: Name of the option being typed into.
        typed: What stands there so far.
        resolved: Where to put what ids stand for.
    """
    _refuse_unknown(options, {**values, focused: typed})
    wire: list[Option] = []
    for option in options:
        name = option["name"]
        entry: Option = {"name": name, "type": option["type"]}
        if name == focused:
            if not option.get("autocomplete"):
                raise ActorError(f"the option {focused!r} does not offer choices while one types")
            wire.append(entry | {"value": typed, "focused": True})
        elif values.get(name) is not None:
            wire.append(entry | {"value": _value(option, values[name], resolved)})
    return wire


def nest(way: Sequence[Option], options: list[Option]) -> list[Option]:
    """Return options inside the group and subcommand that lead to them."""
    for step in reversed(way):
        options = [{"name": step["name"], "type": step["type"], "options": options}]
    return options


def _refuse_unknown(options: Sequence[Option], given: Mapping[str, Json]) -> None:
    names = [option["name"] for option in options]
    for name in given:
        if name not in names:
            raise ActorError(f"there is no option {name!r}; there is: {', '.join(names) or 'none'}")


def _value(option: Option, value: Json, resolved: Resolved) -> Json:
    if option["type"] in (STRING, INTEGER, NUMBER):
        return _plain_value(option, value)
    if option["type"] == BOOLEAN:
        if not isinstance(value, bool):
            raise ActorError(f"the option {option['name']!r} takes True or False, not {value!r}")
        return value
    if option["type"] == CHANNEL:
        return resolved.channel(value, option.get("channel_types"))
    resolve = {
        USER_OPTION: resolved.user,
        ROLE: resolved.role,
        MENTIONABLE: resolved.mentionable,
        ATTACHMENT: resolved.attachment,
    }
    return resolve[option["type"]](value)


def _plain_value(option: Option, value: Json) -> Json:
    if option.get("choices"):
        return _choice(option, value)
    name = option["name"]
    if option["type"] == STRING:
        text = str(value)
        if not option.get("min_length", 0) <= len(text) <= option.get("max_length", 6000):
            raise ActorError(f"the option {name!r} cannot hold {len(text)} characters")
        return text
    kinds = int if option["type"] == INTEGER else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise ActorError(f"the option {name!r} takes a number, not {value!r}")
    if not option.get("min_value", -GREATEST_NUMBER) <= value <= option.get("max_value", GREATEST_NUMBER):
        raise ActorError(f"the option {name!r} cannot hold {value}")
    return value


def _choice(option: Option, value: Json) -> Json:
    # A person sees the names, a test rather knows the values: both choose.
    for choice in option["choices"]:
        if value in (choice["value"], choice["name"]):
            return choice["value"]
    names = ", ".join(choice["name"] for choice in option["choices"])
    raise ActorError(f"the option {option['name']!r} offers no {value!r}; it offers: {names}")
