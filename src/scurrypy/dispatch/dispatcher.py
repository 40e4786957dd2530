"""Hands each dispatch to the handlers registered for it, decoded once, or drops it undecoded."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

import msgspec

from scurrypy.dispatch.calls import Call, Dispatch, Handler, dispatch_of
from scurrypy.dispatch.ordering import OrderedHandler
from scurrypy.dispatch.pool import WorkerPool
from scurrypy.dispatch.waiting import Predicate, Waiters
from scurrypy.events.base_event import Event, event_class
from scurrypy.events.gateway_events import RawEvent
from scurrypy.gateway.event_queue import EventQueue, Origin
from scurrypy.gateway.progress import Receipt
from scurrypy.gateway.protocols import EventQueueProtocol
from scurrypy.wire import codec
from scurrypy.wire.errors import DataModelTypeError

logger: logging.Logger = logging.getLogger(__name__)

E = TypeVar("E")

_PORTION = 256
"""Dispatches for each shard that may wait before one of them gives way: they fit into the processor's cache."""

_MOST = 4096
"""Dispatches of all shards that may do so: a thousand shards are not to put each of their few events aside."""

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
        self._readers = _Readers()
        self._shards = 0
        self._refused: set[str] = set()

    async def listen(self, queue: EventQueueProtocol) -> None:
        """Hand the events of a shard's queue to the handlers, without end."""
        self._prepare()
        self._count_shards(1)
        try:
            await self._listen(queue)
        finally:
            self._count_shards(-1)

    def _count_shards(self, more: int) -> None:
        self._shards += more
        self.pool.portion = min(_PORTION * self._shards, _MOST)

    async def _listen(self, queue: EventQueueProtocol) -> None:
        flush = None
        if isinstance(queue, EventQueue):
            queue.wants, queue.take, flush = self.wants, self._take, queue.flush
            queue.room, queue.offer = self.pool.room, self.pool.submit_unread
        while True:
            self.dispatch(await queue.get())
            if flush is not None:
                flush()
            if self.pool.full:
                await self.pool.wait_for_room()

    def _prepare(self) -> None:
        """Make what decodes the dispatches that handlers want: better now than amid events."""
        for name in self._listeners:
            # Looked up, it is there.
            _ = self._readers[name]

    def dispatch(self, item: tuple[str, Any]) -> None:
        """Queue one dispatch for its handlers; where nobody wants it, do not even decode it.

        Args:
            item: Its name and body. A receipt that it carries is held by whoever hands the dispatch over; it is let go
                once each of its handlers holds it, until done.
        """
        dispatch = dispatch_of(item)
        if self.wants(dispatch[0]):
            self.pool.submit_unread((dispatch,))
        else:
            _let_go(dispatch[3])

    def _take(self, item: tuple[str, Any]) -> bool:
        """Queue a dispatch that waits in a shard's queue; return false where no room is left for it."""
        return self.pool.offer(dispatch_of(item))

    def wants(self, name: str) -> bool:
        """Return whether a handler or a wait wants dispatches of that name."""
        listeners, waited_for = self._listeners, self._waited_for
        return bool(listeners.get(name) or name in waited_for or listeners.get(_EVERY) or _EVERY in waited_for)

    def _read(self, dispatch: Dispatch) -> Call | None:
        """Decode a dispatch whose turn has come; return the call of its handler, or submit those of all."""
        name, data, origin, receipt = dispatch
        if origin is None:
            self._read_body(name, data, receipt)
            return None
        listeners, waited_for = self._listeners, self._waited_for
        if _EVERY in listeners or (waited_for and _EVERY in waited_for):
            self._read_whole(name, data, origin, receipt)
            return None
        try:
            # Head and body in one go: to look for the body's end first takes 0.8 µs in a message of 1 KB.
            event = self._readers[name](data).d
        except codec.UNREADABLE:
            self._read_whole(name, data, origin, receipt)
            return None
        # For `raw`; `vars` would take 0.1 µs more.
        event.__dict__["_raw"] = data
        # Taken before the waits: what a predicate registers hears the next event, not this one.
        handlers = listeners.get(name, ())
        if waited_for and name in waited_for:
            self.waiters.offer(name, event)
        if len(handlers) == 1 and type(handlers[0]) is not OrderedHandler:
            # As with nearly every event; to queue the call, only to take it from there, takes 0.2 µs.
            return handlers[0], event, receipt
        self.pool.submit_each(handlers, event, receipt)
        _let_go(receipt)
        return None

    def _read_whole(self, name: str, message: bytes, origin: Origin, receipt: Receipt | None) -> None:
        """Decode a message that does not fit its model, or that others want as well as those who want its name."""
        try:
            body = codec.decode(message)["d"]
        except (*codec.UNREADABLE, KeyError) as error:
            if not origin.ask_again(message, error):
                self._refuse(name, error)
                _let_go(receipt)
            return
        self._read_body(name, body if isinstance(body, dict) else msgspec.Raw(codec.encode(body)), receipt)

    def _read_body(self, name: str, data: Any, receipt: Receipt | None) -> None:
        listeners, waited_for = self._listeners, self._waited_for
        if listeners.get(name) or name in waited_for:
            self._offer(name, _class_of(name), name, data, receipt)
        if listeners.get(_EVERY) or _EVERY in waited_for:
            self._offer(_EVERY, RawEvent, name, data, receipt)
        _let_go(receipt)

    async def wait_for(self, names: Iterable[str], predicate: Predicate | None, timeout: float | None) -> Any:
        """Return the first event of any of `names` that fulfils `predicate`; a handler that waits keeps no place."""
        with self.pool.park():
            return await self.waiters.wait(names, predicate, timeout)

    def _offer(self, key: str, kind: type[Event], name: str, data: Any, receipt: Receipt | None) -> None:
        """Decode a body as `kind` and hand the event to everyone registered under `key`."""
        try:
            event = _decode(kind, name, data)
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


class _Message(msgspec.Struct, Generic[E], gc=False):
    """What of a gateway message becomes an event: its body."""

    d: E


class _Readers(dict[str, Callable[[bytes], _Message[Any]]]):
    """What reads the message of each dispatch in one go, made when it is first looked up."""

    def __missing__(self, name: str) -> Callable[[bytes], _Message[Any]]:
        kind = event_class(name)
        read = self[name] = _unfit if kind is None else codec.decoder_for(cast("Any", _Message)[kind]).decode
        return read


def _unfit(_message: bytes) -> _Message[Any]:
    """Read a dispatch that has no model: it goes the way of those that do not fit theirs."""
    raise msgspec.ValidationError("it has no model")


def _decode(kind: type[Event], name: str, data: msgspec.Raw | bytes | dict[str, Any]) -> Event:
    if kind is RawEvent:
        return RawEvent.of(name, data if isinstance(data, dict) else codec.decode(data))
    return kind.from_dict(data) if isinstance(data, dict) else kind.from_json(data)


def _class_of(name: str) -> type[Event]:
    return event_class(name) or RawEvent


def _let_go(receipt: Receipt | None) -> None:
    """End the hold of the queue, if any: from here on every handler that the event concerns has one of its own."""
    if receipt is not None:
        receipt.begin()
        receipt.release()
