"""What an order among events is: a key, and the handlers that are called by it."""

import functools
from collections.abc import Callable, Hashable
from operator import attrgetter
from typing import Any, final

from scurrypy.dispatch.calls import Handler
from scurrypy.dispatch.handlers import check_key, describe
from scurrypy.events.base_event import event_class
from scurrypy.wire.errors import InvalidRequest


class Ordering:
    """An order among events: those with the same key are handled one after the other, as they arrived.

    Handlers that are registered with one and the same `Ordering` share it: with `per_channel = Ordering("channel_id")`
    for messages that are created, edited and deleted, an edit is handled after the creation has been.

    Args:
        key: Name of a field of the event, with dots where it lies deeper (`channel_id`, `author.id`), or a function
            from the event to its key. An event whose key is None is in no order, and handled at once.

    Raises:
        NotCallable: the key is neither a name nor a function.
        InvalidCallbackSignature: the function is async, or does not take exactly one parameter.
    """

    def __init__(self, key: str | Callable[[Any], Hashable]) -> None:
        if not isinstance(key, str):
            check_key(key)
        self.field: str | None = key if isinstance(key, str) else None
        """Name of the field that is the key; None where a function tells it."""
        self.key: Callable[[Any], Hashable] = _reader(key) if isinstance(key, str) else key
        """From an event to its key."""

    def __repr__(self) -> str:
        return f"Ordering({self.field or describe(self.key)!r})"

    def key_of(self, event: Any) -> Hashable:
        """Return the event's key.

        Raises:
            TypeError: it cannot be told from others, as a list cannot.
        """
        key = self.key(event)
        hash(key)
        return key

    def check(self, event: str) -> None:
        """Refuse a field that the event does not have.

        Raises:
            InvalidRequest: the event is known, and its class has no such field.
        """
        kind = event_class(event)
        if self.field is not None and kind is not None and not hasattr(kind, self.field.partition(".")[0]):
            raise InvalidRequest("ordered_by", f"a field of {kind.__name__}", self.field)


def _reader(path: str) -> Callable[[Any], Any]:
    first, *others = path.split(".")
    if not others:
        return attrgetter(first)

    def read(event: Any) -> Any:
        value = getattr(event, first)
        for name in others:
            value = None if value is None else getattr(value, name)
        return value

    return read


@final
class OrderedHandler:
    """A handler with the order in which it is called; itself callable like the handler."""

    def __init__(self, handler: Handler, ordering: Ordering) -> None:
        functools.update_wrapper(self, handler)
        self.handler = handler
        """The handler."""
        self.ordering = ordering
        """The order of its calls."""

    async def __call__(self, event: Any) -> None:
        """Call the handler, out of turn."""
        await self.handler(event)
