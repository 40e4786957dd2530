"""Voice channels, stages and categories to be created."""

from scurrypy.api.channels.overwrite import OverwritePart
from scurrypy.bases.channel import GuildChannelCreate
from scurrypy.enums.channel import ChannelType, VideoQualityMode
from scurrypy.wire.snowflake import Snowflake


class GuildVoiceChannelPart(GuildChannelCreate):
    """A voice channel to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    name: str | None = None
    """Name, 1-100 characters."""
    position: int | None = None
    """Place among the channels."""
    bitrate: int | None = None
    """Bits per second, from 8000."""
    user_limit: int | None = None
    """Most users in it, at most 99; 0 for no limit."""
    rate_limit_per_user: int | None = None
    """Seconds between two messages of a user, at most 21600."""
    parent_id: Snowflake | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    rtc_region: str | None = None
    """Voice region; None where Discord is to choose."""
    video_quality_mode: VideoQualityMode | None = None
    """Video quality."""
    permission_overwrites: list[OverwritePart] | None = None
    """What roles and members may do there."""
    type: ChannelType = ChannelType.GUILD_VOICE
    """Kind of channel."""


class GuildStageChannelPart(GuildChannelCreate):
    """A stage to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    name: str | None = None
    """Name, 1-100 characters."""
    position: int | None = None
    """Place among the channels."""
    bitrate: int | None = None
    """Bits per second, from 8000."""
    user_limit: int | None = None
    """Most users in it, at most 10000; 0 for no limit."""
    rate_limit_per_user: int | None = None
    """Seconds between two messages of a user, at most 21600."""
    parent_id: Snowflake | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    rtc_region: str | None = None
    """Voice region; None where Discord is to choose."""
    video_quality_mode: VideoQualityMode | None = None
    """Video quality."""
    permission_overwrites: list[OverwritePart] | None = None
    """What roles and members may do there."""
    type: ChannelType = ChannelType.GUILD_STAGE_VOICE
    """Kind of channel."""


class GuildCategoryPart(GuildChannelCreate):
    """A category to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    name: str | None = None
    """Name, 1-100 characters."""
    position: int | None = None
    """Place among the channels."""
    permission_overwrites: list[OverwritePart] | None = None
    """What roles and members may do in its channels."""
    type: ChannelType = ChannelType.GUILD_CATEGORY
    """Kind of channel."""
