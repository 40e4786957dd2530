"""Auto moderation."""

from scurrypy.enums.automod import AutoModActionType, AutoModEventType, AutoModKeywordPresetType, AutoModTriggerType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class AutoModTriggerMetadataModel(DataModel):
    """What a rule looks for, in detail.

    See [Discord Docs/Trigger Metadata](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata).
    """

    keyword_filter: list[str] | None = None
    """Words, at most 1000."""
    regex_patterns: list[str] | None = None
    """Regular expressions as Rust knows them, at most 10."""
    presets: list[AutoModKeywordPresetType] | None = None
    """Discord's lists of words."""
    allow_list: list[str] | None = None
    """Words that are fine."""
    mention_total_limit: int | None = None
    """Most mentions in a message, at most 50."""
    mention_raid_protection_enabled: bool | None = None
    """Whether raids by mention are noticed."""


class AutoModActionMetadataModel(DataModel):
    """What a rule does, in detail.

    See [Discord Docs/Action Metadata](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object-action-metadata).
    """

    channel_id: Snowflake | None = None
    """Channel to tell."""
    duration_seconds: int | None = None
    """Seconds of timeout, at most 2419200."""
    custom_message: str | None = None
    """What the user is told, at most 150 characters."""


class AutoModActionModel(DataModel):
    """What a rule does.

    See [Discord Docs/Auto Moderation Action Object](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object).
    """

    type: AutoModActionType = REQUIRED
    """Kind."""
    metadata: AutoModActionMetadataModel | None = None
    """Details."""


class AutoModRuleModel(DataModel):
    """A rule.

    See [Discord Docs/Auto Moderation Rule Object](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object).
    """

    id: Snowflake = REQUIRED
    """Id of the rule."""
    guild_id: Snowflake = REQUIRED
    """The guild."""
    name: str = REQUIRED
    """Name."""
    creator_id: Snowflake = REQUIRED
    """Who created it."""
    event_type: AutoModEventType = REQUIRED
    """What it watches."""
    trigger_type: AutoModTriggerType = REQUIRED
    """What it looks for."""
    trigger_metadata: AutoModTriggerMetadataModel = REQUIRED
    """The same in detail."""
    actions: list[AutoModActionModel] = REQUIRED
    """What it does."""
    enabled: bool = REQUIRED
    """Whether it is on."""
    exempt_roles: list[Snowflake] = REQUIRED
    """Roles it does not touch, at most 20."""
    exempt_channels: list[Snowflake] = REQUIRED
    """Channels it does not touch, at most 50."""
