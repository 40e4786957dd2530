"""How far the handlers have come with the events of a session: what a stored session must know.

A shard's own sequence number says what has arrived. If the process is killed, what has arrived but was not handled
is gone with it, so the session is stored with an earlier number: the last one up to which everything was handled.
Resumed from there, events may come twice, but none is lost.
"""

from collections import deque
from typing import Any, Self

PATIENCE = 10.0
"""Seconds that a handler has run after which its event counts as handled although it goes on.

Discord keeps some hundred events per session to send again. A handler that runs for hours must not hold the number
back until Discord has dropped what follows it.
"""


class Receipt:
    """One event on its way through the handlers; done when everyone who holds it has let go."""

    __slots__ = ("_begun_at", "_holders", "_waiting", "seq")

    def __init__(self, seq: int) -> None:
        self.seq: int = seq
        """The event's sequence number."""
        # The queue in which it waits for its handlers holds it, too.
        self._holders = self._waiting = 1
        # Looked at once a second or so: nobody need look at the clock for each event.
        self._begun_at: float | None = None

    def hold(self) -> None:
        """Note that one more handler is to see the event."""
        self._holders += 1
        self._waiting += 1

    def begin(self) -> None:
        """Note that one handler has begun."""
        self._waiting -= 1
        self._begun_at = None

    def release(self) -> None:
        """Note that one handler is done with it."""
        self._holders -= 1

    def abandon(self) -> None:
        """Note that one handler was cut off at the end of the process: the event must come again."""
        self._waiting += 1

    @property
    def is_done(self) -> bool:
        """Whether every handler is done with it."""
        return self._holders == 0

    def is_settled(self, now: float) -> bool:
        """Return whether the event need not come again."""
        if self._holders == 0 or self._waiting:
            return self._holders == 0
        if self._begun_at is None:
            self._begun_at = now
        return now - self._begun_at >= PATIENCE


class _Carrier:
    """Room for a receipt, which a tuple does not have."""

    receipt: Receipt
    """Says when handlers are done with the event."""


class NumberedEvent(_Carrier, tuple[str, Any]):
    """An event in the queue, name and data as ever, that carries its receipt."""

    __slots__ = ()

    @classmethod
    def of(cls, name: str, data: object, receipt: Receipt) -> Self:
        """Return an event with its receipt."""
        event = cls((name, data))
        event.receipt = receipt
        return event


class Progress:
    """The number up to which everything in a session was handled."""

    def __init__(self) -> None:
        self._open: deque[Receipt] = deque()

    def expect(self, seq: int) -> Receipt:
        """Return the receipt of an event that somebody wants: the one it has, if it comes again."""
        waiting = self._open
        while waiting and waiting[0].is_done:
            waiting.popleft()
        if waiting and seq <= waiting[-1].seq:
            for receipt in reversed(waiting):
                if receipt.seq == seq:
                    return receipt
        receipt = Receipt(seq)
        waiting.append(receipt)
        return receipt

    def reached(self, last: int, now: float) -> int:
        """Return the number up to which everything was handled.

        Args:
            last: The number of the last event that was taken.
            now: The event loop's time, in seconds.
        """
        waiting = self._open
        while waiting and waiting[0].is_settled(now):
            waiting.popleft()
        return min(last, waiting[0].seq - 1) if waiting else last
