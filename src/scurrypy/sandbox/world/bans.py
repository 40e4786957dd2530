"""Bans.

See [Discord Docs/Ban](https://docs.discord.com/developers/resources/guild#ban-object).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.ids import snowflake_at
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Ban, Guild, Member
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import ids
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild, require_above
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, record
from scurrypy.sandbox.world.members import dismiss
from scurrypy.sandbox.world.messages import remove_message

_DELETION: Mapping[str, Field] = {
    "delete_message_seconds": whole(least=0, most=604_800, nullable=True),
    "delete_message_days": whole(least=0, most=7, nullable=True),
}
_BULK: Mapping[str, Field] = {"user_ids": ids(required=True, least=1, most=200), **_DELETION}


def list_bans(
    state: State,
    actor: Actor,
    guild_id: int,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int = 1000,
) -> list[dict[str, Any]]:
    """Return a page of bans, by user id."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.BAN_MEMBERS)
    bans = sorted(guild.bans.values(), key=lambda ban: ban.user_id)
    if before is not None:
        bans = [ban for ban in bans if ban.user_id < before][-limit:]
    else:
        bans = [ban for ban in bans if after is None or ban.user_id > after][:limit]
    return [ban_payload(state, ban) for ban in bans]


def get_ban(state: State, actor: Actor, guild_id: int, user_id: int) -> dict[str, Any]:
    """Return one ban."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.BAN_MEMBERS)
    if user_id not in guild.bans:
        raise Code.UNKNOWN_BAN.error()
    return ban_payload(state, guild.bans[user_id])


def ban_payload(state: State, ban: Ban) -> dict[str, Any]:
    """Return a ban in wire form."""
    return {"user": user_payload(state.users[ban.user_id]), "reason": ban.reason}


def ban_user(state: State, actor: Actor, guild_id: int, user_id: int, body: Mapping[str, Any]) -> None:
    """Ban a user, member or not, and delete their messages of the last while."""
    guild, banner = permitted_guild(state, actor, guild_id, permissions.BAN_MEMBERS)
    problems = Problems()
    read = read_fields(body, _DELETION, problems)
    problems.raise_if_any()
    state.find_user(user_id)
    _require_bannable(guild, banner, user_id)
    if user_id not in guild.bans:
        _ban(state, actor, guild, user_id, _seconds(read))


def bulk_ban(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Ban several users at once; those who cannot be banned are told apart."""
    needed = permissions.BAN_MEMBERS | permissions.MANAGE_GUILD
    guild, banner = permitted_guild(state, actor, guild_id, needed)
    problems = Problems()
    read = read_fields(body, _BULK, problems)
    problems.raise_if_any()
    banned: list[str] = []
    failed: list[str] = []
    for user_id in read["user_ids"]:
        member = guild.members.get(user_id)
        reachable = member is None or permissions.outranks_member(guild, banner, member)
        if user_id in state.users and user_id not in guild.bans and reachable and user_id != actor.user_id:
            _ban(state, actor, guild, user_id, _seconds(read))
            banned.append(str(user_id))
        else:
            failed.append(str(user_id))
    if not banned:
        raise Code.BULK_BAN_FAILED.error()
    return {"banned_users": banned, "failed_users": failed}


def unban_user(state: State, actor: Actor, guild_id: int, user_id: int) -> None:
    """Lift a ban."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.BAN_MEMBERS)
    if guild.bans.pop(user_id, None) is None:
        raise Code.UNKNOWN_BAN.error()
    _publish(state, guild, user_id, "GUILD_BAN_REMOVE")
    record(state, guild, actor, Action.MEMBER_BAN_REMOVE, user_id)


def _require_bannable(guild: Guild, banner: Member, user_id: int) -> None:
    member = guild.members.get(user_id)
    if member is not None:
        require_above(guild, banner, member)


def _seconds(read: Mapping[str, Any]) -> int:
    seconds: int | None = read.get("delete_message_seconds")
    return (read.get("delete_message_days") or 0) * 86_400 if seconds is None else seconds


def _ban(state: State, actor: Actor, guild: Guild, user_id: int, seconds: int) -> None:
    guild.bans[user_id] = Ban(user_id, actor.reason)
    _publish(state, guild, user_id, "GUILD_BAN_ADD")
    if user_id in guild.members:
        dismiss(state, guild, user_id)
    since = snowflake_at(state.clock.now() - seconds)
    for channel in [*state.channels_of(guild.id), *state.threads_of(guild.id)] if seconds else ():
        for message in list(state.messages[channel.id].values()):
            if message.author_id == user_id and message.id >= since:
                remove_message(state, message)
    record(state, guild, actor, Action.MEMBER_BAN_ADD, user_id)


def _publish(state: State, guild: Guild, user_id: int, name: str) -> None:
    data = {"guild_id": str(guild.id), "user": user_payload(state.users[user_id])}
    state.publish(Dispatch(name, data, guild.id, Intent.GUILD_MODERATION))
