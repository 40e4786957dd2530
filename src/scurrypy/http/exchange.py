"""The way of one request: past the limits, out, back, and perhaps around again."""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

import msgspec

from scurrypy.http.gate import TurnedAway, WaitTooLong
from scurrypy.http.limits import Limits
from scurrypy.http.permits import Permit
from scurrypy.http.refusals import Refusal, refusal_of, retry_after_of
from scurrypy.http.request import Outgoing
from scurrypy.http.responses import Answer, AttemptFailed, error_of
from scurrypy.http.retries import TRANSIENT, Retries, Safety, says_later
from scurrypy.http.routing import Target
from scurrypy.http.standing import Standing
from scurrypy.wire.errors import CloudflareBlocked, DiscordError, NoSession, RateLimited, RequestFailed
from scurrypy.wire.types import HTTPResponse

if TYPE_CHECKING:
    from scurrypy.http.transport import Transport

logger: logging.Logger = logging.getLogger(__name__)

_FIRST_ANSWER: Final = 2.0
"""Seconds that the first try to answer an interaction may take: of 3, enough must be left for a second."""

_TOLD_AT: Final = 2
"""Failed tries of one request after which that is told."""


class Call(msgspec.Struct):
    """One request of a caller, however often it is tried."""

    target: Target
    """What it is about."""
    identity: str
    """Who sends it: `bot`, a user's authorization, or nobody."""
    fields: frozenset[str]
    """Names in its body that a hidden limit may be kept for."""
    outgoing: Outgoing
    """What is sent."""
    retries: Retries
    """What became of it so far."""
    wants_answer: bool
    """Whether what Discord did is of no use without the answer that tells it."""
    read: Callable[[bytes], Any] | None = None
    """Reads the JSON of an answer that succeeded; None for built-in values."""

    @property
    def timeout(self) -> float | None:
        """Seconds that the next try may take; None for the usual."""
        is_short = self.target.is_callback and self.retries.tries == 0 and isinstance(self.outgoing.body, bytes)
        return _FIRST_ANSWER if is_short and self.retries.safety is Safety.ALWAYS and not self.wants_answer else None

    @property
    def is_spent(self) -> bool:
        """Whether it cannot be sent again: a file of it came from a stream that can be read only once."""
        body = self.outgoing.body
        return body is not None and not isinstance(body, bytes) and body.is_spent

    def after_failure(self, now: float, *, reached_discord: bool) -> float | None:
        """Return the seconds to wait after a try that failed before there is another; None if there is none."""
        delay = self.retries.after_failure(now, reached_discord=reached_discord)
        return None if self.is_spent else delay

    def __str__(self) -> str:
        return f"{self.target.method} {self.target.path}"

    def __repr__(self) -> str:
        return f"<Call of {self.target!r}>"


