"""The clock on the client's wall: `time.time` follows the virtual clock for a while, and may be wrong, or be set."""

import asyncio
import time
from collections.abc import Generator
from contextlib import contextmanager

from tests.chaos.rest.server import EPOCH


class WallClock:
    """What `time.time` shows."""

    def __init__(self) -> None:
        self.skew = 0.0
        """Seconds by which it is ahead of the true one."""
        self._loop = asyncio.get_running_loop()

    def __call__(self) -> float:
        return EPOCH + self._loop.time() + self.skew


@contextmanager
def wall_clock(skew: float = 0.0) -> Generator[WallClock]:
    """Hang it up, and take it down again at the end."""
    clock = WallClock()
    clock.skew = skew
    before = time.time
    time.time = clock
    try:
        yield clock
    finally:
        time.time = before
