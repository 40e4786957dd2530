"""The audit log."""

from typing import Any

from scurrypy.enums.audit_log import AuditLogEvent
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class AuditLogChangeModel(DataModel):
    """What was changed.

    See [Discord Docs/Audit Log Change Object](https://docs.discord.com/developers/resources/audit-log#audit-log-change-object).
    """

    key: str | None = None
    """Name of the field."""
    new_value: Any = None
    """What it is now."""
    old_value: Any = None
    """What it was."""


class AuditLogOptionsModel(DataModel):
    """What only some actions have.

    See [Discord Docs/Optional Audit Entry Info](https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object-optional-audit-entry-info).
    """

    application_id: Snowflake | None = None
    """Application whose command permissions changed."""
    auto_moderation_rule_name: str | None = None
    """Name of the rule."""
    auto_moderation_rule_trigger_type: str | None = None
    """What the rule looks for, as text."""
    channel_id: Snowflake | None = None
    """The channel it happened in."""
    count: str | None = None
    """How many were affected, as text."""
    delete_member_days: str | None = None
    """Days of absence of those pruned, as text."""
    id: Snowflake | None = None
    """The role or member of the overwrite."""
    integration_type: str | None = None
    """Kind of integration that acted."""
    members_removed: str | None = None
    """How many were pruned, as text."""
    message_id: Snowflake | None = None
    """The message."""
    role_name: str | None = None
    """Name of the overwrite's role."""
    type: str | None = None
    """Whom the overwrite is about: "0" a role, "1" a member."""
    status: str | None = None
    """Status of the voice channel."""


class AuditLogEntryModel(DataModel):
    """An entry of the audit log.

    See [Discord Docs/Audit Log Entry Object](https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object).
    """

    target_id: str | None = None
    """What it was done to."""
    changes: list[AuditLogChangeModel] | None = None
    """What was changed."""
    user_id: Snowflake | None = None
    """Who did it."""
    id: Snowflake = REQUIRED
    """Id of the entry."""
    action_type: AuditLogEvent = REQUIRED
    """What was done."""
    options: AuditLogOptionsModel | None = None
    """What only some actions have."""
    reason: str | None = None
    """Why, 1-512 characters."""
