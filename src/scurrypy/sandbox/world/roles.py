"""Roles.

See [Discord Docs/Role](https://docs.discord.com/developers/topics/permissions#role-object).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.guilds import role_payload
from scurrypy.sandbox.records import Guild, Member, Role
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, as_mapping, flag, read_fields, text, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import identity, image, model, permission_bits
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, joined_guild, permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.users import store_picture

MOST_ROLES = 250
"""Roles of one guild."""

_COLOR = whole(least=0, most=0xFFFFFF, nullable=True)
_COLORS = {"primary_color": _COLOR, "secondary_color": _COLOR, "tertiary_color": _COLOR}
_FIELDS: Mapping[str, Field] = {
    "name": text(most=100, nullable=True),
    "permissions": permission_bits(nullable=True),
    "color": _COLOR,
    "colors": model(_COLORS, nullable=True),
    "hoist": flag(nullable=True),
    "mentionable": flag(nullable=True),
    "icon": image(nullable=True),
    "unicode_emoji": text(most=100, nullable=True),
}


def add_role(state: State, guild: Guild, name: str, **fields: Any) -> Role:
    """Add a role just above @everyone and tell the guild."""
    for role in guild.roles.values():
        if role.id != guild.id:
            role.position += 1
    role = Role(state.ids.next(), guild.id, name, position=1, **fields)
    guild.roles[role.id] = role
    publish_role(state, role, "GUILD_ROLE_CREATE")
    return role


def publish_role(state: State, role: Role, name: str) -> None:
    """Publish an event that carries a role."""
    data = {"guild_id": str(role.guild_id), "role": role_payload(role)}
    state.publish(Dispatch(name, data, role.guild_id, Intent.GUILDS))


def list_roles(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return the roles of a guild, @everyone among them."""
    guild, _ = joined_guild(state, actor, guild_id)
    return [role_payload(role) for role in guild.roles.values()]


def get_role(state: State, actor: Actor, guild_id: int, role_id: int) -> dict[str, Any]:
    """Return one role."""
    joined_guild(state, actor, guild_id)
    return role_payload(state.find_role(guild_id, role_id))


def count_role_members(state: State, actor: Actor, guild_id: int) -> dict[str, int]:
    """Return how many members each role has, @everyone left out."""
    guild, _ = joined_guild(state, actor, guild_id)
    members = guild.members.values()
    return {str(id): sum(id in member.role_ids for member in members) for id in guild.roles if id != guild.id}


