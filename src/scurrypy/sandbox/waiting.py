"""Waits until something is true in a world. The world itself knows no event loop."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.state import State

T = TypeVar("T")

GLANCE = 0.05
"""Seconds after which to look again although nothing happened: some things come true by time alone."""


async def until(state: State, predicate: Callable[[], T], timeout: float = 5.0) -> T:
    """Wait until `predicate` returns something true, and return that.

    Args:
        state: The world; `predicate` is asked again after everything that happens in it.
        predicate: What to wait for.
        timeout: Seconds to wait at most.

    Raises:
        TimeoutError: It did not come true in time.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout
    changed = asyncio.Event()

    def wake(dispatch: Dispatch) -> None:
        changed.set()

    unsubscribe = state.subscribe(wake)
    try:
        while True:
            changed.clear()
            result = predicate()
            if result:
                return result
            remaining = deadline - loop.time()
            if remaining <= 0:
                raise TimeoutError(f"it did not come true within {timeout:g} seconds")
            try:
                async with asyncio.timeout(min(GLANCE, remaining)):
                    await changed.wait()
            except TimeoutError:
                continue
    finally:
        unsubscribe()
