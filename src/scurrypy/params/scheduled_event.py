"""What can be edited about a scheduled event, and about single times of a recurring one."""

from typing import Annotated, TypedDict

from scurrypy.api.image_data import ImageDataPart
from scurrypy.api.scheduled_event import RecurrenceRulePart, ScheduledEventMetadataPart
from scurrypy.enums.scheduled_event import (
    ScheduledEventEntityType,
    ScheduledEventPrivacyLevel,
    ScheduledEventStatus,
)
from scurrypy.wire.limits import Length
from scurrypy.wire.sent import SentTime


class EditScheduledEventParams(TypedDict, total=False):
    """Changes to a scheduled event; one that moves outside Discord needs place and end, and None for its channel.

    See [Discord Docs/Modify Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event#modify-guild-scheduled-event).
    """

    name: Annotated[str, Length(1, 100)]
    """Name, 1-100 characters."""
    entity_type: ScheduledEventEntityType | None
    """Where it takes place."""
    scheduled_start_time: SentTime
    """When it begins, ISO 8601."""
    scheduled_end_time: SentTime | None
    """When it ends, ISO 8601; needed outside Discord."""
    channel_id: int | None
    """The channel; None outside Discord."""
    entity_metadata: ScheduledEventMetadataPart | None
    """The place; Discord drops it unless the scheduled event is outside Discord."""
    description: Annotated[str, Length(0, 1000)] | None
    """What it is about, at most 1000 characters."""
    image: ImageDataPart | None
    """Cover."""
    recurrence_rule: RecurrenceRulePart | None
    """When it recurs."""
    privacy_level: ScheduledEventPrivacyLevel
    """Who sees it."""
    status: ScheduledEventStatus | None
    """How far it is: from SCHEDULED to ACTIVE or CANCELED, from ACTIVE to COMPLETED."""


class EditScheduledEventExceptionParams(TypedDict, total=False):
    """Changes to what differs about one time of a recurring event.

    See [Discord Docs/Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event).
    """

    scheduled_start_time: SentTime | None
    """When it begins instead, ISO 8601; None for as planned."""
    scheduled_end_time: SentTime | None
    """When it ends instead, ISO 8601; None for as planned."""
    is_canceled: bool | None
    """Whether it does not take place."""
