"""Invites into guilds.

See [Discord Docs/Invite Resource](https://docs.discord.com/developers/resources/invite).
"""

import secrets
from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.payloads.guilds import invite_payload
from scurrypy.sandbox.records import Guild, Invite, Member
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import ids
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, permitted_guild, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.members import admit

MOST_INVITES = 1000
"""Invites of one guild."""

_FIELDS: Mapping[str, Field] = {
    "max_age": whole(least=0, most=604_800, default=86_400),
    "max_uses": whole(least=0, most=100, default=0),
    "temporary": flag(default=False),
    "unique": flag(default=False),
    "role_ids": ids(most=10, nullable=True),
}


def create_invite(state: State, actor: Actor, channel_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Make an invite to a channel, or return one that is as good."""
    guild, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, permissions.CREATE_INSTANT_INVITE)
    problems = Problems()
    read = read_fields(body, _FIELDS, problems)
    problems.raise_if_any()
    role_ids: list[int] = read.get("role_ids") or []
    if role_ids:
        require(state, actor, channel, permissions.MANAGE_ROLES)
        for role_id in role_ids:
            state.find_role(guild.id, role_id)
    settings = {name: read[name] for name in ("max_age", "max_uses", "temporary")}
    if not read["unique"]:
        for invite in valid_invites(state, guild):
            same = all(getattr(invite, name) == value for name, value in settings.items())
            if same and (invite.inviter_id, invite.channel_id) == (actor.user_id, channel_id) and not role_ids:
                return invite_payload(state, invite, with_metadata=True)
    if len(valid_invites(state, guild)) >= MOST_INVITES:
        raise Code.MAX_INVITES.error()
    invite = add_invite(state, guild, channel_id, actor.user_id, role_ids=role_ids, **settings)
    changes = changes_between({}, {"code": invite.code, "channel_id": str(channel_id), **settings})
    record(state, guild, actor, Action.INVITE_CREATE, None, changes=changes)
    return invite_payload(state, invite, with_metadata=True)


def add_invite(state: State, guild: Guild, channel_id: int, inviter_id: int, **fields: Any) -> Invite:
    """Make an invite, whoever may do so, and tell those who manage channels; `fields` are those of the record."""
    code = secrets.token_urlsafe(8)[:8].replace("-", "a").replace("_", "b")
    invite = Invite(code, guild.id, channel_id, inviter_id, state.clock.now(), **fields)
    state.invites[code] = invite
    payload = invite_payload(state, invite, with_metadata=True)
    event = {name: value for name, value in payload.items() if name not in ("guild", "channel")}
    event |= {"channel_id": str(channel_id), "guild_id": str(guild.id)}
    state.publish_to_permitted(guild, "INVITE_CREATE", event, Intent.GUILD_INVITES, permissions.MANAGE_CHANNELS)
    return invite


def get_invite(state: State, code: str, *, with_counts: bool = False) -> dict[str, Any]:
    """Return an invite that still works."""
    invite = find_invite(state, code)
    payload = invite_payload(state, invite)
    if with_counts:
        guild = state.guilds[invite.guild_id]
        payload["approximate_member_count"] = len(guild.members)
        payload["approximate_presence_count"] = len(guild.presences)
    return payload


def list_channel_invites(state: State, actor: Actor, channel_id: int) -> list[dict[str, Any]]:
    """Return the invites to a channel."""
    guild, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, permissions.MANAGE_CHANNELS)
    found = [invite for invite in valid_invites(state, guild) if invite.channel_id == channel_id]
    return [invite_payload(state, invite, with_metadata=True) for invite in found]


def list_guild_invites(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return the invites to a guild."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    return [invite_payload(state, invite, with_metadata=True) for invite in valid_invites(state, guild)]


def revoke_invite(state: State, actor: Actor, code: str) -> dict[str, Any]:
    """Take an invite back."""
    invite = find_invite(state, code)
    guild = state.guilds[invite.guild_id]
    channel = state.channels[invite.channel_id]
    if not state.permissions(actor.user_id, channel) & permissions.MANAGE_CHANNELS:
        permitted_guild(state, actor, guild.id, permissions.MANAGE_GUILD)
    payload = invite_payload(state, invite)
    _remove(state, invite)
    record(state, guild, actor, Action.INVITE_DELETE, None, changes=changes_between({"code": code}, {}))
    return payload


def use_invite(state: State, actor: Actor, code: str) -> Member:
    """Join the guild an invite leads to; those who are in it already stay as they are."""
    invite = find_invite(state, code)
    guild = state.guilds[invite.guild_id]
    if actor.user_id in guild.bans:
        raise Code.USER_BANNED.error()
    if "INVITES_DISABLED" in guild.features or (guild.invites_disabled_until or 0) > state.clock.now():
        raise ActorError(f"{guild.name} lets nobody in at the moment")
    if invite.target_user_ids is not None and actor.user_id not in invite.target_user_ids:
        raise Code.UNKNOWN_INVITE.error()
    if actor.user_id in guild.members:
        return guild.members[actor.user_id]
    invite.uses += 1
    role_ids = [id for id in invite.role_ids if id in guild.roles]
    member = admit(state, guild, state.find_user(actor.user_id), role_ids=role_ids, welcome=True)
    if invite.max_uses and invite.uses >= invite.max_uses:
        _remove(state, invite)
    return member


def find_invite(state: State, code: str) -> Invite:
    """Return an invite that still works, or refuse with Unknown Invite."""
    invite = state.invites.get(code)
    if invite is None or _is_over(state, invite):
        raise Code.UNKNOWN_INVITE.error()
    return invite


def valid_invites(state: State, guild: Guild) -> list[Invite]:
    """Return the invites to a guild that still work, without its vanity URL."""
    invites = [invite for invite in state.invites.values() if invite.guild_id == guild.id]
    return [invite for invite in invites if invite.code != guild.vanity_url_code and not _is_over(state, invite)]


def _is_over(state: State, invite: Invite) -> bool:
    return bool(invite.max_age) and invite.created_at + invite.max_age <= state.clock.now()


def _remove(state: State, invite: Invite) -> None:
    del state.invites[invite.code]
    guild = state.guilds[invite.guild_id]
    data = {"channel_id": str(invite.channel_id), "guild_id": str(guild.id), "code": invite.code}
    state.publish_to_permitted(guild, "INVITE_DELETE", data, Intent.GUILD_INVITES, permissions.MANAGE_CHANNELS)
