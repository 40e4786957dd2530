"""What whoever sends requests can know of their limits: what answers told, from the moment at which they arrived.

A refusal could have been prevented if, when the request was sent,

1. an answer had told in which bucket such requests count, under the name that it still has; and
2. those requests that the sender could know to count in it were enough to exhaust it; and
3. an answer of this window, or one before it, had told how long the window lasts.

It could have been prevented, too, where nothing at all was told yet of requests like it, because the first one about
the same resource was still unanswered: who knows nothing sends one, and waits for what it tells.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from tests.chaos.rest.allowances import Allowance, Spent, What
from tests.chaos.rest.network import Request
from tests.chaos.rest.rules import Bucket, Matched

GONE = "gone"
"""Variant of requests about what is there no longer: nobody can know that."""
_NEVER = float("inf")


class HasTime(Protocol):
    now: float


@dataclass(slots=True)
class Asked:
    """Requests of one kind about one resource: when the first was sent, and when the first answer arrived."""

    sent_at: float
    answered_at: float = _NEVER


@dataclass(slots=True)
class Case:
    """One request before its limits."""

    request: Request
    matched: Matched
    what: What
    bucket: Bucket
    name: str
    """What the bucket is called at present."""
    allowance: Allowance
    """What is left of it."""
    asked: Asked
    """What is known of requests like this."""
    spent: Spent = field(init=False)
    """What it counts as, if it does."""

    def __post_init__(self) -> None:
        self.spent = Spent(self.what, self.request.at)

    @property
    def place(self) -> tuple[str, str, str]:
        """Who sent it, the bucket and the resource: what limits are kept by."""
        return self.what[0], self.name, self.matched.resource


class Knowledge:
    """Everything that answers told the senders."""

    def __init__(self, clock: HasTime) -> None:
        self._loop = asyncio.get_running_loop()
        self._clock = clock
        self._names: dict[What, tuple[str, float]] = {}
        self._first_told: dict[What, float] = {}
        self._asked: dict[tuple[What, str], Asked] = {}
        self._longest: dict[str, float] = {}
        self._told: dict[tuple[str, ...], tuple[float, float]] = {}

    def asked(self, what: What, resource: str, request: Request) -> Asked:
        """Note a request, and return what is known of its kind."""
        found = self._asked.get((what, resource))
        if found is None:
            found = self._asked[what, resource] = Asked(request.sent_at)
        elif request.sent_at < found.sent_at:
            found.sent_at = request.sent_at
        return found

    def teller(self, case: Case, *, tells_bucket: bool, tells_window: bool) -> Callable[[], None]:
        """Return what is to be called when an answer arrives.

        Args:
            case: The request.
            tells_bucket: Whether the answer says in which bucket it counts.
            tells_window: Whether it says when the window of a request that counted ends.
        """
        after = case.allowance.reset_after(case.request.at) if tells_window else 0.0
        name, spent, asked = case.name, case.spent, case.asked

        def arrived() -> None:
            now = self._loop.time()
            asked.answered_at = min(asked.answered_at, now)
            if not tells_bucket:
                return
            spent.told_at = now
            if self._names.get(spent.operation, ("", 0.0))[0] != name:
                self._names[spent.operation] = name, now
                self._first_told.setdefault(spent.operation, now)
            if after > self._longest.get(name, 0.0):
                self._longest[name] = after

        return arrived

    def could_know(self, case: Case) -> bool:
        """Whether the sender of a request could have known that its bucket is empty."""
        sent_at, name, allowance = case.request.sent_at, case.name, case.allowance
        if case.bucket.is_silent or case.what[3] == GONE:
            return False
        if not self._knows(case.what, name, sent_at):
            told_at = self._first_told.get(case.what, _NEVER)
            return told_at > sent_at and case.asked.sent_at < sent_at <= case.asked.answered_at
        unknown = sum(
            spent.told_at > sent_at and not self._knows(spent.operation, name, sent_at) for spent in allowance.spent
        )
        if allowance.excused < unknown:
            allowance.excused += 1
            return False
        if any(spent.told_at <= sent_at for spent in allowance.spent):
            return True
        # What was sent before the first answer of a window could have been held back, without knowing its end.
        return self._longest.get(name, 0.0) >= allowance.period * 0.99

    def knows(self, case: Case) -> bool:
        """Whether the sender of a request knew in which bucket it counts."""
        return self._knows(case.what, case.name, case.request.sent_at)

    def _knows(self, what: What, name: str, at: float) -> bool:
        told = self._names.get(what)
        return told is not None and told[0] == name and told[1] <= at and what[3] != GONE

    # Refusals that nothing else tells of

    def tell(self, key: tuple[str, ...], until: float) -> None:
        """Note that a refusal has arrived, which said until when there will be others."""
        self._told[key] = self._loop.time(), until

    def is_told(self, key: tuple[str, ...], request: Request) -> bool:
        """Whether a request was sent although a refusal had said that it comes too soon."""
        told_at, until = self._told.get(key, (_NEVER, 0.0))
        return told_at <= request.sent_at and request.at < until
