"""The queue that every limit has: first come, first served, and nobody waits for a wake-up that never comes.

1. Who finds nobody waiting and the gate open passes without suspending.
2. Everybody else gets a place in the queue.
3. The queue moves when a request ends, when a limit changes, and at the moment the gate said it opens.
4. Who is let through has been counted already, so that a crowd that wakes together cannot pass together.
5. Who is cancelled leaves the queue; who was let through and cancelled gives the place back.
"""

import asyncio
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

Ticket: TypeAlias = int
"""What a gate remembers about one request it let through."""


class WaitTooLong(Exception):
    """The gate stays shut for longer than anybody wants to wait."""

    def __init__(self, delay: float, scope: str) -> None:
        super().__init__(f"{delay:.3f} s")
        self.delay = delay
        """Seconds until the gate opens."""
        self.scope: str = scope
        """Whose limit it is: `user`, `global` or `shared`."""


class TurnedAway(Exception):
    """What the request waited for will not come: the sender is refused, or the client closed."""


class Waiter:
    """A request that waits at a gate."""

    __slots__ = ("future", "gate", "key")

    def __init__(self, gate: "Gate", key: object) -> None:
        self.gate: Gate = gate
        """The gate it waits at; another when the limit turned out to be a different one."""
        self.key: object = key
        """What the request waits for, to tell who must move to another gate."""
        self.future: asyncio.Future[tuple[Gate, Ticket]] = gate.loop.create_future()
        """Done when the request was let through or sent away."""


class Gate(ABC):
    """Lets requests through one limit."""

    __slots__ = ("_timer", "_waiters", "loop", "max_wait", "scope")

    def __init__(self, max_wait: float | None, scope: str = "user") -> None:
        self.loop: asyncio.AbstractEventLoop = asyncio.get_running_loop()
        """The event loop whose clock counts."""
        self.max_wait: float | None = max_wait
        """Seconds that anybody waits for the gate to open; None for as long as it takes."""
        self.scope: str = scope
        """Whose limit it is, as Discord names it."""
        self._waiters: OrderedDict[Waiter, None] = OrderedDict()
        self._timer: asyncio.TimerHandle | None = None

    @abstractmethod
    def delay(self, now: float) -> float | None:
        """Return the seconds until one more may pass: 0 for now, None for when one that passed has ended."""
        ...

    @abstractmethod
    def take(self) -> Ticket:
        """Count one that passes."""
        ...

    @abstractmethod
    def give_back(self) -> None:
        """Undo `take` for one that passed and was not sent."""
        ...

    async def enter(self, key: object, *, in_front: bool = False) -> "tuple[Gate, Ticket]":
        """Pass, as soon as that is allowed; return the gate that was passed and its ticket.

        Args:
            key: What the request is for.
            in_front: Whether to wait before all others: for one that had passed and must come again.

        Raises:
            WaitTooLong: it is not allowed within `max_wait`.
        """
        if self.is_open(self.loop.time()):
            return self, self.take()
        waiter = Waiter(self, key)
        self._waiters[waiter] = None
        if in_front:
            self._waiters.move_to_end(waiter, last=False)
        self.move_on()
        try:
            return await waiter.future
        except asyncio.CancelledError:
            waiter.gate.leave(waiter)
            raise

    def leave(self, waiter: Waiter) -> None:
        """Forget one that was cancelled."""
        future = waiter.future
        if future.done() and not future.cancelled() and future.exception() is None:
            self.give_back()
        else:
            self._waiters.pop(waiter, None)
        self.move_on()

    def move_on(self) -> None:
        """Let through whoever may pass now, and come back when the next one may."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiters:
            delay = self.delay(self.loop.time())
            if delay is None:
                return
            if self.max_wait is not None and delay > self.max_wait:
                self.dismiss(partial(WaitTooLong, delay, self.scope))
                return
            if delay > 0:
                self._timer = self.loop.call_later(delay, self.move_on)
                return
            waiter, _ = self._waiters.popitem(last=False)
            if not waiter.future.done():
                waiter.future.set_result((self, self.take()))

    def dismiss(self, error: Callable[[], Exception]) -> None:
        """Send away everybody who waits, each with an error of their own."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiters:
            waiter, _ = self._waiters.popitem(last=False)
            if not waiter.future.done():
                waiter.future.set_exception(error())

    def move_to(self, other: "Gate", key: object) -> None:
        """Send those who wait for `key` to the end of the queue of another gate."""
        for waiter in [waiter for waiter in self._waiters if waiter.key == key]:
            del self._waiters[waiter]
            other.welcome(waiter)
        other.move_on()
        self.move_on()

    def welcome(self, waiter: Waiter) -> None:
        """Put one from another gate at the end of the queue."""
        waiter.gate = self
        self._waiters[waiter] = None

    def is_open(self, now: float) -> bool:
        """Whether one more may pass at `now`, and nobody is before it."""
        return not self._waiters and self.delay(now) == 0

    @property
    def is_awaited(self) -> bool:
        """Whether anybody waits."""
        return bool(self._waiters)
