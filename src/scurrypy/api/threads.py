"""Threads together with their messages: the one they begin with, pages of them, and what a search finds."""

from scurrypy.api.channels.threads import ArchivedThreadsModel, ThreadChannelModel
from scurrypy.api.messages.message import MessageModel
from scurrypy.wire.types import REQUIRED


class CreatedThreadModel(ThreadChannelModel):
    """A thread that was just created.

    See [Discord Docs/Start Thread in Forum or Media Channel](https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel).
    """

    message: MessageModel | None = None
    """The message it begins with; in forum and media channels only."""


class ThreadPageModel(ArchivedThreadsModel):
    """A page of the threads of a channel.

    See [Discord Docs/List Public Archived Threads](https://docs.discord.com/developers/resources/channel#list-public-archived-threads).
    """

    first_messages: list[MessageModel] | None = None
    """The messages the threads begin with; only those of forum and media channels that still exist."""


class ThreadSearchModel(ThreadPageModel):
    """A page of the threads that a search found."""

    total_results: int = REQUIRED
    """How many threads match in all."""
