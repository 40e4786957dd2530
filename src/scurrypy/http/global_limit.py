"""The limit on everything one bot sends, kept before Discord has to enforce it.

See [Discord Docs/Global Rate Limit](https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
"""

from bisect import bisect_left, insort
from typing import Final

from scurrypy.http.bucket import MARGIN
from scurrypy.http.gate import Gate, Ticket

_PERIOD: Final = 1.0 + MARGIN
"""Seconds for which a request counts."""
_CROWD: Final = 100
"""Requests from which on those that count no more are forgotten although more may be sent."""
SPREAD: Final = 0.05
"""Seconds by which one request may travel longer than another; where the answer comes sooner, that is known better."""


class GlobalLimit(Gate):
    """Lets through no more than `allowed` requests in any second, and none while Discord says to pause.

    The second is Discord's: a request counts from the latest moment at which it can have arrived. Until that is known,
    it occupies its place, for one that has to open a connection arrives long after others that have one already.
    """

    __slots__ = ("_allowed", "_arrivals", "_crowd", "_paused_until", "_under_way")

    def __init__(self, allowed: int, max_wait: float | None) -> None:
        super().__init__(max_wait, "global")
        self._allowed = allowed
        self._under_way = 0
        self._arrivals: list[float] = []
        self._crowd = _CROWD
        self._paused_until = 0.0

    def delay(self, now: float) -> float | None:
        """Return the seconds until one more may be sent; None for when it is known that one has arrived."""
        if self._paused_until > now:
            return self._paused_until - now
        arrivals = self._arrivals
        if len(arrivals) + self._under_way >= self._allowed or len(arrivals) >= self._crowd:
            self._forget(now)
        if len(arrivals) + self._under_way < self._allowed:
            return 0.0
        return arrivals[0] + _PERIOD - now if arrivals else None

    def _forget(self, now: float) -> None:
        """Forget those that count no more; only where it matters, for all behind them are moved."""
        arrivals, over = self._arrivals, 0
        while over < len(arrivals) and arrivals[over] + _PERIOD <= now:
            over += 1
        del arrivals[:over]
        self._crowd = max(_CROWD, 2 * len(arrivals))

    def take(self) -> Ticket:
        """Count one that is about to be sent."""
        self._under_way += 1
        return 0

    def give_back(self) -> None:
        """Undo `take` for one that was not sent."""
        self._under_way -= 1

    def count(self, arrival: float) -> None:
        """Count one that passed from the latest moment at which it can have arrived, by the clock of the event loop."""
        self._under_way -= 1
        insort(self._arrivals, arrival)
        self.move_on()

    def correct(self, arrival: float, known: float) -> None:
        """Count one from a moment at which it is known to have arrived, instead of from a later one.

        Args:
            arrival: What was taken for the latest moment.
            known: The moment that is known.
        """
        if arrival - known <= SPREAD and 2 * len(self._arrivals) < self._allowed:
            # Nobody waits for the place, nor soon will.
            return
        place = bisect_left(self._arrivals, arrival)
        if self._arrivals[place : place + 1] == [arrival]:
            del self._arrivals[place]
        insort(self._arrivals, known)
        self.move_on()

    def pause(self, seconds: float) -> None:
        """Let nobody pass for `seconds`; a pause that lasts longer stands."""
        self._paused_until = max(self._paused_until, self.loop.time() + seconds + MARGIN)
        self.move_on()

    def is_paused(self, now: float) -> bool:
        """Whether nobody may pass at `now`, not even who was let through before."""
        return self._paused_until > now

    def is_idle(self, now: float) -> bool:
        """Whether nothing would be lost if the limit were forgotten."""
        self._forget(now)
        return self.delay(now) == 0 and not self._arrivals and not self._under_way and not self.is_awaited
