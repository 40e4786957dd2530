"""What may name a dispatch when one listens to it or waits for it."""

import logging
import re
from typing import TypeAlias

from scurrypy.enums import EventType
from scurrypy.events import Event, RawEvent
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.slips import meant_by

logger: logging.Logger = logging.getLogger(__name__)

EventName: TypeAlias = "EventType | str | type[Event]"
"""A member of `EventType`, its text (also one this package does not know), or the class of the event."""


def event_type(event: EventName) -> EventType:
    """Return the dispatch that is meant.

    A name this version does not know passes, for Discord may know it; one that looks like a slip is told of.

    Raises:
        InvalidRequest: no dispatch can be named like that.
    """
    name = _name_of(event)
    if name is None or (name != RawEvent.dispatch_name and not re.fullmatch("[A-Z][A-Z0-9_]*", name)):
        raise InvalidRequest("event", _accepted(event), event)
    known = [member.value for member in EventType]
    if name != RawEvent.dispatch_name and name not in known:
        match = meant_by(name, known, 0.8)
        if match is not None:
            logger.warning("%s is not an event this version knows; is %s meant?", name, match)
    return EventType(name)


def _name_of(event: object) -> str | None:
    """Return what a class or a text names; None for anything else, such as a model, which is not an event."""
    name = getattr(event, "dispatch_name", None) if isinstance(event, type) else event
    return name if isinstance(name, str) else None


def _accepted(event: object) -> str:
    accepted = "an event's class, or the name of a dispatch such as MESSAGE_CREATE"
    is_function = callable(event) and not isinstance(event, type)
    return f"{accepted}; a predicate is given as predicate=…" if is_function else accepted
