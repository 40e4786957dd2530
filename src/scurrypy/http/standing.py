"""What must not be tried again: a token that was refused, a webhook that is gone, anything from an address shut out."""

import asyncio
import logging
from collections.abc import Hashable
from typing import Any, Final, TypeVar, cast

from scurrypy.enums.errors import JSONErrorCode
from scurrypy.http.invalid_requests import COUNTED, InvalidRequests
from scurrypy.http.refusals import Refusal
from scurrypy.http.responses import Answer, error_of
from scurrypy.http.routing import Target
from scurrypy.wire.errors import CloudflareBlocked

logger: logging.Logger = logging.getLogger(__name__)

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_UNKNOWN_WEBHOOK: Final = JSONErrorCode.UNKNOWN_WEBHOOK
"""Discord's code for a webhook that does not exist, or no longer."""
_REMEMBERED: Final = 10_000
"""Dead webhooks, and refused tokens, that are remembered."""


class Standing:
    """What the answers so far forbid."""

    def __init__(self, invalid_requests: InvalidRequests) -> None:
        self._loop = asyncio.get_running_loop()
        self._invalid_requests = invalid_requests
        self._refused: dict[str, Any] = {}
        self._dead: dict[str, Any] = {}

    def check(self, target: Target, identity: str) -> None:
        """Raise what an answer before said, if it forbids this request.

        Args:
            target: What the request is about.
            identity: Who sends it.

        Raises:
            Unauthorized: the token was refused.
            NotFound: the webhook is gone.
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
        elif target.webhook in self._dead:
            told = 404, self._dead[target.webhook]
        else:
            told = self._invalid_requests.last_refusal(now, _key(target, identity))
        if told is not None:
            status, value = told
            raise error_of(Answer(status, {}, b""), value, target.method, target.path)

    def note(self, target: Target, identity: str, answer: Answer, value: Any, refusal: Refusal | None) -> bool:
        """Take in what an answer forbids; return whether everything this sender has waiting is in vain.

        Args:
            target: What the request was about.
            identity: Who sent it.
            answer: The answer.
            value: Its body, decoded.
            refusal: What a 429 means.
        """
        now = self._loop.time()
        key = _key(target, identity)
        if answer.status in COUNTED and (refusal is None or refusal.scope != "shared"):
            self._invalid_requests.note(now, key, answer.status, value)
        elif answer.is_success:
            self._invalid_requests.forgive(key)
        if refusal is not None and refusal.kind == "cloudflare":
            self._invalid_requests.ban(now, refusal.retry_after)
            logger.error("The edge in front of Discord shuts this address out for %.0f s", refusal.retry_after)
            return True
        if answer.status == 401 and identity:
            _remember(self._refused, identity, value)
            # The error itself is raised where the request was made.
            logger.info("Discord refuses the token: nothing more is sent with it")
            return True
        if answer.status == 404 and target.webhook and _code(value) == _UNKNOWN_WEBHOOK:
            _remember(self._dead, target.webhook, value)
        return False


def _key(target: Target, identity: str) -> tuple[str, str, str, str]:
    return identity, target.method, target.template, target.major


def _code(value: Any) -> object:
    return cast("dict[str, Any]", value).get("code") if isinstance(value, dict) else None


def _remember(table: dict[K, V], key: K, value: V) -> None:
    if len(table) >= _REMEMBERED:
        del table[next(iter(table))]
    table[key] = value
