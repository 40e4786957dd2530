"""Scheduled events."""

from typing import Annotated

from scurrypy.api.image_data import ImageDataPart
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
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId, SentTime
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
    """Where a scheduled event outside Discord takes place; empty where it takes place in a channel.

    See [Discord Docs/Entity Metadata](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-metadata).
    """

    location: str | None = None
    """The place, 1-100 characters."""


class ScheduledEventExceptionModel(DataModel):
    """A time of a recurring event that differs.

    See [Discord Docs/Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event).
    """

    event_id: Snowflake = REQUIRED
    """The scheduled event."""
    event_exception_id: Snowflake = REQUIRED
    """Id of the exception."""
    scheduled_start_time: str | None = None
    """When it begins instead, ISO 8601; None where that is as planned."""
    scheduled_end_time: str | None = None
    """When it ends instead, ISO 8601; None where that is as planned."""
    is_canceled: bool = REQUIRED
    """Whether it does not take place."""


class ScheduledEventUserModel(DataModel):
    """A user who is interested in a scheduled event.

    See [Discord Docs/Guild Scheduled Event User Object](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-user-object).
    """

    guild_scheduled_event_id: Snowflake = REQUIRED
    """The scheduled event."""
    user: UserModel | None = None
    """The user."""
    member: GuildMemberModel | None = None
    """The user as a member; None unless asked for, or where the user is none."""
    user_id: Snowflake = REQUIRED
    """Id of the user."""
    response: ScheduledEventUserResponse = REQUIRED
    """What the user answered."""
    guild_scheduled_event_exception_id: Snowflake | None = None
    """The one time of a recurring event it is about; None for all of them."""


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
    """What it is about, at most 1000 characters; None where nobody said."""
    scheduled_start_time: str = REQUIRED
    """When it begins, ISO 8601."""
    scheduled_end_time: str | None = None
    """When it ends, ISO 8601; None where nobody said, which is never so outside Discord."""
    privacy_level: ScheduledEventPrivacyLevel = REQUIRED
    """Who sees it."""
    status: ScheduledEventStatus = REQUIRED
    """How far it is."""
    entity_type: ScheduledEventEntityType = REQUIRED
    """Where it takes place."""
    entity_id: Snowflake | None = None
    """Id of the stage instance and the like; None where there is none."""
    entity_metadata: ScheduledEventMetadataModel | None = None
    """Place outside Discord; None in a channel."""
    creator: UserModel | None = None
    """Who created it, in full; None before 2021-10-25."""
    user_count: int | None = None
    """How many are interested; None unless asked for."""
    image: str | None = None
    """Hash of the cover; None where there is none."""
    recurrence_rule: RecurrenceRuleModel | None = None
    """When it recurs; None where it does not."""
    guild_scheduled_event_exceptions: list[ScheduledEventExceptionModel] = REQUIRED
    """Times that differ."""
    user_rsvp: ScheduledEventUserModel | None = None
    """What the user who asks has answered; None for bots."""


class ScheduledEventUserCountModel(DataModel):
    """How many users are interested in a scheduled event, and in single times of it.

    See [Discord Docs/Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event).
    """

    guild_scheduled_event_count: int = REQUIRED
    """How many in the scheduled event."""
    guild_scheduled_event_exception_counts: dict[Snowflake, int] = REQUIRED
    """How many in each exception that was asked about, by its id."""


class RecurrenceNWeekdayPart(DataModel):
    """A weekday of one week of the month, for a rule to be set.

    See [Discord Docs/Recurrence Rule N_Weekday](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-nweekday-structure).
    """

    n: Annotated[int, Range(1, 5)] | None = None
    """Week, 1-5; 5 is the last."""
    day: RecurrenceWeekday | None = None
    """Day."""


class RecurrenceRulePart(DataModel):
    """When a scheduled event is to recur: on weekdays, or on one day of the month, or on one day of the year.

    See [Discord Docs/Recurrence Rule](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object).
    """

    _needed = ("start", "frequency")

    start: SentTime | None = None
    """First time, ISO 8601."""
    end: SentTime | None = None
    """Last time, ISO 8601; Discord takes none from bots yet."""
    frequency: RecurrenceFrequency | None = None
    """How often."""
    interval: Annotated[int, Range(1, 2)] | None = None
    """Every how many of them: 1, or 2 for every other week."""
    by_weekday: Annotated[list[RecurrenceWeekday], Count(0, 7)] | None = None
    """On which days of the week: one if it recurs weekly, one of Discord's sets such as Monday to Friday if daily."""
    by_n_weekday: Annotated[list[RecurrenceNWeekdayPart], Count(0, 1)] | None = None
    """On which day of which week, at most one; monthly only."""
    by_month: Annotated[list[RecurrenceMonth], Count(0, 1)] | None = None
    """In which month, at most one; yearly only, and together with `by_month_day`."""
    by_month_day: Annotated[list[Annotated[int, Range(-1, 31)]], Count(0, 1)] | None = None
    """On which day of the month, at most one; yearly only, and together with `by_month`."""
    by_year_day: Annotated[list[Annotated[int, Range(-1, 365)]], Count(0, 367)] | None = None
    """On which days of the year, at most 367; Discord takes none from bots yet."""
    count: int | None = None
    """How many times in all; Discord takes none from bots yet."""


class ScheduledEventMetadataPart(DataModel):
    """Where a scheduled event outside Discord is to take place.

    See [Discord Docs/Entity Metadata](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-metadata).
    """

    _needed = ("location",)

    location: Annotated[str, Length(1, 100)] | None = None
    """The place, 1-100 characters."""


class ScheduledEventPart(DataModel):
    """A scheduled event to be created.

    See [Discord Docs/Create Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event#create-guild-scheduled-event).
    """

    _needed = ("name", "scheduled_start_time", "entity_type")

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    entity_type: ScheduledEventEntityType | None = None
    """Where it takes place."""
    scheduled_start_time: SentTime | None = None
    """When it begins, ISO 8601."""
    scheduled_end_time: SentTime | None = None
    """When it ends, ISO 8601; needed outside Discord."""
    channel_id: SentId | None = None
    """The channel; needed unless it is outside Discord."""
    entity_metadata: ScheduledEventMetadataPart | None = None
    """The place; needed outside Discord."""
    description: Annotated[str, Length(0, 1000)] | None = None
    """What it is about, at most 1000 characters."""
    image: ImageDataPart | None = None
    """Cover."""
    recurrence_rule: RecurrenceRulePart | None = None
    """When it recurs."""
    privacy_level: ScheduledEventPrivacyLevel = ScheduledEventPrivacyLevel.GUILD_ONLY
    """Who sees it; there is one level."""


class ScheduledEventExceptionPart(DataModel):
    """A time of a recurring event that is to differ.

    See [Discord Docs/Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event).
    """

    _needed = ("original_scheduled_start_time",)

    original_scheduled_start_time: SentTime | None = None
    """When it would begin, ISO 8601: this says which time it is."""
    scheduled_start_time: SentTime | None = None
    """When it begins instead, ISO 8601."""
    scheduled_end_time: SentTime | None = None
    """When it ends instead, ISO 8601."""
    is_canceled: bool | None = None
    """Whether it does not take place."""
