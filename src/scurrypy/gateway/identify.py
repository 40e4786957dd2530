"""The queue for IDENTIFY: which shard may open a session now, and whether the day's budget allows it."""

import asyncio
import heapq
import random
from collections import Counter
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager

from scurrypy.gateway.identify_log import IdentifyLog
from scurrypy.wire.errors import SessionStartLimitReached

_SPACING = 5.0
"""Seconds between two IDENTIFYs of shards with the same key."""
_SLACK = (0.1, 0.5)
"""Seconds added at random, least and most: payloads do not all travel at the same speed."""
_DAY = 86_400.0
_PER_DAY = 1000
_KEPT_BACK = 20
"""One part in this many of the day's budget is not spent on shards that have identified before."""


class _Lane:
    """The shards with the same key: one at a time, the lowest id first."""

    def __init__(self, free_at: float) -> None:
        self.free_at = free_at
        self._is_taken = False
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._arrivals = 0

    async def take(self, shard_id: int) -> None:
        """Wait until the lane is this shard's, and free."""
        loop = asyncio.get_running_loop()
        if self._is_taken:
            turn: asyncio.Future[None] = loop.create_future()
            self._arrivals += 1
            heapq.heappush(self._waiting, (shard_id, self._arrivals, turn))
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self.leave()
                raise
        self._is_taken = True
        try:
            await asyncio.sleep(self.free_at - loop.time())
        except asyncio.CancelledError:
            self.leave()
            raise

    def leave(self) -> None:
        """Let the next shard have the lane."""
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._is_taken = False


class IdentifyQueue:
    """Spaces the IDENTIFYs of one process's shards and counts them against the day's budget.

    Shards whose ids leave the same remainder when divided by `max_concurrency` identify at least five seconds
    apart. A twentieth of the budget is kept for first starts: a fault that makes shards identify over and over
    ends in an error instead of a reset of the token.

    Args:
        max_concurrency: How many shards may identify at once, as GET /gateway/bot says.
        remaining: IDENTIFYs left for today; None where unknown, for as many as `total`.
        reset_after: Seconds until the count starts anew.
        total: IDENTIFYs of a whole day.
        rng: Source of the slack.
        log: The IDENTIFYs of earlier processes; None where nobody keeps them.

    See [Discord Docs/Rate Limiting and Concurrency](https://docs.discord.com/developers/events/gateway#sharding-max-concurrency).
    """

    def __init__(
        self,
        max_concurrency: int = 1,
        *,
        remaining: int | None = None,
        reset_after: float = _DAY,
        total: int = _PER_DAY,
        rng: random.Random | None = None,
        log: IdentifyLog | None = None,
    ) -> None:
        self.max_concurrency: int = max(1, max_concurrency)
        """How many shards may identify at once."""
        self.total: int = max(total, remaining or 0)
        """IDENTIFYs of a whole day."""
        self._remaining = self.total if remaining is None else remaining
        self._reset_after = reset_after
        self._reset_at: float | None = None
        self._rng = rng or random.Random()  # noqa: S311 - spreads load, guards nothing
        self._lanes: dict[int, _Lane] = {}
        self._log = log
        self._identified: set[int] = log.known_shards() if log is not None else set()

    @property
    def remaining(self) -> int:
        """IDENTIFYs left for today."""
        self._renew()
        return self._remaining

    def check(self, required: int, shard_ids: Iterable[int] = ()) -> None:
        """Refuse to start as many shards as the day's budget does not cover.

        Args:
            required: How many shards need an IDENTIFY.
            shard_ids: Which they are, for the log.

        Raises:
            SessionStartLimitReached: fewer than `required` IDENTIFYs are left.
            CrashLoop: one of the shards has sent too many of late.
        """
        self._check(required, kept_back=0)
        if self._log is not None:
            for shard_id in shard_ids:
                self._log.check(shard_id, self.total)

    def ahead_of_turns(self, shard_ids: Iterable[int]) -> dict[int, float]:
        """Return after how many seconds each of these shards had best connect: half a window ahead of its turn.

        Did a thousand connect at once, IDENTIFY would be held up by the greetings of all the others, and one in twenty
        reach Discord too close to the next.
        """
        before = Counter[int]()
        delays: dict[int, float] = {}
        for shard_id in sorted(shard_ids):
            key = shard_id % self.max_concurrency
            delays[shard_id] = max(0.0, before[key] - 0.5) * _SPACING
            before[key] += 1
        return delays

    @asynccontextmanager
    async def turn(self, shard_id: int) -> AsyncGenerator[None]:
        """Enter when it is this shard's turn; leave normally once IDENTIFY is written.

        Raises:
            SessionStartLimitReached: the budget does not allow it.
            CrashLoop: nor does the log, in which there are too many of late.
        """
        lane = self._lane(shard_id % self.max_concurrency)
        await lane.take(shard_id)
        try:
            self._check(1, kept_back=self.total // _KEPT_BACK if shard_id in self._identified else 0)
            if self._log is not None:
                self._log.check(shard_id, self.total)
                # Beforehand: a process that is killed in the next moment must have been counted.
                await self._log.add(shard_id)
            yield
            self._remaining -= 1
            self._identified.add(shard_id)
            lane.free_at = self._next_after(asyncio.get_running_loop().time())
        finally:
            lane.leave()

    def _lane(self, key: int) -> _Lane:
        """Return a key's lane; what an earlier process sent a moment ago counts, too."""
        if key not in self._lanes:
            sent = self._log.seconds_ago() if self._log is not None else []
            last = min((ago for shard_id, ago in sent if shard_id % self.max_concurrency == key), default=None)
            now = asyncio.get_running_loop().time()
            self._lanes[key] = _Lane(now if last is None else self._next_after(now - last))
        return self._lanes[key]

    def _next_after(self, time: float) -> float:
        return time + _SPACING + self._rng.uniform(*_SLACK)

    def _check(self, required: int, kept_back: int) -> None:
        reset_after = self._renew()
        if self._remaining - kept_back < required:
            raise SessionStartLimitReached(self._remaining, required, reset_after)

    def _renew(self) -> float:
        """Start the count anew where its time has come; return the seconds until it does."""
        now = asyncio.get_running_loop().time()
        if self._reset_at is None:
            self._reset_at = now + self._reset_after
        if now >= self._reset_at:
            self._remaining = self.total
            self._reset_at = now + _DAY
        return self._reset_at - now
