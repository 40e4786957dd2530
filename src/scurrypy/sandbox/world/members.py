"""Members of guilds: who joins, who changes, who leaves.

See [Discord Docs/Guild Member](https://docs.discord.com/developers/resources/guild#guild-member-object).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.guilds import guild_create
from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Guild, Member, User
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, text, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import identity, ids, image, moment
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import joined_guild, permitted_guild, require_above
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.drafts import Draft
from scurrypy.sandbox.world.installed import forget_integrations
from scurrypy.sandbox.world.posting import post_message
from scurrypy.sandbox.world.roles import manageable_role
from scurrypy.sandbox.world.users import store_picture
from scurrypy.sandbox.world.voice_states import leave_voice, move_by_moderator, refresh_voice, require_in_voice

LONGEST_TIMEOUT = 28 * 24 * 3600
"""Seconds of the longest timeout."""
USER_JOIN = 7
"""Type of the message that says somebody joined."""
_NO_WELCOME = 1 << 0

_EDITED: Mapping[str, Field] = {
    "nick": text(most=32, nullable=True),
    "roles": ids(nullable=True),
    "mute": flag(nullable=True),
    "deaf": flag(nullable=True),
    "channel_id": identity(nullable=True),
    "communication_disabled_until": moment(nullable=True),
    "flags": whole(least=0, nullable=True),
}
_NEEDED = {
    "nick": permissions.MANAGE_NICKNAMES,
    "roles": permissions.MANAGE_ROLES,
    "mute": permissions.MUTE_MEMBERS,
    "deaf": permissions.DEAFEN_MEMBERS,
    "channel_id": permissions.MOVE_MEMBERS,
    "communication_disabled_until": permissions.MODERATE_MEMBERS,
    "flags": permissions.MODERATE_MEMBERS,
}
_OWN: Mapping[str, Field] = {
    "nick": text(most=32, nullable=True),
    "avatar": image(nullable=True),
    "banner": image(nullable=True),
    "bio": text(most=190, nullable=True),
}


def admit(
    state: State,
    guild: Guild,
    user: User,
    *,
    nick: str | None = None,
    role_ids: Sequence[int] = (),
    welcome: bool = False,
) -> Member:
    """Make a user a member and tell the guild; a bot receives the guild itself.

    Args:
        state: The world.
        guild: The guild.
        user: Who joins.
        nick: Name in the guild.
        role_ids: Roles to start with.
        welcome: Whether the guild's system channel announces it.
    """
    member = Member(user.id, guild.id, state.clock.now(), nick=nick, role_ids=list(role_ids))
    guild.members[user.id] = member
    for application in state.applications.values():
        if application.bot_id == user.id:
            data = guild_create(state, guild, user.id)
            state.publish(Dispatch("GUILD_CREATE", data, guild.id, Intent.GUILDS, application.id))
    data = {"guild_id": str(guild.id)} | member_payload(state, member)
    state.publish(Dispatch("GUILD_MEMBER_ADD", data, guild.id, Intent.GUILD_MEMBERS))
    channel = state.channels.get(guild.system_channel_id or 0)
    if welcome and channel is not None and not guild.system_channel_flags & _NO_WELCOME:
        post_message(state, channel, user.id, Draft(), type=USER_JOIN)
    return member


def dismiss(state: State, guild: Guild, user_id: int) -> None:
    """Take a member out of a guild and tell the guild; a bot loses the guild itself."""
    user = state.users[user_id]
    data = {"guild_id": str(guild.id), "user": user_payload(user)}
    leave_voice(state, guild, user_id)
    del guild.members[user_id]
    guild.presences.pop(user_id, None)
    for thread in state.threads_of(guild.id):
        thread.thread_members.pop(user_id, None)
    for application in state.applications.values():
        if application.bot_id == user_id:
            gone = {"id": str(guild.id)}  # no `unavailable`: the bot was removed
            state.publish(Dispatch("GUILD_DELETE", gone, guild.id, Intent.GUILDS, application.id))
            forget_integrations(state, guild, application.id)
    for role in [role for role in guild.roles.values() if role.tags and role.tags.get("bot_id") == str(user_id)]:
        del guild.roles[role.id]
    state.publish(Dispatch("GUILD_MEMBER_REMOVE", data, guild.id, Intent.GUILD_MEMBERS))


def publish_member(state: State, member: Member) -> None:
    """Tell the guild that a member changed."""
    data = {"guild_id": str(member.guild_id)} | member_payload(state, member)
    state.publish(Dispatch("GUILD_MEMBER_UPDATE", data, member.guild_id, Intent.GUILD_MEMBERS))


def get_member(state: State, actor: Actor, guild_id: int, user_id: int) -> dict[str, Any]:
    """Return a member of a guild."""
    guild, _ = joined_guild(state, actor, guild_id)
    if user_id not in guild.members:
        raise (Code.UNKNOWN_MEMBER if user_id in state.users else Code.UNKNOWN_USER).error()
    return member_payload(state, guild.members[user_id])


def list_members(state: State, actor: Actor, guild_id: int, *, after: int = 0, limit: int = 1) -> list[dict[str, Any]]:
    """Return a page of members, by user id; only for applications that may use GUILD_MEMBERS."""
    guild, _ = joined_guild(state, actor, guild_id)
    application = state.applications.get(actor.application_id or 0)
    if application is not None and not application.privileged_intents & Intent.GUILD_MEMBERS:
        raise Code.MISSING_ACCESS.error()
    members = sorted((m for m in guild.members.values() if m.user_id > after), key=lambda member: member.user_id)
    return [member_payload(state, member) for member in members[:limit]]


def search_members(state: State, actor: Actor, guild_id: int, query: str, *, limit: int = 1) -> list[dict[str, Any]]:
    """Return members whose name or nick starts with a text."""
    guild, _ = joined_guild(state, actor, guild_id)
    return [member_payload(state, member) for member in find_members(state, guild, query)[:limit]]


def find_members(state: State, guild: Guild, query: str) -> list[Member]:
    """Return members whose name or nick starts with a text, whatever the case, by user id."""
    start = query.casefold()

    def matches(member: Member) -> bool:
        user = state.users[member.user_id]
        return any(name.casefold().startswith(start) for name in (user.username, user.global_name, member.nick) if name)

    return sorted(filter(matches, guild.members.values()), key=lambda member: member.user_id)


def edit_member(state: State, actor: Actor, guild_id: int, user_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a member: each field needs its own permission, and a member below oneself."""
    problems = Problems()
    read = read_fields(body, _EDITED, problems)
    problems.raise_if_any()
    needed = 0
    for name in read:
        needed |= _NEEDED[name]
    guild, editor = permitted_guild(state, actor, guild_id, needed)
    member = state.find_member(guild_id, user_id)
    if read.keys() & {"nick", "communication_disabled_until"} and member is not editor:
        require_above(guild, editor, member)
    if guild.owner_id == user_id and "nick" in read and member is not editor:
        raise Code.MISSING_PERMISSIONS.error()
    before = member_payload(state, member)
    if read.get("roles") is not None:
        _set_roles(state, guild, editor, member, read["roles"])
    if "communication_disabled_until" in read:
        _time_out(state, guild, member, read["communication_disabled_until"])
    if "nick" in read:
        member.nick = read["nick"] or None
    if read.get("flags") is not None:
        member.flags = read["flags"]
    _change_voice(state, guild, member, read)
    after = member_payload(state, member)
    publish_member(state, member)
    _record_edit(state, guild, actor, member, before=before, after=after)
    return after


