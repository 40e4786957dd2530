"""The queue between a shard and the client that listens to it."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from scurrypy.gateway.progress import Receipt


class Origin(Protocol):
    """Where messages come from that are taken as they come."""

    def ask_again(self, message: bytes, error: Exception) -> bool:
        """Ask for a message once more that was taken and could not be read; return whether it will come again."""
        ...


Offered: TypeAlias = tuple[str, bytes, Origin, Receipt | None]
"""An event as it came: its name, the whole message, where it comes from, and its receipt if there is one."""

_FAIR = 64
"""Events that may be taken in a row before other tasks get a chance to run."""


def _everything(_name: str) -> bool:
    """Want every event."""
    return True


def _nothing(_event: tuple[str, Any]) -> bool:
    """Leave every event to the queue."""
    return False


def _no_room() -> int | None:
    """Leave every message to the queue."""
    return None


class EventQueue:
    """Events in the order they arrived.

    The bound is soft: a shard never drops an event. At the bound it stops reading its socket, and reads again
    when half is taken; the little that was read already still comes in.
    """

    def __init__(self, size: int = 50_000) -> None:
        self.size = size
        """Events at which the queue counts as full."""
        self.on_full: Callable[[], None] | None = None
        """Called with each event that is put there at the bound or beyond."""
        self.on_room: Callable[[], None] | None = None
        """Called, once, when the queue has been emptied to half; set by a shard that stopped reading."""
        self.wants: Callable[[str], bool] = _everything
        """Whether anybody listens to events of that name; a shard need not put others here."""
        self.take: Callable[[tuple[str, Any]], bool] = _nothing
        """Called with an event that would be the only one here; returns whether it was taken at once.

        So whoever takes events as fast as they come spares each of them the way through the queue and a task.
        """
        self.room: Callable[[], int | None] = _no_room
        """Returns how many events, 1 at least, may be offered before others shall have their turn; None where the next
        one has to wait here.
        """
        self.offer: Callable[[list[Offered]], None]
        """Set by whoever sets `room`. Called, while no event waits here, with as many of the next events of a session,
        as they came.

        So whoever takes events as fast as they come reads each of them once, and spares the shard to look for the end
        of its body.
        """
        self.items: deque[tuple[str, Any]] = deque()
        """The events that wait: to look here whether there are any costs no call."""
        self._getters: deque[asyncio.Future[None]] = deque()
        self._putters: deque[asyncio.Future[None]] = deque()
        self._in_a_row = 0

    def __len__(self) -> int:
        return len(self.items)

    def qsize(self) -> int:
        """Return how many events wait."""
        return len(self.items)

    def empty(self) -> bool:
        """Return whether no event waits."""
        return not self.items

    def full(self) -> bool:
        """Return whether the bound is reached."""
        return len(self.items) >= self.size

    def put_nowait(self, item: tuple[str, Any]) -> None:
        """Append an event, beyond the bound, too, or let it be taken at once."""
        if not self.items and self.take(item):
            return
        self.items.append(item)
        if self._getters:
            self._wake(self._getters)
        if self.on_full is not None and len(self.items) >= self.size:
            self.on_full()

    async def put(self, item: tuple[str, Any]) -> None:
        """Append an event once there is room."""
        while self.full():
            await self._wait(self._putters)
        self.put_nowait(item)

    def get_nowait(self) -> tuple[str, Any]:
        """Return the next event.

        Raises:
            asyncio.QueueEmpty: none waits.
        """
        if not self.items:
            raise asyncio.QueueEmpty
        item = self.items.popleft()
        self._tell_of_room()
        return item

    def flush(self) -> None:
        """Let those that wait be taken, by `take`, as far as it takes them.

        Under load, to get them one by one would cost as much as to read them.
        """
        while self.items and self.take(self.items[0]):
            self.items.popleft()
        self._tell_of_room()

    def _tell_of_room(self) -> None:
        if self._putters:
            self._wake(self._putters)
        if self.on_room is not None and len(self.items) <= self.size // 2:
            on_room, self.on_room = self.on_room, None
            on_room()

    async def get(self) -> tuple[str, Any]:
        """Wait for the next event and return its name and data.

        From a `GatewayClient` the data is raw JSON (`msgspec.Raw`); users' own shards may put the decoded object.
        """
        self._in_a_row += 1
        if self._in_a_row >= _FAIR:
            # With events always waiting nothing here would suspend, and heartbeats would be late.
            self._in_a_row = 0
            await asyncio.sleep(0)
        while not self.items:
            self._in_a_row = 0
            await self._wait(self._getters)
        return self.get_nowait()

    @staticmethod
    def _wake(waiters: deque[asyncio.Future[None]]) -> None:
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    async def _wait(self, waiters: deque[asyncio.Future[None]]) -> None:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # The call that woke this one must not be lost on the others.
                self._wake(waiters)
            raise
