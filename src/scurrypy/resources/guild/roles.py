"""The roles of a guild."""

from collections.abc import Sequence
from typing import Unpack

from scurrypy.api.guilds.role import GuildRoleModel, GuildRolePart
from scurrypy.params.guild import EditGuildRoleParams, EditRolePositionParams
from scurrypy.resources.base_resource import models
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import (
    BULK_UPDATE_GUILD_ROLES,
    CREATE_GUILD_ROLE,
    DELETE_GUILD_ROLE,
    GET_GUILD_ROLE,
    GUILD_ROLE_MEMBER_COUNTS,
    LIST_GUILD_ROLES,
    UPDATE_GUILD_ROLE,
)


class GuildRoles(GuildFacet):
    """The roles of a guild; to change them needs MANAGE_ROLES, and the bot's highest role must be above."""

    async def fetch_roles(self) -> list[GuildRoleModel]:
        """Fetch all roles."""
        return models(GuildRoleModel, await self._request(LIST_GUILD_ROLES, guild_id=self.id))

    async def fetch_role(self, role_id: int) -> GuildRoleModel:
        """Fetch a role."""
        return await self._request(GET_GUILD_ROLE, guild_id=self.id, role_id=role_id, into=GuildRoleModel)

    async def fetch_role_member_counts(self) -> dict[str, int]:
        """Fetch how many members have each role, by the role's id; without the role of everyone."""
        answer: dict[str, int] = await self._request(GUILD_ROLE_MEMBER_COUNTS, guild_id=self.id)
        return answer

    async def create_role(self, role: GuildRolePart, *, reason: str | None = None) -> GuildRoleModel:
        """Create a role. Fires GUILD_ROLE_CREATE."""
        return await self._request(CREATE_GUILD_ROLE, guild_id=self.id, body=role, reason=reason, into=GuildRoleModel)

    async def edit_role(
        self, role_id: int, *, reason: str | None = None, **options: Unpack[EditGuildRoleParams]
    ) -> GuildRoleModel:
        """Edit a role; what is not given stays. Fires GUILD_ROLE_UPDATE."""
        return await self._request(
            UPDATE_GUILD_ROLE,
            guild_id=self.id,
            role_id=role_id,
            body=changes(EditGuildRoleParams, options),
            reason=reason,
            into=GuildRoleModel,
        )

    async def bulk_edit_roles(
        self, positions: Sequence[EditRolePositionParams], *, reason: str | None = None
    ) -> list[GuildRoleModel]:
        """Move roles. Fires GUILD_ROLE_UPDATE for each that moves.

        Args:
            positions: The roles to move, as in `[{"id": 5, "position": 2}]`; the others make room.
            reason: Why, for the guild's audit log.

        Returns:
            All roles of the guild.
        """
        answer = await self._request(BULK_UPDATE_GUILD_ROLES, guild_id=self.id, body=list(positions), reason=reason)
        return models(GuildRoleModel, answer)

    async def delete_role(self, role_id: int, *, reason: str | None = None) -> None:
        """Delete a role. Fires GUILD_ROLE_DELETE."""
        await self._request(DELETE_GUILD_ROLE, guild_id=self.id, role_id=role_id, reason=reason)