def _change_voice(state: State, guild: Guild, member: Member, read: Mapping[str, Any]) -> None:
    wanted = {name: read[name] for name in ("mute", "deaf") if read.get(name) is not None}
    if wanted:
        require_in_voice(guild, member.user_id)
        for name, value in wanted.items():
            setattr(member, name, value)
        refresh_voice(state, guild, member.user_id)
    if "channel_id" in read:
        move_by_moderator(state, guild, member.user_id, read["channel_id"])


def _set_roles(state: State, guild: Guild, editor: Member, member: Member, role_ids: Sequence[int]) -> None:
    if any(id not in guild.roles for id in role_ids):
        raise Code.UNKNOWN_ROLE.error()
    for role_id in set(role_ids) ^ set(member.role_ids):
        manageable_role(state, guild, editor, role_id)
    member.role_ids = list(role_ids)


def _time_out(state: State, guild: Guild, member: Member, until: str | None) -> None:
    ends = None if until is None else parse_iso(until)
    if ends is not None:
        if ends > state.clock.now() + LONGEST_TIMEOUT:
            words = "Cannot time out a member for longer than 28 days"
            raise invalid("communication_disabled_until", "MEMBER_TIMEOUT_TOO_LONG", words)
        administrator = permissions.guild_permissions(guild, member, state.clock.now()) & permissions.ADMINISTRATOR
        if administrator:
            raise Code.MISSING_PERMISSIONS.error()
    member.timeout_until = ends