class Exchange:
    """Everything between `start` and `close` of an HTTP client."""

    def __init__(self, transport: "Transport", limits: Limits, standing: Standing, max_wait: float | None) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport = transport
        self._limits = limits
        self._standing = standing
        self._max_wait = max_wait
        self._closing: asyncio.Future[None] = self._loop.create_future()

    @property
    def now(self) -> float:
        """Time by the clock of the event loop."""
        return self._loop.time()

    async def perform(self, call: Call) -> HTTPResponse:
        """Send a request, as often as it takes and is allowed, and return the decoded answer."""
        while True:
            with self._permit_at_once(call) or await self._permit(call) as permit:
                try:
                    answer = await self._transport.send(call.outgoing, depart=permit.depart, timeout=call.timeout)
                    value = answer.value(call.read)
                except AttemptFailed as failure:
                    if not failure.reached_discord:
                        permit.refund()
                    delay = self._after_failure(call, failure)
                else:
                    refusal = refusal_of(answer, value) if answer.status == 429 else None
                    self._note(call, permit, answer, value, refusal)
                    if answer.is_success and answer.status != 202:
                        return value
                    again = self._after_answer(call, answer, value, refusal)
                    if again is None:
                        return self._result(call, answer, value, refusal)
                    delay = again
            if delay > 0:
                await asyncio.wait((self._closing,), timeout=delay)

    async def close(self) -> None:
        """Close every connection, and send away everybody who waits."""
        self._closing.set_result(None)
        self._limits.dismiss(TurnedAway)
        await self._transport.close()

    def _permit_at_once(self, call: Call) -> Permit | None:
        """Return the permit of a request that makes sense, if nothing makes it wait: without a coroutine of its own."""
        self._check(call)
        permit = self._limits.acquire_at_once(call.target, call.identity, call.fields)
        if permit is not None:
            self._standing.depart(call.target, call.identity)
        return permit

    async def _permit(self, call: Call) -> Permit:
        """Wait until the request may be sent, and check that it still makes sense."""
        in_front = call.retries.is_under_way
        while True:
            try:
                permit = await self._limits.acquire(call.target, call.identity, call.fields, in_front=in_front)
            except TurnedAway:
                self._check(call)
                continue
            except WaitTooLong as error:
                raise _too_long(call, error) from None
            try:
                self._check(call)
            except BaseException:
                permit.refund()
                raise
            self._standing.depart(call.target, call.identity)
            return permit

    def _check(self, call: Call) -> None:
        if self._closing.done():
            raise NoSession(f"{call}: the HTTP client was closed")
        self._standing.check(call.target, call.identity, is_under_way=call.retries.is_under_way)

    def _note(self, call: Call, permit: Permit, answer: Answer, value: Any, refusal: Refusal | None) -> None:
        """Remember what an answer tells beside its value."""
        is_news = permit.learn(answer.status, answer.headers, refusal)
        if self._standing.note(call.target, call.identity, answer, value, refusal):
            self._limits.dismiss(TurnedAway)
        if refusal is not None:
            # Only an answer tells which bucket an operation shares, and a bucket that is empty tells it like this.
            level = logging.INFO if is_news and refusal.kind == "bucket" else logging.WARNING
            logger.log(level, "%s: limited (%s) for %.3f s", call, refusal.kind, refusal.retry_after)
        elif logger.isEnabledFor(logging.DEBUG):
            logger.debug("%s: %d, %d bytes", call, answer.status, len(answer.body))

    def _after_failure(self, call: Call, failure: AttemptFailed) -> float:
        """Return the seconds to wait before another try, or raise if there is none."""
        if self._closing.done():
            raise NoSession(f"{call}: the HTTP client was closed") from None
        if failure.was_kept and not call.is_spent and call.retries.again_at_once(self._loop.time()):
            logger.debug("%s: %s; it was kept from before, so the request goes again at once", call, failure)
            return 0.0
        delay = call.after_failure(self._loop.time(), reached_discord=failure.reached_discord)
        if delay is None or failure.is_final:
            doubt = "; Discord may have done it nevertheless" if call.retries.may_have_worked else ""
            doubt += "; a stream that can be read only once is used up" if call.is_spent else ""
            raise RequestFailed(f"{call}: {failure}, try {call.retries.tries}{doubt}") from None
        _tell(call, failure, delay)
        return delay

    def _after_answer(self, call: Call, answer: Answer, value: Any, refusal: Refusal | None) -> float | None:
        """Return the seconds to wait before another try; None if this answer is the last."""
        if refusal is not None:
            if refusal.kind == "cloudflare" or not self._may_wait(call, refusal.retry_after):
                return None
            # The limits hold the request back, but an answer to an interaction passes none.
            return refusal.retry_after if call.target.is_callback else 0.0
        if is_not_now(answer, value):
            seconds = retry_after_of(value, answer.headers)
            if not self._may_wait(call, seconds):
                return None
            return max(seconds, 2.0 ** (call.retries.refusals - 1))
        if answer.status in TRANSIENT:
            delay = call.after_failure(self._loop.time(), reached_discord=True)
            if delay is not None:
                _tell(call, f"Discord answered {answer.status}", delay)
            return delay
        return None

    def _may_wait(self, call: Call, seconds: float) -> bool:
        if call.is_spent:
            return False
        is_soon = self._max_wait is None or seconds <= self._max_wait
        return is_soon and self._loop.time() + seconds < call.retries.deadline and call.retries.after_refusal()

    def _result(self, call: Call, answer: Answer, value: Any, refusal: Refusal | None) -> HTTPResponse:
        """Return what the last answer stands for, or raise it."""
        method, path = call.target.method, call.target.path
        if refusal is not None:
            seconds = refusal.retry_after
            if refusal.kind == "cloudflare":
                raise CloudflareBlocked(answer.status, value, retry_after=seconds, method=method, path=path)
            raise RateLimited(answer.status, value, retry_after=seconds, scope=refusal.scope, method=method, path=path)
        if is_not_now(answer, value):
            seconds = retry_after_of(value, answer.headers)
            raise RateLimited(answer.status, value, retry_after=seconds, method=method, path=path)
        if not answer.is_success:
            error = error_of(answer, value, method, path)
            if not call.wants_answer and call.retries.is_done_already(answer.status, error.code):
                return None
            raise error
        return value


def is_not_now(answer: Answer, value: Any) -> bool:
    """Whether an answer that is no 429 asks to try the same later."""
    if not isinstance(value, dict) or (answer.is_success and answer.status != 202):
        return False
    code = cast("dict[str, Any]", value).get("code")
    return isinstance(code, int) and says_later(code)


def _tell(call: Call, why: object, delay: float) -> None:
    """Log that a try failed and the next one follows in `delay` seconds."""
    # The first failure may be chance, and those after the second say nothing new.
    level = logging.WARNING if call.retries.tries == _TOLD_AT else logging.DEBUG
    logger.log(level, "%s: %s, try %d, next in %.1f s", call, why, call.retries.tries, delay)


def _too_long(call: Call, error: WaitTooLong) -> DiscordError:
    body = {"message": f"a limit resets only in {error.delay:.0f} s; nothing was sent", "retry_after": error.delay}
    return RateLimited(
        429, body, retry_after=error.delay, scope=error.scope, method=call.target.method, path=call.target.path
    )
