"""What must not be tried again, or not yet: refused tokens, dead webhooks, the forbidden, what a ban covers."""

import asyncio
import logging
from typing import Any, cast

from scurrypy import enums
from scurrypy.http.invalid_requests import COUNTED, InvalidRequests
from scurrypy.http.memory import remember
from scurrypy.http.refusals import Refusal
from scurrypy.http.reluctance import Reluctance
from scurrypy.http.responses import Answer, error_of
from scurrypy.http.routing import Target
from scurrypy.wire.errors import CloudflareBlocked, StillForbidden

logger: logging.Logger = logging.getLogger(__name__)


class Standing:
    """What the answers so far forbid."""

    def __init__(self, invalid_requests: InvalidRequests) -> None:
        self._loop = asyncio.get_running_loop()
        self._invalid_requests = invalid_requests
        self._refused: dict[str, Any] = {}
        self._dead: dict[str, tuple[int, Any]] = {}
        self._reluctance = Reluctance()

    def check(self, target: Target, identity: str, *, is_under_way: bool = False) -> None:
        """Raise what an answer before said, if it forbids this request.

        Args:
            target: What the request is about.
            identity: Who sends it.
            is_under_way: Whether it was let pass before, and is only tried again.

        Raises:
            Unauthorized: the token was refused.
            NotFound: the webhook is gone.
            StillForbidden: what is like the request was forbidden again and again.
            CloudflareBlocked: this address is shut out.
            DiscordError: the same request was refused before, and the address is close to being shut out.
        """
        if not self._refused and not self._dead and self._invalid_requests.is_clean:
            return
        now = self._loop.time()
        banned_for = self._invalid_requests.banned_for(now)
        if banned_for > 0:
            text = f"this address is shut out for another {banned_for:.0f} s; nothing was sent"
            raise CloudflareBlocked(
                429, {"message": text}, retry_after=banned_for, method=target.method, path=target.path
            )
        told: tuple[int, Any] | None = None
        if identity in self._refused:
            told = 401, self._refused[identity]
        elif (token := _token_of(target)) in self._dead:
            told = self._dead[token]
        else:
            if not (is_under_way or target.is_callback):
                self._check_reluctance(now, target, identity)
            told = self._invalid_requests.last_refusal(now, _key(target, identity))
        if told is not None:
            status, value = told
            raise error_of(Answer(status, {}, b""), value, target.method, target.path)

    def _check_reluctance(self, now: float, target: Target, identity: str) -> None:
        held = self._reluctance.hold_back(now, _sender(target, identity), _key(target, identity))
        if held is None:
            return
        wait, told = held
        body = cast("dict[str, Any]", told) if isinstance(told, dict) else {}
        why = f"{body.get('message') or 'forbidden'}; refused again and again, so nothing was sent for now"
        raise StillForbidden(403, body | {"message": why}, retry_after=wait, method=target.method, path=target.path)

    def depart(self, target: Target, identity: str) -> None:
        """Note that a request is sent which `check` let pass."""
        if self._reluctance.is_clean:
            return
        self._reluctance.sent(self._loop.time(), _sender(target, identity), _key(target, identity))

    def note(self, target: Target, identity: str, answer: Answer, value: Any, refusal: Refusal | None) -> bool:
        """Take in what an answer forbids; return whether everything this sender has waiting is in vain.

        Args:
            target: What the request was about.
            identity: Who sent it.
            answer: The answer.
            value: Its body, decoded.
            refusal: What a 429 means.
        """
        if answer.is_success and self._invalid_requests.is_clean and self._reluctance.is_clean:
            return False
        now = self._loop.time()
        key = _key(target, identity)
        if answer.status in COUNTED and (refusal is None or refusal.scope != "shared"):
            self._invalid_requests.note(now, key, answer.status, value)
        elif answer.is_success:
            self._invalid_requests.forgive(key)
        if answer.status == 403:
            self._reluctance.refused(now, _sender(target, identity), key, _code(value), value)
        elif answer.status < 500 and answer.status not in COUNTED:
            self._reluctance.answered(now, _sender(target, identity), key, is_success=answer.is_success)
        if refusal is not None and refusal.kind == "cloudflare":
            self._invalid_requests.ban(now, refusal.retry_after)
            logger.error("The edge in front of Discord shuts this address out for %.0f s", refusal.retry_after)
            return True
        if answer.status == 401 and identity:
            remember(self._refused, identity, value)
            # The error itself is raised where the request was made.
            logger.info("Discord refuses the token: nothing more is sent with it")
            return True
        is_gone = answer.status == 404 and bool(target.webhook) and _code(value) == enums.JSONErrorCode.UNKNOWN_WEBHOOK
        token = _token_of(target)
        if token and (answer.status == 401 or is_gone):
            remember(self._dead, token, (answer.status, value))
        return False


def _key(target: Target, identity: str) -> tuple[str, str, str, str]:
    return identity, target.method, target.template, target.major


def _token_of(target: Target) -> str:
    """Return the id and token in the path; of an interaction, too."""
    return target.webhook or (target.major if target.is_interaction else "")


def _sender(target: Target, identity: str) -> str:
    """Return for whom Discord's permissions count: whoever's token a request carries."""
    return identity or target.major


def _code(value: Any) -> object:
    return cast("dict[str, Any]", value).get("code") if isinstance(value, dict) else None
