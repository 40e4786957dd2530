"""The limit on everything one bot sends, kept before Discord has to enforce it.

See [Discord Docs/Global Rate Limit](https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
"""

from collections import deque
from typing import Final

from scurrypy.http.bucket import MARGIN
from scurrypy.http.gate import Gate, Ticket

_PERIOD: Final = 1.05
"""Seconds for which a request counts: Discord's 1, and a twentieth for requests that travel at different speeds."""


class GlobalLimit(Gate):
    """Lets through no more than `allowed` requests in any second, and none while Discord says to pause."""

    __slots__ = ("_allowed", "_paused_until", "_times")

    def __init__(self, allowed: int, max_wait: float | None) -> None:
        super().__init__(max_wait, "global")
        self._allowed = allowed
        self._times: deque[float] = deque()
        self._paused_until = 0.0

    def delay(self, now: float) -> float:
        """Return the seconds until one more may be sent."""
        if self._paused_until > now:
            return self._paused_until - now
        times = self._times
        while times and times[0] + _PERIOD <= now:
            times.popleft()
        return 0.0 if len(times) < self._allowed else times[0] + _PERIOD - now

    def take(self) -> Ticket:
        """Count one that is sent."""
        self._times.append(self.loop.time())
        return 0

    def give_back(self) -> None:
        """Undo the latest `take`: a place as late as that is free again."""
        if self._times:
            self._times.pop()

    def pause(self, seconds: float) -> None:
        """Let nobody pass for `seconds`; a pause that lasts longer stands."""
        self._paused_until = max(self._paused_until, self.loop.time() + seconds + MARGIN)
        self.move_on()

    def is_paused(self, now: float) -> bool:
        """Whether nobody may pass at `now`, not even who was let through before."""
        return self._paused_until > now

    def is_idle(self, now: float) -> bool:
        """Whether nothing would be lost if the limit were forgotten."""
        return self.delay(now) == 0 and not self._times and not self.is_awaited
