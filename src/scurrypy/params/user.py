"""What can be edited about a user and about a member of a guild."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from scurrypy.api.image_data import ImageDataPart
from scurrypy.enums.user import GuildMemberFlags
from scurrypy.wire.limits import Count, Length
from scurrypy.wire.sent import SentTime


class EditGuildMemberParams(TypedDict, total=False):
    """Changes to a member of a guild. Each key needs a permission of its own.

    See [Discord Docs/Modify Guild Member](https://docs.discord.com/developers/resources/guild#modify-guild-member).
    """

    nick: Annotated[str, Length(0, 32)] | None
    """Nickname in the guild, up to 32 characters; needs MANAGE_NICKNAMES."""
    roles: Annotated[Sequence[int], Count(0, 350)] | None
    """All roles the member is to have, up to 350; needs MANAGE_ROLES."""
    mute: bool | None
    """Whether the member is muted in voice channels; needs MUTE_MEMBERS, and the member in one."""
    deaf: bool | None
    """Whether the member is deafened in voice channels; needs DEAFEN_MEMBERS, and the member in one."""
    channel_id: int | None
    """Voice channel to move the member to, None to disconnect; needs MOVE_MEMBERS."""
    communication_disabled_until: SentTime | None
    """ISO 8601 time at which the timeout ends, at most 28 days ahead, None to end it; needs MODERATE_MEMBERS."""
    flags: GuildMemberFlags | None
    """Flags of the member, of which only BYPASSES_VERIFICATION can be changed.

    Needs MANAGE_GUILD, MANAGE_ROLES, or MODERATE_MEMBERS with KICK_MEMBERS and BAN_MEMBERS.
    """


class EditCurrentMemberParams(TypedDict, total=False):
    """Changes to the bot's own membership of a guild.

    See [Discord Docs/Modify Current Member](https://docs.discord.com/developers/resources/guild#modify-current-member).
    """

    nick: Annotated[str, Length(0, 32)] | None
    """Nickname in the guild, up to 32 characters; needs CHANGE_NICKNAME."""
    avatar: ImageDataPart | None
    """Avatar in the guild."""
    banner: ImageDataPart | None
    """Banner in the guild."""
    bio: Annotated[str, Length(0, 190)] | None
    """About the bot in the guild, up to 190 characters."""


class EditUserParams(TypedDict, total=False):
    """Changes to the bot's own user.

    See [Discord Docs/Modify Current User](https://docs.discord.com/developers/resources/user#modify-current-user).
    """

    username: Annotated[str, Length(2, 32)]
    """Name, 2-32 characters."""
    avatar: ImageDataPart | None
    """Avatar."""
    banner: ImageDataPart | None
    """Banner."""


class EditRoleConnectionParams(TypedDict, total=False):
    """Changes to what a user has proved to an application, for linked roles.

    See [Discord Docs/Update Current User Application Role Connection](https://docs.discord.com/developers/resources/user#update-current-user-application-role-connection).
    """

    platform_name: Annotated[str, Length(0, 50)] | None
    """Name of the platform, up to 50 characters."""
    platform_username: Annotated[str, Length(0, 100)] | None
    """The user's name there, up to 100 characters."""
    metadata: Annotated[dict[str, Annotated[str, Length(1, 100)]], Count(0, 5)] | None
    """What the application says of the user: up to 5 texts of 1-100 characters, by the keys of its own metadata."""