def create_role(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Make a role just above @everyone."""
    guild, member = permitted_guild(state, actor, guild_id, permissions.MANAGE_ROLES)
    fields = _read(state, guild, member, body)
    if len(guild.roles) >= MOST_ROLES:
        raise Code.MAX_ROLES.error()
    name: str = fields.pop("name", "new role")
    picture: bytes | None = fields.pop("icon", None)
    fields.setdefault("permissions", guild.roles[guild.id].permissions)
    role = add_role(state, guild, name, **fields)
    if picture is not None:
        role.icon = store_picture(state, f"role-icons/{role.id}", picture)
    changes = changes_between({}, role_payload(role))
    record(state, guild, actor, Action.ROLE_CREATE, role.id, changes=changes)
    return role_payload(role)


def edit_role(state: State, actor: Actor, guild_id: int, role_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a role that stands below the actor."""
    guild, member, role = _manageable(state, actor, guild_id, role_id)
    fields = _read(state, guild, member, body)
    before = role_payload(role)
    if "icon" in fields:
        fields["icon"] = store_picture(state, f"role-icons/{role.id}", fields["icon"])
    for name, value in fields.items():
        setattr(role, name, value)
    after = role_payload(role)
    publish_role(state, role, "GUILD_ROLE_UPDATE")
    record(state, guild, actor, Action.ROLE_UPDATE, role.id, changes=changes_between(before, after))
    return after


def move_roles(state: State, actor: Actor, guild_id: int, moves: Sequence[Any]) -> list[dict[str, Any]]:
    """Change the ranks of roles below the actor; the ranks in between close up."""
    guild, member = permitted_guild(state, actor, guild_id, permissions.MANAGE_ROLES)
    problems = Problems()
    table = {"id": identity(required=True), "position": whole(least=0, nullable=True)}
    read = [read_fields(as_mapping(move), table, problems, str(i)) for i, move in enumerate(moves)]
    problems.raise_if_any()
    for move in read:
        role = state.find_role(guild_id, move["id"])
        if role.id == guild.id:
            raise Code.INVALID_ROLE.error()
        limit = permissions.top_role(guild, member).position
        reaches = guild.owner_id != member.user_id and (move.get("position") or 0) >= limit
        if reaches or not permissions.outranks_role(guild, member, role):
            raise Code.MISSING_PERMISSIONS.error()
    before = {role.id: role.position for role in guild.roles.values()}
    for move in read:
        if move.get("position") is not None:
            guild.roles[move["id"]].position = move["position"]
    _close_up(guild, {move["id"] for move in read})
    for role in guild.roles.values():
        if role.position != before[role.id]:
            publish_role(state, role, "GUILD_ROLE_UPDATE")
    return [role_payload(role) for role in guild.roles.values()]


def delete_role(state: State, actor: Actor, guild_id: int, role_id: int) -> None:
    """Delete a role that stands below the actor and take it from everyone."""
    guild, _, role = _manageable(state, actor, guild_id, role_id)
    if role.managed or role.id == guild.id:
        raise Code.INVALID_ROLE.error()
    del guild.roles[role_id]
    for member in guild.members.values():
        if role_id in member.role_ids:
            member.role_ids.remove(role_id)
    for channel in state.channels_of(guild_id):
        channel.overwrites.pop(role_id, None)
    _close_up(guild, set())
    data = {"guild_id": str(guild_id), "role_id": str(role_id)}
    state.publish(Dispatch("GUILD_ROLE_DELETE", data, guild_id, Intent.GUILDS))
    record(state, guild, actor, Action.ROLE_DELETE, role_id, changes=changes_between(role_payload(role), {}))


def manageable_role(state: State, guild: Guild, member: Member, role_id: int) -> Role:
    """Return a role that a member may give and take."""
    role = state.find_role(guild.id, role_id)
    if role.managed or role.id == guild.id:
        raise Code.INVALID_ROLE.error()
    if not permissions.outranks_role(guild, member, role):
        raise Code.MISSING_PERMISSIONS.error()
    return role


def _manageable(state: State, actor: Actor, guild_id: int, role_id: int) -> tuple[Guild, Member, Role]:
    guild, member = permitted_guild(state, actor, guild_id, permissions.MANAGE_ROLES)
    role = state.find_role(guild_id, role_id)
    if not permissions.outranks_role(guild, member, role):
        raise Code.MISSING_PERMISSIONS.error()
    return guild, member, role


def _read(state: State, guild: Guild, member: Member, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields a request gives a role; nobody can grant what they do not have."""
    problems = Problems()
    read = read_fields(body, _FIELDS, problems)
    problems.raise_if_any()
    fields: dict[str, Any] = {
        name: value for name, value in read.items() if value is not None or name in ("icon", "unicode_emoji")
    }
    colors: dict[str, Any] = fields.pop("colors", None) or {}
    if "primary_color" in colors:
        fields["color"] = colors["primary_color"] or 0
    fields |= {name: colors[name] for name in ("secondary_color", "tertiary_color") if name in colors}
    pictured = fields.get("unicode_emoji") or fields.get("icon")
    if pictured and "ROLE_ICONS" not in guild.features:
        raise invalid("icon", "GUILD_PREMIUM_REQUIRED", "This server needs more boosts to perform this action")
    own = granted(state, guild, member)
    if not own & permissions.ADMINISTRATOR and fields.get("permissions", 0) & ~own:
        raise Code.MISSING_PERMISSIONS.error()
    return fields


def _close_up(guild: Guild, moved: set[int]) -> None:
    """Number the ranks from 0 without gaps; where two meet, the one that was moved there comes first."""
    ranked = sorted(guild.roles.values(), key=lambda role: (role.id != guild.id, role.position, role.id not in moved))
    for position, role in enumerate(ranked):
        role.position = position
