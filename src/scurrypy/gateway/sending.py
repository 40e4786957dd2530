"""What a shard sends: never more than Discord allows, heartbeats always."""

import asyncio
import math
from collections import deque
from collections.abc import Callable, Hashable

from scurrypy.gateway.heartbeat import LEAST_INTERVAL
from scurrypy.wire.errors import GatewayError, InvalidRequest, NoSession

PAYLOAD_LIMIT = 4096
"""Bytes that one payload may have; Discord closes the connection on more."""

_PERIOD = 61.0
"""Seconds for which a payload counts: Discord's 60, and one for payloads that travel at different speeds."""
_ALLOWED = 120
"""Payloads of any kind that Discord allows on a connection in 60 s."""
_PRESENCES_PERIOD = 20.0
"""Seconds for which a presence update counts."""
_PRESENCES_ALLOWED = 5
"""Presence updates in that time; the limit is not documented, but exceeding it closes the connection."""

_TIMER_SLACK = 0.001
"""Seconds by which to look too late rather than too early."""


class SlidingWindow:
    """Counts what happened in the last `period` seconds, by exact times."""

    def __init__(self, allowed: int, period: float) -> None:
        self._allowed = allowed
        self._period = period
        self._ends: deque[float] = deque()

    def delay(self, now: float, reserve: int = 0) -> float:
        """Return the seconds until one more is allowed while `reserve` stay free; 0 for at once."""
        ends = self._ends
        while ends and ends[0] <= now:
            ends.popleft()
        surplus = len(ends) - max(1, self._allowed - reserve)
        return 0.0 if surplus < 0 else ends[surplus] - now

    def add(self, now: float) -> None:
        """Count one."""
        self._ends.append(now + self._period)


class SendLimiter:
    """The send limit of one connection: heartbeats have their share reserved and are never delayed."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._all = SlidingWindow(_ALLOWED, _PERIOD)
        self._presences = SlidingWindow(_PRESENCES_ALLOWED, _PRESENCES_PERIOD)
        # IDENTIFY or RESUME, for which heartbeats that are asked for before must leave room.
        self._handshake = 1
        # Nobody has said yet how many heartbeats there will be.
        self.reserve_for(LEAST_INTERVAL)

    def reserve_for(self, interval: float) -> None:
        """Keep room for a heartbeat every `interval` seconds."""
        self._scheduled = math.ceil(_PERIOD / interval) + 1

    def delay(self, *, is_presence: bool = False) -> float:
        """Return the seconds until something other than a heartbeat may be sent; 0 for at once."""
        now = self._clock()
        # One more than the schedule needs: the gateway may ask for a heartbeat.
        everything = self._all.delay(now, self._scheduled + 1)
        return max(everything, self._presences.delay(now)) if is_presence else everything

    def has_room_for_requested_heartbeat(self) -> bool:
        """Return whether a heartbeat beside the schedule leaves room for the schedule and for the handshake."""
        return self._all.delay(self._clock(), self._scheduled + self._handshake) == 0

    def count_handshake(self) -> None:
        """Count IDENTIFY or RESUME, which is being written."""
        self._handshake = 0
        self.count()

    def count(self, *, is_presence: bool = False) -> None:
        """Count a payload that is being written."""
        now = self._clock()
        self._all.add(now)
        if is_presence:
            self._presences.add(now)


PRESENCE = "presence"
"""The key of presence updates: only the latest is sent."""


class _Entry:
    """A payload that waits to be sent, and who waits for that."""

    __slots__ = ("payload", "unattended", "waiters")

    def __init__(self) -> None:
        self.payload = b""
        self.unattended = False
        self.waiters: list[asyncio.Future[None]] = []

    @property
    def is_wanted(self) -> bool:
        return self.unattended or not all(waiter.done() for waiter in self.waiters)

    def settle(self, error: Exception | None) -> None:
        for waiter in self.waiters:
            if waiter.done():
                continue
            if error is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(error)


class Outbox:
    """Payloads waiting for the session and for the send limit, in order.

    It outlives connections: what was not written when one ended is written on the next. Payloads with the same
    key replace each other.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._entries: dict[Hashable, _Entry] = {}
        self._limiter: SendLimiter | None = None
        self._write: Callable[[bytes], None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, payload: bytes, key: Hashable = None) -> asyncio.Future[None]:
        """Queue a payload; the future is done when it is written. To cancel the future takes it back.

        Args:
            payload: The encoded payload.
            key: Replaces the payload that waits under the same key; None to stand alone.

        Raises:
            InvalidRequest: the payload is too long.
            GatewayError: too many payloads are waiting.
        """
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._entry(payload, key).waiters.append(waiter)
        self._pump()
        return waiter

    def post(self, payload: bytes, key: Hashable = None) -> None:
        """Queue a payload, as `put`, without waiting for it."""
        self._entry(payload, key).unattended = True
        self._pump()

    def _entry(self, payload: bytes, key: Hashable) -> _Entry:
        check_size(payload)
        entry = self._entries.get(key) if key is not None else None
        if entry is None:
            if len(self._entries) >= self._size:
                self._drop_unwanted()
            if len(self._entries) >= self._size:
                raise GatewayError(f"{self._size} payloads are waiting to be sent already; Discord allows 120 a minute")
            entry = _Entry()
            self._entries[key if key is not None else entry] = entry
        entry.payload = payload
        return entry

    def _drop_unwanted(self) -> None:
        self._entries = {key: entry for key, entry in self._entries.items() if entry.is_wanted}

    def discard(self, key: Hashable) -> None:
        """Take back what waits under `key`, as if it had been written."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            entry.settle(None)

    def open(self, limiter: SendLimiter, write: Callable[[bytes], None]) -> None:
        """Send from now on, by way of one connection."""
        self._limiter, self._write = limiter, write
        self._pump()

    def close(self) -> None:
        """Hold everything back until the next `open`."""
        self._limiter = self._write = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def fail(self, reason: str) -> None:
        """Give up everything that waits: whoever waits for it gets `NoSession`."""
        entries, self._entries = self._entries, {}
        for entry in entries.values():
            entry.settle(NoSession(reason))

    def _pump(self) -> None:
        """Write what may be written now, and set a timer for the rest."""
        limiter, write = self._limiter, self._write
        if limiter is None or write is None:
            return
        wait = limiter.delay()
        for key in () if wait else list(self._entries):
            entry = self._entries[key]
            is_presence = key == PRESENCE
            delay = limiter.delay(is_presence=is_presence) if entry.is_wanted else 0.0
            if delay:
                # The nearer of two: a presence may have to wait while others go on.
                wait = min(wait, delay) if wait else delay
                if is_presence:
                    continue
                break
            del self._entries[key]
            if entry.is_wanted:
                limiter.count(is_presence=is_presence)
                write(entry.payload)
                entry.settle(None)
        if wait and self._entries:
            self._set_timer(wait)

    def _set_timer(self, wait: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        # A timer may fire a little early; a little late saves a second one.
        self._timer = asyncio.get_running_loop().call_later(wait + _TIMER_SLACK, self._pump)


def check_size(payload: bytes, besides: int = 0) -> None:
    """Refuse a payload that Discord would answer by closing the connection.

    Args:
        payload: What is to be sent.
        besides: Bytes that must be left.

    Raises:
        InvalidRequest: it is too long.
    """
    limit = PAYLOAD_LIMIT - besides
    if len(payload) > limit:
        raise InvalidRequest("payload", f"at most {limit} bytes of JSON", f"{len(payload)} bytes")
