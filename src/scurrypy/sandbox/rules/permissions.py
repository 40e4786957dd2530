"""Who may do what: permission bits, and how roles, overwrites and timeouts combine.

See [Discord Docs/Permissions](https://docs.discord.com/developers/topics/permissions).
"""

from typing import Final

from scurrypy.sandbox.records import Channel, Guild, Member, Role

CREATE_INSTANT_INVITE: Final = 1 << 0
KICK_MEMBERS: Final = 1 << 1
BAN_MEMBERS: Final = 1 << 2
ADMINISTRATOR: Final = 1 << 3
MANAGE_CHANNELS: Final = 1 << 4
MANAGE_GUILD: Final = 1 << 5
ADD_REACTIONS: Final = 1 << 6
VIEW_AUDIT_LOG: Final = 1 << 7
PRIORITY_SPEAKER: Final = 1 << 8
STREAM: Final = 1 << 9
VIEW_CHANNEL: Final = 1 << 10
SEND_MESSAGES: Final = 1 << 11
SEND_TTS_MESSAGES: Final = 1 << 12
MANAGE_MESSAGES: Final = 1 << 13
EMBED_LINKS: Final = 1 << 14
ATTACH_FILES: Final = 1 << 15
READ_MESSAGE_HISTORY: Final = 1 << 16
MENTION_EVERYONE: Final = 1 << 17
USE_EXTERNAL_EMOJIS: Final = 1 << 18
VIEW_GUILD_INSIGHTS: Final = 1 << 19
CONNECT: Final = 1 << 20
SPEAK: Final = 1 << 21
MUTE_MEMBERS: Final = 1 << 22
DEAFEN_MEMBERS: Final = 1 << 23
MOVE_MEMBERS: Final = 1 << 24
USE_VAD: Final = 1 << 25
CHANGE_NICKNAME: Final = 1 << 26
MANAGE_NICKNAMES: Final = 1 << 27
MANAGE_ROLES: Final = 1 << 28
MANAGE_WEBHOOKS: Final = 1 << 29
MANAGE_GUILD_EXPRESSIONS: Final = 1 << 30
USE_APPLICATION_COMMANDS: Final = 1 << 31
REQUEST_TO_SPEAK: Final = 1 << 32
MANAGE_EVENTS: Final = 1 << 33
MANAGE_THREADS: Final = 1 << 34
CREATE_PUBLIC_THREADS: Final = 1 << 35
CREATE_PRIVATE_THREADS: Final = 1 << 36
USE_EXTERNAL_STICKERS: Final = 1 << 37
SEND_MESSAGES_IN_THREADS: Final = 1 << 38
USE_EMBEDDED_ACTIVITIES: Final = 1 << 39
MODERATE_MEMBERS: Final = 1 << 40
VIEW_CREATOR_MONETIZATION_ANALYTICS: Final = 1 << 41
USE_SOUNDBOARD: Final = 1 << 42
CREATE_GUILD_EXPRESSIONS: Final = 1 << 43
CREATE_EVENTS: Final = 1 << 44
USE_EXTERNAL_SOUNDS: Final = 1 << 45
SEND_VOICE_MESSAGES: Final = 1 << 46
SET_VOICE_CHANNEL_STATUS: Final = 1 << 48
SEND_POLLS: Final = 1 << 49
USE_EXTERNAL_APPS: Final = 1 << 50
PIN_MESSAGES: Final = 1 << 51
BYPASS_SLOWMODE: Final = 1 << 52

ALL: Final = (1 << 53) - 1 & ~(1 << 47)
"""Every permission there is."""

DEFAULT_EVERYONE: Final = (
    CREATE_INSTANT_INVITE | ADD_REACTIONS | STREAM | VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES
    | READ_MESSAGE_HISTORY | MENTION_EVERYONE | USE_EXTERNAL_EMOJIS | CONNECT | SPEAK | USE_VAD | CHANGE_NICKNAME
    | USE_APPLICATION_COMMANDS | REQUEST_TO_SPEAK | CREATE_PUBLIC_THREADS | CREATE_PRIVATE_THREADS
    | USE_EXTERNAL_STICKERS | SEND_MESSAGES_IN_THREADS | USE_EMBEDDED_ACTIVITIES | USE_SOUNDBOARD
    | CREATE_GUILD_EXPRESSIONS | CREATE_EVENTS | USE_EXTERNAL_SOUNDS | SEND_VOICE_MESSAGES | SEND_POLLS
    | USE_EXTERNAL_APPS
)  # fmt: skip
"""What @everyone may do in a new guild."""