def _record_edit(
    state: State, guild: Guild, actor: Actor, member: Member, *, before: dict[str, Any], after: dict[str, Any]
) -> None:
    added = [guild.roles[int(id)] for id in after["roles"] if id not in before["roles"]]
    removed = [guild.roles[int(id)] for id in before["roles"] if id not in after["roles"]]
    if added or removed:
        lists = (("$add", added), ("$remove", removed))
        changes = [
            {"key": key, "new_value": [{"id": str(role.id), "name": role.name} for role in roles]}
            for key, roles in lists
            if roles
        ]
        record(state, guild, actor, Action.MEMBER_ROLE_UPDATE, member.user_id, changes=changes)
    others = changes_between(before | {"roles": None}, after | {"roles": None})
    if others:
        record(state, guild, actor, Action.MEMBER_UPDATE, member.user_id, changes=others)


def edit_own_member(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change one's own nick, pictures or biography in a guild."""
    needed = permissions.CHANGE_NICKNAME if "nick" in body else 0
    guild, member = permitted_guild(state, actor, guild_id, needed)
    problems = Problems()
    read = read_fields(body, _OWN, problems)
    problems.raise_if_any()
    before = member_payload(state, member)
    if "nick" in read:
        member.nick = read["nick"] or None
    if "bio" in read:
        member.bio = read["bio"]
    for name, folder in (("avatar", "avatars"), ("banner", "banners")):
        if name in read:
            path = f"guilds/{guild.id}/users/{member.user_id}/{folder}"
            setattr(member, name, store_picture(state, path, read[name]))
    after = member_payload(state, member)
    publish_member(state, member)
    _record_edit(state, guild, actor, member, before=before, after=after)
    return after


def add_member_role(state: State, actor: Actor, guild_id: int, user_id: int, role_id: int) -> None:
    """Give a member a role that stands below the actor."""
    _change_role(state, actor, guild_id, user_id, role_id, given=True)


def remove_member_role(state: State, actor: Actor, guild_id: int, user_id: int, role_id: int) -> None:
    """Take a role that stands below the actor from a member."""
    _change_role(state, actor, guild_id, user_id, role_id, given=False)


def _change_role(state: State, actor: Actor, guild_id: int, user_id: int, role_id: int, *, given: bool) -> None:
    guild, editor = permitted_guild(state, actor, guild_id, permissions.MANAGE_ROLES)
    member = state.find_member(guild_id, user_id)
    manageable_role(state, guild, editor, role_id)
    if (role_id in member.role_ids) == given:
        return
    before = member_payload(state, member)
    if given:
        member.role_ids.append(role_id)
    else:
        member.role_ids.remove(role_id)
    publish_member(state, member)
    _record_edit(state, guild, actor, member, before=before, after=member_payload(state, member))


def kick_member(state: State, actor: Actor, guild_id: int, user_id: int) -> None:
    """Put a member that stands below the actor out of the guild."""
    guild, kicker = permitted_guild(state, actor, guild_id, permissions.KICK_MEMBERS)
    member = state.find_member(guild_id, user_id)
    require_above(guild, kicker, member)
    dismiss(state, guild, user_id)
    record(state, guild, actor, Action.MEMBER_KICK, user_id)


def leave_guild(state: State, actor: Actor, guild_id: int) -> None:
    """Leave a guild; its owner cannot."""
    guild = state.find_guild(guild_id)
    if actor.user_id not in guild.members:
        raise Code.UNKNOWN_GUILD.error()
    if guild.owner_id == actor.user_id:
        raise Code.MISSING_PERMISSIONS.error()
    dismiss(state, guild, actor.user_id)
