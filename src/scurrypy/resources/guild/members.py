"""The members of a guild."""

from typing import Unpack

from scurrypy.api.guilds.member import GuildMemberPart
from scurrypy.api.user import GuildMemberModel
from scurrypy.params.user import EditCurrentMemberParams, EditGuildMemberParams
from scurrypy.resources.base_resource import models
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.resources.walks import sent
from scurrypy.routes import (
    ADD_GUILD_MEMBER,
    ADD_GUILD_MEMBER_ROLE,
    DELETE_GUILD_MEMBER,
    DELETE_GUILD_MEMBER_ROLE,
    GET_GUILD_MEMBER,
    LIST_GUILD_MEMBERS,
    SEARCH_GUILD_MEMBERS,
    UPDATE_GUILD_MEMBER,
    UPDATE_MY_GUILD_MEMBER,
)
from scurrypy.wire.limits import Length, Range

_PAGE = Range(1, 1000)


class GuildMembers(GuildFacet):
    """The members of a guild."""

    async def fetch_member(self, user_id: int) -> GuildMemberModel:
        """Fetch a member."""
        return await self._request(GET_GUILD_MEMBER, guild_id=self.id, user_id=user_id, into=GuildMemberModel)

    async def fetch_members(self, limit: int = 1, after: int | None = None) -> list[GuildMemberModel]:
        """Fetch members by ascending id; needs the GUILD_MEMBERS intent.

        Args:
            limit: How many members at most, 1-1000. Without it, one comes.
            after: Id of the last user already fetched.

        Raises:
            InvalidRequest: `limit` is not within 1-1000.
        """
        _PAGE.check("limit", limit)
        answer = await self._request(LIST_GUILD_MEMBERS, guild_id=self.id, query={"limit": limit, "after": after})
        return models(GuildMemberModel, answer)

    def iter_members(
        self, *, after: int | None = None, limit: int | None = None, page_size: int = 1000
    ) -> Pages[GuildMemberModel]:
        """Iterate over the members by ascending id, a request for each page; needs the GUILD_MEMBERS intent.

        Args:
            after: Only users after this id.
            limit: How many members at most, in all; None for all.
            page_size: How many to ask for at a time, 1-1000.
        """
        return pages_by_id(
            self.fetch_members,
            lambda member: sent(member.user, "user").id,
            after=after,
            limit=limit,
            page_size=page_size,
            most=1000,
        )

    async def search_members(self, query: str | None = None, limit: int = 1) -> list[GuildMemberModel]:
        """Fetch members whose name or nickname begins with a text.

        Args:
            query: The beginning of the name, 1-100 characters. Discord refuses a search without it.
            limit: How many members at most, 1-1000. Without it, one comes.

        Raises:
            InvalidRequest: `query` or `limit` exceeds its limit.
        """
        Length(1, 100).check("query", query)
        _PAGE.check("limit", limit)
        answer = await self._request(SEARCH_GUILD_MEMBERS, guild_id=self.id, query={"query": query, "limit": limit})
        return models(GuildMemberModel, answer)

    async def add_member(self, user_id: int, member: GuildMemberPart) -> GuildMemberModel | None:
        """Add a user who allowed it by OAuth2; needs CREATE_INSTANT_INVITE. Fires GUILD_MEMBER_ADD.

        Args:
            user_id: Id of the user.
            member: The user's access token, and what the member begins with.

        Returns:
            The new member; None if the user is one already.
        """
        answer = await self._request(ADD_GUILD_MEMBER, guild_id=self.id, user_id=user_id, body=member)
        return None if answer is None else GuildMemberModel.from_dict(answer)

    async def edit_member(
        self, user_id: int, *, reason: str | None = None, **options: Unpack[EditGuildMemberParams]
    ) -> GuildMemberModel:
        """Edit a member; what is not given stays. Fires GUILD_MEMBER_UPDATE."""
        return await self._request(
            UPDATE_GUILD_MEMBER,
            guild_id=self.id,
            user_id=user_id,
            body=changes(EditGuildMemberParams, options),
            reason=reason,
            into=GuildMemberModel,
        )

    async def edit_current_member(
        self, *, reason: str | None = None, **options: Unpack[EditCurrentMemberParams]
    ) -> GuildMemberModel:
        """Edit the bot's own membership; what is not given stays. Fires GUILD_MEMBER_UPDATE."""
        return await self._request(
            UPDATE_MY_GUILD_MEMBER,
            guild_id=self.id,
            body=changes(EditCurrentMemberParams, options),
            reason=reason,
            into=GuildMemberModel,
        )

    async def remove_member(self, user_id: int, *, reason: str | None = None) -> None:
        """Remove a member, who may come back; needs KICK_MEMBERS. Fires GUILD_MEMBER_REMOVE."""
        await self._request(DELETE_GUILD_MEMBER, guild_id=self.id, user_id=user_id, reason=reason)

    async def add_member_role(self, user_id: int, role_id: int, *, reason: str | None = None) -> None:
        """Give a member a role; needs MANAGE_ROLES. Fires GUILD_MEMBER_UPDATE."""
        await self._request(ADD_GUILD_MEMBER_ROLE, guild_id=self.id, user_id=user_id, role_id=role_id, reason=reason)

    async def remove_member_role(self, user_id: int, role_id: int, *, reason: str | None = None) -> None:
        """Take a role from a member; needs MANAGE_ROLES. Fires GUILD_MEMBER_UPDATE."""
        await self._request(DELETE_GUILD_MEMBER_ROLE, guild_id=self.id, user_id=user_id, role_id=role_id, reason=reason)
