"""Kinds of invites."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordTypes


class InviteType(DiscordTypes):
    """What an invite leads to.

    See [Discord Docs/Invite Types](https://docs.discord.com/developers/resources/invite#invite-object-invite-types).
    """

    GUILD = 0
    """A guild."""
    GROUP_DM = 1
    """A group."""
    FRIEND = 2
    """A friendship."""


class InviteTargetType(DiscordTypes):
    """What an invite to a voice channel points at.

    See [Discord Docs/Invite Target Types](https://docs.discord.com/developers/resources/invite#invite-object-invite-target-types).
    """

    STREAM = 1
    """The stream of a user."""
    EMBEDDED_APPLICATION = 2
    """An activity."""
    ROLE_SUBSCRIPTIONS_PURCHASE = 3
    """The shop for role subscriptions."""


class InviteFlags(DiscordFlags):
    """Peculiarities of an invite.

    See [Discord Docs/Guild Invite Flags](https://docs.discord.com/developers/resources/invite#invite-object-guild-invite-flags).
    """

    IS_GUEST_INVITE = 1 << 0
    """For a guest of a voice channel."""


class TargetUsersJobStatus(DiscordTypes):
    """How far Discord has come with the list of those who may use an invite.

    See [Discord Docs/Status Codes](https://docs.discord.com/developers/resources/invite#get-target-users-job-status-status-codes).
    """

    UNSPECIFIED = 0
    """Not told."""
    PROCESSING = 1
    """Still at work."""
    COMPLETED = 2
    """Done."""
    FAILED = 3
    """Failed; `error_message` says why."""
