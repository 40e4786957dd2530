"""Runs handlers: in the order they come, side by side, bounded, each as if it had a task of its own.

A new asyncio Task for each call would cost more than reading and decoding the event. So the calls are run by
long-lived worker tasks, of which one at a time takes calls from the queue. While handlers finish without waiting
for anything, that one simply awaits them, back to back. When a handler suspends, the event loop goes on, and comes to
a callback that sees it: the next worker is woken to take over, and this one belongs to that handler until it ends.
The queue holds events as they came: the worker that comes to one decodes it.

What a handler sees is a task all the same: `asyncio.current_task()` is its own while it runs, timeouts and
cancellation work, context variables it sets stay with it. A worker whose task was cancelled, or is still
referred to by somebody once the handler is over, ends and is replaced, so a late `cancel()` hits nobody else. So does
one in whose context a handler has left variables; from then on each handler gets a context of its own, which costs
more than to look whether it needs one.

A handler that waits for another event does not count against the bound: were every place taken by such handlers,
nothing would be left to handle the events they wait for.
"""

import asyncio
import contextlib
import contextvars
import logging
import sys
import time
import types
from collections import Counter, deque
from collections.abc import Callable, Coroutine, Generator, Iterable
from typing import Any, cast

from scurrypy.dispatch.calls import Call, Dispatch, Handler
from scurrypy.dispatch.failures import Failures, attempt
from scurrypy.dispatch.handlers import describe
from scurrypy.dispatch.lanes import Lanes
from scurrypy.dispatch.ordering import OrderedHandler
from scurrypy.gateway.progress import Receipt
from scurrypy.wire.errors import ClientClosed

logger: logging.Logger = logging.getLogger(__name__)

_CANCEL_GRACE = 1.0
"""Seconds that cancelled handlers have to end before they are given up."""

_ENDS = (Exception, asyncio.CancelledError)
"""What ends a handler, and not the program."""

_SLICE = 0.01
"""Seconds for which handlers may run back to back before other tasks get a chance to run."""

_LOOKS = 16
"""Events after which to look at the clock: to look takes a hundredth of what an event does."""

_AHEAD = 8192
"""Dispatches that may wait to be decoded before shards keep theirs: what one read of a busy socket brings, and more."""

_RESTING = 64
"""Workers kept for later when there is nothing to do; those of a burst beyond it end."""


class _Worker:
    """One long-lived task and the call it is running."""

    __slots__ = ("call", "context", "idle", "task")

    task: asyncio.Task[None]
    """The task; there from the moment after the worker was made."""

    def __init__(self, context: contextvars.Context) -> None:
        self.context: contextvars.Context = context
        """The context of the task: what handlers have left in it shows here."""
        self.call: Call | None = None
        self.idle: asyncio.Future[None] | None = None


