"""Ends attempts that take too long, with one timer for all that may take equally long.

A timer of its own is what aiohttp gives each request: 35,000 instructions of the 490,000 that one takes, and
`asyncio.timeout` takes half as many without one. These here wake the event loop once, and only end what is still there.

1. An attempt begins, and is remembered with its task and its end. All may take equally long: first in, first due.
2. At that moment whoever is still there is late: its task is cancelled, and the timer set for the next.
3. When it finishes, an attempt that was late takes its cancellation back, and is told so. If somebody else has
   cancelled the task meanwhile, it stays cancelled.
"""

import asyncio


class Attempt:
    """One attempt, made by one task."""

    __slots__ = ("_cancelling", "_task", "end", "is_late")

    def __init__(self, task: asyncio.Task[object], end: float) -> None:
        self.end: float = end
        """When it is late, by the clock of the event loop."""
        self.is_late: bool = False
        """Whether it was ended for being late."""
        self._task = task
        self._cancelling = task.cancelling()

    def cancel(self) -> None:
        """End it."""
        self.is_late = True
        self._task.cancel()

    def uncancel(self) -> bool:
        """Take back that it was ended; return whether nobody else has cancelled the task."""
        return self._task.uncancel() <= self._cancelling


class Deadlines:
    """Attempts that may take equally long, in the order in which they began."""

    __slots__ = ("_loop", "_seconds", "_timer", "_under_way")

    def __init__(self, seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._seconds = seconds
        self._under_way: dict[Attempt, None] = {}
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        """How many attempts are under way."""
        return len(self._under_way)

    def begin(self) -> Attempt:
        """Let what the current task does take so long from now, until `finish`."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a request is made by a task")
        attempt = Attempt(task, self._loop.time() + self._seconds)
        self._under_way[attempt] = None
        if self._timer is None:
            self._timer = self._loop.call_at(attempt.end, self._end_what_is_late)
        return attempt

    def finish(self, attempt: Attempt) -> bool:
        """Forget an attempt that came to its end; return whether that is because it was late."""
        if attempt.is_late:
            return attempt.uncancel()
        self._under_way.pop(attempt, None)
        return False

    def close(self) -> None:
        """Stop the timer."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end_what_is_late(self) -> None:
        self._timer = None
        now = self._loop.time()
        while self._under_way:
            attempt = next(iter(self._under_way))
            if attempt.end > now:
                self._timer = self._loop.call_at(attempt.end, self._end_what_is_late)
                return
            del self._under_way[attempt]
            attempt.cancel()
