"""What Discord demands of options and commands together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from scurrypy.enums.command import CommandOptionType
from scurrypy.enums.kinds import CommandType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import LimitWithin, Unique, part_of

MOST_CHARACTERS = 8000
"""Characters of all names, descriptions and values of one command together."""

_HOLDERS = (CommandOptionType.SUB_COMMAND, CommandOptionType.SUB_COMMAND_GROUP)


class _Options(LimitWithin, frozen=True):
    """The options of a command or of another option."""

    def problems(self, value: Any) -> Iterable[Problem]:
        """Yield names that are taken, required options after others, and subcommands beside what is none."""
        yield from Unique("name").problems(value)
        options = _entries(value)
        is_optional = False
        for place, option in enumerate(options):
            if is_optional and part_of(option, "required"):
                yield Problem("required", "required options stand before all others", True).below(place)
            is_optional = is_optional or not part_of(option, "required")
        kinds = [part_of(option, "type") for option in options]
        if any(kind in _HOLDERS for kind in kinds) and any(kind not in _HOLDERS for kind in kinds if kind is not None):
            place = next(place for place, kind in enumerate(kinds) if kind in _HOLDERS)
            yield Problem("type", "subcommands and groups stand among their like only", kinds[place]).below(place)


class _Commands(LimitWithin, frozen=True):
    """All commands of one scope."""

    def problems(self, value: Any) -> Iterable[Problem]:
        """Yield each command that has the name of another of its kind."""
        seen: set[tuple[object, object]] = set()
        for place, command in enumerate(_entries(value)):
            name = part_of(command, "name")
            key = (part_of(command, "type") or CommandType.CHAT_INPUT, name)
            if name is not None and key in seen:
                yield Problem("name", "unlike that of any other command of the same type", name).below(place)
            seen.add(key)


OPTIONS = _Options()
"""What options beside each other must keep to."""

COMMANDS = _Commands()
"""What commands beside each other must keep to."""


def of_option(option: object) -> Iterable[Problem]:
    """Yield what one option cannot hold: choices alike or beside autocomplete, and options of the wrong kind."""
    choices = part_of(option, "choices")
    for key in ("name", "value"):
        yield from (problem.below("choices") for problem in Unique(key).problems(choices))
    if choices and part_of(option, "autocomplete"):
        yield Problem("choices", "none beside autocomplete", len(choices))
    kind = part_of(option, "type")
    if kind == CommandOptionType.SUB_COMMAND_GROUP:
        yield from _of_kinds(option, "a group holds subcommands only", {CommandOptionType.SUB_COMMAND})
    elif kind == CommandOptionType.SUB_COMMAND:
        others = {other for other in CommandOptionType if other not in _HOLDERS}
        yield from _of_kinds(option, "a subcommand holds no subcommands and no groups", others)


def _of_kinds(option: object, words: str, accepted: set[CommandOptionType]) -> Iterable[Problem]:
    for place, below in enumerate(_entries(part_of(option, "options"))):
        kind = part_of(below, "type")
        if kind in set(CommandOptionType) - accepted:
            yield Problem("type", words, kind).below(place).below("options")


def size_of(command: object) -> int:
    """Return the characters that count towards the size of a command; of each text, its longest language."""
    value = part_of(command, "value")
    size = len(str(value)) if value is not None else 0
    for name in ("name", "description"):
        localized = part_of(command, f"{name}_localizations")
        texts = [part_of(command, name), *(cast("Mapping[str, object]", localized or {})).values()]
        size += max((len(text) for text in texts if isinstance(text, str)), default=0)
    below = [*_entries(part_of(command, "options")), *_entries(part_of(command, "choices"))]
    return size + sum(map(size_of, below))


def _entries(value: object) -> Sequence[object]:
    return cast("Sequence[object]", value) if isinstance(value, (list, tuple)) else ()
