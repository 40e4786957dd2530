"""The guilds that a user is in: of the bot, and of a user who let the application act."""

from functools import partial

from scurrypy.api.user import UserGuildModel
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import LIST_MY_GUILDS
from scurrypy.wire.limits import Range


class UserGuilds(BaseResource):
    """The guilds of the user in whose name requests are sent."""

    async def fetch_guilds(
        self,
        *,
        with_counts: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
    ) -> list[UserGuildModel]:
        """Fetch the guilds the user is in, by ascending id; an access token needs the `guilds` scope.

        Args:
            with_counts: Whether to count the guilds' members, approximately.
            before: Only guilds before this id.
            after: Only guilds after this id.
            limit: How many guilds at most, 1-200; 200 unless given, which is as many as a person can be in.

        Raises:
            InvalidRequest: `limit` is not within 1-200.
        """
        Range(1, 200).check("limit", limit)
        query = {"before": before, "after": after, "limit": limit, "with_counts": with_counts}
        return models(UserGuildModel, await self._request(LIST_MY_GUILDS, query=query))

    def iter_guilds(
        self,
        *,
        with_counts: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 200,
    ) -> Pages[UserGuildModel]:
        """Iterate over the guilds the user is in, by ascending id, a request for each page.

        An access token needs the `guilds` scope.

        Args:
            with_counts: Whether to count the guilds' members, approximately.
            before: Only guilds before this id; without `after`, they come by descending id.
            after: Only guilds after this id.
            limit: How many guilds at most, in all; None for all.
            page_size: How many to ask for at a time, 1-200.
        """
        return pages_by_id(
            partial(self.fetch_guilds, with_counts=with_counts),
            lambda guild: guild.id,
            before=before,
            after=after,
            limit=limit,
            page_size=page_size,
            most=200,
        )
