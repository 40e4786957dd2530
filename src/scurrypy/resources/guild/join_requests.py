"""The requests to join a guild."""

from scurrypy.api.guilds.join_request import GuildJoinRequestModel, GuildJoinRequestsModel
from scurrypy.enums.joining import GuildJoinRequestApplicationStatus
from scurrypy.resources.base_resource import given
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import ACTION_GUILD_JOIN_REQUEST, GET_GUILD_JOIN_REQUESTS
from scurrypy.wire.limits import Length, Range


class GuildJoinRequests(GuildFacet):
    """The requests to join a guild that lets nobody in unasked; to handle them needs KICK_MEMBERS."""

    async def fetch_join_requests(
        self,
        status: GuildJoinRequestApplicationStatus | None = None,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
    ) -> GuildJoinRequestsModel:
        """Fetch a page of the requests to join.

        Args:
            status: Only requests that are SUBMITTED, APPROVED or REJECTED.
            before: Only those before the request of this id.
            after: Only those after the request of this id.
            limit: How many requests at most, 1-100.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
        """
        Range(1, 100).check("limit", limit)
        query = {"status": status, "before": before, "after": after, "limit": limit}
        return await self._request(GET_GUILD_JOIN_REQUESTS, guild_id=self.id, query=query, into=GuildJoinRequestsModel)

    def iter_join_requests(
        self,
        status: GuildJoinRequestApplicationStatus | None = None,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 100,
    ) -> Pages[GuildJoinRequestModel]:
        """Iterate over the requests to join by ascending id, a request of ours for each page.

        Args:
            status: Only requests that are SUBMITTED, APPROVED or REJECTED.
            before: Only those before the request of this id; without `after`, they come by descending id.
            after: Only those after the request of this id.
            limit: How many requests at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """

        async def fetch(limit: int, before: int | None = None, after: int | None = None) -> list[GuildJoinRequestModel]:
            page = await self.fetch_join_requests(status, limit=limit, before=before, after=after)
            return page.guild_join_requests or []

        return pages_by_id(
            fetch, lambda request: request.id, before=before, after=after, limit=limit, page_size=page_size
        )

    async def action_join_request(
        self,
        request_id: int,
        action: GuildJoinRequestApplicationStatus,
        *,
        rejection_reason: str | None = None,
    ) -> GuildJoinRequestModel:
        """Answer a request to join. Fires GUILD_MEMBER_ADD where it is accepted.

        Args:
            request_id: Id of the request.
            action: APPROVED lets the user in, REJECTED does not.
            rejection_reason: What the user is told, up to 160 characters.

        Raises:
            InvalidRequest: `rejection_reason` is too long.
        """
        Length(0, 160).check("rejection_reason", rejection_reason)
        body = given(action=action, rejection_reason=rejection_reason)
        return await self._request(
            ACTION_GUILD_JOIN_REQUEST, guild_id=self.id, request_id=request_id, body=body, into=GuildJoinRequestModel
        )
