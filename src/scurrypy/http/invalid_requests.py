"""How this address stands with Discord: requests that Discord counts as invalid, and bans.

Discord shuts out an address that makes 10,000 invalid requests in ten minutes. It looks at the address, not the bot, so
there is one count per process and server, however many clients there are.

See [Discord Docs/Invalid Request Limit](https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
"""

import logging
from collections import deque
from collections.abc import Hashable
from typing import Any, Final

logger: logging.Logger = logging.getLogger(__name__)

_PERIOD: Final = 600.0
"""Seconds for which an invalid request counts."""
_ALLOWED: Final = 10_000
"""Invalid requests in that time at which Discord shuts an address out."""
_WARN_AT: Final = 1_000
"""Invalid requests at which the log warns."""
_STOP_AT: Final = 9_000
"""Invalid requests at which requests are stopped that would most likely be refused again."""

COUNTED: Final = frozenset({401, 403, 429})
"""HTTP statuses that Discord counts; a 429 for a shared resource is not counted."""


class InvalidRequests:
    """Counts the invalid requests of one process to one server."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()
        self._refused: dict[Hashable, tuple[float, int, Any]] = {}
        self._banned_until = 0.0
        self._has_warned = False

    def count(self, now: float) -> int:
        """Return how many invalid requests count at `now`, in seconds of a monotonic clock."""
        while self._times and self._times[0] + _PERIOD <= now:
            self._times.popleft()
        return len(self._times)

    @property
    def is_clean(self) -> bool:
        """Whether no request was refused yet, nor the address shut out, that anything would have to be stopped for."""
        return not self._refused and not self._banned_until

    def note(self, now: float, key: Hashable, status: int, data: Any) -> None:
        """Count an invalid request.

        Args:
            now: When, in seconds of a monotonic clock.
            key: What was requested.
            status: HTTP status of the answer.
            data: Its body, decoded.
        """
        self._times.append(now)
        if status != 429:
            self._refused[key] = (now, status, data)
        counted = self.count(now)
        if counted < _WARN_AT:
            self._has_warned = False
        elif not self._has_warned:
            self._has_warned = True
            logger.warning(
                "%d requests of the last 10 minutes were answered with 401, 403 or 429; at %d Discord shuts this "
                "address out",
                counted,
                _ALLOWED,
            )
        if len(self._refused) > _ALLOWED:
            self._refused = {key: told for key, told in self._refused.items() if told[0] + _PERIOD > now}

    def forgive(self, key: Hashable) -> None:
        """Note that a request which was refused before succeeded."""
        if self._refused:
            self._refused.pop(key, None)

    def last_refusal(self, now: float, key: Hashable) -> tuple[int, Any] | None:
        """Return status and body of the last refusal of a request that must not be tried again yet; None if it may."""
        if key not in self._refused or self.count(now) < _STOP_AT:
            return None
        refused_at, status, data = self._refused[key]
        return None if refused_at + _PERIOD <= now else (status, data)

    def ban(self, now: float, seconds: float) -> None:
        """Note that the edge in front of Discord shuts this address out."""
        self._banned_until = max(self._banned_until, now + seconds)

    def banned_for(self, now: float) -> float:
        """Return the seconds this address stays shut out; 0 where it is not."""
        return max(0.0, self._banned_until - now)


_COUNTS: Final[dict[str, InvalidRequests]] = {}


def invalid_requests_to(origin: str) -> InvalidRequests:
    """Return the count that all clients of this process share for one server."""
    return _COUNTS.setdefault(origin, InvalidRequests())
