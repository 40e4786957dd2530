"""The audit log of a guild."""

from functools import partial

from scurrypy.api.audit_log import AuditLogEntryModel, AuditLogModel
from scurrypy.enums.audit_log import AuditLogEvent
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import LIST_GUILD_AUDIT_LOG_ENTRIES
from scurrypy.wire.limits import Range


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
        return await self._request(LIST_GUILD_AUDIT_LOG_ENTRIES, guild_id=self.id, query=query, into=AuditLogModel)

    def iter_audit_log_entries(
        self,
        *,
        user_id: int | None = None,
        target_id: int | None = None,
        action_type: AuditLogEvent | None = None,
        before: int | None = None,
        after: int | None = None,
        oldest_first: bool | None = None,
        limit: int | None = None,
        page_size: int = 100,
    ) -> Pages[AuditLogEntryModel]:
        """Iterate over the entries of the audit log, a request for each page; needs VIEW_AUDIT_LOG.

        They come newest first, or oldest first where `after` is given: `after=0` begins with the oldest. What they
        are about (users, webhooks and so on) comes with `fetch_audit_log` only.

        Args:
            user_id: Only what this user did.
            target_id: Only what was done to the thing of this id.
            action_type: Only actions of this kind.
            before: Only entries before the one of this id.
            after: Only entries after the one of this id.
            oldest_first: Whether to go from old to new; None for what `after` says.
            limit: How many entries at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """
        ask = partial(self.fetch_audit_log, user_id=user_id, target_id=target_id, action_type=action_type)

        async def fetch(limit: int, before: int | None = None, after: int | None = None) -> list[AuditLogEntryModel]:
            return (await ask(limit=limit, before=before, after=after)).audit_log_entries

        return pages_by_id(
            fetch,
            lambda entry: entry.id,
            before=before,
            after=after,
            newest_first=True,
            oldest_first=oldest_first,
            limit=limit,
            page_size=page_size,
        )
