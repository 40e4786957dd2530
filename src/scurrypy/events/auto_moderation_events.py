"""Auto moderation: its rules, and what they did."""

from typing import ClassVar

from scurrypy.api.automod import AutoModActionModel, AutoModRuleModel
from scurrypy.enums.automod import AutoModTriggerType
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class AutoModerationRuleCreateEvent(Event, AutoModRuleModel):
    """A rule was created. Needs the AUTO_MODERATION_CONFIGURATION intent and MANAGE_GUILD.

    See [Discord Docs/Auto Moderation Rule Create](https://docs.discord.com/developers/events/gateway-events#auto-moderation-rule-create).
    """

    dispatch_name: ClassVar[str] = EventType.AUTO_MODERATION_RULE_CREATE


class AutoModerationRuleUpdateEvent(Event, AutoModRuleModel):
    """A rule was changed. Needs the AUTO_MODERATION_CONFIGURATION intent and MANAGE_GUILD.

    See [Discord Docs/Auto Moderation Rule Update](https://docs.discord.com/developers/events/gateway-events#auto-moderation-rule-update).
    """

    dispatch_name: ClassVar[str] = EventType.AUTO_MODERATION_RULE_UPDATE


class AutoModerationRuleDeleteEvent(Event, AutoModRuleModel):
    """A rule was deleted. Needs the AUTO_MODERATION_CONFIGURATION intent and MANAGE_GUILD.

    See [Discord Docs/Auto Moderation Rule Delete](https://docs.discord.com/developers/events/gateway-events#auto-moderation-rule-delete).
    """

    dispatch_name: ClassVar[str] = EventType.AUTO_MODERATION_RULE_DELETE


class AutoModerationActionExecutionEvent(Event):
    """A rule acted, for example by blocking a message. Needs the AUTO_MODERATION_EXECUTION intent and MANAGE_GUILD.

    See [Discord Docs/Auto Moderation Action Execution](https://docs.discord.com/developers/events/gateway-events#auto-moderation-action-execution).
    """

    dispatch_name: ClassVar[str] = EventType.AUTO_MODERATION_ACTION_EXECUTION

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    action: AutoModActionModel = REQUIRED
    """What was done."""
    rule_id: Snowflake = REQUIRED
    """Id of the rule."""
    rule_trigger_type: AutoModTriggerType = REQUIRED
    """What kind of content the rule looks for."""
    user_id: Snowflake = REQUIRED
    """Id of the user whose content it was."""
    content: str = REQUIRED
    """The content; empty without the MESSAGE_CONTENT intent."""
    channel_id: Snowflake | None = None
    """Id of the channel."""
    message_id: Snowflake | None = None
    """Id of the message; None where it was blocked or there was none."""
    alert_system_message_id: Snowflake | None = None
    """Id of the alert that was posted."""
    matched_keyword: str | None = None
    """What of the rule's settings matched."""
    matched_content: str | None = None
    """What in the content matched; empty without the MESSAGE_CONTENT intent."""
