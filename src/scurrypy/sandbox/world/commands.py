"""Application commands: making, changing, listing and deleting them.

See [Discord Docs/Application Commands](https://docs.discord.com/developers/interactions/application-commands).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scurrypy.sandbox.payloads.commands import command_payload, listed_command_payload
from scurrypy.sandbox.records.commands import CHAT_INPUT, ENTRY_POINT, Command
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Json, as_mapping, is_list
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.command_definitions import read_definition

MOST = {CHAT_INPUT: 100, ENTRY_POINT: 1}
"""Commands of one type in one scope."""

MOST_CONTEXT_MENU = 15
"""User commands, and message commands, in one scope."""

MOST_CREATES = 200
"""Commands made in one scope within a day."""

DAY = 86_400.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where commands are: each application has global ones, and others in each guild."""

    application_id: int
    """The application."""
    guild_id: int | None = None
    """Guild of the commands; None for the global ones."""


def list_commands(
    world: State, actor: Actor, scope: Scope, *, localizations: bool, locale: str | None
) -> list[dict[str, Any]]:
    """Return the commands of one scope.

    Args:
        world: The world.
        actor: The application's bot.
        scope: Which commands.
        localizations: Whether to give every language instead of the one asked for.
        locale: The language asked for.
    """
    _allow(world, actor, scope)
    commands = _commands_in(world, scope)
    return [command_payload(c) if localizations else listed_command_payload(c, locale) for c in commands]


def get_command(world: State, actor: Actor, scope: Scope, command_id: int) -> dict[str, Any]:
    """Return one command."""
    _allow(world, actor, scope)
    return command_payload(_find(world, scope, command_id))


