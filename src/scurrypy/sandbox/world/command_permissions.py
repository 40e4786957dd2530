"""Who may use which command in a guild.

See [Discord Docs/Permissions](https://docs.discord.com/developers/interactions/application-commands#permissions).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.records import Channel, Guild, Member
from scurrypy.sandbox.records.commands import Command
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, Json, as_list, as_mapping, flag, read_fields, snowflake, whole
from scurrypy.sandbox.rules.permissions import ADMINISTRATOR, MANAGE_GUILD, MANAGE_ROLES, guild_permissions
from scurrypy.sandbox.rules.validation import Problems, join
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.actor import Actor

ROLE, USER, CHANNEL = 1, 2, 3
"""Whom or what an overwrite is about."""

MOST = 100
"""Overwrites of one command."""

_OVERWRITE: dict[str, Field] = {
    "id": snowflake(required=True),
    "type": whole(required=True, choices=(ROLE, USER, CHANNEL)),
    "permission": flag(required=True),
}


def list_command_permissions(world: State, actor: Actor, application_id: int, guild_id: int) -> list[dict[str, Any]]:
    """Return every overwrite of an application's commands in a guild."""
    _allow(world, actor, application_id, guild_id)
    targets = [
        target
        for guild, target in world.command_permissions
        if guild == guild_id and _application_of(world, target) == application_id
    ]
    return [_payload(world, application_id, guild_id, target) for target in targets]


def get_command_permissions(
    world: State, actor: Actor, application_id: int, guild_id: int, target_id: int
) -> dict[str, Any]:
    """Return the overwrites of one command, or of the whole application."""
    _allow(world, actor, application_id, guild_id)
    if _application_of(world, target_id) != application_id or (guild_id, target_id) not in world.command_permissions:
        raise Code.UNKNOWN_COMMAND_PERMISSIONS.error()
    return _payload(world, application_id, guild_id, target_id)


def set_command_permissions(
    world: State, actor: Actor, guild_id: int, target_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Set the overwrites of one command, or of the whole application, as a member does in the server's settings."""
    if actor.application_id is not None:
        raise Code.NO_BOTS.error()
    member = world.find_member(guild_id, actor.user_id)
    granted = guild_permissions(world.guilds[guild_id], member, world.clock.now())
    if granted & (MANAGE_GUILD | MANAGE_ROLES) != MANAGE_GUILD | MANAGE_ROLES:
        raise Code.MISSING_PERMISSIONS.error()
    application_id = _application_of(world, target_id)
    if application_id is None:
        raise Code.UNKNOWN_COMMAND.error()
    problems = Problems()
    overwrites = _read(body.get("permissions"), problems)
    problems.raise_if_any()
    world.command_permissions[guild_id, target_id] = overwrites
    payload = _payload(world, application_id, guild_id, target_id)
    world.publish(Dispatch("APPLICATION_COMMAND_PERMISSIONS_UPDATE", payload, guild_id, application_id=application_id))
    return payload


def may_use(world: State, command: Command, guild: Guild, member: Member, channel: Channel) -> bool:
    """Return whether a member may use a command in a channel of the guild."""
    granted = guild_permissions(guild, member, world.clock.now())
    if granted & ADMINISTRATOR:
        return True
    own = world.command_permissions.get((guild.id, command.id), [])
    shared = world.command_permissions.get((guild.id, command.application_id), [])
    place = channel.parent_id if channel.is_thread and channel.parent_id else channel.id
    in_channel = _first(_in_channel(own, guild, place), _in_channel(shared, guild, place), default=True)
    if not in_channel:
        return False
    explicit = _for_member(own, guild, member)
    if explicit is not None:
        return explicit
    if _for_member(shared, guild, member) is False:
        return False
    needed = command.definition.get("default_member_permissions")
    # "0" asks for a permission that nobody but administrators has.
    return needed is None or (int(needed) != 0 and granted & int(needed) == int(needed))


def _read(value: Json, problems: Problems) -> list[dict[str, Any]]:
    items = as_list(value)
    if len(items) > MOST:
        problems.add("permissions", "BASE_TYPE_MAX_LENGTH", f"Must be {MOST} or fewer in length.")
    return [
        read_fields(as_mapping(item), _OVERWRITE, problems, join("permissions", index))
        for index, item in enumerate(items)
    ]


def _in_channel(overwrites: list[dict[str, Any]], guild: Guild, channel_id: int) -> bool | None:
    chosen = {int(overwrite["id"]): bool(overwrite["permission"]) for overwrite in overwrites if overwrite["type"] == 3}
    # One less than the guild's id stands for all of its channels.
    return chosen.get(channel_id, chosen.get(guild.id - 1))


def _for_member(overwrites: list[dict[str, Any]], guild: Guild, member: Member) -> bool | None:
    users = {int(o["id"]): bool(o["permission"]) for o in overwrites if o["type"] == USER}
    if member.user_id in users:
        return users[member.user_id]
    roles = {int(o["id"]): bool(o["permission"]) for o in overwrites if o["type"] == ROLE}
    held = [roles[role_id] for role_id in member.role_ids if role_id in roles]
    return any(held) if held else roles.get(guild.id)


def _first(*decisions: bool | None, default: bool) -> bool:
    return next((decision for decision in decisions if decision is not None), default)


def _application_of(world: State, target_id: int) -> int | None:
    command = world.commands.get(target_id)
    if command is not None:
        return command.application_id
    return target_id if target_id in world.applications else None


def _payload(world: State, application_id: int, guild_id: int, target_id: int) -> dict[str, Any]:
    return {
        "id": str(target_id),
        "application_id": str(application_id),
        "guild_id": str(guild_id),
        "permissions": [dict(overwrite) for overwrite in world.command_permissions[guild_id, target_id]],
    }


def _allow(world: State, actor: Actor, application_id: int, guild_id: int) -> None:
    if actor.application_id != application_id:
        raise Code.NOT_YOUR_APPLICATION.error()
    guild = world.guilds.get(guild_id)
    if guild is None or actor.user_id not in guild.members:
        raise Code.MISSING_ACCESS.error()
