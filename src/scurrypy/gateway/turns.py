"""Whose turn it is among the connections of a bot that have given way."""

import asyncio
from collections import deque
from collections.abc import Callable


class Turns:
    """Lets connections that have given way go on, in the order in which they did, as far as there is room."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], bool]] = deque()
        self._due_in: asyncio.AbstractEventLoop | None = None

    def wait(self, go_on: Callable[[], bool]) -> None:
        """Have a connection go on when its turn comes, at the earliest once the event loop has come round.

        Args:
            go_on: Lets it go on; returns whether there is room for others.
        """
        self._waiting.append(go_on)
        self._come_round()

    def _come_round(self) -> None:
        loop = asyncio.get_running_loop()
        if self._due_in is not loop:
            self._due_in = loop
            loop.call_soon(self._next)

    def _next(self) -> None:
        """Let one after the other take all it has put aside.

        Did each take one message of a full round, a thousand shards would have nothing in the processor's cache at any
        of them, which costs 2 µs an event.
        """
        self._due_in = None
        try:
            for _ in range(len(self._waiting)):
                if not self._waiting.popleft()():
                    break
        finally:
            if self._waiting:
                self._come_round()
