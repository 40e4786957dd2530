"""Counts requests against one limit, per whatever the limit is kept for."""

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

LEAST_WAIT = 0.001
"""Seconds that a refused request waits at least; Discord tells waits in milliseconds."""
PRUNE_EVERY = 1024
"""After how many requests the windows that are over are thrown away."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in so many seconds."""

    requests: int
    """How many requests fit into one window."""
    seconds: float
    """How long a window lasts."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one request found in its window."""

    allowed: bool
    """Whether the request may go on."""
    limit: int
    """How many requests fit into one window."""
    remaining: int
    """How many are left after this one."""
    reset_after: float
    """Seconds until all are free again."""
    retry_after: float
    """Seconds until one is free again; 0 where the request may go on."""


@dataclass(slots=True)
class _Window:
    limit: Limit
    spent: deque[float] = field(default_factory=deque[float])


class Windows:
    """Windows of requests, each with a key of its own.

    A fixed window starts with its first request and ends as a whole. In a sliding one each request
    comes free by itself, so that nobody can spend twice the limit around the end of a window.
    """

    def __init__(self, *, sliding: bool = False) -> None:
        self._sliding = sliding
        self._windows: dict[Hashable, _Window] = {}
        self._takes = 0

    def take(self, key: Hashable, limit: Limit, now: float) -> Verdict:
        """Count one request at `now`, in seconds, unless the window is full."""
        self._prune(now)
        window = self._windows.get(key)
        if window is None:
            window = self._windows[key] = _Window(limit)
        self._release(window, now)
        allowed = len(window.spent) < limit.requests
        if allowed:
            window.spent.append(now)
        reset_after = self._over_at(window) - now
        retry_after = 0.0 if allowed else max(window.spent[0] + limit.seconds - now, LEAST_WAIT)
        return Verdict(allowed, limit.requests, limit.requests - len(window.spent), reset_after, retry_after)

    def __len__(self) -> int:
        """How many windows are kept."""
        return len(self._windows)

    def _over_at(self, window: _Window) -> float:
        """Return when the window is empty again."""
        start = window.spent[-1] if self._sliding else window.spent[0]
        return start + window.limit.seconds

    def _release(self, window: _Window, now: float) -> None:
        spent, seconds = window.spent, window.limit.seconds
        if self._sliding:
            while spent and now - spent[0] >= seconds:
                spent.popleft()
        elif spent and now - spent[0] >= seconds:
            spent.clear()

    def _prune(self, now: float) -> None:
        self._takes += 1
        if self._takes % PRUNE_EVERY == 0:
            self._windows = {
                key: window for key, window in self._windows.items() if window.spent and self._over_at(window) > now
            }
