"""Clocks and threads of a peer in virtual time.

discord.py keeps a shard alive from a thread of its own, which waits on an event and reads `time.perf_counter`. Here
that thread is a real one and runs its own code, but in turns with the event loop: it goes on when its wait is over by
the virtual clock, and the loop stands still until it waits again.
"""

import asyncio
import concurrent.futures
import random
import threading
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from tests.support.virtual_clock import VirtualClockLoop

EPOCH = 1_760_000_000.0
"""What the wall clock shows when a run begins."""
SPINNING = 20_000
"""Readings without a turn of the loop, after which it is plain that they go round in circles."""


class Reading:
    """Moves the clock by a microsecond with each reading, for reading takes time.

    What waits for a moment to be over must not find itself in it for ever, and what spins until then holds up the
    whole loop, as it would; after many turns each takes a millisecond, so that a spin of seconds is soon over.
    """

    def __init__(self, loop: VirtualClockLoop) -> None:
        self._loop = loop
        self._count = 0

    def __call__(self) -> float:
        """Return the seconds on the loop's clock."""
        if self._count == 0:
            self._loop.call_soon(self._reset)
        self._count += 1
        self._loop.now += 1e-6 if self._count < SPINNING else 1e-3
        return self._loop.now

    def _reset(self) -> None:
        self._count = 0


def clock(loop: VirtualClockLoop) -> Any:
    """Return what stands for the module `time` in a module of a peer."""
    now = Reading(loop)
    return SimpleNamespace(
        time=lambda: EPOCH + now(),
        time_ns=lambda: int((EPOCH + now()) * 1e9),
        monotonic=lambda: 1000.0 + now(),
        perf_counter=lambda: 1000.0 + now(),
        sleep=time.sleep,
    )


def chance(rng: random.Random) -> Any:
    """Return what stands for the module `random`: what is drawn from it follows from the run's seed."""

    class Seeded(random.Random):
        def __init__(self) -> None:
            super().__init__(rng.random())

        def seed(self, a: Any = None, version: int = 2) -> None:
            if a is not None:
                super().seed(a, version)

    source = random.Random(rng.random())
    return SimpleNamespace(Random=Seeded, random=source.random, uniform=source.uniform, randrange=source.randrange)


class Turn:
    """One thread that takes turns with the loop."""

    def __init__(self, turns: "Turns") -> None:
        self.due: float | None = None
        """When its wait is over; None for no limit, or while it runs."""
        self.is_waiting = self.is_ended = False
        self._turns = turns
        self._loop = turns.loop
        self._go = threading.Semaphore(0)
        self._has_parked = threading.Semaphore(0)
        self._timer: asyncio.TimerHandle | None = None
        self._waits = 0

    # On its own thread

    def live(self, work: Callable[[], None]) -> None:
        self._turns.by_thread[threading.get_ident()] = self
        self._go.acquire()
        try:
            if not self._turns.is_over:
                work()
        finally:
            del self._turns.by_thread[threading.get_ident()]
            self.is_ended = True
            self._has_parked.release()

    def wait(self, seconds: float | None) -> None:
        """Let the loop go on, until `wake` or for so long."""
        self._waits += 1
        self.is_waiting = True
        if seconds is not None:
            self.due = self._loop.time() + seconds
            self._timer = self._loop.call_at(self.due, self.go_on, self._waits)
        self._has_parked.release()
        self._go.acquire()
        if self._turns.is_over:
            raise SystemExit

    # On the loop's thread

    def wake(self) -> None:
        self._loop.call_soon(self.go_on, self._waits)

    def go_on(self, wait: int | None = None) -> None:
        """Let the thread run until it waits again, unless it has long passed that wait."""
        if self.is_ended or wait not in (None, self._waits) or (wait is not None and not self.is_waiting):
            return
        if self._timer is not None:
            self._timer.cancel()
        self.is_waiting, self.due, self._timer = False, None, None
        self._go.release()
        self._has_parked.acquire()


class SteppedEvent:
    """What stands for `threading.Event` in a peer: waits in virtual time."""

    def __init__(self, turns: "Turns") -> None:
        self._turns = turns
        self._flag = False
        self._waiter: Turn | None = None

    def is_set(self) -> bool:
        return self._flag

    def set(self) -> None:
        self._flag = True
        if self._waiter is not None:
            self._waiter.wake()

    def wait(self, timeout: float | None = None) -> bool:
        if not self._flag:
            self._waiter = self._turns.by_thread[threading.get_ident()]
            try:
                self._waiter.wait(timeout)
            finally:
                self._waiter = None
        return self._flag


class SteppedFuture:
    """What stands for the future of `run_coroutine_threadsafe`: its result is awaited in virtual time."""

    def __init__(self, turns: "Turns", future: "concurrent.futures.Future[Any]") -> None:
        self._turns = turns
        self._future = future

    def result(self, timeout: float | None = None) -> Any:
        if not self._future.done():
            turn = self._turns.by_thread[threading.get_ident()]
            self._future.add_done_callback(lambda _: turn.wake())
            turn.wait(timeout)
        if not self._future.done():
            raise concurrent.futures.TimeoutError
        return self._future.result()


class Turns:
    """All threads of a run."""

    def __init__(self, loop: VirtualClockLoop) -> None:
        self.loop = loop
        self.by_thread: dict[int, Turn] = {}
        self.is_over = False
        self._all: list[Turn] = []

    def start(self, turn: Turn, begin: Callable[[], None]) -> None:
        """Start a thread by `begin`, which gives its work to `Turn.live`; return when it waits."""
        self._all = [*(other for other in self._all if not other.is_ended), turn]
        begin()
        turn.go_on()

    def event(self) -> SteppedEvent:
        return SteppedEvent(self)

    def run_coroutine_threadsafe(self, coroutine: Any, loop: asyncio.AbstractEventLoop) -> SteppedFuture:
        return SteppedFuture(self, asyncio.run_coroutine_threadsafe(coroutine, loop))

    def block(self, seconds: float) -> None:
        """Let the loop stand still for so long, and the threads run meanwhile, as they would."""
        end = self.loop.now + seconds
        while True:
            due = [turn for turn in self._all if turn.due is not None and turn.due <= end]
            if not due:
                break
            turn = min(due, key=lambda turn: turn.due or 0.0)
            self.loop.now = max(self.loop.now, turn.due or 0.0)
            turn.go_on()
        self.loop.now = end

    def end(self) -> None:
        """Let every thread come to its end."""
        self.is_over = True
        for turn in self._all:
            turn.go_on()
