"""Auto moderation."""

from collections.abc import Sequence
from typing import Annotated

from scurrypy.enums.automod import AutoModActionType, AutoModEventType, AutoModKeywordPresetType, AutoModTriggerType
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class AutoModTriggerMetadataModel(DataModel):
    """What a rule looks for, in detail.

    See [Discord Docs/Trigger Metadata](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata).
    """

    keyword_filter: list[str] | None = None
    """Words, at most 1000; of KEYWORD and MEMBER_PROFILE rules."""
    regex_patterns: list[str] | None = None
    """Regular expressions as Rust knows them, at most 10; of KEYWORD and MEMBER_PROFILE rules."""
    presets: list[AutoModKeywordPresetType] | None = None
    """Discord's lists of words; of KEYWORD_PRESET rules."""
    allow_list: list[str] | None = None
    """Words that are fine; of KEYWORD, KEYWORD_PRESET and MEMBER_PROFILE rules."""
    mention_total_limit: int | None = None
    """Most mentions in a message, at most 50; of MENTION_SPAM rules."""
    mention_raid_protection_enabled: bool | None = None
    """Whether raids by mention are noticed; of MENTION_SPAM rules."""


class AutoModActionMetadataModel(DataModel):
    """What a rule does, in detail.

    See [Discord Docs/Action Metadata](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object-action-metadata).
    """

    channel_id: Snowflake | None = None
    """Channel to tell; of SEND_ALERT_MESSAGE."""
    duration_seconds: int | None = None
    """Seconds of timeout, at most 2419200; of TIMEOUT."""
    custom_message: str | None = None
    """What the user is told, at most 150 characters; of BLOCK_MESSAGE, None where nothing is said."""


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


class AutoModTriggerMetadataPart(DataModel):
    """What a rule is to look for, in detail; which fields apply, the rule's trigger type says.

    See [Discord Docs/Trigger Metadata](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata).
    """

    keyword_filter: Annotated[list[Annotated[str, Length(1, 60)]], Count(0, 1000)] | None = None
    """Words, at most 1000 of 1-60 characters, with `*` for any beginning or end; KEYWORD and MEMBER_PROFILE."""
    regex_patterns: Annotated[list[Annotated[str, Length(1, 260)]], Count(0, 10)] | None = None
    """Regular expressions as Rust knows them, at most 10 of 1-260 characters; KEYWORD and MEMBER_PROFILE."""
    presets: list[AutoModKeywordPresetType] | None = None
    """Discord's lists of words; KEYWORD_PRESET."""
    allow_list: Annotated[list[Annotated[str, Length(1, 60)]], Count(0, 1000)] | None = None
    """Words that are fine, of 1-60 characters: at most 1000 for KEYWORD_PRESET, 100 for KEYWORD and MEMBER_PROFILE."""
    mention_total_limit: Annotated[int, Range(0, 50)] | None = None
    """Most mentions of different users and roles in a message, 0-50; MENTION_SPAM."""
    mention_raid_protection_enabled: bool | None = None
    """Whether to notice raids by mention; MENTION_SPAM."""


class AutoModActionMetadataPart(DataModel):
    """What a rule is to do, in detail; which field applies, the action's type says.

    See [Discord Docs/Action Metadata](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object-action-metadata).
    """

    channel_id: SentId | None = None
    """Channel to tell; needed by SEND_ALERT_MESSAGE."""
    duration_seconds: Annotated[int, Range(0, 2419200)] | None = None
    """Seconds of timeout, at most 2419200, which is four weeks; needed by TIMEOUT."""
    custom_message: Annotated[str, Length(0, 150)] | None = None
    """What to tell the user, at most 150 characters; for BLOCK_MESSAGE."""


class AutoModActionPart(DataModel):
    """What a rule is to do.

    See [Discord Docs/Auto Moderation Action Object](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object).
    """

    type: AutoModActionType | None = None
    """Kind; TIMEOUT fits KEYWORD and MENTION_SPAM rules only, and needs MODERATE_MEMBERS."""
    metadata: AutoModActionMetadataPart | None = None
    """Details; SEND_ALERT_MESSAGE and TIMEOUT need them."""


class AutoModRulePart(DataModel):
    """A rule to be created.

    See [Discord Docs/Create Auto Moderation Rule](https://docs.discord.com/developers/resources/auto-moderation#create-auto-moderation-rule).
    """

    _needed = ("name", "event_type", "trigger_type")

    name: Annotated[str, Length(0, 100)] | None = None
    """Name, at most 100 characters."""
    event_type: AutoModEventType | None = None
    """What it watches."""
    trigger_type: AutoModTriggerType | None = None
    """What it looks for; a guild has at most six KEYWORD rules, and one of each other type."""
    trigger_metadata: AutoModTriggerMetadataPart | None = None
    """The same in detail; KEYWORD_PRESET and MEMBER_PROFILE rules need it."""
    actions: Annotated[list[AutoModActionPart], Count(1, 5)] | None = None
    """What it does, 1-5 actions."""
    enabled: bool | None = None
    """Whether it is on; it is not unless this says so."""
    exempt_roles: Annotated[Sequence[SentId], Count(0, 20)] | None = None
    """Roles it does not touch, at most 20."""
    exempt_channels: Annotated[Sequence[SentId], Count(0, 50)] | None = None
    """Channels it does not touch, at most 50."""
