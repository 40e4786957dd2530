"""Scheduled events on the wire.

See [Discord Docs/Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event).
"""

import copy
from typing import Any

from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records.scheduled_events import EventException, ScheduledEvent
from scurrypy.sandbox.state import State

INTERESTED = 1
"""What somebody has answered who is interested."""


def event_payload(state: State, event: ScheduledEvent, *, with_user_count: bool = False) -> dict[str, Any]:
    """Return a scheduled event."""
    payload: dict[str, Any] = {
        "id": str(event.id),
        "guild_id": str(event.guild_id),
        "channel_id": _id(event.channel_id),
        "creator_id": str(event.creator_id),
        "creator": user_payload(state.users[event.creator_id]),
        "name": event.name,
        "description": event.description,
        "image": event.image,
        "scheduled_start_time": event.scheduled_start_time,
        "scheduled_end_time": event.scheduled_end_time,
        "status": event.status,
        "entity_type": event.entity_type,
        "entity_id": _id(event.entity_id),
        "entity_metadata": copy.deepcopy(event.entity_metadata),
        "recurrence_rule": copy.deepcopy(event.recurrence_rule),
        "privacy_level": event.privacy_level,
        "guild_scheduled_event_exceptions": [exception_payload(event, each) for each in event.exceptions.values()],
    }
    if with_user_count:
        payload["user_count"] = len(event.user_ids)
    return payload


def exception_payload(event: ScheduledEvent, exception: EventException) -> dict[str, Any]:
    """Return what differs about one time of a recurring event."""
    return {
        "event_id": str(event.id),
        "event_exception_id": str(exception.id),
        "scheduled_start_time": exception.scheduled_start_time,
        "scheduled_end_time": exception.scheduled_end_time,
        "is_canceled": exception.is_canceled,
    }


def event_user_payload(
    state: State, event: ScheduledEvent, user_id: int, exception: EventException | None = None, *, with_member: bool
) -> dict[str, Any]:
    """Return somebody who is interested in an event, or in one time of it."""
    payload: dict[str, Any] = {
        "guild_scheduled_event_id": str(event.id),
        "guild_scheduled_event_exception_id": None if exception is None else str(exception.id),
        "user_id": str(user_id),
        "user": user_payload(state.users[user_id]),
        "response": INTERESTED,
    }
    member = state.guilds[event.guild_id].members.get(user_id)
    if with_member and member is not None:
        payload["member"] = member_payload(state, member)
    return payload


def _id(value: int | None) -> str | None:
    return None if value is None else str(value)
