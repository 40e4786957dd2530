"""The bans of a guild."""

from scurrypy.api.guilds.ban import BulkGuildBanModel, BulkGuildBanPart, GuildBanModel
from scurrypy.resources.base_resource import models
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import (
    BAN_USER_FROM_GUILD,
    BULK_BAN_USERS_FROM_GUILD,
    GET_GUILD_BAN,
    LIST_GUILD_BANS,
    UNBAN_USER_FROM_GUILD,
)
from scurrypy.wire.limits import Range


class GuildBans(GuildFacet):
    """The bans of a guild; all need BAN_MEMBERS."""

    async def fetch_ban(self, user_id: int) -> GuildBanModel:
        """Fetch the ban of a user.

        Raises:
            NotFound: the user is not banned (10026).
        """
        return await self._request(GET_GUILD_BAN, guild_id=self.id, user_id=user_id, into=GuildBanModel)

    async def fetch_bans(
        self, limit: int = 1000, before: int | None = None, after: int | None = None
    ) -> list[GuildBanModel]:
        """Fetch bans by ascending id of the user.

        Args:
            limit: How many bans at most, 1-1000.
            before: Only those of users before this id; excludes `after`.
            after: Only those of users after this id.

        Raises:
            InvalidRequest: `limit` is not within 1-1000.
        """
        Range(1, 1000).check("limit", limit)
        query = {"limit": limit, "before": before, "after": after}
        return models(GuildBanModel, await self._request(LIST_GUILD_BANS, guild_id=self.id, query=query))

    def iter_bans(
        self,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 1000,
    ) -> Pages[GuildBanModel]:
        """Iterate over the bans by ascending id of the user, a request for each page.

        Args:
            before: Only those of users before this id; without `after`, they come by descending id.
            after: Only those of users after this id.
            limit: How many bans at most, in all; None for all.
            page_size: How many to ask for at a time, 1-1000.
        """
        return pages_by_id(
            self.fetch_bans,
            lambda ban: ban.user.id,
            before=before,
            after=after,
            limit=limit,
            page_size=page_size,
            most=1000,
        )

    async def create_ban(self, user_id: int, delete_message_seconds: int = 0, *, reason: str | None = None) -> None:
        """Ban a user, member or not. Fires GUILD_BAN_ADD.

        Args:
            user_id: Id of the user.
            delete_message_seconds: Messages of the last so many seconds are deleted, 0-604800 (7 days).
            reason: Why; shown with the ban, and in the guild's audit log.

        Raises:
            InvalidRequest: `delete_message_seconds` is not within 0-604800.
        """
        Range(0, 604800).check("delete_message_seconds", delete_message_seconds)
        await self._request(
            BAN_USER_FROM_GUILD,
            guild_id=self.id,
            user_id=user_id,
            body={"delete_message_seconds": delete_message_seconds},
            reason=reason,
        )

    async def remove_ban(self, user_id: int, *, reason: str | None = None) -> None:
        """Lift the ban of a user. Fires GUILD_BAN_REMOVE."""
        await self._request(UNBAN_USER_FROM_GUILD, guild_id=self.id, user_id=user_id, reason=reason)

    async def bulk_create_ban(self, bulk_ban: BulkGuildBanPart, *, reason: str | None = None) -> BulkGuildBanModel:
        """Ban up to 200 users at once; needs MANAGE_GUILD, too. Fires GUILD_BAN_ADD for each.

        Raises:
            BadRequest: none of the users could be banned (500000).
        """
        return await self._request(
            BULK_BAN_USERS_FROM_GUILD, guild_id=self.id, body=bulk_ban, reason=reason, into=BulkGuildBanModel
        )
