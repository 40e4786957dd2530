"""What can be edited about a channel and about a thread."""

from collections.abc import Sequence
from typing import Annotated, Literal, TypedDict

from scurrypy.api.channels.default_reaction import DefaultReactionPart
from scurrypy.api.channels.overwrite import OverwritePart
from scurrypy.api.channels.tag import TagModel, TagPart
from scurrypy.api.image_data import ImageDataPart
from scurrypy.enums.channel import (
    AutoArchiveDurationType,
    ChannelFlags,
    ChannelType,
    ForumLayoutType,
    SortOrderType,
    ThreadSearchTagSetting,
    VideoQualityMode,
)
from scurrypy.wire.limits import Count, Length, Range


class EditGuildChannelParams(TypedDict, total=False):
    """Changes to a channel of a guild.

    See [Discord Docs/Modify Channel](https://docs.discord.com/developers/resources/channel#modify-channel).
    """

    name: Annotated[str, Length(1, 100)]
    """Name, 1-100 characters."""
    type: ChannelType | None
    """Type; only a text channel can become an announcement channel, and back."""
    position: Annotated[int, Range(0)] | None
    """Place in the list; channels of the same position are sorted by id."""
    topic: Annotated[str, Length(0, 4096)] | None
    """Topic, up to 1024 characters; up to 4096 in forum and media channels."""
    nsfw: bool | None
    """Whether the channel is age-restricted."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None
    """Seconds a user waits between two messages, or two threads, 0-21600."""
    parent_id: int | None
    """Category the channel is in."""
    default_auto_archive_duration: AutoArchiveDurationType | int | None
    """Minutes of silence after which a new thread is archived: 60, 1440, 4320 or 10080."""
    flags: ChannelFlags | None
    """Flags; only REQUIRE_TAG, HIDE_MEDIA_DOWNLOAD_OPTIONS and IS_SPOILER_CHANNEL can be changed."""
    default_reaction_emoji: DefaultReactionPart | None
    """Emoji offered as a reaction under each post of a forum or media channel."""
    available_tags: Annotated[Sequence[TagPart | TagModel], Count(0, 20)] | None
    """All tags of a forum or media channel, up to 20."""
    default_sort_order: SortOrderType | None
    """How posts of a forum or media channel are sorted, unless the user decides otherwise."""
    default_forum_layout: ForumLayoutType | None
    """How posts of a forum channel are laid out, unless the user decides otherwise."""
    default_thread_rate_limit_per_user: Annotated[int, Range(0, 21600)] | None
    """Seconds between two messages that a new thread begins with, 0-21600."""
    bitrate: Annotated[int, Range(8000, 384000)] | None
    """Bits per second of a voice channel, 8000-96000, with boosts up to 384000; of a stage channel up to 64000."""
    user_limit: Annotated[int, Range(0, 10000)] | None
    """How many may be in a voice channel, 0-99, or a stage channel, 0-10000; 0 for no limit."""
    permission_overwrites: Annotated[Sequence[OverwritePart], Count(0, 100)] | None
    """All permission overwrites of the channel, up to 100."""
    rtc_region: str | None
    """Id of the voice region; None for automatic."""
    video_quality_mode: VideoQualityMode | None
    """Quality of camera video in a voice channel."""
    default_tag_setting: ThreadSearchTagSetting | None
    """Whether a search in a forum or media channel needs all of the chosen tags or one of them."""


class EditThreadChannelParams(TypedDict, total=False):
    """Changes to a thread.

    See [Discord Docs/Modify Thread](https://docs.discord.com/developers/resources/channel#modify-channel-json-params-thread).
    """

    name: Annotated[str, Length(1, 100)] | None
    """Name, 1-100 characters."""
    archived: bool | None
    """Whether the thread is archived."""
    auto_archive_duration: AutoArchiveDurationType | Literal[60, 1440, 4320, 10080] | None
    """Minutes of silence after which the thread is archived."""
    locked: bool | None
    """Whether only those with MANAGE_THREADS can unarchive the thread."""
    invitable: bool | None
    """Whether those without MANAGE_THREADS can add others to a private thread."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None
    """Seconds a user waits between two messages, 0-21600."""
    flags: ChannelFlags | None
    """Flags; only PINNED can be changed, in forum and media channels."""
    applied_tags: Annotated[Sequence[int], Count(0, 5)] | None
    """Ids of all tags the post is to have, up to 5."""
    bitrate: Annotated[int, Range(8000)] | None
    """Bits per second, 8000 or more; no thread of today has voice."""
    user_limit: Annotated[int, Range(0, 99)] | None
    """How many may be in its voice, 0-99, 0 for no limit; no thread of today has voice."""
    rtc_region: str | None
    """Id of the voice region, None for automatic; no thread of today has voice."""
    video_quality_mode: VideoQualityMode | None
    """Quality of camera video; no thread of today has voice."""


class EditGroupDMParams(TypedDict, total=False):
    """Changes to a group of direct messages.

    See [Discord Docs/Modify Group DM](https://docs.discord.com/developers/resources/channel#modify-channel-json-params-group-dm).
    """

    name: Annotated[str, Length(1, 100)] | None
    """Name, 1-100 characters."""
    icon: ImageDataPart | None
    """Icon."""
