"""A connection's heartbeat: its schedule, its answers, and the verdict that nobody is there any more."""

import asyncio
import logging
import random
from collections import deque
from collections.abc import Callable

from scurrypy.gateway.metrics import GatewayMetrics

logger: logging.Logger = logging.getLogger(__name__)

LEAST_INTERVAL = 2.0
"""Seconds between two heartbeats, at least: more would use up the send limit, and leave no room for anything else."""
MOST_INTERVAL = 120.0
"""Seconds between two heartbeats, at most: with fewer a dead peer would not be noticed. Discord asks for 41.25."""

_BUSY = 1.0
"""Seconds of lateness from which a missing answer is put down to this side's busy event loop."""
_BUSY_WARNING = 5.0
"""Seconds of lateness worth a warning."""
_REMEMBERED = 16
"""Heartbeats whose answer is awaited; more than that are never under way."""


class Heartbeat:
    """Sends heartbeats on a fixed schedule and gives the connection up when nothing is heard between two of them.

    Any payload counts as a sign of life, not only the answer; a heartbeat that the gateway asked for does not
    touch the verdict.

    See [Discord Docs/Sending Heartbeats](https://docs.discord.com/developers/events/gateway#sending-heartbeats).
    """

    def __init__(
        self,
        send: Callable[[], None],
        give_up: Callable[[], None],
        metrics: GatewayMetrics,
        rng: random.Random,
    ) -> None:
        self.heard: bool = False
        """Whether anything came since the last scheduled heartbeat. Set by whoever receives."""
        self.deaf = False
        """Whether nothing can be heard because reading is paused."""
        self.heard_after: float = 0.0
        """A moment, in the loop's time, after which something was heard for sure: a silence began later than that."""
        self.latency: float = float("nan")
        """Seconds between the last heartbeat that was answered and its answer."""
        self._send = send
        self._give_up = give_up
        self._metrics = metrics
        self._rng = rng
        self._loop = asyncio.get_running_loop()
        self._interval = 0.0
        self._due = 0.0
        self._ticked = 0.0
        self._judging = False
        self._timer: asyncio.TimerHandle | None = None
        self._unanswered: deque[float] = deque(maxlen=_REMEMBERED)

    def start(self, interval: float) -> None:
        """Begin: the first after a random part of `interval` seconds, then one every `interval`."""
        self._interval = interval
        self.heard_after = self._ticked = self._loop.time()
        self._due = self._loop.time() + interval * self._rng.random()
        self._timer = self._loop.call_at(self._due, self._tick)

    def stop(self) -> None:
        """End the schedule."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def beat(self) -> None:
        """Send one heartbeat now, beside the schedule."""
        now = self._loop.time()
        self._unanswered.append(now)
        self._metrics.heartbeat_sent(now)
        self._send()

    def answered(self) -> None:
        """Take note of an answer; answers come in the order of the heartbeats."""
        if self._unanswered:
            self.latency = self._loop.time() - self._unanswered.popleft()
            self._metrics.heartbeat_rrt = self.latency

    def _tick(self) -> None:
        now = self._loop.time()
        late = self._metrics.loop_lag = now - self._due
        busy = late > _BUSY
        if self._judging and not (self.heard or self.deaf or busy):
            self._give_up()
            return
        if late > _BUSY_WARNING:
            logger.warning("the event loop was blocked for %.1f s; does a handler run blocking code?", late)
        if self.heard:
            self.heard_after = self._ticked
        self._ticked = now
        self._judging = True
        self.heard = False
        # After a long block the next scheduled moment may be too close for the answer to arrive.
        self._due = (now if busy else self._due) + self._interval
        self._timer = self._loop.call_at(self._due, self._tick)
        self.beat()
