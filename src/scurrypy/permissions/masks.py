"""Which permissions go together."""

from typing import Final

from scurrypy.enums.permissions import Permissions

ALL: Final = Permissions(sum(Permissions))
"""Every permission this version knows: what owners and administrators have."""

ELEVATED: Final = (
    Permissions.KICK_MEMBERS
    | Permissions.BAN_MEMBERS
    | Permissions.ADMINISTRATOR
    | Permissions.MANAGE_CHANNELS
    | Permissions.MANAGE_GUILD
    | Permissions.MANAGE_MESSAGES
    | Permissions.MANAGE_ROLES
    | Permissions.MANAGE_WEBHOOKS
    | Permissions.MANAGE_GUILD_EXPRESSIONS
    | Permissions.MANAGE_THREADS
    | Permissions.VIEW_CREATOR_MONETIZATION_ANALYTICS
)
"""What a bot can use only if its owner has two-factor authentication, in guilds that ask moderators for it."""

WHILE_TIMED_OUT: Final = Permissions.VIEW_CHANNEL | Permissions.READ_MESSAGE_HISTORY
"""All that a timeout leaves."""

NEED_SENDING: Final = (
    Permissions.SEND_TTS_MESSAGES | Permissions.EMBED_LINKS | Permissions.ATTACH_FILES | Permissions.MENTION_EVERYONE
)
"""What is of no use to those who cannot send messages."""

NEED_CONNECT: Final = (
    Permissions.STREAM
    | Permissions.SPEAK
    | Permissions.MUTE_MEMBERS
    | Permissions.DEAFEN_MEMBERS
    | Permissions.MOVE_MEMBERS
    | Permissions.USE_VAD
    | Permissions.PRIORITY_SPEAKER
    | Permissions.REQUEST_TO_SPEAK
    | Permissions.USE_SOUNDBOARD
    | Permissions.USE_EXTERNAL_SOUNDS
    | Permissions.SET_VOICE_CHANNEL_STATUS
    | Permissions.MANAGE_CHANNELS
    | Permissions.SEND_MESSAGES
    | NEED_SENDING
)
"""What is of no use in a voice or stage channel to those who cannot join it."""
