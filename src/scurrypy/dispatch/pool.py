"""Runs handlers: in the order they come, side by side, bounded, each as if it had a task of its own.

A new asyncio Task for each call would cost more than reading and decoding the event. So the calls are run by
long-lived worker tasks, of which one at a time takes calls from the queue. While handlers finish without waiting
for anything, that one runs them back to back. The moment a handler suspends, the next worker is woken to take
over, and this one belongs to that handler until it ends. The queue holds events as they came: the worker that
comes to one decodes it.

What a handler sees is a task all the same: `asyncio.current_task()` is its own while it runs, timeouts and
cancellation work, context variables it sets stay with it. A worker whose task was cancelled, or is still
referred to by somebody once the handler is over, ends and is replaced, so a late `cancel()` hits nobody else.

A handler that waits for another event does not count against the bound: were every place taken by such handlers,
nothing would be left to handle the events they wait for.
"""

import asyncio
import contextlib
import contextvars
import logging
import sys
import types
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable
from typing import Any

from scurrypy.dispatch.calls import Call, Handler, Receipt, Unread
from scurrypy.dispatch.failures import Failures, attempt
from scurrypy.dispatch.handlers import describe
from scurrypy.dispatch.lanes import Lanes
from scurrypy.dispatch.ordering import OrderedHandler
from scurrypy.wire.errors import ClientClosed

logger: logging.Logger = logging.getLogger(__name__)

_CANCEL_GRACE = 1.0
"""Seconds that cancelled handlers have to end before they are given up."""

_RESTING = 64
"""Workers kept for later when there is nothing to do; those of a burst beyond it end."""


class _Worker:
    """One long-lived task and the call it is running."""

    __slots__ = ("call", "idle", "references", "task")

    def __init__(self) -> None:
        self.call: Call | None = None
        self.idle: asyncio.Future[None] | None = None
        self.references = 0
        self.task: asyncio.Task[None] | None = None


