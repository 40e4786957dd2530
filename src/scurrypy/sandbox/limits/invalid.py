"""Too many refused requests: the address is shut out before Discord even sees it.

See [Discord Docs/Invalid Request Limit](https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
"""

from collections import defaultdict, deque
from collections.abc import Callable
from typing import Final

from scurrypy.sandbox.limits.buckets import Limit

INVALID_REQUESTS: Final = Limit(10_000, 600.0)
"""Requests of one address that may end with 401, 403 or 429."""
COUNTED: Final = frozenset({401, 403, 429})
"""HTTP statuses that count; 429 for a shared resource does not."""


class InvalidRequests:
    """Counts the refused requests of each address, over any ten minutes."""

    def __init__(self, now: Callable[[], float], limit: Limit = INVALID_REQUESTS) -> None:
        self._now = now
        self._limit = limit
        self._refused: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=limit.requests))

    def note(self, address: str, status: int, scope: str | None) -> None:
        """Count an answer of a request, if it is one that counts."""
        if status in COUNTED and scope != "shared":
            self._refused[address].append(self._now())

    def count(self, address: str) -> int:
        """Return how many refused requests of an address count now."""
        refused = self._refused[address]
        while refused and self._now() - refused[0] >= self._limit.seconds:
            refused.popleft()
        return len(refused)

    def banned_for(self, address: str) -> float:
        """Return the seconds an address stays shut out; 0 where it is not."""
        if self.count(address) < self._limit.requests:
            return 0.0
        return self._refused[address][0] + self._limit.seconds - self._now()
