"""Kinds and settings of channels."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordString, DiscordTypes


class ChannelType(DiscordTypes):
    """Kinds of channels.

    See [Discord Docs/Channel Types](https://docs.discord.com/developers/resources/channel#channel-object-channel-types).
    """

    GUILD_TEXT = 0
    """Text in a guild."""
    DM = 1
    """Direct messages with one user."""
    GUILD_VOICE = 2
    """Voice in a guild."""
    GROUP_DM = 3
    """Direct messages among several users."""
    GUILD_CATEGORY = 4
    """A group of up to 50 channels."""
    GUILD_ANNOUNCEMENT = 5
    """Announcements that other guilds can follow."""
    ANNOUNCEMENT_THREAD = 10
    """A thread below an announcement channel."""
    PUBLIC_THREAD = 11
    """A thread anyone may see who sees its parent."""
    PRIVATE_THREAD = 12
    """A thread for those invited, and those who manage threads."""
    GUILD_STAGE_VOICE = 13
    """Voice before an audience."""
    GUILD_DIRECTORY = 14
    """The list of guilds in a student hub."""
    GUILD_FORUM = 15
    """Threads only."""
    GUILD_MEDIA = 16
    """Threads only, shown by their media."""


class ChannelFlags(DiscordFlags):
    """Peculiarities of a channel.

    See [Discord Docs/Channel Flags](https://docs.discord.com/developers/resources/channel#channel-object-channel-flags).
    """

    PINNED = 1 << 1
    """The thread is pinned in its forum."""
    REQUIRE_TAG = 1 << 4
    """New threads must carry a tag."""
    HIDE_MEDIA_DOWNLOAD_OPTIONS = 1 << 15
    """Media cannot be downloaded from the client's menu."""
    OBFUSCATED = 1 << 17
    """The bot cannot see the channel; its name and settings are withheld."""
    IS_SPOILER_CHANNEL = 1 << 21
    """Users must agree before they see what is in it."""


class SortOrderType(DiscordTypes):
    """Orders of threads in a forum.

    See [Discord Docs/Sort Order Types](https://docs.discord.com/developers/resources/channel#channel-object-sort-order-types).
    """

    LATEST_ACTIVITY = 0
    """Last active first."""
    CREATION_DATE = 1
    """Newest first."""


class ForumLayoutType(DiscordTypes):
    """Layouts of a forum.

    See [Discord Docs/Forum Layout Types](https://docs.discord.com/developers/resources/channel#channel-object-forum-layout-types).
    """

    NOT_SET = 0
    """Left to the user."""
    LIST_VIEW = 1
    """A list."""
    GALLERY_VIEW = 2
    """Tiles."""


class AutoArchiveDurationType(DiscordTypes):
    """Minutes without activity after which a thread is archived."""

    ONE_HR = 60
    """One hour."""
    ONE_DAY = 1440
    """One day."""
    THREE_DAYS = 4320
    """Three days."""
    ONE_WEEK = 10080
    """One week."""


class OverwriteType(DiscordTypes):
    """Whom a permission overwrite is about.

    See [Discord Docs/Overwrite](https://docs.discord.com/developers/resources/channel#overwrite-object).
    """

    ROLE = 0
    """A role."""
    MEMBER = 1
    """A member."""


class VideoQualityMode(DiscordTypes):
    """Video quality of a voice channel.

    See [Discord Docs/Video Quality Modes](https://docs.discord.com/developers/resources/channel#channel-object-video-quality-modes).
    """

    AUTO = 1
    """Discord chooses."""
    FULL = 2
    """720p."""


class ThreadSearchTagSetting(DiscordString):
    """How tags combine when threads are searched."""

    MATCH_ALL = "match_all"
    """Threads that carry every tag."""
    MATCH_SOME = "match_some"
    """Threads that carry one of the tags."""
