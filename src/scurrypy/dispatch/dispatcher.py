"""Hands each dispatch to the handlers registered for it, decoded once, or drops it undecoded."""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from scurrypy.dispatch.calls import Dispatch, Handler, Receipt, receipt_of
from scurrypy.dispatch.pool import WorkerPool
from scurrypy.dispatch.waiting import Predicate, Waiters
from scurrypy.events.base_event import Event, event_class
from scurrypy.events.gateway_events import RawEvent
from scurrypy.wire import codec
from scurrypy.wire.errors import DataModelTypeError

logger: logging.Logger = logging.getLogger(__name__)

_EVERY = RawEvent.dispatch_name
"""Stands for every dispatch."""


class Dispatcher:
    """From a dispatch's name and body to handlers and waits.

    Handlers of one event start in the order they were registered, events in the order they arrived; those that were
    registered with an order each after the calls with the same key have ended.
    """

    def __init__(self, listeners: Mapping[str, Sequence[Handler]], concurrency: int) -> None:
        self.pool: WorkerPool = WorkerPool(concurrency, self._read)
        """Runs the handlers."""
        self.waiters: Waiters = Waiters(self.pool.failures.predicate_failed)
        """Waits in progress."""
        self._listeners = listeners
        self._waited_for = self.waiters.names
        self._refused: set[str] = set()

    def dispatch(self, dispatch: Dispatch) -> None:
        """Queue one dispatch for its handlers; where nobody wants it, do not even decode it.

        Args:
            dispatch: Its name and body. A receipt that it carries is held by whoever hands the dispatch over; it is
                let go once each of its handlers holds it, until done.
        """
        if self.wants(dispatch[0]):
            self.pool.submit_unread(dispatch)
        elif (receipt := receipt_of(dispatch)) is not None:
            _let_go(receipt)

    def prepare(self) -> None:
        """Make what decodes the dispatches that handlers want: some milliseconds each, better now than amid events."""
        for name in self._listeners:
            codec.decoder_for(_class_of(name))

    def wants(self, name: str) -> bool:
        """Return whether a handler or a wait wants dispatches of that name."""
        listeners, waited_for = self._listeners, self._waited_for
        return bool(listeners.get(name) or name in waited_for or listeners.get(_EVERY) or _EVERY in waited_for)

    def _read(self, dispatch: Dispatch) -> None:
        """Decode a dispatch whose turn has come, and submit the calls of its handlers."""
        name, listeners, waited_for = dispatch[0], self._listeners, self._waited_for
        receipt = receipt_of(dispatch)
        if listeners.get(name) or name in waited_for:
            self._offer(name, _class_of(name), dispatch, receipt)
        if listeners.get(_EVERY) or _EVERY in waited_for:
            self._offer(_EVERY, RawEvent, dispatch, receipt)
        if receipt is not None:
            _let_go(receipt)

    async def wait_for(self, names: Iterable[str], predicate: Predicate | None, timeout: float | None) -> Any:
        """Return the first event of any of `names` that fulfils `predicate`; a handler that waits keeps no place."""
        with self.pool.park():
            return await self.waiters.wait(names, predicate, timeout)

    def _offer(self, key: str, kind: type[Event], dispatch: Dispatch, receipt: Receipt | None) -> None:
        """Decode a dispatch as `kind` and hand the event to everyone registered under `key`."""
        name, data = dispatch
        try:
            # Nearly every event; the rest is the same in the end, but a call more.
            usual = type(data) is msgspec.Raw and kind is not RawEvent
            event = kind.from_json(data) if usual else _decode(kind, name, data)
        except (*codec.UNREADABLE, DataModelTypeError) as error:
            self._refuse(name, error)
            return
        # Taken before the waits: what a predicate registers hears the next event, not this one.
        handlers = self._listeners.get(key, ())
        if key in self._waited_for:
            self.waiters.offer(key, event)
        self.pool.submit_each(handlers, event, receipt)

    def _refuse(self, name: str, error: Exception) -> None:
        if name not in self._refused:
            self._refused.add(name)
            # Without a traceback: the message says all there is.
            logger.log(logging.ERROR, "%s cannot be read and reaches no handler: %s", name, error)


def _decode(kind: type[Event], name: str, data: msgspec.Raw | bytes | dict[str, Any]) -> Event:
    if kind is RawEvent:
        return RawEvent.of(name, data if isinstance(data, dict) else codec.decode(data))
    return kind.from_dict(data) if isinstance(data, dict) else kind.from_json(data)


def _class_of(name: str) -> type[Event]:
    return event_class(name) or RawEvent


def _let_go(receipt: Receipt) -> None:
    """End the hold of the queue: from here on every handler that the event concerns has one of its own."""
    receipt.begin(asyncio.get_running_loop().time())
    receipt.release()
