"""A thread that notices when the event loop stands still, and names the frame that blocks it.

Four times within the time that a block may last, it asks the loop to call back, and waits. An answer that does not come
in time is a block: the stack of the loop's thread is logged, once, and afterwards how long the block lasted.

Time in which this process did not run (suspended, stopped, or starved by others) is no fault of any frame. So the wait
is made of short steps, and a step that lasts much longer than it was asked to counts only for what the process computed
in it: nothing while it was suspended, all of it where C code kept every other thread from running.
"""

import asyncio
import logging
import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType

logger: logging.Logger = logging.getLogger(__name__)

_CHECKS = 4
"""Checks within the time a block may last."""

_STEPS = 10
"""Steps in which an answer is waited for."""

_INSTALLED = ("<frozen", str(Path(threading.__file__).parent), str(Path(__file__).parent))
"""Where the files of Python and of this package begin."""


class Watchdog:
    """Watches the running event loop while it is entered.

    Args:
        patience: Seconds that the loop may stand still before the frame that blocks it is logged.

    Raises:
        ValueError: `patience` is not positive.
    """

    def __init__(self, patience: float) -> None:
        if patience <= 0:
            raise ValueError(f"a watchdog needs a patience above 0 seconds, got {patience}")
        self.patience = patience
        """Seconds that the loop may stand still before the frame that blocks it is logged."""
        self._stopped = threading.Event()

    def __enter__(self) -> None:
        loop, thread = asyncio.get_running_loop(), threading.get_ident()
        self._stopped = threading.Event()
        watcher = threading.Thread(
            target=self._watch, args=(loop, thread, self._stopped), name="scurrypy-watchdog", daemon=True
        )
        watcher.start()

    def __exit__(self, *_: object) -> None:
        # The thread is not joined: it ends at its next step, and a log handler that hangs must not hang the client.
        self._stopped.set()

    def _watch(self, loop: asyncio.AbstractEventLoop, thread: int, stopped: threading.Event) -> None:
        while not stopped.wait(self.patience / _CHECKS):
            answered = threading.Event()
            try:
                loop.call_soon_threadsafe(answered.set)
            except RuntimeError:
                # The loop was closed without a word.
                return
            stood = self._wait(answered, stopped, self.patience)
            if stood < self.patience or stopped.is_set():
                continue
            if answered.is_set():
                logger.warning("the event loop was blocked for %.1f s by code that let no other thread run", stood)
                continue
            logger.warning("the event loop has been blocked for %.1f s %s", stood, _describe_stack(thread))
            stood += self._wait(answered, stopped, float("inf"))
            if not stopped.is_set():
                logger.warning("the event loop goes on; it was blocked for %.1f s", stood)

    def _wait(self, answered: threading.Event, stopped: threading.Event, longest: float) -> float:
        """Wait for the answer, or for the end; return for how many seconds of this process's life that took."""
        step = self.patience / _STEPS
        stood = 0.0
        while stood < longest and not stopped.is_set():
            began, computed = time.monotonic(), time.process_time()
            is_over = answered.wait(step)
            took = time.monotonic() - began
            if took > 2 * step:
                took = max(step, time.process_time() - computed)
            stood += took
            if is_over:
                break
        return stood


def _describe_stack(thread: int) -> str:
    """Return where a thread is: first the innermost frame of the user's own code, then the stack down to it."""
    frame = sys._current_frames().get(thread)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - Python documents it
    if frame is None:
        return "in a thread that has ended"
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame), lookup_lines=True)
    stack.reverse()
    own = _own(frame) or frame
    place = f"{own.f_code.co_filename}:{own.f_lineno}"
    return f"in {own.f_code.co_qualname} ({place})\n{''.join(stack.format()).rstrip()}"


def _own(frame: FrameType | None) -> FrameType | None:
    """Return the innermost frame that belongs neither to Python nor to an installed package, such as this one."""
    while frame is not None and _is_installed(frame.f_code.co_filename):
        frame = frame.f_back
    return frame


def _is_installed(file: str) -> bool:
    return file.startswith(_INSTALLED) or "site-packages" in file or "dist-packages" in file
