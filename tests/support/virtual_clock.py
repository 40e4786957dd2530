"""An asyncio event loop whose time jumps to the next timer instead of waiting for it.

Use it where no real socket is involved:

    async def story() -> None:
        await asyncio.sleep(3600)      # returns at once; loop.time() is an hour later

    run_virtual(story())
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _JumpingSelector(selectors.DefaultSelector):
    """A selector that never waits: a wait for the next timer moves the clock there."""

    def __init__(self, advance: Callable[[float | None], None]) -> None:
        super().__init__()
        self._advance = advance

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout != 0:
            self._advance(timeout)
        return ready


class VirtualClockLoop(asyncio.SelectorEventLoop):
    """An event loop that reads a clock of its own, in seconds, starting at 0."""

    def __init__(self) -> None:
        self.now = 0.0
        super().__init__(_JumpingSelector(self._jump))

    def _jump(self, timeout: float | None) -> None:
        if timeout is None:
            raise RuntimeError("nothing left to wait for: every task waits for something that never happens")
        self.now += timeout

    def time(self) -> float:
        """Return the virtual time in seconds."""
        return self.now


def run_virtual(main: Coroutine[Any, Any, T]) -> T:
    """Run `main` to its end under a virtual clock; what it leaves running is cancelled."""
    with asyncio.Runner(loop_factory=VirtualClockLoop) as runner:
        return runner.run(main)
