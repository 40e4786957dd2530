"""Calls of the methods that are about scheduled events."""

from scurrypy.api.scheduled_event import (
    RecurrenceRulePart,
    ScheduledEventExceptionPart,
    ScheduledEventMetadataPart,
    ScheduledEventPart,
)
from scurrypy.enums.scheduled_event import (
    RecurrenceFrequency,
    RecurrenceWeekday,
    ScheduledEventEntityType,
    ScheduledEventStatus,
)
from scurrypy.resources import (
    ScheduledEvent,
)
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "scheduled_event": lambda http: ScheduledEvent(http, ONE),
}

EVENTS = "/guilds/1/scheduled-events"
NOON, EVENING = "2030-01-02T12:00:00Z", "2030-01-02T18:00:00Z"

CASES: list[Case] = [
    case("scheduled_event.fetch_all", to="LIST_GUILD_SCHEDULED_EVENTS", path=EVENTS, params={}, answer=[]),
    case(
        "scheduled_event.fetch_all",
        kwargs={"with_user_count": True},
        to="LIST_GUILD_SCHEDULED_EVENTS",
        path=EVENTS,
        params={"with_user_count": True},
        answer=[],
    ),
    case(
        "scheduled_event.fetch",
        2,
        kwargs={"with_user_count": True},
        to="GET_GUILD_SCHEDULED_EVENT",
        path=f"{EVENTS}/2",
        params={"with_user_count": True},
    ),
    case(
        "scheduled_event.create",
        ScheduledEventPart(
            "Walk",
            ScheduledEventEntityType.EXTERNAL,
            NOON,
            EVENING,
            entity_metadata=ScheduledEventMetadataPart("The woods"),
            recurrence_rule=RecurrenceRulePart(
                NOON,
                frequency=RecurrenceFrequency.WEEKLY,
                interval=2,
                by_weekday=[RecurrenceWeekday.WEDNESDAY],
            ),
        ),
        to="CREATE_GUILD_SCHEDULED_EVENT",
        path=EVENTS,
        data={
            "name": "Walk",
            "entity_type": 3,
            "scheduled_start_time": NOON,
            "scheduled_end_time": EVENING,
            "entity_metadata": {"location": "The woods"},
            "recurrence_rule": {"start": NOON, "frequency": 2, "interval": 2, "by_weekday": [2]},
            "privacy_level": 2,
        },
    ),
    case(
        "scheduled_event.edit",
        2,
        kwargs={"status": ScheduledEventStatus.ACTIVE, "recurrence_rule": None},
        to="UPDATE_GUILD_SCHEDULED_EVENT",
        path=f"{EVENTS}/2",
        data={"status": 2, "recurrence_rule": None},
    ),
    case("scheduled_event.delete", 2, to="DELETE_GUILD_SCHEDULED_EVENT", path=f"{EVENTS}/2"),
    case(
        "scheduled_event.create_exception",
        2,
        ScheduledEventExceptionPart(NOON, is_canceled=True),
        to="CREATE_GUILD_SCHEDULED_EVENT_EXCEPTION",
        path=f"{EVENTS}/2/exceptions",
        data={"original_scheduled_start_time": NOON, "is_canceled": True},
    ),
    case(
        "scheduled_event.edit_exception",
        2,
        3,
        kwargs={"scheduled_start_time": EVENING, "scheduled_end_time": None},
        to="UPDATE_GUILD_SCHEDULED_EVENT_EXCEPTION",
        path=f"{EVENTS}/2/exceptions/3",
        data={"scheduled_start_time": EVENING, "scheduled_end_time": None},
    ),
    case(
        "scheduled_event.delete_exception",
        2,
        3,
        to="DELETE_GUILD_SCHEDULED_EVENT_EXCEPTION",
        path=f"{EVENTS}/2/exceptions/3",
    ),
    case(
        "scheduled_event.fetch_users",
        2,
        kwargs={"limit": 10, "with_member": True, "after": 5},
        to="LIST_GUILD_SCHEDULED_EVENT_USERS",
        path=f"{EVENTS}/2/users",
        params={"limit": 10, "with_member": True, "after": 5},
        answer=[],
    ),
    case(
        "scheduled_event.fetch_exception_users",
        2,
        3,
        kwargs={"before": 5},
        to="LIST_GUILD_SCHEDULED_EVENT_EXCEPTION_USERS",
        path=f"{EVENTS}/2/3/users",
        params={"before": 5},
        answer=[],
    ),
    case(
        "scheduled_event.fetch_user_counts",
        2,
        kwargs={"guild_scheduled_event_exception_ids": [3, 4]},
        to="COUNT_GUILD_SCHEDULED_EVENT_USERS",
        path=f"{EVENTS}/2/users/counts",
        params={"guild_scheduled_event_exception_ids": [3, 4]},
    ),
]

AUDITED = {
    "CREATE_GUILD_SCHEDULED_EVENT",
    "UPDATE_GUILD_SCHEDULED_EVENT",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