class WorkerPool:
    """A bounded pool of worker tasks that run `handler(event)` calls from one queue.

    Args:
        concurrency: How many handlers may be in flight at once.
        read: Decodes a dispatch; returns the call of its handler where it is one, and submits all where it is not.
    """

    def __init__(self, concurrency: int, read: Callable[[Dispatch], Call | None]) -> None:
        if concurrency < 1:
            raise ValueError(f"handler concurrency must be at least 1, got {concurrency}")
        self.concurrency = concurrency
        """How many handlers may be in flight at once."""
        self.portion: int = 1
        """How many dispatches may wait before others than those who bring them shall have their turn."""
        self.failures: Failures = Failures(self.submit)
        """Where exceptions of handlers go."""
        self.lanes: Lanes = Lanes(self._queue)
        """Calls that wait for another one of their key."""
        self._read = read
        self.calls: deque[Call] = deque()
        """Calls that wait to start."""
        self.unread: deque[Dispatch] = deque()
        """Dispatches that wait to be decoded, behind all calls."""
        self.taker: _Worker | None = None
        """The worker that takes what waits; None where none does, so that one has to be appointed."""
        self._workers: set[_Worker] = set()
        self._resting: list[_Worker] = []
        self._changed: asyncio.Future[None] | None = None
        self._parked = 0
        self._spared: set[asyncio.Task[Any] | None] = set()
        self._saturated = False
        self._closed = False
        self._context: contextvars.Context | None = None
        self._apart = False

    @property
    def in_flight(self) -> int:
        """How many handlers have started and not ended."""
        return sum(worker.call is not None for worker in self._workers)

    @property
    def parked(self) -> int:
        """How many handlers wait for another event, and count as not there."""
        return self._parked

    @property
    def backlog(self) -> int:
        """How many calls wait to start."""
        return len(self.calls) + len(self.unread) + self.lanes.waiting

    @property
    def full(self) -> bool:
        """Whether as many calls wait as may run: the moment to stop handing in more."""
        return self.room() is None

    def submit(self, handler: Handler, event: Any, receipt: Receipt | None = None) -> None:
        """Queue one call; it starts after all that were queued before it.

        Args:
            handler: What to call.
            event: What to call it with.
            receipt: Held until the handler has returned or failed; for good where it is cancelled or never called.
        """
        if receipt is not None:
            receipt.hold()
        self._queue(handler, event, receipt)

    def submit_each(self, handlers: Iterable[Handler], event: Any, receipt: Receipt | None) -> None:
        """Queue a call of each of the handlers, those with an order behind the calls with the same key."""
        for handler in handlers:
            # To ask `isinstance` takes 0.07 µs longer.
            is_ordered = type(handler) is OrderedHandler
            if is_ordered:
                self.submit_in_order(cast("OrderedHandler", handler), event, receipt)
                continue
            if receipt is not None:
                receipt.hold()
            self.calls.append((handler, event, receipt))
        if self.taker is None and self.calls:
            self._appoint()

    def submit_in_order(self, handler: OrderedHandler, event: Any, receipt: Receipt | None = None) -> None:
        """Queue one call behind those with the same key; one whose key cannot be told is not made, and reported."""
        key, error = attempt(handler.ordering.key_of, event)
        if error is not None:
            self.failures.key_failed(handler.ordering.key, event, error)
        elif key is None:
            self.submit(handler.handler, event, receipt)
        else:
            self.lanes.submit(handler, key, event, receipt)

    def submit_unread(self, dispatches: Iterable[Dispatch]) -> None:
        """Queue dispatches, each to be decoded when its turn comes.

        So one event of a burst is there at a time, in memory that the last one left. Were all of them decoded first,
        Python's garbage collector would look through them again and again, for a third of what an event costs.
        """
        self.unread.extend(dispatches)
        if self.taker is None:
            self._appoint()

    def offer(self, dispatch: Dispatch) -> bool:
        """Queue one dispatch unless too much waits already; return whether it was queued."""
        if self.full:
            return False
        self.submit_unread((dispatch,))
        return True

    def room(self) -> int | None:
        """Return how many dispatches, 1 at least, may be queued for a portion to wait; None where too much waits."""
        unread, calls = len(self.unread), self.concurrency - len(self.calls) - self.lanes.held
        if calls <= 0 or unread >= _AHEAD:
            return None
        room = self.portion - unread if self.portion > unread else 1
        if self.taker is None and not self._resting and len(self._workers) - self._parked >= self.concurrency:
            # Every place is taken: what comes now is read at once, and waits as calls.
            return min(room, calls)
        return room

    async def wait_for_room(self) -> None:
        """Return once fewer calls wait than may run; those behind a call that is stuck do not count."""
        while self.full:
            patience = self.lanes.shed() if self.lanes.held else None
            if self.full:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(patience):
                        await self._wait_for_change()

    @contextlib.contextmanager
    def park(self) -> Generator[None]:
        """Give up the place of the handler that enters this, for as long as it waits inside."""
        current = asyncio.current_task()
        if not any(worker.task is current for worker in self._workers):
            yield
            return
        self._parked += 1
        if self._parked % self.concurrency == 0:
            logger.warning("%d handlers wait for another event; does their wait_for have a timeout?", self._parked)
        if (self.calls or self.unread) and self.taker is None:
            self._appoint()
        try:
            yield
        finally:
            self._parked -= 1

    def spare(self, task: asyncio.Task[Any] | None) -> None:
        """Do not wait for this task, nor cancel it, when the pool ends: it waits for that end itself."""
        self._spared.add(task)
        self._notify()

    async def drain(self, deadline: float) -> list[str]:
        """Let queued and running handlers end; cancel those still running after `deadline` seconds.

        Returns:
            A description of each handler that had to be cancelled.
        """
        try:
            async with asyncio.timeout(deadline):
                while self.calls or self.unread or self._busy():
                    await self._wait_for_change()
        except TimeoutError:
            self._forget_work()
        return await self._cancel(self._busy())

    async def close(self) -> None:
        """End every worker at once, cancelling what still runs; those spared end when their handler does."""
        self._closed = True
        self._forget_work()
        await self._cancel(self._busy())
        tasks = [worker.task for worker in self._workers if worker.task not in self._spared]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _queue(self, handler: Handler, event: Any, receipt: Receipt | None) -> None:
        self.calls.append((handler, event, receipt))
        if self.taker is None:
            self._appoint()

    def _forget_work(self) -> None:
        self.calls.clear()
        self.unread.clear()
        self.lanes.clear()

    def _busy(self) -> list[_Worker]:
        spared = self._spared | {asyncio.current_task()}
        return [worker for worker in self._workers if worker.call is not None and worker.task not in spared]

    async def _cancel(self, workers: Iterable[_Worker]) -> list[str]:
        named: list[str] = []
        tasks: list[asyncio.Task[None]] = []
        for worker in workers:
            if worker.call is not None:
                named.append(f"{describe(worker.call[0])} on {type(worker.call[1]).__name__}")
                receipt = worker.call[2]
                if receipt is not None:
                    receipt.abandon()
                worker.task.cancel()
                tasks.append(worker.task)
        if tasks:
            _, stubborn = await asyncio.wait(tasks, timeout=_CANCEL_GRACE)
            if stubborn:
                logger.error("%d handler(s) did not end when they were cancelled and were given up", len(stubborn))
        return named

    def _appoint(self) -> None:
        """Make one worker the taker of calls, unless every one allowed is in use."""
        if self._resting:
            worker = self._resting.pop()
            if worker.idle is not None:
                worker.idle.set_result(None)
            self._put_in_charge(worker)
        elif len(self._workers) - self._parked < self.concurrency:
            self._saturated = False
            if self._context is None:
                # From here on handlers see what was set before the first of them ran, whoever appoints their worker.
                self._context = contextvars.copy_context()
            worker = _Worker(self._context.copy())
            self._workers.add(worker)
            # Not by `create_task`: a task factory of the user's might run it at once, in the middle of this.
            worker.task = asyncio.Task(self._work(worker), name="scurrypy-handler", context=worker.context)
            worker.task.add_done_callback(_note_exit)
            self._put_in_charge(worker)
        else:
            if not self._saturated:
                self._saturated = True
                self._warn_saturated()
            self._read_all()

    def _read_all(self) -> None:
        """Decode what came before every place was taken, and what comes then: a wait may be for one of these."""
        unread = list(self.unread)
        self.unread.clear()
        for dispatch in unread:
            call = self._read(dispatch)
            if call is not None:
                self.calls.append(call)

    def _warn_saturated(self) -> None:
        names = Counter(describe(worker.call[0]) for worker in self._workers if worker.call is not None)
        most = ", ".join(f"{name} ({count})" for name, count in names.most_common(3))
        logger.warning(
            "all %d handlers allowed at once are busy; events wait until one ends; most: %s", self.concurrency, most
        )

    async def _work(self, worker: _Worker) -> None:
        """Take calls whenever this worker is appointed."""
        try:
            while await self._take(worker, worker.task):
                self._notify()
                if self._closed or len(self._resting) >= _RESTING:
                    return
                await self._rest(worker)
        finally:
            self._workers.discard(worker)
            if self.taker is worker:
                self.taker = None
            self._notify()
            if (self.calls or self.unread) and self.taker is None:
                self._appoint()

    async def _take(self, worker: _Worker, task: asyncio.Task[None]) -> bool:
        """Run one call after the other while this worker is the taker; return whether its task passes for a fresh one.

        Args:
            worker: The worker.
            task: Its task.
        """
        calls, unread, plainly = self.calls, self.unread, not self._apart
        # What an attribute holds costs more to call than a local does, by 0.05 µs.
        read, is_cancelled = self._read, task.cancelling
        references_to, context, clean = sys.getrefcount, worker.context, self._context
        references = references_to(task)
        left, until = _LOOKS, time.monotonic() + _SLICE
        call: Call | None
        while True:
            if calls:
                call = calls.popleft()
            elif not unread:
                return True
            elif left:
                left -= 1
                call = read(unread.popleft())
                if call is None:
                    continue
            else:
                left, until = _LOOKS, await self._let_others_run(until)
                continue
            worker.call = handler, event, receipt = call
            if self._changed is not None:
                # Room is made when a handler starts: it may take long to end.
                self._notify()
            try:
                # Awaited as it is, a handler costs 0.1 µs; stepped through in a context of its own, 0.45.
                await (handler(event) if plainly and receipt is None else self._call(handler, event, receipt))
            except _ENDS as error:
                self._failed(worker.call, error)
            # An event must not outlive its handlers.
            worker.call = None
            del call, event
            if is_cancelled() or references_to(task) > references or context != clean:
                # A handler has cancelled the task, keeps it, or has left something in its context.
                self._apart |= context != clean
                return False
            if self.taker is not worker and not self._comes_back(worker):
                return True

    async def _call(self, handler: Handler, event: Any, receipt: Receipt | None) -> None:
        """Call a handler, in a context of its own if need be, and keep the event's receipt until it has ended."""
        if receipt is not None:
            receipt.begin()
        await (_in_own_context(handler(event)) if self._apart else handler(event))
        if receipt is not None:
            receipt.release()

    async def _let_others_run(self, until: float) -> float:
        """Let the event loop come round amid a burst, from the time `until` on; return when to do so again."""
        if time.monotonic() <= until:
            return until
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(self._look)
        return time.monotonic() + _SLICE

    def _put_in_charge(self, worker: _Worker) -> None:
        """Let this worker take what waits, and another one as soon as a handler suspends.

        The event loop calls back in the order it is asked to: after the worker's next step, and before anything that
        its handler may wait for.
        """
        self.taker = worker
        asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        """Appoint another worker if the handler of the one in charge has suspended: else none would be under way."""
        if self.taker is not None and self.taker.call is not None:
            self.taker = None
            if self.calls or self.unread:
                self._appoint()

    def _comes_back(self, worker: _Worker) -> bool:
        """Put a worker in charge again, whose handler had suspended and has ended, unless another is."""
        is_free = self.taker is None
        if is_free:
            self._put_in_charge(worker)
        self._notify()
        return is_free

    async def _rest(self, worker: _Worker) -> None:
        """Wait to be appointed; the taker rests only when no call is left."""
        if self.taker is worker:
            self.taker = None
        worker.idle = asyncio.get_running_loop().create_future()
        self._resting.append(worker)
        try:
            await worker.idle
        except asyncio.CancelledError:
            if worker in self._resting:
                self._resting.remove(worker)
            raise
        finally:
            worker.idle = None

    def _failed(self, call: Call, error: BaseException) -> None:
        """Tell of a handler that ended by an exception."""
        handler, event, receipt = call
        if isinstance(error, (asyncio.CancelledError, ClientClosed)):
            # A handler that waits for an event when the client closes is ended as one that does not end in time.
            logger.debug("%s on %s was cancelled", describe(handler), type(event).__name__)
        elif isinstance(error, Exception):
            self.failures.handler_failed(handler, event, error)
            if receipt is not None:
                receipt.release()

    async def _wait_for_change(self) -> None:
        if self._changed is None:
            self._changed = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._changed)

    def _notify(self) -> None:
        changed, self._changed = self._changed, None
        if changed is not None and not changed.done():
            changed.set_result(None)


@types.coroutine
def _in_own_context(coroutine: Coroutine[Any, Any, None]) -> Generator[Any, Any, None]:
    """Run a coroutine to its end, each of its steps in one and the same copy of the current context."""
    run, step, sent = contextvars.copy_context().run, coroutine.send, None
    while True:
        try:
            waiting_for = run(step, sent)
        except StopIteration:
            return
        try:
            step, sent = coroutine.send, (yield waiting_for)
        except BaseException as error:  # noqa: BLE001 - whatever is thrown into the task is the handler's
            step, sent = coroutine.throw, error


def _note_exit(task: asyncio.Task[None]) -> None:
    """Tell why a worker has ended: not of a `sys.exit` in a handler, which has ended the event loop already."""
    error = None if task.cancelled() else task.exception()
    if isinstance(error, Exception):
        logger.error("a worker has ended, and is replaced", exc_info=error)
