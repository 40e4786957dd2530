"""What keeps order in a guild as a whole: pruning, and measures against raids."""

from collections.abc import Sequence
from typing import Unpack

from scurrypy.api.guilds.guild import IncidentsDataModel
from scurrypy.api.guilds.prune import GuildPruneModel
from scurrypy.params.guild import EditIncidentActionsParams
from scurrypy.resources.base_resource import given, joined
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import PREVIEW_PRUNE_GUILD, PRUNE_GUILD, UPDATE_GUILD_INCIDENT_ACTIONS
from scurrypy.wire.limits import Count, Range
from scurrypy.wire.snowflake import id_of

_DAYS = Range(1, 30)
_ROLES = Count(0, 100)


class GuildModeration(GuildFacet):
    """What keeps order in a guild as a whole: pruning, and measures against raids."""

    async def fetch_prune_count(
        self, *, days: int | None = None, include_roles: Sequence[int] | None = None
    ) -> GuildPruneModel:
        """Count the members that `prune` would remove; needs MANAGE_GUILD and KICK_MEMBERS.

        Args:
            days: Days of absence that make a member inactive, 1-30; 7 unless given.
            include_roles: Up to 100 roles; members who have these and no others count, too, besides those with none.

        Raises:
            InvalidRequest: `days` or `include_roles` exceeds its limit.
        """
        _DAYS.check("days", days)
        _ROLES.check("include_roles", include_roles)
        query = {"days": days, "include_roles": joined(include_roles) or None}
        return await self._request(PREVIEW_PRUNE_GUILD, guild_id=self.id, query=query, into=GuildPruneModel)

    async def prune(
        self,
        *,
        days: int | None = None,
        include_roles: Sequence[int] | None = None,
        compute_prune_count: bool | None = None,
        reason: str | None = None,
    ) -> GuildPruneModel:
        """Remove inactive members, who may come back; needs MANAGE_GUILD and KICK_MEMBERS.

        Fires GUILD_MEMBER_REMOVE for each.

        Args:
            days: Days of absence that make a member inactive, 1-30; 7 unless given.
            include_roles: Up to 100 roles; members who have these and no others go, too, besides those with none.
            compute_prune_count: Whether to wait for the count; False is the better choice for large guilds.
            reason: Why, for the guild's audit log.

        Raises:
            InvalidRequest: `days` or `include_roles` exceeds its limit.
            BadRequest: the guild was pruned too often; later it may succeed (30040).
        """
        _DAYS.check("days", days)
        _ROLES.check("include_roles", include_roles)
        roles = None if include_roles is None else [id_of(role_id, "include_roles") for role_id in include_roles]
        body = given(days=days, compute_prune_count=compute_prune_count, include_roles=roles)
        return await self._request(PRUNE_GUILD, guild_id=self.id, body=body, reason=reason, into=GuildPruneModel)

    async def edit_incident_actions(self, **options: Unpack[EditIncidentActionsParams]) -> IncidentsDataModel:
        """Suspend invites or direct messages for a while, or end that; needs MANAGE_GUILD. Fires GUILD_UPDATE."""
        return await self._request(
            UPDATE_GUILD_INCIDENT_ACTIONS,
            guild_id=self.id,
            body=changes(EditIncidentActionsParams, options),
            into=IncidentsDataModel,
        )
