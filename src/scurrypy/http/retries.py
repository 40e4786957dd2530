"""Whether a request that failed is sent again: only if that cannot do its work twice."""

import random
from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, Final, cast

import msgspec

from scurrypy import enums
from scurrypy.http.routing import Target

MAX_TRIES: Final = 4
"""Times one request is sent before its failure is told."""
MAX_REFUSALS: Final = 5
"""Times one request runs into a limit before that is told."""

_BACKOFF: Final = 1.0
"""Longest wait before the second try, in seconds; it doubles with each."""
_MAX_BACKOFF: Final = 16.0
"""Longest wait before any try, in seconds."""
_ANSWER_WITHIN: Final = 3.0
"""Seconds in which an interaction must be answered."""

_REPEATABLE: Final = frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"})
"""Methods whose repetition leaves things as the first time did."""

TRANSIENT: Final = frozenset({500, 502, 503, 504, *range(520, 531)})
"""HTTP statuses of a server that may do better in a moment; those from 520 are the edge's."""


class Safety(Enum):
    """How far a request may be repeated."""

    NEVER = auto()
    """Not at all; the caller said so."""
    UNSENT = auto()
    """Only if it certainly never reached Discord."""
    ALWAYS = auto()
    """Whatever became of the try before."""


def says_later(code: object) -> bool:
    """Whether Discord's code says: not now. Slow mode, write limits, overload, an index that is not built yet."""
    # The list of codes is long, and loaded with the first error: 3 ms that most bots never need.
    codes = enums.JSONErrorCode
    return code in (
        codes.SLOWMODE_RATE_LIMIT,
        codes.CHANNEL_WRITE_RATE_LIMIT,
        codes.GUILD_WRITE_RATE_LIMIT,
        codes.SERVICE_RATE_LIMITED,
        codes.INDEX_NOT_YET_AVAILABLE,
        codes.API_OVERLOADED,
    )


def safety_of(target: Target, body: Any, retry: bool | None) -> Safety:
    """Return how far a request may be repeated.

    Args:
        target: What it is about.
        body: Its JSON body.
        retry: What the caller said; None for nothing.
    """
    if retry is not None:
        return Safety.ALWAYS if retry else Safety.NEVER
    if target.method in _REPEATABLE or target.is_callback:
        return Safety.ALWAYS
    return Safety.ALWAYS if is_message(target) and _has_enforced_nonce(body) else Safety.UNSENT


def _has_enforced_nonce(body: Any) -> bool:
    if not isinstance(body, (dict, Mapping)):
        return False
    told = cast("Mapping[str, Any]", body)
    return bool(told.get("enforce_nonce")) and told.get("nonce") is not None


def is_message(target: Target) -> bool:
    """Whether a request creates a message in a channel, as the bot."""
    return target.method == "POST" and target.template == "/channels/{major}/messages"


class Retries(msgspec.Struct):
    """What became of one request so far."""

    target: Target
    """What it is about."""
    safety: Safety
    """How far it may be repeated."""
    rng: random.Random
    """Spreads the retries of many clients that failed together."""
    started_at: float
    """When it was asked for, by the clock of the event loop."""
    tries: int = 0
    """How often it was sent and failed."""
    refusals: int = 0
    """How often it ran into a limit."""
    has_met_closed: bool = False
    """Whether a try is not counted, for it met a connection that Discord may have closed before."""
    may_have_worked: bool = False
    """Whether a try failed in a way that leaves open whether Discord did what was asked."""

    @property
    def is_under_way(self) -> bool:
        """Whether it was sent before."""
        return self.refusals > 0 or self.tries > 0 or self.has_met_closed

    def again_at_once(self, now: float) -> bool:
        """Whether a try that met a connection kept from before, and closed, is repeated at once: the first one is."""
        if self.has_met_closed or self.safety is not Safety.ALWAYS or now >= self.deadline:
            return False
        self.has_met_closed = self.may_have_worked = True
        return True

    def after_failure(self, now: float, *, reached_discord: bool) -> float | None:
        """Return the seconds to wait before the next try; None where there is none.

        Args:
            now: Time by the clock of the event loop.
            reached_discord: Whether Discord may have received the request.
        """
        self.tries += 1
        self.may_have_worked |= reached_discord
        if self.tries >= MAX_TRIES or self.safety is Safety.NEVER:
            return None
        if reached_discord and self.safety is Safety.UNSENT:
            return None
        delay = self.backoff(self.tries)
        return None if now + delay >= self.deadline else delay

    def after_refusal(self) -> bool:
        """Whether to try again after running into a limit."""
        self.refusals += 1
        return self.refusals < MAX_REFUSALS

    def backoff(self, times: int) -> float:
        """Return a random wait, in seconds, that may get longer with each time."""
        # Interactions have no time for more than a short wait.
        longest = 0.25 if self.target.is_callback else _BACKOFF
        return self.rng.uniform(0, min(_MAX_BACKOFF, longest * 2 ** (times - 1)))

    @property
    def deadline(self) -> float:
        """When it is too late, by the clock of the event loop."""
        return self.started_at + _ANSWER_WITHIN if self.target.is_callback else float("inf")

    def is_done_already(self, status: int, code: object) -> bool:
        """Whether an error only says that an earlier try, whose answer was lost, did what was asked."""
        if not self.may_have_worked:
            return False
        if self.target.method == "DELETE":
            return status == 404
        return self.target.is_callback and code == enums.JSONErrorCode.INTERACTION_ALREADY_ACKNOWLEDGED
