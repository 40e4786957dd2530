"""Scheduled events."""

from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.enums.scheduled_event import (
    RecurrenceFrequency,
    RecurrenceMonth,
    RecurrenceWeekday,
    ScheduledEventEntityType,
    ScheduledEventPrivacyLevel,
    ScheduledEventStatus,
    ScheduledEventUserResponse,
)
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class RecurrenceNWeekdayModel(DataModel):
    """A weekday of one week of the month.

    See [Discord Docs/Recurrence Rule N_Weekday](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-nweekday-structure).
    """

    n: int = REQUIRED
    """Week, 1-5."""
    day: RecurrenceWeekday = REQUIRED
    """Day."""


class RecurrenceRuleModel(DataModel):
    """When a scheduled event recurs.

    See [Discord Docs/Recurrence Rule](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object).
    """

    start: str = REQUIRED
    """First time, ISO 8601."""
    end: str | None = None
    """Last time, ISO 8601."""
    frequency: RecurrenceFrequency = REQUIRED
    """How often."""
    interval: int = REQUIRED
    """Every how many of them."""
    by_weekday: list[RecurrenceWeekday] | None = None
    """On which days of the week."""
    by_n_weekday: list[RecurrenceNWeekdayModel] | None = None
    """On which days of which week."""
    by_month: list[RecurrenceMonth] | None = None
    """In which months."""
    by_month_day: list[int] | None = None
    """On which days of the month."""
    by_year_day: list[int] | None = None
    """On which days of the year."""
    count: int | None = None
    """How many times in all."""


class ScheduledEventMetadataModel(DataModel):
    """Where a scheduled event outside Discord takes place.

    See [Discord Docs/Entity Metadata](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-metadata).
    """

    location: str | None = None
    """The place, 1-100 characters."""


class ScheduledEventExceptionModel(DataModel):
    """A time of a recurring event that differs."""

    event_id: Snowflake = REQUIRED
    """The scheduled event."""
    event_exception_id: Snowflake = REQUIRED
    """Id of the exception."""
    scheduled_start_time: str | None = None
    """When it begins instead, ISO 8601."""
    scheduled_end_time: str | None = None
    """When it ends instead, ISO 8601."""
    is_canceled: bool = REQUIRED
    """Whether it does not take place."""


class ScheduledEventModel(DataModel):
    """A scheduled event.

    See [Discord Docs/Guild Scheduled Event Object](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object).
    """

    id: Snowflake = REQUIRED
    """Id of the scheduled event."""
    guild_id: Snowflake = REQUIRED
    """The guild."""
    channel_id: Snowflake | None = None
    """The channel; None outside Discord."""
    creator_id: Snowflake | None = None
    """Who created it; None before 2021-10-25."""
    name: str = REQUIRED
    """Name, 1-100 characters."""
    description: str | None = None
    """What it is about, at most 1000 characters."""
    scheduled_start_time: str = REQUIRED
    """When it begins, ISO 8601."""
    scheduled_end_time: str | None = None
    """When it ends, ISO 8601; always known outside Discord."""
    privacy_level: ScheduledEventPrivacyLevel = REQUIRED
    """Who sees it."""
    status: ScheduledEventStatus = REQUIRED
    """How far it is."""
    entity_type: ScheduledEventEntityType = REQUIRED
    """Where it takes place."""
    entity_id: Snowflake | None = None
    """Id of the stage instance and the like."""
    entity_metadata: ScheduledEventMetadataModel | None = None
    """Place outside Discord."""
    creator: UserModel | None = None
    """Who created it, in full."""
    user_count: int | None = None
    """How many are interested."""
    image: str | None = None
    """Hash of the cover."""
    recurrence_rule: RecurrenceRuleModel | None = None
    """When it recurs."""
    guild_scheduled_event_exceptions: list[ScheduledEventExceptionModel] | None = None
    """Times that differ."""


class ScheduledEventUserModel(DataModel):
    """A user who is interested in a scheduled event.

    See [Discord Docs/Guild Scheduled Event User Object](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-user-object).
    """

    guild_scheduled_event_id: Snowflake = REQUIRED
    """The scheduled event."""
    user: UserModel = REQUIRED
    """The user."""
    member: GuildMemberModel | None = None
    """The user as a member."""
    user_id: Snowflake | None = None
    """Id of the user."""
    response: ScheduledEventUserResponse | None = None
    """What the user answered."""
    guild_scheduled_event_exception_id: Snowflake | None = None
    """The one time of a recurring event it is about."""
