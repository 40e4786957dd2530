"""Voice channels, stages and categories to be created."""

from typing import Annotated

from scurrypy.api.channels.overwrite import OverwritePart
from scurrypy.bases.channel import GuildChannelCreate
from scurrypy.enums.channel import ChannelFlags, ChannelType, VideoQualityMode
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.sent import SentId


class GuildVoiceChannelPart(GuildChannelCreate):
    """A voice channel to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    position: Annotated[int, Range(0)] | None = None
    """Place among the channels."""
    bitrate: Annotated[int, Range(8000, 384000)] | None = None
    """Bits per second, 8000-96000; boosts raise the limit up to 384000."""
    user_limit: Annotated[int, Range(0, 99)] | None = None
    """Most users in it, at most 99; 0 for no limit."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """Seconds between two messages of a user, at most 21600."""
    parent_id: SentId | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    rtc_region: str | None = None
    """Voice region; None where Discord is to choose."""
    video_quality_mode: VideoQualityMode | None = None
    """Video quality."""
    permission_overwrites: Annotated[list[OverwritePart], Count(0, 100)] | None = None
    """What roles and members may do there, at most 100."""
    type: ChannelType = ChannelType.GUILD_VOICE
    """Kind of channel."""
    flags: ChannelFlags | None = None
    """Peculiarities; `IS_SPOILER_CHANNEL` can be set."""


class GuildStageChannelPart(GuildChannelCreate):
    """A stage to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    position: Annotated[int, Range(0)] | None = None
    """Place among the channels."""
    bitrate: Annotated[int, Range(8000, 64000)] | None = None
    """Bits per second, 8000-64000."""
    user_limit: Annotated[int, Range(0, 10000)] | None = None
    """Most users in it, at most 10000; 0 for no limit."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """Seconds between two messages of a user, at most 21600."""
    parent_id: SentId | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    rtc_region: str | None = None
    """Voice region; None where Discord is to choose."""
    video_quality_mode: VideoQualityMode | None = None
    """Video quality."""
    permission_overwrites: Annotated[list[OverwritePart], Count(0, 100)] | None = None
    """What roles and members may do there, at most 100."""
    type: ChannelType = ChannelType.GUILD_STAGE_VOICE
    """Kind of channel."""


class GuildCategoryPart(GuildChannelCreate):
    """A category to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    position: Annotated[int, Range(0)] | None = None
    """Place among the channels."""
    permission_overwrites: Annotated[list[OverwritePart], Count(0, 100)] | None = None
    """What roles and members may do in its channels, at most 100."""
    type: ChannelType = ChannelType.GUILD_CATEGORY
    """Kind of channel."""
