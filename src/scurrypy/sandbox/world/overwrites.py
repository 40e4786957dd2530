"""Permission overwrites of channels.

See [Discord Docs/Permission Overwrites](https://docs.discord.com/developers/topics/permissions#permission-overwrites).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.channels import channel_payload, overwrite_payload
from scurrypy.sandbox.records import Channel, Guild, Member, Overwrite
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import ABSENT, Field, Json, as_list, read_field, read_fields, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import identity, items, model, permission_bits
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, guild_channel, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record

_FIELDS: Mapping[str, Field] = {
    "type": whole(choices=(0, 1), default=0),
    "allow": permission_bits(nullable=True),
    "deny": permission_bits(nullable=True),
}
_LISTED = items(model({"id": identity(required=True), **_FIELDS}), most=100, nullable=True)


def read_overwrites(
    state: State,
    guild: Guild,
    member: Member,
    value: Json,
    problems: Problems,
    *,
    channel: Channel | None = None,
) -> dict[int, Overwrite] | None:
    """Return the overwrites a request gives a channel; None where it gives none.

    Args:
        state: The world.
        guild: The guild.
        member: Who asks: nobody can grant what they do not have.
        value: What the request has under `permission_overwrites`.
        problems: Where to note what is wrong.
        channel: The channel, if there is one yet.
    """
    read: Json = read_field(value, _LISTED, problems, "permission_overwrites")
    if read is None or read is ABSENT:
        return None
    overwrites: dict[int, Overwrite] = {}
    for entry in as_list(read):
        if "id" not in entry or "type" not in entry:
            continue
        overwrite = Overwrite(entry["id"], entry["type"], entry.get("allow") or 0, entry.get("deny") or 0)
        _require_own(state, guild, member, channel, overwrite)
        overwrites[overwrite.id] = overwrite
    return overwrites


def set_overwrite(state: State, actor: Actor, channel_id: int, overwrite_id: int, body: Mapping[str, Any]) -> None:
    """Give a channel an overwrite for a role or a member."""
    guild, channel = _manageable(state, actor, channel_id)
    problems = Problems()
    read = read_fields(body, _FIELDS, problems)
    problems.raise_if_any()
    overwrite = Overwrite(overwrite_id, read["type"], read.get("allow") or 0, read.get("deny") or 0)
    if overwrite.type == 0 and overwrite_id not in guild.roles:
        raise Code.UNKNOWN_ROLE.error()
    if overwrite.type == 1 and overwrite_id not in state.users:
        raise Code.UNKNOWN_USER.error()
    before = channel.overwrites.get(overwrite_id)
    _require_own(state, guild, guild.members[actor.user_id], channel, overwrite)
    channel.overwrites[overwrite_id] = overwrite
    _publish(state, channel)
    action = Action.OVERWRITE_UPDATE if before else Action.OVERWRITE_CREATE
    changes = changes_between(overwrite_payload(before) if before else {}, overwrite_payload(overwrite))
    record(state, guild, actor, action, channel.id, changes=changes, options=_options(guild, overwrite))


def delete_overwrite(state: State, actor: Actor, channel_id: int, overwrite_id: int) -> None:
    """Take an overwrite off a channel."""
    guild, channel = _manageable(state, actor, channel_id)
    overwrite = channel.overwrites.pop(overwrite_id, None)
    if overwrite is None:
        raise Code.UNKNOWN_OVERWRITE.error()
    _publish(state, channel)
    changes = changes_between(overwrite_payload(overwrite), {})
    record(
        state, guild, actor, Action.OVERWRITE_DELETE, channel.id, changes=changes, options=_options(guild, overwrite)
    )


def _manageable(state: State, actor: Actor, channel_id: int) -> tuple[Guild, Channel]:
    guild, channel = guild_channel(state, actor, channel_id)
    if channel.is_thread:
        raise Code.WRONG_CHANNEL_TYPE.error()
    require(state, actor, channel, permissions.MANAGE_ROLES)
    return guild, channel


def _require_own(state: State, guild: Guild, member: Member, channel: Channel | None, after: Overwrite) -> None:
    """Refuse a change of permissions that the member does not have."""
    before = channel.overwrites.get(after.id) if channel else None
    everywhere = granted(state, guild, member)
    if everywhere & permissions.ADMINISTRATOR:
        return
    own = everywhere if channel is None else state.permissions(member.user_id, channel)
    # Whoever has MANAGE_ROLES only through this channel may not change it, nor anything they lack.
    changed = (after.allow ^ (before.allow if before else 0)) | (after.deny ^ (before.deny if before else 0))
    if changed & ~own or (changed & permissions.MANAGE_ROLES and not everywhere & permissions.MANAGE_ROLES):
        raise Code.MISSING_PERMISSIONS.error()


def _publish(state: State, channel: Channel) -> None:
    data = channel_payload(state, channel)
    state.publish(Dispatch("CHANNEL_UPDATE", data, channel.guild_id, Intent.GUILDS, channel_id=channel.id))


def _options(guild: Guild, overwrite: Overwrite) -> dict[str, Any]:
    options = {"id": str(overwrite.id), "type": str(overwrite.type)}
    role = guild.roles.get(overwrite.id)
    return options | {"role_name": role.name} if role else options
