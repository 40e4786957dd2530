"""Checks what an application says about its commands.

See [Discord Docs/Application Commands](https://docs.discord.com/developers/interactions/application-commands).
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

from scurrypy.sandbox.records.commands import CHAT_INPUT, ENTRY_POINT, MESSAGE, USER
from scurrypy.sandbox.rules.fields import (
    ABSENT,
    Field,
    Json,
    as_list,
    as_mapping,
    flag,
    listing,
    mapping,
    number,
    read_field,
    read_fields,
    text,
    whole,
)
from scurrypy.sandbox.rules.validation import Problems, join

LOCALES: Final = frozenset({
    "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "hi", "hr", "hu", "id", "it", "ja",
    "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
})  # fmt: skip
"""Languages of Discord's clients."""

MOST_CHARACTERS = 8000
"""Characters of all names, descriptions and values of one command together."""

GREATEST_NUMBER = 2**53
"""Numbers beyond this lose digits in JavaScript."""

SUB_COMMAND, SUB_COMMAND_GROUP, STRING, INTEGER, BOOLEAN, USER_OPTION = 1, 2, 3, 4, 5, 6
"""Types of option."""
CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = 7, 8, 9, 10, 11
"""Further types of option."""
ENTITY_OPTIONS: Final = frozenset({USER_OPTION, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT})
"""Types of option whose value is an id."""

_LOCALIZATIONS: Final = mapping(nullable=True, default=None)
_LIST: Final = listing(most=25)
_NESTED: Final[dict[str, Field]] = {"options": _LIST}
_PLAIN: Final[dict[str, Field]] = {"required": flag()}
_CHOSEN: Final[dict[str, Field]] = _PLAIN | {"choices": _LIST, "autocomplete": flag()}

_COMMAND_FIELDS: Final[dict[str, Field]] = {
    "type": whole(choices=(CHAT_INPUT, USER, MESSAGE, ENTRY_POINT), default=CHAT_INPUT),
    "name": text(required=True, least=1, most=32),
    "name_localizations": _LOCALIZATIONS,
    "description": text(most=100, default=""),
    "description_localizations": _LOCALIZATIONS,
    "options": _LIST,
    "default_member_permissions": whole(nullable=True, least=0, default=None),
    "nsfw": flag(default=False),
}

_GLOBAL_FIELDS: Final[dict[str, Field]] = {
    "dm_permission": flag(),
    "contexts": listing(nullable=True),
    "integration_types": listing(),
    "handler": whole(choices=(1, 2)),
}

_NAMED: Final[dict[str, Field]] = {
    "type": whole(required=True, choices=range(1, 12)),
    "name": text(required=True, least=1, most=32),
    "name_localizations": _LOCALIZATIONS,
    "description": text(required=True, least=1, most=100),
    "description_localizations": _LOCALIZATIONS,
}

_OPTION_FIELDS: Final[dict[int, dict[str, Field]]] = {
    SUB_COMMAND: _NESTED,
    SUB_COMMAND_GROUP: _NESTED,
    STRING: _CHOSEN | {"min_length": whole(least=0, most=6000), "max_length": whole(least=1, most=6000)},
    INTEGER: _CHOSEN
    | {
        "min_value": whole(least=1 - GREATEST_NUMBER, most=GREATEST_NUMBER - 1),
        "max_value": whole(least=1 - GREATEST_NUMBER, most=GREATEST_NUMBER - 1),
    },
    NUMBER: _CHOSEN
    | {
        "min_value": number(least=-GREATEST_NUMBER, most=GREATEST_NUMBER),
        "max_value": number(least=-GREATEST_NUMBER, most=GREATEST_NUMBER),
    },
    CHANNEL: _PLAIN | {"channel_types": listing()},
    ATTACHMENT: _PLAIN | {"file_types": listing(most=10)},
}

_CHOICE_VALUES: Final[dict[int, Field]] = {
    STRING: text(required=True, most=100),
    INTEGER: whole(required=True, least=1 - GREATEST_NUMBER, most=GREATEST_NUMBER - 1),
    NUMBER: number(required=True, least=-GREATEST_NUMBER, most=GREATEST_NUMBER),
}


