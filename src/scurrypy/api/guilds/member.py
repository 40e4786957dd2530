"""Members to be added to a guild."""

from collections.abc import Sequence
from typing import Annotated

from scurrypy.enums.user import GuildMemberFlags
from scurrypy.wire.limits import Count, Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId


class GuildMemberPart(DataModel):
    """A user to be added to a guild.

    See [Discord Docs/Add Guild Member](https://docs.discord.com/developers/resources/guild#add-guild-member).
    """

    _secrets = ("access_token",)
    _needed = ("access_token",)

    access_token: Annotated[str, Length(1, 10240)] | None = None
    """OAuth2 access token with which the user granted the bot's application the scope `guilds.join`."""
    nick: Annotated[str, Length(0, 32)] | None = None
    """Nickname, at most 32 characters; needs MANAGE_NICKNAMES."""
    roles: Annotated[Sequence[SentId], Count(0, 250)] | None = None
    """Roles, at most 250; needs MANAGE_ROLES."""
    mute: bool | None = None
    """Whether the member is muted in voice channels; needs MUTE_MEMBERS."""
    deaf: bool | None = None
    """Whether the member is deafened in voice channels; needs DEAFEN_MEMBERS."""
    flags: GuildMemberFlags | None = None
    """Peculiarities; only BYPASSES_VERIFICATION can be set."""
