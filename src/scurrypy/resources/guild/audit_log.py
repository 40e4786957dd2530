"""The audit log of a guild."""

from dataclasses import dataclass

from scurrypy.api.audit_log import AuditLogModel
from scurrypy.enums.audit_log import AuditLogEvent
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import LIST_GUILD_AUDIT_LOG_ENTRIES
from scurrypy.wire.limits import Range


@dataclass
class GuildAuditLog(GuildFacet):
    """The audit log of a guild, which keeps entries for 45 days."""

    async def fetch_audit_log(
        self,
        *,
        user_id: int | None = None,
        target_id: int | None = None,
        action_type: AuditLogEvent | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
    ) -> AuditLogModel:
        """Fetch a page of the audit log, newest entries first; needs VIEW_AUDIT_LOG.

        Args:
            user_id: Only what this user did.
            target_id: Only what was done to the thing of this id.
            action_type: Only actions of this kind.
            before: Only entries before the one of this id.
            after: Only entries after the one of this id, oldest first; 0 begins with the oldest of all.
            limit: How many entries at most, 1-100; 50 unless given.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
        """
        Range(1, 100).check("limit", limit)
        query = {
            "user_id": user_id,
            "target_id": target_id,
            "action_type": action_type,
            "before": before,
            "after": after,
            "limit": limit,
        }
        answer = await self._request(LIST_GUILD_AUDIT_LOG_ENTRIES, guild_id=self.id, query=query)
        return AuditLogModel.from_dict(answer)
