"""The search for messages of a guild."""

from typing import Unpack

from scurrypy.api.search import GuildSearchModel, SearchMessageModel
from scurrypy.params.search import MOST_OFFSET, FindMessagesParams, SearchMessagesParams
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.resources.pages import Pages
from scurrypy.resources.search_index import ask_until_indexed
from scurrypy.resources.walks import Answered, OffsetWalk
from scurrypy.routes import GUILD_SEARCH
from scurrypy.wire.limits import Range


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
        query = changes(SearchMessagesParams, filters)
        answer = await ask_until_indexed(
            lambda: self._request(GUILD_SEARCH, guild_id=self.id, query=query), f"search of guild {self.id}", timeout
        )
        return GuildSearchModel.from_dict(answer)

    def iter_found_messages(
        self,
        *,
        timeout: float = 60.0,
        limit: int | None = None,
        page_size: int = 25,
        **filters: Unpack[FindMessagesParams],
    ) -> Pages[SearchMessageModel]:
        """Iterate over the messages of the guild that match, a request for each page.

        Needs READ_MESSAGE_HISTORY and the MESSAGE_CONTENT intent.

        Discord shows the first 10000 of them. Asked for more it cannot show, this raises InvalidRequest after those;
        `max_id`, or `min_id` where the oldest come first, leads to the rest.

        Args:
            timeout: Seconds until a page is given up whose index is being built.
            limit: How many messages at most, in all; None for all.
            page_size: How many to ask for at a time, 1-25.
            filters: What to find; a message must pass every filter. Without any, all messages are found.
        """

        async def fetch(limit: int, offset: int) -> Answered[SearchMessageModel]:
            found = await self.search_messages(timeout=timeout, limit=limit, offset=offset, **filters)
            return Answered(found.hits, offset + limit < found.total_results)

        walk = OffsetWalk(fetch, lambda message: message.id, most=MOST_OFFSET)
        return Pages(walk, limit=limit, page_size=page_size, sizes=Range(1, 25))