_WHILE_TIMED_OUT: Final = VIEW_CHANNEL | READ_MESSAGE_HISTORY

_NEEDS_SEND: Final = SEND_TTS_MESSAGES | EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE
_NEEDS_CONNECT: Final = (
    STREAM | SPEAK | MUTE_MEMBERS | DEAFEN_MEMBERS | MOVE_MEMBERS | USE_VAD | PRIORITY_SPEAKER | REQUEST_TO_SPEAK
    | USE_SOUNDBOARD | USE_EXTERNAL_SOUNDS | SET_VOICE_CHANNEL_STATUS
)  # fmt: skip


def guild_permissions(guild: Guild, member: Member, now: float) -> int:
    """Return what a member may do in the guild at large."""
    if guild.owner_id == member.user_id:
        return ALL
    granted = guild.roles[guild.id].permissions
    for role_id in member.role_ids:
        granted |= guild.roles[role_id].permissions
    if granted & ADMINISTRATOR:
        return ALL
    return granted & _WHILE_TIMED_OUT if is_timed_out(member, now) else granted


def is_timed_out(member: Member, now: float) -> bool:
    """Return whether a timeout holds the member."""
    return member.timeout_until is not None and member.timeout_until > now


def channel_permissions(guild: Guild, member: Member, channel: Channel, parent: Channel | None, now: float) -> int:
    """Return what a member may do in a channel, what one permission takes along with it included.

    Args:
        guild: The guild.
        member: One of its members.
        channel: One of its channels.
        parent: The channel a thread hangs from, whose overwrites count for the thread; None for other channels.
        now: Seconds since the Unix epoch.
    """
    granted = guild_permissions(guild, member, now)
    if granted & ADMINISTRATOR:
        return granted
    granted = _overwritten(granted, guild, member, parent or channel)
    if is_timed_out(member, now):
        granted &= _WHILE_TIMED_OUT
    if channel.is_thread and not _sees_thread(granted, member, channel):
        return 0
    return _with_consequences(granted, channel)


def _overwritten(granted: int, guild: Guild, member: Member, channel: Channel) -> int:
    overwrites = channel.overwrites
    everyone = overwrites.get(guild.id)
    if everyone is not None:
        granted = granted & ~everyone.deny | everyone.allow
    allow = deny = 0
    for role_id in member.role_ids:
        role = overwrites.get(role_id)
        if role is not None:
            allow |= role.allow
            deny |= role.deny
    granted = granted & ~deny | allow
    own = overwrites.get(member.user_id)
    if own is not None:
        granted = granted & ~own.deny | own.allow
    return granted


def _sees_thread(granted: int, member: Member, thread: Channel) -> bool:
    return not thread.is_private_thread or bool(granted & MANAGE_THREADS) or member.user_id in thread.thread_members


def _with_consequences(granted: int, channel: Channel) -> int:
    if not granted & VIEW_CHANNEL:
        return 0
    sending = SEND_MESSAGES_IN_THREADS if channel.is_thread else SEND_MESSAGES
    if not granted & sending:
        granted &= ~_NEEDS_SEND
    if channel.is_voice and not granted & CONNECT:
        granted &= ~(_NEEDS_CONNECT | _NEEDS_SEND | SEND_MESSAGES)
    return granted


def top_role(guild: Guild, member: Member) -> Role:
    """Return the member's highest role."""
    return max((guild.roles[id] for id in (guild.id, *member.role_ids)), key=_rank)


def outranks_role(guild: Guild, member: Member, role: Role) -> bool:
    """Return whether a member stands above a role."""
    return guild.owner_id == member.user_id or _rank(top_role(guild, member)) > _rank(role)


def outranks_member(guild: Guild, member: Member, other: Member) -> bool:
    """Return whether a member stands above another one."""
    if guild.owner_id in (member.user_id, other.user_id):
        return guild.owner_id == member.user_id
    return _rank(top_role(guild, member)) > _rank(top_role(guild, other))


def _rank(role: Role) -> tuple[int, int]:
    # Of two roles in the same position, the older one stands higher.
    return (role.position, -role.id)
