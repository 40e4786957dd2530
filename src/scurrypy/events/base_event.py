"""What every event is: a model with the name of the dispatch it comes with."""

import importlib
from typing import Any, ClassVar

import msgspec

from scurrypy.wire.deferred import defer
from scurrypy.wire.model import DataModel

EVENTS: dict[str, type["Event"]] = {}
"""The class of each dispatch, by the dispatch's name; `*` stands for `RawEvent`.

Each class enters itself when it is defined. Members of `EventType` find it as well as plain text does. In this module
it holds the families of events that were imported so far; what `scurrypy.events` offers under this name is whole.
"""


def event_class(name: str) -> type["Event"] | None:
    """Return the class of a dispatch; None where there is none.

    Every family of events is imported when a name is first looked for that is not here: a bot that names its events
    by their classes has imported what it needs, and pays for nothing else.
    """
    if name not in EVENTS:
        importlib.import_module("scurrypy.events.registry")
    return EVENTS.get(name)


class Event(DataModel):
    """Something that happened, as the gateway tells it. Adds no field to its model: `raw` is the object as it came.

    Objects in it, and lists of objects, are read from its JSON when they are first asked for, and its ids are numbers
    until then. Nothing tells, but functions of msgspec that look past attributes: `asdict` and `to_builtins` find what
    is unread; `to_dict` does not.
    """

    dispatch_name: ClassVar[str] = ""
    """Discord's name of the dispatch, such as `MESSAGE_CREATE`."""

    def _decoded(self, kept: bytes | msgspec.Raw) -> Any:
        # Bytes are the gateway's whole message, of which the event is the body.
        message = super()._decoded(kept)
        return message["d"] if type(kept) is bytes else message

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        defer(cls)
        name = vars(cls).get("dispatch_name")
        if name:
            EVENTS[name] = cls
