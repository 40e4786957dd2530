"""Text channels to be created."""

from typing import Annotated

from scurrypy.api.channels.overwrite import OverwritePart
from scurrypy.bases.channel import GuildChannelCreate
from scurrypy.enums.channel import ChannelFlags, ChannelType
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.sent import SentId


class GuildTextChannelPart(GuildChannelCreate):
    """A text channel to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    topic: Annotated[str, Length(0, 1024)] | None = None
    """Topic, at most 1024 characters."""
    position: Annotated[int, Range(0)] | None = None
    """Place among the channels."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """Seconds between two messages of a user, at most 21600."""
    parent_id: SentId | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    default_auto_archive_duration: int | None = None
    """Minutes until new threads are archived: 60, 1440, 4320 or 10080."""
    default_thread_rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """`rate_limit_per_user` of new threads."""
    type: ChannelType = ChannelType.GUILD_TEXT
    """Kind of channel."""
    permission_overwrites: Annotated[list[OverwritePart], Count(0, 100)] | None = None
    """What roles and members may do there, at most 100."""
    flags: ChannelFlags | None = None
    """Peculiarities; `IS_SPOILER_CHANNEL` can be set."""
