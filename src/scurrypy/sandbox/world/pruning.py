"""Members who have been away for long, and how a guild parts with them.

Away is whoever is neither online nor in voice, joined before that time, and wrote nothing since.

See [Discord Docs/Begin Guild Prune](https://docs.discord.com/developers/resources/guild#begin-guild-prune).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.records import Guild, Member
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.fields import Field, Json, flag, is_list, read_fields, whole
from scurrypy.sandbox.rules.shapes import ids
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, record
from scurrypy.sandbox.world.members import dismiss

_NEEDED = permissions.MANAGE_GUILD | permissions.KICK_MEMBERS
_DAY = 24 * 3600
_FIELDS: Mapping[str, Field] = {
    "days": whole(least=1, most=30, default=7),
    "include_roles": ids(most=100, default=[]),
    "compute_prune_count": flag(default=True),
}


def count_idle(state: State, actor: Actor, guild_id: int, query: Mapping[str, Any]) -> dict[str, Any]:
    """Return how many members a guild would part with."""
    guild, _ = permitted_guild(state, actor, guild_id, _NEEDED)
    read = _read(query)
    return {"pruned": len(_idle(state, guild, read["days"], read["include_roles"]))}


def prune(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Have a guild part with the members who have been away for some days."""
    guild, _ = permitted_guild(state, actor, guild_id, _NEEDED)
    read = _read(body)
    idle = _idle(state, guild, read["days"], read["include_roles"])
    for member in idle:
        dismiss(state, guild, member.user_id)
    options = {"delete_member_days": str(read["days"]), "members_removed": str(len(idle))}
    record(state, guild, actor, Action.MEMBER_PRUNE, None, options=options)
    return {"pruned": len(idle) if read["compute_prune_count"] else None}


def _read(body: Mapping[str, Any]) -> dict[str, Any]:
    problems = Problems()
    roles: Json = body.get("include_roles")
    # Several roles may come with commas between them.
    listed = roles if is_list(roles) else [part for part in str(roles or "").split(",") if part]
    read = read_fields({**body, "include_roles": listed}, _FIELDS, problems)
    problems.raise_if_any()
    return read


def _idle(state: State, guild: Guild, days: int, role_ids: Sequence[int]) -> list[Member]:
    since = state.clock.now() - days * _DAY
    active = {guild.owner_id, *guild.presences, *guild.voice_states}
    for channel in [*state.channels_of(guild.id), *state.threads_of(guild.id)]:
        active |= {message.author_id for message in state.messages[channel.id].values() if message.timestamp >= since}
    return [
        member
        for member in guild.members.values()
        if member.joined_at < since and member.user_id not in active and set(member.role_ids) <= set(role_ids)
    ]
