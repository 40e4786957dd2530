"""Keyed ordering on request: calls with the same key run one after the other, those with other keys beside them.

A call whose key is free goes to the pool like any other. While it is in flight, later ones of its key wait in its
lane, without a place or a task; when it ends, in whatever way, the next one goes. So a call that hangs holds up its
own key and takes one place.

What waits is bounded. While as much waits as handlers may run, no further events are taken in, as when all handlers
are busy: a slow handler slows its source down and loses nothing. Only a call that has been running for a minute then
counts as stuck: its lane takes no more, so that the others can go on, and each call it refuses is counted and told.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Hashable
from typing import Any

from scurrypy.dispatch.calls import Call, Handler
from scurrypy.dispatch.handlers import describe
from scurrypy.dispatch.ordering import OrderedHandler, Ordering
from scurrypy.gateway.progress import Receipt

logger: logging.Logger = logging.getLogger(__name__)

_STUCK = 60.0
"""Seconds that a call may run, while its lane keeps everything waiting, until it counts as stuck."""


def bare(handler: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return the user's own function, where its calls are ordered, too."""
    return handler.handler if isinstance(handler, OrderedHandler | Turn) else handler


class Lane:
    """The calls with one key: one in the pool, the others waiting."""

    __slots__ = ("is_stuck", "lost", "place", "running", "since", "waiting")

    def __init__(self, place: tuple[Ordering, Hashable]) -> None:
        self.place: tuple[Ordering, Hashable] = place
        """The order, and the key in it."""
        self.waiting: deque[Call] = deque()
        """Calls that have not gone to the pool."""
        self.running: Handler | None = None
        """The handler that runs; None while its call waits to start."""
        self.since: float = 0.0
        """When it started, in the loop's time."""
        self.is_stuck: bool = False
        """Whether it has run so long that the lane takes no more."""
        self.lost: int = 0
        """How many calls the lane did not take."""


class Turn:
    """One call of a lane, which hands the lane on when it ends."""

    __slots__ = ("__wrapped__", "_lane", "_lanes", "handler")

    def __init__(self, lanes: "Lanes", lane: Lane, handler: Handler) -> None:
        self._lanes = lanes
        self._lane = lane
        self.handler: Handler = handler
        """The handler."""
        self.__wrapped__: Handler = handler

    async def __call__(self, event: Any) -> None:
        """Call the handler."""
        self._lane.running = self.handler
        self._lane.since = asyncio.get_running_loop().time()
        try:
            await self.handler(event)
        finally:
            self._lanes.hand_on(self._lane)


class Lanes:
    """Every key of which a call is in flight.

    Args:
        queue: Runs a call once all before it have started.
    """

    def __init__(self, queue: Callable[[Handler, Any, Receipt | None], None]) -> None:
        self.held: int = 0
        """How many calls wait for one of their key, leaving out those behind a stuck one."""
        self._queue = queue
        self._lanes: dict[tuple[Ordering, Hashable], Lane] = {}

    @property
    def waiting(self) -> int:
        """How many calls wait for one of their key."""
        return sum(len(lane.waiting) for lane in self._lanes.values())

    def submit(self, handler: OrderedHandler, key: Hashable, event: Any, receipt: Receipt | None) -> None:
        """Queue one call; it starts after those of its key have ended, and after all that were queued before it."""
        place = (handler.ordering, key)
        lane = self._lanes.get(place)
        if lane is not None and lane.is_stuck:
            lane.lost += 1
            return
        if receipt is not None:
            receipt.hold()
        if lane is None:
            lane = self._lanes[place] = Lane(place)
            self._queue(Turn(self, lane, handler.handler), event, receipt)
        else:
            lane.waiting.append((handler.handler, event, receipt))
            self.held += 1

    def hand_on(self, lane: Lane) -> None:
        """Let the next call of a lane go, as one has ended."""
        if self._lanes.get(lane.place) is not lane:
            # Everything was cleared meanwhile.
            return
        if lane.is_stuck:
            self._resume(lane)
        lane.running = None
        if lane.waiting:
            handler, event, receipt = lane.waiting.popleft()
            self.held -= 1
            self._queue(Turn(self, lane, handler), event, receipt)
        else:
            del self._lanes[lane.place]

    def shed(self) -> float | None:
        """Let the lanes whose call is stuck take no more; return after how many seconds the next may count as stuck."""
        now = asyncio.get_running_loop().time()
        soonest = None
        for lane in self._lanes.values():
            if lane.running is not None and lane.waiting and not lane.is_stuck:
                left = lane.since + _STUCK - now
                if left > 0:
                    soonest = left if soonest is None else min(left, soonest)
                    continue
                lane.is_stuck = True
                self.held -= len(lane.waiting)
                logger.error(
                    "%s has been running for %.0f s and %d events of its key in %r wait for it; until it ends, further "
                    "ones are dropped",
                    *(describe(lane.running), now - lane.since, len(lane.waiting), lane.place[0]),
                )
        return soonest

    def _resume(self, lane: Lane) -> None:
        self.held += len(lane.waiting)
        lane.is_stuck = False
        lost, lane.lost = lane.lost, 0
        if lost and lane.running is not None:
            logger.error(
                "%s has ended; %d events of its key in %r were dropped", describe(lane.running), lost, lane.place[0]
            )

    def clear(self) -> None:
        """Forget what waits."""
        self._lanes.clear()
        self.held = 0
