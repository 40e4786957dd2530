"""What can be edited about a user and about a member of a guild."""

from typing import TypedDict

from scurrypy.api.image_data import ImageDataPart
from scurrypy.enums.user import GuildMemberFlags


class EditGuildMemberParams(TypedDict, total=False):
    """Changes to a member of a guild. Each key needs a permission of its own.

    See [Discord Docs/Modify Guild Member](https://docs.discord.com/developers/resources/guild#modify-guild-member).
    """

    nick: str | None
    """Nickname in the guild, up to 32 characters; needs MANAGE_NICKNAMES."""
    roles: list[int]
    """All roles the member is to have; needs MANAGE_ROLES."""
    mute: bool
    """Whether the member is muted in voice channels; needs MUTE_MEMBERS."""
    deaf: bool
    """Whether the member is deafened in voice channels; needs DEAFEN_MEMBERS."""
    channel_id: int | None
    """Voice channel to move the member to, None to disconnect; needs MOVE_MEMBERS."""
    communication_disabled_until: str | None
    """ISO 8601 time at which the timeout ends, at most 28 days ahead, None to end it; needs MODERATE_MEMBERS."""
    flags: GuildMemberFlags
    """Flags of the member; only BYPASSES_VERIFICATION can be changed."""


class EditCurrentMemberParams(TypedDict, total=False):
    """Changes to the bot's own membership of a guild.

    See [Discord Docs/Modify Current Member](https://docs.discord.com/developers/resources/guild#modify-current-member).
    """

    nick: str | None
    """Nickname in the guild, up to 32 characters; needs CHANGE_NICKNAME."""
    avatar: ImageDataPart | None
    """Avatar in the guild."""
    banner: ImageDataPart | None
    """Banner in the guild."""
    bio: str | None
    """About the bot in the guild, up to 190 characters."""


class EditUserParams(TypedDict, total=False):
    """Changes to the bot's own user.

    See [Discord Docs/Modify Current User](https://docs.discord.com/developers/resources/user#modify-current-user).
    """

    username: str
    """Name, 2-32 characters."""
    avatar: ImageDataPart | None
    """Avatar."""
    banner: ImageDataPart | None
    """Banner."""
