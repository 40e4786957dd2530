"""Kinds and states of scheduled events."""

from scurrypy.enums.enum_types import DiscordTypes


class ScheduledEventEntityType(DiscordTypes):
    """Where a scheduled event takes place.

    See [Discord Docs/Entity Types](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-types).
    """

    NONE = 0
    """Nowhere yet."""
    STAGE_INSTANCE = 1
    """On a stage."""
    VOICE = 2
    """In a voice channel."""
    EXTERNAL = 3
    """Outside Discord."""


class ScheduledEventPrivacyLevel(DiscordTypes):
    """Who sees a scheduled event.

    See [Discord Docs/Privacy Level](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-privacy-level).
    """

    GUILD_ONLY = 2
    """Members of the guild."""


class ScheduledEventStatus(DiscordTypes):
    """How far a scheduled event is.

    See [Discord Docs/Event Status](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-status).
    """

    SCHEDULED = 1
    """To come."""
    ACTIVE = 2
    """Under way."""
    COMPLETED = 3
    """Over."""
    CANCELED = 4
    """Called off."""


class RecurrenceFrequency(DiscordTypes):
    """How often a scheduled event recurs.

    See [Discord Docs/Recurrence Rule Frequency](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-frequency).
    """

    YEARLY = 0
    """Every year."""
    MONTHLY = 1
    """Every month."""
    WEEKLY = 2
    """Every week."""
    DAILY = 3
    """Every day."""


class RecurrenceWeekday(DiscordTypes):
    """Days of the week.

    See [Discord Docs/Recurrence Rule Weekday](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-weekday).
    """

    MONDAY = 0
    """Monday."""
    TUESDAY = 1
    """Tuesday."""
    WEDNESDAY = 2
    """Wednesday."""
    THURSDAY = 3
    """Thursday."""
    FRIDAY = 4
    """Friday."""
    SATURDAY = 5
    """Saturday."""
    SUNDAY = 6
    """Sunday."""


class RecurrenceMonth(DiscordTypes):
    """Months of the year.

    See [Discord Docs/Recurrence Rule Month](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object-guild-scheduled-event-recurrence-rule-month).
    """

    JANUARY = 1
    """January."""
    FEBRUARY = 2
    """February."""
    MARCH = 3
    """March."""
    APRIL = 4
    """April."""
    MAY = 5
    """May."""
    JUNE = 6
    """June."""
    JULY = 7
    """July."""
    AUGUST = 8
    """August."""
    SEPTEMBER = 9
    """September."""
    OCTOBER = 10
    """October."""
    NOVEMBER = 11
    """November."""
    DECEMBER = 12
    """December."""


class ScheduledEventUserResponse(DiscordTypes):
    """What a user answered to a scheduled event."""

    UNINTERESTED = 0
    """Not interested."""
    INTERESTED = 1
    """Interested."""
