"""Text channels to be created."""

from scurrypy.api.channels.overwrite import OverwritePart
from scurrypy.bases.channel import GuildChannelCreate
from scurrypy.enums.channel import ChannelType
from scurrypy.wire.snowflake import Snowflake


class GuildTextChannelPart(GuildChannelCreate):
    """A text channel to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    name: str | None = None
    """Name, 1-100 characters."""
    topic: str | None = None
    """Topic, at most 1024 characters."""
    position: int | None = None
    """Place among the channels."""
    rate_limit_per_user: int | None = None
    """Seconds between two messages of a user, at most 21600."""
    parent_id: Snowflake | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    default_auto_archive_duration: int | None = None
    """Minutes until new threads are archived."""
    default_thread_rate_limit_per_user: int | None = None
    """`rate_limit_per_user` of new threads."""
    type: ChannelType = ChannelType.GUILD_TEXT
    """Kind of channel."""
    permission_overwrites: list[OverwritePart] | None = None
    """What roles and members may do there."""