def read_definition(
    body: Mapping[str, Any], *, is_global: bool, integration_types: Iterable[int], problems: Problems, path: str = ""
) -> dict[str, Any]:
    """Return a command's definition as it is stored: checked, with Discord's defaults filled in.

    Args:
        body: What the request says about the command.
        is_global: Whether the command is for every guild.
        integration_types: Where the application may be installed: 0 in guilds, 1 at users.
        problems: Where to note what is wrong.
        path: Where the command stands in the request.
    """
    fields = _COMMAND_FIELDS | (_GLOBAL_FIELDS if is_global else {})
    definition = read_fields(body, fields, problems, path)
    if definition.get("type") == CHAT_INPUT:
        _check_names(definition, problems, path)
        if definition.get("description") == "":
            problems.add(join(path, "description"), "BASE_TYPE_REQUIRED", "This field is required")
        options = definition.get("options", [])
        definition["options"] = read_options(
            options, problems, join(path, "options"), nested={SUB_COMMAND, SUB_COMMAND_GROUP}
        )
        if count_characters(definition) > MOST_CHARACTERS:
            message = f"Command exceeds maximum size ({MOST_CHARACTERS})"
            problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", message)
    else:
        _check_localizations(definition, "name", problems, path, slug=False)
        _refuse_slash_fields(definition, problems, path)
    permissions = definition.get("default_member_permissions")
    definition["default_member_permissions"] = None if permissions is None else str(permissions)
    _fill_in_contexts(definition, is_global=is_global, integration_types=integration_types)
    return definition


