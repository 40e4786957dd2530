"""The search for messages of a guild."""

from dataclasses import dataclass
from typing import Unpack

from scurrypy.api.search import GuildSearchModel
from scurrypy.params.search import SearchMessagesParams
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.resources.query import query_of
from scurrypy.resources.search_index import ask_until_indexed
from scurrypy.routes import GUILD_SEARCH


@dataclass
class GuildSearch(GuildFacet):
    """The search for messages of a guild."""

    async def search_messages(
        self, *, timeout: float = 60.0, **filters: Unpack[SearchMessagesParams]
    ) -> GuildSearchModel:
        """Search the messages of the guild; needs READ_MESSAGE_HISTORY and the MESSAGE_CONTENT intent.

        The first search of a guild makes Discord build an index; this waits for it and asks again.

        Args:
            timeout: Seconds until that is given up.
            filters: What to find; a message must pass every filter. Without any, all messages are found.

        Returns:
            A page of messages. Page by `offset`: a page may hold fewer messages than `limit`, and not be the last.

        Raises:
            InvalidRequest: a filter exceeds its limit.
            RateLimited: the index was not built in time (110000); `retry_after` says when to ask again.
            RequestFailed: no answer came in time.
        """
        query = query_of(SearchMessagesParams, filters)
        answer = await ask_until_indexed(
            lambda: self._request(GUILD_SEARCH, guild_id=self.id, query=query), f"search of guild {self.id}", timeout
        )
        return GuildSearchModel.from_dict(answer)
