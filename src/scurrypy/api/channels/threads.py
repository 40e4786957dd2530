"""Threads."""

from collections.abc import Sequence
from typing import Annotated

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.channels.thread_member import ThreadMemberModel
from scurrypy.api.channels.thread_metadata import ThreadMetadataModel
from scurrypy.enums.channel import AutoArchiveDurationType, ChannelType
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.types import REQUIRED


class ThreadChannelModel(ChannelModel):
    """A thread: `owner_id`, `thread_metadata`, `member` and the like apply.

    See [Discord Docs/Channel Object](https://docs.discord.com/developers/resources/channel#channel-object).
    """


class ActiveThreadsModel(DataModel):
    """The active threads of a guild.

    See [Discord Docs/List Active Guild Threads](https://docs.discord.com/developers/resources/guild#list-active-guild-threads).
    """

    threads: list[ThreadChannelModel] = REQUIRED
    """The threads, newest first."""
    members: list[ThreadMemberModel] = REQUIRED
    """The bot's own memberships of them."""


class ArchivedThreadsModel(DataModel):
    """A page of the archived threads of a channel.

    See [Discord Docs/List Public Archived Threads](https://docs.discord.com/developers/resources/channel#list-public-archived-threads).
    """

    threads: list[ThreadChannelModel] = REQUIRED
    """The threads."""
    members: list[ThreadMemberModel] = REQUIRED
    """The bot's own memberships of them."""
    has_more: bool = REQUIRED
    """Whether there is another page."""


class ThreadFromMessagePart(DataModel):
    """A thread to be created from a message.

    See [Discord Docs/Start Thread from Message](https://docs.discord.com/developers/resources/channel#start-thread-from-message).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """Seconds between two messages of a user, at most 21600."""
    auto_archive_duration: AutoArchiveDurationType | None = None
    """Minutes without activity until it is archived."""


class ThreadWithoutMessagePart(DataModel):
    """A thread to be created on its own.

    See [Discord Docs/Start Thread without Message](https://docs.discord.com/developers/resources/channel#start-thread-without-message).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    rate_limit_per_user: Annotated[int, Range(0, 21600)] | None = None
    """Seconds between two messages of a user, at most 21600."""
    auto_archive_duration: AutoArchiveDurationType | None = None
    """Minutes without activity until it is archived."""
    type: ChannelType | None = None
    """Kind of thread; a private one unless given."""
    invitable: bool | None = None
    """Whether members may add others; private threads only."""
    applied_tags: Annotated[Sequence[SentId], Count(0, 5)] | None = None
    """Tags of the post, at most 5; forum and media channels only."""


__all__ = [
    "ActiveThreadsModel",
    "ArchivedThreadsModel",
    "ThreadChannelModel",
    "ThreadFromMessagePart",
    "ThreadMemberModel",
    "ThreadMetadataModel",
    "ThreadWithoutMessagePart",
]
