"""What to do when a connection has ended: resume, identify or stop, and after what delay."""

import random

import msgspec

from scurrypy.gateway.close_codes import CloseAction, CloseRule, rule_for
from scurrypy.gateway.state import Cause, Ending
from scurrypy.wire.errors import AuthenticationFailed, FatalClose

MIN_BACKOFF = 1
"""Seconds within which the second attempt to connect in a row is made; each further one doubles it."""
MAX_BACKOFF = 60
"""Seconds beyond which it does not grow."""
STABLE = 15.0
"""Seconds a session must hold until the next reconnect counts as the first in a row."""

_FIRST = 0.5
"""Seconds within which the first attempt is made: at once, yet not all shards in the same instant."""
_INVALID_SESSION_WAIT = (1.0, 5.0)
"""Seconds to wait after opcode 9, least and most."""
_RESUMES = 3
"""Resumes that may fail in a row before the session is given up."""
_RESUMES_PERIOD = 90.0
"""Seconds after the first of them after which it is given up, too."""
_MALFORMED = (4001, 4002)
"""Close codes that say that what was sent is malformed."""
_IDENTIFIES = 3
"""IDENTIFYs that may be found malformed in a row before the shard stops: the next would be no better."""


class Verdict(msgspec.Struct, frozen=True):
    """What to do next."""

    delay: float
    """Seconds to wait."""
    lost: str | None = None
    """Why the session is to be given up; None to keep it."""
    fatal: type[FatalClose] | None = None
    """The error to stop with; None to go on."""


class ReconnectPolicy:
    """Judges endings, and remembers how many came in a row."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.failures: int = 0
        """Connections in a row that failed or did not last."""
        self._malformed_identifies = 0
        self._failed_resumes = 0
        self._first_failed_resume = 0.0

    def judge(
        self, ending: Ending, *, now: float, active_since: float | None, has_resumed: bool, has_identified: bool
    ) -> Verdict:
        """Return what to do after a connection has ended.

        Args:
            ending: How it ended.
            now: The time, in seconds.
            active_since: When its session was opened or resumed; None where it was not.
            has_resumed: Whether it tried to resume.
            has_identified: Whether it tried to open a session: only then can a close be about the IDENTIFY.
        """
        rule = rule_for(ending.code if ending.cause is Cause.CLOSED else None)
        if rule.error is not None:
            return Verdict(0.0, fatal=rule.error)
        if ending.cause is Cause.REFUSED and ending.code == 401:
            return Verdict(0.0, fatal=AuthenticationFailed)
        has_failed = active_since is None and has_resumed and ending.cause is not Cause.RECONNECT
        is_malformed = has_identified and ending.cause is Cause.CLOSED and ending.code in _MALFORMED
        self._count(now, active_since, has_failed=has_failed, is_malformed=is_malformed)
        if self._malformed_identifies >= _IDENTIFIES:
            return Verdict(0.0, fatal=FatalClose)
        return Verdict(self._delay(ending, rule), lost=self._lost(ending, rule, now, has_failed=has_failed))

    def _count(self, now: float, active_since: float | None, *, has_failed: bool, is_malformed: bool) -> None:
        is_stable = active_since is not None and now - active_since >= STABLE
        self.failures = 0 if is_stable else self.failures + 1
        if active_since is not None:
            self._failed_resumes = self._malformed_identifies = 0
        elif has_failed:
            if not self._failed_resumes:
                self._first_failed_resume = now
            self._failed_resumes += 1
        elif is_malformed:
            self._malformed_identifies += 1

    def _delay(self, ending: Ending, rule: CloseRule) -> float:
        # The first failure in a row is retried as fast as the end of a stable connection.
        limit = min(MAX_BACKOFF, MIN_BACKOFF * 2.0 ** min(self.failures - 2, 10)) if self.failures > 1 else _FIRST
        delay = max(rule.wait, self._rng.uniform(0.0, limit))
        if ending.cause is Cause.INVALID_SESSION:
            delay = max(delay, self._rng.uniform(*_INVALID_SESSION_WAIT))
        return delay

    def _lost(self, ending: Ending, rule: CloseRule, now: float, *, has_failed: bool) -> str | None:
        reason = None
        if rule.action is CloseAction.IDENTIFY:
            reason = f"close code {ending.code}: {rule.meaning}"
        elif ending.cause is Cause.INVALID_SESSION and not ending.resumable:
            reason = "Discord invalidated the session"
        # A connection that never came about says nothing about the session, however long that lasts.
        elif has_failed and (self._failed_resumes >= _RESUMES or now - self._first_failed_resume >= _RESUMES_PERIOD):
            reason = f"{self._failed_resumes} attempts to resume failed"
        if reason is not None:
            self._failed_resumes = 0
        return reason