class WorkerPool:
    """A bounded pool of worker tasks that run `handler(event)` calls from one queue.

    Args:
        concurrency: How many handlers may be in flight at once.
        read: Decodes a dispatch and submits the calls of its handlers.
    """

    def __init__(self, concurrency: int, read: Callable[[Unread], None]) -> None:
        if concurrency < 1:
            raise ValueError(f"handler concurrency must be at least 1, got {concurrency}")
        self.concurrency = concurrency
        """How many handlers may be in flight at once."""
        self.failures: Failures = Failures(self.submit)
        """Where exceptions of handlers go."""
        self.lanes: Lanes = Lanes(self._queue)
        """Calls that wait for another one of their key."""
        self._read = read
        self._calls: deque[Call] = deque()
        self._unread: deque[Unread] = deque()
        self._workers: set[_Worker] = set()
        self._resting: list[_Worker] = []
        self._taker: _Worker | None = None
        self._changed: asyncio.Future[None] | None = None
        self._parked = 0
        self._spared: set[asyncio.Task[Any] | None] = set()
        self._saturated = False
        self._closed = False

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
        return len(self._calls) + len(self._unread) + self.lanes.waiting

    @property
    def full(self) -> bool:
        """Whether as many calls wait as may run: the moment to stop handing in more."""
        return len(self._calls) + len(self._unread) + self.lanes.held >= self.concurrency

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

    def submit_in_order(self, handler: OrderedHandler, event: Any, receipt: Receipt | None = None) -> None:
        """Queue one call behind those with the same key; one whose key cannot be told is not made, and reported."""
        key, error = attempt(handler.ordering.key_of, event)
        if error is not None:
            self.failures.key_failed(handler.ordering.key, event, error)
        elif key is None:
            self.submit(handler.handler, event, receipt)
        else:
            self.lanes.submit(handler, key, event, receipt)

    def submit_unread(self, dispatch: Unread) -> None:
        """Queue one dispatch, to be decoded when its turn comes.

        So one event of a burst is there at a time, in memory that the last one left. Were all of them decoded first,
        Python's garbage collector would look through them again and again, for a fifth of what an event costs.
        """
        self._unread.append(dispatch)
        if self._taker is None:
            self._appoint()

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
        if (self._calls or self._unread) and self._taker is None:
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
                while self._calls or self._unread or self._busy():
                    await self._wait_for_change()
        except TimeoutError:
            self._forget_work()
        return await self._cancel(self._busy())

    async def close(self) -> None:
        """End every worker at once, cancelling what still runs; those spared end when their handler does."""
        self._closed = True
        self._forget_work()
        await self._cancel(self._busy())
        tasks = [worker.task for worker in self._workers if worker.task is not None and worker.task not in self._spared]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _queue(self, handler: Handler, event: Any, receipt: Receipt | None) -> None:
        self._calls.append((handler, event, receipt))
        if self._taker is None:
            self._appoint()

    def _forget_work(self) -> None:
        self._calls.clear()
        self._unread.clear()
        self.lanes.clear()

    def _busy(self) -> list[_Worker]:
        spared = self._spared | {asyncio.current_task()}
        return [worker for worker in self._workers if worker.call is not None and worker.task not in spared]

    async def _cancel(self, workers: Iterable[_Worker]) -> list[str]:
        named: list[str] = []
        tasks: list[asyncio.Task[None]] = []
        for worker in workers:
            if worker.call is not None and worker.task is not None:
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
            self._taker = worker = self._resting.pop()
            if worker.idle is not None:
                worker.idle.set_result(None)
        elif len(self._workers) - self._parked < self.concurrency:
            self._saturated = False
            self._taker = worker = _Worker()
            self._workers.add(worker)
            worker.task = asyncio.get_running_loop().create_task(self._work(worker), name="scurrypy-handler")
            worker.task.add_done_callback(_note_exit)
        else:
            if not self._saturated:
                self._saturated = True
                self._warn_saturated()
            self._read_all()

    def _read_all(self) -> None:
        """Decode what came before every place was taken, and what comes then: a wait may be for one of these."""
        unread, self._unread = self._unread, deque()
        for dispatch in unread:
            self._read(dispatch)

    def _warn_saturated(self) -> None:
        names = Counter(describe(worker.call[0]) for worker in self._workers if worker.call is not None)
        most = ", ".join(f"{name} ({count})" for name, count in names.most_common(3))
        logger.warning(
            "all %d handlers allowed at once are busy; events wait until one ends; most: %s", self.concurrency, most
        )

    async def _work(self, worker: _Worker) -> None:
        worker.references = sys.getrefcount(worker.task)
        try:
            while True:
                while self._taker is worker:
                    if self._calls:
                        worker.call = self._calls.popleft()
                    elif self._unread:
                        self._read(self._unread.popleft())
                        continue
                    else:
                        break
                    # Room is made when a handler starts: it may take long to end.
                    self._notify()
                    await self._run(worker, *worker.call)
                    # An event must not outlive its handlers.
                    worker.call = None
                    if self._spent(worker):
                        return
                    if self._taker is None:
                        # This handler had suspended and nobody took over: take calls again.
                        self._taker = worker
                    self._notify()
                if self._closed or len(self._resting) >= _RESTING:
                    return
                await self._rest(worker)
        finally:
            self._workers.discard(worker)
            if self._taker is worker:
                self._taker = None
            self._notify()
            if (self._calls or self._unread) and self._taker is None:
                self._appoint()

    def _spent(self, worker: _Worker) -> bool:
        """Return whether the worker's task can no longer pass for a fresh one."""
        task = worker.task
        return task is None or task.cancelling() > 0 or sys.getrefcount(task) - 1 > worker.references

    async def _rest(self, worker: _Worker) -> None:
        """Wait to be appointed; the taker rests only when no call is left."""
        if self._taker is worker:
            self._taker = None
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

    def _hand_on(self, worker: _Worker) -> None:
        """Let another worker take calls, as the handler of this one has suspended."""
        if self._taker is worker:
            self._taker = None
            if self._calls or self._unread:
                self._appoint()

    @types.coroutine
    def _run(self, worker: _Worker, handler: Handler, event: Any, receipt: Receipt | None) -> Generator[Any, Any, None]:
        """Call a handler and run it step by step, in a context of its own; when it first suspends, let others go on."""
        if receipt is not None:
            receipt.begin(asyncio.get_running_loop().time())
        step = contextvars.copy_context().run
        try:
            coroutine = handler(event)
            waiting_for = step(coroutine.send, None)
            self._hand_on(worker)
            while True:
                try:
                    sent = yield waiting_for
                except BaseException as error:  # noqa: BLE001 - whatever is thrown into the task is the handler's
                    waiting_for = step(coroutine.throw, error)
                else:
                    waiting_for = step(coroutine.send, sent)
        except StopIteration:
            if receipt is not None:
                receipt.release()
        except (asyncio.CancelledError, ClientClosed):
            # A handler that waits for an event when the client closes is ended as one that does not end in time.
            logger.debug("%s on %s was cancelled", describe(handler), type(event).__name__)
        except Exception as error:  # noqa: BLE001 - it goes to the user's hook
            self.failures.handler_failed(handler, event, error)
            if receipt is not None:
                receipt.release()

    async def _wait_for_change(self) -> None:
        if self._changed is None or self._changed.done():
            self._changed = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._changed)

    def _notify(self) -> None:
        if self._changed is not None and not self._changed.done():
            self._changed.set_result(None)


def _note_exit(task: asyncio.Task[None]) -> None:
    """Take note of a `sys.exit` in a handler, which has ended the event loop already: asyncio need not report it."""
    if not task.cancelled():
        task.exception()
