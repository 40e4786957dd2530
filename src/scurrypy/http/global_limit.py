"""The limit on everything one bot sends, kept before Discord has to enforce it.

See [Discord Docs/Global Rate Limit](https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
"""

from bisect import insort
from typing import Final

from scurrypy.http.bucket import MARGIN
from scurrypy.http.gate import Gate, Ticket

_PERIOD: Final = 1.05
"""Seconds for which a request counts: Discord's 1, and a twentieth for requests that travel at different speeds."""


class GlobalLimit(Gate):
    """Lets through no more than `allowed` requests in any second, and none while Discord says to pause.

    The second is Discord's: a request counts from the latest moment at which it can have arrived. Until that is known,
    it occupies its place, for one that has to open a connection arrives long after others that have one already.
    """

    __slots__ = ("_allowed", "_arrivals", "_paused_until", "_under_way")

    def __init__(self, allowed: int, max_wait: float | None) -> None:
        super().__init__(max_wait, "global")
        self._allowed = allowed
        self._under_way = 0
        self._arrivals: list[float] = []
        self._paused_until = 0.0

    def delay(self, now: float) -> float | None:
        """Return the seconds until one more may be sent; None for when it is known that one has arrived."""
        if self._paused_until > now:
            return self._paused_until - now
        arrivals = self._arrivals
        while arrivals and arrivals[0] + _PERIOD <= now:
            del arrivals[0]
        if len(arrivals) + self._under_way < self._allowed:
            return 0.0
        return arrivals[0] + _PERIOD - now if arrivals else None

    def take(self) -> Ticket:
        """Count one that is about to be sent."""
        self._under_way += 1
        return 0

    def give_back(self) -> None:
        """Undo `take` for one that was not sent."""
        self._under_way -= 1

    def count(self, arrival: float, *, instead_of: float | None = None) -> None:
        """Count one that passed from the latest moment at which it can have arrived.

        Args:
            arrival: The moment, by the clock of the event loop.
            instead_of: What was taken for that moment before; None for the first time.
        """
        if instead_of is None:
            self._under_way -= 1
        elif instead_of in self._arrivals:
            self._arrivals.remove(instead_of)
        insort(self._arrivals, arrival)
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
        return self.delay(now) == 0 and not self._arrivals and not self._under_way and not self.is_awaited
