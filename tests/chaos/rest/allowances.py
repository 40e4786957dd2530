"""How Discord counts what it allows: fixed windows, buckets that refill all the time, and the global second."""

from abc import ABC, abstractmethod
from collections import deque
from dataclasses import dataclass, field
from typing import TypeAlias

What: TypeAlias = tuple[str, str, str, str]
"""Who sent a request, its method, its template, and which of several limits applies."""


@dataclass(slots=True)
class Spent:
    """One request that counted, and when its sender learned in which bucket it did."""

    operation: What
    at: float
    told_at: float = float("inf")


@dataclass(slots=True)
class Allowance(ABC):
    """What one bucket allows of one resource: `limit` requests in `period` seconds."""

    limit: int
    period: float
    spent: list[Spent] = field(default_factory=list)
    """What counts at present."""
    excused: int = 0
    """Refusals among these that were laid to requests nobody could know of."""

    @abstractmethod
    def move_to(self, now: float) -> None:
        """Forget what no longer counts."""

    @abstractmethod
    def wait(self, now: float) -> float:
        """Return the seconds until one more is allowed."""

    def spend(self, spent: Spent) -> None:
        """Count one."""
        self.spent.append(spent)

    @abstractmethod
    def remaining(self, now: float) -> int:
        """Return how many are left."""

    @abstractmethod
    def reset_after(self, now: float) -> float:
        """Return the seconds until all are left."""


@dataclass(slots=True)
class FixedWindow(Allowance):
    """The window opens with the first request, and all that was spent in it comes back at its end."""

    ends: float = 0.0

    def move_to(self, now: float) -> None:
        if now >= self.ends:
            self.spent, self.excused = [], 0

    def wait(self, now: float) -> float:
        return 0.0 if len(self.spent) < self.limit else self.ends - now

    def spend(self, spent: Spent) -> None:
        if not self.spent:
            self.ends = spent.at + self.period
        self.spent.append(spent)

    def remaining(self, now: float) -> int:
        return self.limit - len(self.spent)

    def reset_after(self, now: float) -> float:
        return max(0.0, self.ends - now) if self.spent else self.period


@dataclass(slots=True)
class Leaky(Allowance):
    """One comes back every `period / limit` seconds; the reset is when all have."""

    full_at: float = 0.0

    def move_to(self, now: float) -> None:
        if now >= self.full_at:
            self.spent, self.excused = [], 0
        elif self.spent and self.spent[0].at + self.period <= now:
            self.spent = [spent for spent in self.spent if spent.at + self.period > now]
            self.excused = min(self.excused, len(self.spent))

    def wait(self, now: float) -> float:
        # What the next one would lead to must lie within one period.
        return max(0.0, max(self.full_at, now) + self.period / self.limit - now - self.period - 1e-9)

    def spend(self, spent: Spent) -> None:
        self.full_at = max(self.full_at, spent.at) + self.period / self.limit
        self.spent.append(spent)

    def remaining(self, now: float) -> int:
        return int(self.limit - max(0.0, self.full_at - now) * self.limit / self.period + 1e-6)

    def reset_after(self, now: float) -> float:
        return max(0.0, self.full_at - now)


class Second:
    """The global limit: a fixed second, as Discord counts it, and the most in any second, as it is judged here."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.most = 0
        """Most requests that arrived within any second."""
        self._in_second = (0, 0)
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Count one; return the seconds until the next second where it is one too many."""
        self._times.append(now)
        while self._times[0] <= now - 1:
            self._times.popleft()
        self.most = max(self.most, len(self._times))
        second, count = self._in_second
        count = count + 1 if second == int(now) else 1
        self._in_second = int(now), count
        return int(now) + 1 - now if count > self.limit else 0.0
