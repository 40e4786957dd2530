"""One bucket: what Discord allows on one kind of request about one channel, guild or webhook.

What is known is only ever a bound: how many more can certainly be sent now. In steps:

1. Nothing is known: one request goes ahead, the others wait for what its answer tells.
2. Each request that goes takes one off; an answer can lower what is left further, for others may spend, too.
3. Answers overtake each other, so an answer raises what is left only if it belongs to a request that was alone.
4. The window is over when the latest answer said it would be. Discord measured that before the answer travelled, so
   the true end cannot be later.
5. Then the whole limit is free but for the requests still on their way: nobody knows in which window they count. The
   same goes for those whose answer was lost, or told nothing.
6. A bucket that may have become another one lets one request go ahead, as at the start.
"""

from typing import TYPE_CHECKING, Final

from scurrypy.http.gate import Gate, Ticket
from scurrypy.http.headers import Quota

if TYPE_CHECKING:
    from scurrypy.http.permits import Permit

MARGIN: Final = 0.001
"""Seconds added to what Discord says, which it rounds to milliseconds."""
_MAX_WIDTH: Final = 64
"""Requests at once on an operation that has no limit of its own."""
_LOST_IN_A_ROW: Final = 3
"""Answers without headers, one after the other, that are chance where answers to others like it had some."""


class Bucket(Gate):
    """Lets through what one bucket allows."""

    __slots__ = (
        "_blocked_until",
        "_in_flight",
        "_is_doubtful",
        "_limit",
        "_misses",
        "_period",
        "_remaining",
        "_reset_at",
        "_sent",
        "_untold",
        "_width",
        "last_used",
        "name",
        "under_way",
    )

    def __init__(self, max_wait: float | None) -> None:
        super().__init__(max_wait)
        self.name: str = ""
        """Discord's name of the bucket; empty until an answer tells it."""
        self.last_used: float = self.loop.time()
        """When a request that had passed last ended, by the clock of the event loop."""
        self.under_way: dict[Permit, None] = {}
        """The permits of requests that have passed and are not answered, in their order."""
        self._limit: int | None = None
        self._is_doubtful = False
        self._misses = 0
        self._untold = 0
        self._remaining = 0
        self._reset_at: float | None = None
        self._period = 0.0
        self._in_flight = 0
        self._sent = 0
        self._width = 1
        self._blocked_until = 0.0

    def delay(self, now: float) -> float | None:
        """Return the seconds until one more may be sent; None for when one on its way has been answered."""
        if self._blocked_until > now:
            return self._blocked_until - now
        if self._limit is None:
            return 0.0 if self._in_flight < self._width else None
        if self._is_doubtful and self._in_flight:
            return None
        if self._reset_at is not None and self._reset_at <= now:
            self._reset_at = None
            self._remaining = self._limit - self._in_flight - self._untold
            self._untold = 0
        if self._remaining > 0:
            return 0.0
        if self._reset_at is not None:
            return self._reset_at - now
        return 0.0 if self._in_flight == 0 else None

    def take(self) -> Ticket:
        """Count one that is sent; its ticket is 0 unless it is the only one on its way."""
        self._in_flight += 1
        self._remaining -= 1
        self._sent += 1
        return self._sent if self._in_flight == 1 else 0

    def give_back(self) -> None:
        """Undo `take` for one that was not sent."""
        self._in_flight -= 1
        self._remaining += 1
        self.last_used = self.loop.time()

    def end(self) -> None:
        """Note that one on its way has been answered, or never will be."""
        self._in_flight -= 1
        self.last_used = self.loop.time()

    def learn(self, quota: Quota, ticket: Ticket) -> None:
        """Take in what an answer tells; its request must have ended."""
        over_at = self.loop.time() + quota.reset_after + MARGIN
        left = min(quota.remaining, quota.limit) - self._in_flight
        was_alone = ticket != 0 and ticket == self._sent
        if was_alone:
            self._remaining, self._reset_at = left, over_at
            self._untold, self._is_doubtful = 0, False
        elif self._limit is None:
            self._remaining, self._reset_at = left - self._untold, over_at
        else:
            self._remaining = min(self._remaining, left)
            self._reset_at = max(self._reset_at or 0.0, over_at)
        self._limit = quota.limit
        self._period = max(self._period, quota.reset_after)

    def miss(self) -> None:
        """Take in that an answer told nothing."""
        if self._limit is None:
            # Some operations have no bucket. To find out in steps costs little if this one has; if others like it have
            # told its name, it has, and headers got lost.
            self._misses += 1
            if not self.name or self._misses > _LOST_IN_A_ROW:
                self._width = min(self._width * 2, _MAX_WIDTH)
        self.lose()

    def lose(self) -> None:
        """Take in that one may have been counted, and nobody will tell."""
        if self._limit is not None or self.name:
            self._untold += 1
        self.spare()

    def spare(self) -> None:
        """Take in that one has been counted elsewhere."""
        if self._limit is not None and self._reset_at is None:
            self._reset_at = self.loop.time() + self._period + MARGIN

    def doubt(self) -> None:
        """Take in that this may have become another bucket."""
        self._is_doubtful = True

    def exhaust(self, seconds: float) -> None:
        """Take in that nothing is left until `seconds` from now."""
        self._remaining = min(self._remaining, 0)
        self.block(seconds)

    def block(self, seconds: float) -> None:
        """Let nobody pass for `seconds`, whatever is left."""
        self._blocked_until = max(self._blocked_until, self.loop.time() + seconds + MARGIN)

    @property
    def legacy(self) -> tuple[float, int]:
        """What holds for a bucket that takes its place: how long nobody may pass, and how many were not told of."""
        return self._blocked_until, self._untold

    def inherit(self, legacy: tuple[float, int]) -> None:
        """Take over what holds for the bucket whose place this one takes."""
        self._blocked_until = max(self._blocked_until, legacy[0])
        self._untold += legacy[1]
        self._remaining -= legacy[1]

    def is_overdrawn(self, now: float) -> bool:
        """Whether more were let through than an answer says are left at `now`."""
        return self._limit is not None and self._remaining < 0 and self._reset_at is not None and self._reset_at > now

    def is_blocked(self, now: float) -> bool:
        """Whether nobody may pass at `now`, not even who was let through before."""
        return self._blocked_until > now

    def is_idle(self, now: float) -> bool:
        """Whether nothing would be lost but the size of the limit if the bucket were forgotten."""
        return (
            self._in_flight == 0
            and not self.is_awaited
            and self._blocked_until <= now
            and (self._reset_at is None or self._reset_at <= now)
        )