def create_command(world: State, actor: Actor, scope: Scope, body: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """Make a command, in the place of the one that has its type and name.

    Returns:
        The command, and whether it is a new one.
    """
    _allow(world, actor, scope)
    problems = Problems()
    definition = _read(world, scope, body, problems)
    problems.raise_if_any()
    previous = _named(_commands_in(world, scope), definition)
    command = _store(world, scope, definition, previous)
    return command_payload(command), previous is None


def edit_command(world: State, actor: Actor, scope: Scope, command_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change what the body names of a command."""
    _allow(world, actor, scope)
    command = _find(world, scope, command_id)
    problems = Problems()
    merged = {**command.definition, **body, "type": command.type}
    if "contexts" in body and "dm_permission" not in body:
        merged.pop("dm_permission", None)
    elif "dm_permission" in body and "contexts" not in body:
        merged.pop("contexts", None)
    definition = _read(world, scope, merged, problems)
    problems.raise_if_any()
    other = _named(_commands_in(world, scope), definition)
    if other is not None and other is not command:
        raise Code.COMMAND_NAME_TAKEN.error()
    return command_payload(_store(world, scope, definition, command))


def delete_command(world: State, actor: Actor, scope: Scope, command_id: int) -> None:
    """Delete a command, and who may use it along with it."""
    _allow(world, actor, scope)
    _forget(world, _find(world, scope, command_id))


def overwrite_commands(world: State, actor: Actor, scope: Scope, body: Json) -> list[dict[str, Any]]:
    """Make the commands of one scope exactly those of the body; those with the same type and name keep their id."""
    _allow(world, actor, scope)
    if not is_list(body):
        raise invalid("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
    problems = Problems()
    definitions = [_read(world, scope, as_mapping(item), problems, str(index)) for index, item in enumerate(body)]
    _refuse_duplicates(definitions, problems)
    problems.raise_if_any()
    _refuse_too_many(definitions)
    before = _commands_in(world, scope)
    previous = [
        _by_id(before, as_mapping(item)) or _named(before, definition)
        for item, definition in zip(body, definitions, strict=True)
    ]
    for command in before:
        if all(kept is not command for kept in previous):
            if command.type == ENTRY_POINT:
                raise Code.ENTRY_POINT_REMOVED.error()
            _forget(world, command)
    stored = [_store(world, scope, definition, kept) for definition, kept in zip(definitions, previous, strict=True)]
    return [command_payload(command) for command in stored]


def visible_commands(world: State, scope: Scope) -> list[Command]:
    """Return the commands a user meets in a guild, or in direct messages: guild commands before global ones."""
    context = 0 if scope.guild_id is not None else 1
    own = [] if scope.guild_id is None else _commands_in(world, scope)
    shared = _commands_in(world, Scope(scope.application_id))
    taken = {(command.type, command.name) for command in own}
    reachable = [command for command in shared if context in command.definition["contexts"]]
    return own + [command for command in reachable if (command.type, command.name) not in taken]


def _allow(world: State, actor: Actor, scope: Scope) -> None:
    if scope.application_id not in world.applications:
        raise Code.UNKNOWN_APPLICATION.error()
    if actor.application_id != scope.application_id:
        raise Code.NOT_YOUR_APPLICATION.error()
    guild = None if scope.guild_id is None else world.guilds.get(scope.guild_id)
    if scope.guild_id is not None and (guild is None or actor.user_id not in guild.members):
        raise Code.MISSING_ACCESS.error()


def _read(world: State, scope: Scope, body: Mapping[str, Any], problems: Problems, path: str = "") -> dict[str, Any]:
    installs = sorted(int(kind) for kind in world.applications[scope.application_id].integration_types_config)
    return read_definition(
        body, is_global=scope.guild_id is None, integration_types=installs, problems=problems, path=path
    )


def _commands_in(world: State, scope: Scope) -> list[Command]:
    return [c for c in world.commands.values() if Scope(c.application_id, c.guild_id) == scope]


def _find(world: State, scope: Scope, command_id: int) -> Command:
    command = world.commands.get(command_id)
    if command is None or Scope(command.application_id, command.guild_id) != scope:
        raise Code.UNKNOWN_COMMAND.error()
    return command


def _named(commands: list[Command], definition: Mapping[str, Any]) -> Command | None:
    key = (definition["type"], definition["name"])
    return next((command for command in commands if (command.type, command.name) == key), None)


def _by_id(commands: list[Command], item: Mapping[str, Any]) -> Command | None:
    return next((command for command in commands if str(command.id) == str(item.get("id"))), None)


def _refuse_duplicates(definitions: list[dict[str, Any]], problems: Problems) -> None:
    seen: set[tuple[Any, Any]] = set()
    for index, definition in enumerate(definitions):
        key = (definition.get("type"), definition.get("name"))
        if key in seen:
            message = "Application command names must be unique"
            problems.add(str(index), "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
        seen.add(key)


def _refuse_too_many(definitions: list[dict[str, Any]]) -> None:
    for kind in {definition["type"] for definition in definitions}:
        if sum(definition["type"] == kind for definition in definitions) > MOST.get(kind, MOST_CONTEXT_MENU):
            raise Code.MAX_COMMANDS.error()


def _store(world: State, scope: Scope, definition: dict[str, Any], previous: Command | None) -> Command:
    if previous is not None:
        if previous.name != definition["name"]:
            _forget_permissions(world, previous)
        if previous.definition != definition:
            previous.definition, previous.version = definition, world.ids.next()
        return previous
    same_type = [c for c in _commands_in(world, scope) if c.type == definition["type"]]
    if len(same_type) >= MOST.get(definition["type"], MOST_CONTEXT_MENU):
        raise Code.MAX_COMMANDS.error()
    _count_create(world, scope)
    command = Command(world.ids.next(), scope.application_id, scope.guild_id, world.ids.next(), definition)
    world.commands[command.id] = command
    return command


def _count_create(world: State, scope: Scope) -> None:
    now = world.clock.now()
    key = (scope.application_id, scope.guild_id)
    recent = [moment for moment in world.command_creates.get(key, ()) if moment > now - DAY]
    if len(recent) >= MOST_CREATES:
        raise Code.MAX_COMMAND_CREATES.error()
    world.command_creates[key] = [*recent, now]


def _forget(world: State, command: Command) -> None:
    del world.commands[command.id]
    _forget_permissions(world, command)


def _forget_permissions(world: State, command: Command) -> None:
    for key in [key for key in world.command_permissions if key[1] == command.id]:
        del world.command_permissions[key]