def read_options(options: list[Any], problems: Problems, path: str, *, nested: set[int]) -> list[dict[str, Any]]:
    """Return the options of a command or subcommand, each checked.

    Args:
        options: What the request has under `options`.
        problems: Where to note what is wrong.
        path: Where the options stand in the request.
        nested: Types of option that may stand here although they hold options themselves.
    """
    read = [_read_option(item, problems, join(path, index), nested) for index, item in enumerate(options)]
    nesting = [option.get("type") in (SUB_COMMAND, SUB_COMMAND_GROUP) for option in read]
    if any(nesting) and not all(nesting):
        message = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
    names: set[str] = set()
    for index, option in enumerate(read):
        if option.get("name") in names:
            message = "Option names must be unique"
            problems.add(join(path, index), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", message)
        names.add(option.get("name", ""))
        if option.get("required") and index and not read[index - 1].get("required"):
            message = "Required options must be placed before non-required options"
            problems.add(join(path, index), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
    return read


def count_characters(node: Mapping[str, Any]) -> int:
    """Return the characters that count towards a command's size: of each text, its longest language."""
    total = len(str(node["value"])) if "value" in node else 0
    for field in ("name", "description"):
        localizations: Mapping[str, str] = node.get(f"{field}_localizations") or {}
        total += max((len(value) for value in (node.get(field) or "", *localizations.values())), default=0)
    children: list[Mapping[str, Any]] = [*node.get("options", ()), *node.get("choices", ())]
    return total + sum(count_characters(child) for child in children)


def is_slug(name: str) -> bool:
    """Return whether a slash command or an option may have this name."""
    return name == name.lower() and all(_is_slug_character(character) for character in name)


def _is_slug_character(character: str) -> bool:
    # Devanagari and Thai write vowels with combining marks, which are neither letters nor numbers.
    in_script = "\u0900" <= character <= "\u097f" or "\u0e00" <= character <= "\u0e7f"
    return character in "-_'" or in_script or unicodedata.category(character)[0] in "LN"


def _read_option(item: Json, problems: Problems, path: str, nested: set[int]) -> dict[str, Any]:
    body = as_mapping(item)
    option = read_fields(body, _NAMED, problems, path)
    _check_names(option, problems, path)
    kind = option.get("type", ABSENT)
    if kind is ABSENT:
        return option
    option |= read_fields(body, _OPTION_FIELDS.get(kind, _PLAIN), problems, path)
    if kind in (SUB_COMMAND, SUB_COMMAND_GROUP):
        if kind not in nested:
            message = "Sub-commands and sub-command groups cannot be nested here"
            problems.add(join(path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
        inner = {SUB_COMMAND} if kind == SUB_COMMAND_GROUP else set[int]()
        option["options"] = read_options(option.get("options", []), problems, join(path, "options"), nested=inner)
        if kind == SUB_COMMAND_GROUP and any(child.get("type") != SUB_COMMAND for child in option["options"]):
            message = "A sub-command group holds sub-commands only"
            problems.add(join(path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
        return option
    _check_range(option, problems, path)
    _read_choices(option, problems, path)
    # What is false is what an option without the field is, and Discord leaves it out.
    return {key: value for key, value in option.items() if not (key in ("required", "autocomplete") and not value)}


def _read_choices(option: dict[str, Any], problems: Problems, path: str) -> None:
    if "choices" not in option:
        return
    path = join(path, "choices")
    if option.get("autocomplete") and option["choices"]:
        message = "Autocomplete and choices are mutually exclusive"
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", message)
    fields = {
        "name": text(required=True, least=1, most=100),
        "name_localizations": _LOCALIZATIONS,
        "value": _CHOICE_VALUES[option["type"]],
    }
    option["choices"] = [
        read_fields(as_mapping(choice), fields, problems, join(path, index))
        for index, choice in enumerate(option["choices"])
    ]
    for field in ("name", "value"):
        seen: set[Any] = set()
        for index, choice in enumerate(option["choices"]):
            if choice.get(field) in seen:
                message = f"The choice {field} is already used"
                problems.add(join(path, f"{index}.{field}"), "APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATED", message)
            seen.add(choice.get(field))


def _check_range(option: Mapping[str, Any], problems: Problems, path: str) -> None:
    for kind in ("value", "length"):
        least, most = option.get(f"min_{kind}"), option.get(f"max_{kind}")
        if least is not None and most is not None and least > most:
            message = f"int value should be less than or equal to {most}."
            problems.add(join(path, f"min_{kind}"), "NUMBER_TYPE_MAX", message)


def _check_names(node: dict[str, Any], problems: Problems, path: str) -> None:
    if "name" in node and not is_slug(node["name"]):
        problems.add(join(path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    _check_localizations(node, "name", problems, path, slug=True)
    _check_localizations(node, "description", problems, path, slug=False)


def _check_localizations(node: dict[str, Any], field: str, problems: Problems, path: str, *, slug: bool) -> None:
    path = join(path, f"{field}_localizations")
    limit = text(least=1, most=32 if field == "name" else 100)
    for locale, value in as_mapping(node.get(f"{field}_localizations")).items():
        if locale not in LOCALES:
            problems.add(path, "ENUM_TYPE_COERCE", f"Value {locale!r} is not a valid enum value.")
        read = read_field(value, limit, problems, join(path, locale))
        if slug and isinstance(read, str) and not is_slug(read):
            problems.add(join(path, locale), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _refuse_slash_fields(definition: dict[str, Any], problems: Problems, path: str) -> None:
    if definition.get("description"):
        code, message = (
            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
            "Context menu commands cannot have description",
        )
        problems.add(join(path, "description"), code, message)
    if definition.pop("options", None):
        code, message = "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID", "Context menu commands cannot have options"
        problems.add(join(path, "options"), code, message)


def _fill_in_contexts(definition: dict[str, Any], *, is_global: bool, integration_types: Iterable[int]) -> None:
    if not is_global:
        definition |= {"contexts": None, "integration_types": [0]}
        return
    in_dms = definition.get("dm_permission")
    contexts = as_list(definition.get("contexts"))
    if not contexts:
        contexts = [0] if in_dms is False else [0, 1, 2]
    definition["contexts"] = sorted({int(context) for context in contexts if context in (0, 1, 2)})
    definition["dm_permission"] = 1 in definition["contexts"]
    chosen = as_list(definition.get("integration_types")) or list(integration_types)
    definition["integration_types"] = sorted({int(kind) for kind in chosen if kind in (0, 1)})
