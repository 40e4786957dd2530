"""Forums."""

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.channels.default_reaction import DefaultReactionPart
from scurrypy.api.channels.overwrite import OverwritePart
from scurrypy.api.channels.tag import TagPart
from scurrypy.bases.channel import GuildChannelCreate
from scurrypy.enums.channel import ChannelType, ForumLayoutType, SortOrderType, ThreadSearchTagSetting
from scurrypy.wire.snowflake import Snowflake


class GuildForumChannelModel(ChannelModel):
    """A forum: `available_tags`, `default_reaction_emoji` and the like apply.

    See [Discord Docs/Channel Object](https://docs.discord.com/developers/resources/channel#channel-object).
    """


class GuildForumChannelPart(GuildChannelCreate):
    """A forum to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    name: str | None = None
    """Name, 1-100 characters."""
    topic: str | None = None
    """Guidelines, at most 4096 characters."""
    position: int | None = None
    """Place among the channels."""
    rate_limit_per_user: int | None = None
    """Seconds between two threads of a user, at most 21600."""
    parent_id: Snowflake | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    default_auto_archive_duration: int | None = None
    """Minutes until new threads are archived."""
    default_reaction_emoji: DefaultReactionPart | None = None
    """Reaction to suggest."""
    available_tags: list[TagPart] | None = None
    """Tags, at most 20."""
    default_sort_order: SortOrderType | None = None
    """Order of threads."""
    default_forum_layout: ForumLayoutType | None = None
    """Layout."""
    default_thread_rate_limit_per_user: int | None = None
    """`rate_limit_per_user` of new threads."""
    type: ChannelType = ChannelType.GUILD_FORUM
    """Kind of channel; `GUILD_MEDIA` is the other one that fits."""
    permission_overwrites: list[OverwritePart] | None = None
    """What roles and members may do there."""
    default_tag_setting: ThreadSearchTagSetting | None = None
    """How tags combine when the forum is searched."""
