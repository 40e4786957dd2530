"""Forums."""

from typing import Annotated

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.channels.default_reaction import DefaultReactionPart
from scurrypy.api.channels.overwrite import OverwritePart
from scurrypy.api.channels.tag import TagPart
from scurrypy.bases.channel import GuildChannelCreate
from scurrypy.enums.channel import ChannelFlags, ChannelType, ForumLayoutType, SortOrderType, ThreadSearchTagSetting
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.sent import SentId


class GuildForumChannelModel(ChannelModel):
    """A forum: `available_tags`, `default_reaction_emoji` and the like apply.

    See [Discord Docs/Channel Object](https://docs.discord.com/developers/resources/channel#channel-object).
    """


class GuildForumChannelPart(GuildChannelCreate):
    """A forum to be created.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    topic: Annotated[str, Length(0, 4096)] | None = None
    """Guidelines, at most 4096 characters."""
    position: Annotated[int, Range(0)] | None = None
    """Place among the channels."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """Seconds between two threads of a user, at most 21600."""
    parent_id: SentId | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    default_auto_archive_duration: int | None = None
    """Minutes until new threads are archived: 60, 1440, 4320 or 10080."""
    default_reaction_emoji: DefaultReactionPart | None = None
    """Reaction to suggest."""
    available_tags: Annotated[list[TagPart], Count(0, 20)] | None = None
    """Tags, at most 20."""
    default_sort_order: SortOrderType | None = None
    """Order of threads."""
    default_forum_layout: ForumLayoutType | None = None
    """Layout."""
    default_thread_rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """`rate_limit_per_user` of new threads."""
    type: ChannelType = ChannelType.GUILD_FORUM
    """Kind of channel; `GUILD_MEDIA` is the other one that fits."""
    permission_overwrites: Annotated[list[OverwritePart], Count(0, 100)] | None = None
    """What roles and members may do there, at most 100."""
    default_tag_setting: ThreadSearchTagSetting | None = None
    """How tags combine when the forum is searched."""
    flags: ChannelFlags | None = None
    """Peculiarities; `REQUIRE_TAG` and `IS_SPOILER_CHANNEL` can be set."""


class GuildMediaChannelPart(GuildChannelCreate):
    """A media channel to be created: a forum whose threads are shown by their media.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    topic: Annotated[str, Length(0, 4096)] | None = None
    """Guidelines, at most 4096 characters."""
    position: Annotated[int, Range(0)] | None = None
    """Place among the channels."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """Seconds between two threads of a user, at most 21600."""
    parent_id: SentId | None = None
    """Its category."""
    nsfw: bool | None = None
    """Whether adults only."""
    default_auto_archive_duration: int | None = None
    """Minutes until new threads are archived: 60, 1440, 4320 or 10080."""
    default_reaction_emoji: DefaultReactionPart | None = None
    """Reaction to suggest."""
    available_tags: Annotated[list[TagPart], Count(0, 20)] | None = None
    """Tags, at most 20."""
    default_sort_order: SortOrderType | None = None
    """Order of threads."""
    default_thread_rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """`rate_limit_per_user` of new threads."""
    default_tag_setting: ThreadSearchTagSetting | None = None
    """How tags combine when the channel is searched."""
    permission_overwrites: Annotated[list[OverwritePart], Count(0, 100)] | None = None
    """What roles and members may do there, at most 100."""
    flags: ChannelFlags | None = None
    """Peculiarities; `REQUIRE_TAG`, `HIDE_MEDIA_DOWNLOAD_OPTIONS` and `IS_SPOILER_CHANNEL` can be set."""
    type: ChannelType = ChannelType.GUILD_MEDIA
    """Kind of channel."""
