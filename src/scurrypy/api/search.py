"""What a search for messages finds."""

from scurrypy.api.channels.thread_member import ThreadMemberModel
from scurrypy.api.channels.threads import ThreadChannelModel
from scurrypy.api.messages.message import MessageModel
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class SearchMessageModel(MessageModel):
    """A message that was found; who reacted to it is not told.

    See [Discord Docs/Search Guild Messages](https://docs.discord.com/developers/resources/message#search-guild-messages).
    """

    hit: bool = REQUIRED
    """Whether this message matches, or only stands beside one that does."""
    restriction_count: int | None = None
    """How many restrictions of its content apply."""


class GuildSearchModel(DataModel):
    """A page of the messages that a search found.

    See [Discord Docs/Search Guild Messages](https://docs.discord.com/developers/resources/message#search-guild-messages).
    """

    messages: list[list[SearchMessageModel]] = REQUIRED
    """The messages, each in a list of its own; a page may hold fewer than were asked for, and not be the last."""
    doing_deep_historical_index: bool = REQUIRED
    """Whether Discord is still indexing old messages, so that more may be found later."""
    total_results: int = REQUIRED
    """About how many messages match in all."""
    threads: list[ThreadChannelModel] | None = None
    """Threads that found messages are in."""
    members: list[ThreadMemberModel] | None = None
    """The bot's own memberships of those threads."""
    documents_indexed: int | None = None
    """How many messages were indexed so far, while that goes on."""

    @property
    def hits(self) -> list[SearchMessageModel]:
        """The messages that match, in one list."""
        return [message for group in self.messages for message in group if message.hit]
