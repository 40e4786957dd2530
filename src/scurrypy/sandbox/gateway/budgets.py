"""What clients may spend: payloads per connection, IDENTIFY per window, IDENTIFY per day."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

SEND_LIMIT = 120
"""Payloads that one connection may send per `SEND_WINDOW`."""
SEND_WINDOW = 60.0
"""Seconds that a sent payload counts."""
IDENTIFY_WINDOW = 5.0
"""Seconds between two IDENTIFYs of one concurrency key."""
SESSION_STARTS_PER_DAY = 1000
"""IDENTIFYs an application has per `DAY`."""
DAY = 86_400.0
"""Seconds after which the session starts are counted anew."""


class SendBudget:
    """Counts what one connection sends, over any 60 seconds rather than over a clock minute."""

    def __init__(self, now: Callable[[], float], limit: int = SEND_LIMIT, window: float = SEND_WINDOW) -> None:
        self._now = now
        self._limit = limit
        self._window = window
        self._sent: deque[float] = deque()

    def spend(self) -> bool:
        """Count one payload; False when it is one too many."""
        now = self._now()
        while self._sent and now - self._sent[0] >= self._window:
            self._sent.popleft()
        if len(self._sent) >= self._limit:
            return False
        self._sent.append(now)
        return True


@dataclass(slots=True)
class SessionStarts:
    """What one application has left of its IDENTIFYs."""

    total: int = SESSION_STARTS_PER_DAY
    """IDENTIFYs per day."""
    remaining: int = SESSION_STARTS_PER_DAY
    """IDENTIFYs left until the reset."""
    resets_at: float = 0.0
    """Unix time, in seconds, at which the whole day's count is given again; 0 before the first IDENTIFY."""
    last_identify: dict[int, float] = field(default_factory=dict[int, float])
    """When each concurrency key last let an IDENTIFY pass, in seconds."""
    violations: int = 0
    """IDENTIFYs that came too early for their concurrency key."""


class IdentifyGate:
    """Lets one IDENTIFY per concurrency key pass per window, and counts the day's IDENTIFYs.

    See [Discord Docs/Sharding](https://docs.discord.com/developers/events/gateway#sharding-max-concurrency).
    """

    def __init__(
        self,
        now: Callable[[], float],
        *,
        max_concurrency: int = 1,
        window: float = IDENTIFY_WINDOW,
        total: int = SESSION_STARTS_PER_DAY,
    ) -> None:
        self.max_concurrency = max_concurrency
        """How many shards may identify at the same time."""
        self.window = window
        """Seconds between two IDENTIFYs of one concurrency key."""
        self.total = total
        """IDENTIFYs an application has per day."""
        self._now = now
        self._applications: dict[int, SessionStarts] = {}

    def starts(self, application_id: int) -> SessionStarts:
        """Return what the application has left, counted anew when its day is over."""
        starts = self._applications.get(application_id)
        if starts is None:
            starts = self._applications[application_id] = SessionStarts(self.total, self.total)
        if starts.resets_at and self._now() >= starts.resets_at:
            starts.remaining, starts.resets_at = starts.total, 0.0
        return starts

    def passes(self, application_id: int, shard_id: int) -> bool:
        """Count one IDENTIFY; False when its concurrency key must wait.

        An IDENTIFY that comes too early costs one of the day's as well.
        """
        starts, now = self.starts(application_id), self._now()
        if not starts.resets_at:
            starts.resets_at = now + DAY
        starts.remaining = max(0, starts.remaining - 1)
        key = shard_id % self.max_concurrency
        last = starts.last_identify.get(key)
        if last is not None and now - last < self.window:
            starts.violations += 1
            return False
        starts.last_identify[key] = now
        return True

    def wire(self, application_id: int) -> dict[str, int]:
        """Return the session start limit object that GET /gateway/bot carries."""
        starts = self.starts(application_id)
        wait = max(0.0, starts.resets_at - self._now()) if starts.resets_at else 0.0
        return {
            "total": starts.total,
            "remaining": starts.remaining,
            "reset_after": int(wait * 1000),
            "max_concurrency": self.max_concurrency,
        }
