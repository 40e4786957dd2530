"""Who is interested in scheduled events, and which times of recurring ones differ."""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.ids import snowflake_at
from scurrypy.sandbox.payloads.scheduled_events import event_user_payload, exception_payload
from scurrypy.sandbox.records.scheduled_events import EventException, ScheduledEvent
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.recurrence import occurs
from scurrypy.sandbox.rules.shapes import moment
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.scheduled_events import manageable_event, publish_event, visible_event

_CHANGED: Mapping[str, Field] = {
    "scheduled_start_time": moment(nullable=True),
    "scheduled_end_time": moment(nullable=True),
    "is_canceled": flag(),
}
_NEW: Mapping[str, Field] = {"original_scheduled_start_time": moment(required=True), **_CHANGED}


def follow_event(
    state: State, actor: Actor, guild_id: int, event_id: int, exception_id: int | None = None, *, follow: bool = True
) -> None:
    """Be interested in an event, or in one time of it that differs, or no longer be."""
    _, event = visible_event(state, actor, guild_id, event_id)
    interested = event.user_ids if exception_id is None else _find(event, exception_id).user_ids
    if (actor.user_id in interested) == follow:
        return
    (interested.append if follow else interested.remove)(actor.user_id)
    data = {"guild_scheduled_event_id": str(event.id), "user_id": str(actor.user_id), "guild_id": str(guild_id)}
    if exception_id is not None:
        data["guild_scheduled_event_exception_id"] = str(exception_id)
    name = "GUILD_SCHEDULED_EVENT_USER_ADD" if follow else "GUILD_SCHEDULED_EVENT_USER_REMOVE"
    intent = Intent.GUILD_SCHEDULED_EVENTS
    state.publish(Dispatch(name, data, guild_id, intent, channel_id=event.channel_id))


def list_users(
    state: State,
    actor: Actor,
    guild_id: int,
    event_id: int,
    exception_id: int | None = None,
    *,
    limit: int = 100,
    before: int | None = None,
    after: int | None = None,
    with_member: bool = False,
) -> list[dict[str, Any]]:
    """Return a page of those who are interested in an event, or in one time of it, by ascending id."""
    _, event = visible_event(state, actor, guild_id, event_id)
    exception = None if exception_id is None else _find(event, exception_id)
    everyone = sorted(event.user_ids if exception is None else exception.user_ids)
    if before is not None:
        page = [id for id in everyone if id < before][-limit:]
    else:
        page = [id for id in everyone if after is None or id > after][:limit]
    return [event_user_payload(state, event, id, exception, with_member=with_member) for id in page]


def count_users(
    state: State, actor: Actor, guild_id: int, event_id: int, exception_ids: Sequence[int]
) -> dict[str, Any]:
    """Return how many are interested in an event, and in those times of it that are asked for."""
    _, event = visible_event(state, actor, guild_id, event_id)
    if len(exception_ids) > 10:
        name = "guild_scheduled_event_exception_ids"
        raise invalid(name, "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
    found = {id: event.exceptions[id] for id in exception_ids if id in event.exceptions}
    return {
        "guild_scheduled_event_count": len(event.user_ids),
        "guild_scheduled_event_exception_counts": {str(id): len(each.user_ids) for id, each in found.items()},
    }


def create_exception(
    state: State, actor: Actor, guild_id: int, event_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Have one time of a recurring event differ, or not take place."""
    _, event = manageable_event(state, actor, guild_id, event_id)
    read = _read(body, _NEW)
    original: str = read.pop("original_scheduled_start_time")
    rule = event.recurrence_rule
    if event.is_over:
        raise Code.FINISHED_EVENT.error()
    if rule is None or not occurs(rule, original):
        words = "The event does not begin at this time"
        raise invalid("original_scheduled_start_time", "GUILD_SCHEDULED_EVENT_EXCEPTION_INVALID_START", words)
    exception = EventException(snowflake_at(parse_iso(original) or 0), **read)
    if exception.id in event.exceptions:
        words = "This time of the event differs already"
        raise invalid("original_scheduled_start_time", "GUILD_SCHEDULED_EVENT_EXCEPTION_EXISTS", words)
    event.exceptions[exception.id] = exception
    publish_event(state, event, "GUILD_SCHEDULED_EVENT_UPDATE")
    return exception_payload(event, exception)


def edit_exception(
    state: State, actor: Actor, guild_id: int, event_id: int, body: Mapping[str, Any], *, exception_id: int
) -> dict[str, Any]:
    """Change what differs about one time of a recurring event."""
    _, event = manageable_event(state, actor, guild_id, event_id)
    exception = _find(event, exception_id)
    for name, value in _read(body, _CHANGED).items():
        setattr(exception, name, value)
    publish_event(state, event, "GUILD_SCHEDULED_EVENT_UPDATE")
    return exception_payload(event, exception)


def delete_exception(state: State, actor: Actor, guild_id: int, event_id: int, exception_id: int) -> None:
    """Let one time of a recurring event take place as planned again."""
    _, event = manageable_event(state, actor, guild_id, event_id)
    del event.exceptions[_find(event, exception_id).id]
    publish_event(state, event, "GUILD_SCHEDULED_EVENT_UPDATE")


def _find(event: ScheduledEvent, exception_id: int) -> EventException:
    if exception_id not in event.exceptions:
        raise Code.NOT_FOUND.error()
    return event.exceptions[exception_id]


def _read(body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, fields, problems)
    start, end = read.get("scheduled_start_time"), read.get("scheduled_end_time")
    if start is not None and end is not None and (parse_iso(end) or 0) <= (parse_iso(start) or 0):
        words = "The end must be after the start."
        problems.add("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", words)
    problems.raise_if_any()
    return read
