"""The audit log."""

from typing import Any

from scurrypy.api.automod import AutoModRuleModel
from scurrypy.api.channels.threads import ThreadChannelModel
from scurrypy.api.commands.application_command import ApplicationCommandModel
from scurrypy.api.integration import IntegrationModel
from scurrypy.api.scheduled_event import ScheduledEventModel
from scurrypy.api.user import UserModel
from scurrypy.api.webhook import WebhookModel
from scurrypy.enums.audit_log import AuditLogEvent
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class AuditLogChangeModel(DataModel):
    """What was changed.

    See [Discord Docs/Audit Log Change Object](https://docs.discord.com/developers/resources/audit-log#audit-log-change-object).
    """

    key: str | None = None
    """Name of the field of what was changed.

    Four are named otherwise: `$add` and `$remove` for the roles of a member, whose values are lists of objects with
    `id` and `name`; `channel_id` for the channel of an invite; `avatar_hash` for the avatar of a webhook; and, where
    the permissions of a command changed, the id of the role, member or channel.
    """
    new_value: Any = None
    """What it is now, of the type the field has; absent where it was reset."""
    old_value: Any = None
    """What it was, of the type the field has; absent where it was nothing."""


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

    target_id: Snowflake | None = None
    """Id of what it was done to."""
    changes: list[AuditLogChangeModel] | None = None
    """What was changed; absent where the action is the whole story."""
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


class AuditLogModel(DataModel):
    """A page of the audit log, with what its entries are about.

    See [Discord Docs/Audit Log Object](https://docs.discord.com/developers/resources/audit-log#audit-log-object).
    """

    audit_log_entries: list[AuditLogEntryModel] = REQUIRED
    """The entries."""
    users: list[UserModel] = REQUIRED
    """Users the entries name."""
    integrations: list[IntegrationModel] = REQUIRED
    """Integrations the entries name; `id`, `type`, `name`, `account` and `application_id` only."""
    webhooks: list[WebhookModel] = REQUIRED
    """Webhooks the entries name."""
    guild_scheduled_events: list[ScheduledEventModel] = REQUIRED
    """Scheduled events the entries name."""
    threads: list[ThreadChannelModel] = REQUIRED
    """Threads the entries name, archived ones too."""
    application_commands: list[ApplicationCommandModel] = REQUIRED
    """Commands the entries name."""
    auto_moderation_rules: list[AutoModRuleModel | None] = REQUIRED
    """Auto moderation rules the entries name; None stands for one that cannot be shown."""
