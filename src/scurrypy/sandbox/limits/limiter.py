"""Lets requests pass or answers them with 429, the way Discord does."""

import json
import math
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from aiohttp import web
from aiohttp.typedefs import Handler

from scurrypy import routes
from scurrypy.sandbox.errors import ApiError
from scurrypy.sandbox.http.app import APPLICATION, MATCH, json_response
from scurrypy.sandbox.http.operations import NAMES
from scurrypy.sandbox.http.router import Match
from scurrypy.sandbox.limits.buckets import Limit, Verdict, Windows
from scurrypy.sandbox.limits.invalid import INVALID_REQUESTS, InvalidRequests
from scurrypy.sandbox.limits.rules import CHANNEL_NAME, GLOBAL, Bucket, bucket_for, hidden_limits, major_of
from scurrypy.sandbox.world import World

Mode: TypeAlias = Literal["on", "off", "strict"]
"""`on` is Discord, `off` lets everything pass, `strict` leaves no gain in bursts around the end of a window."""

USER_MESSAGE: Final = "You are being rate limited."
"""What Discord says to a bot that was too fast."""
SHARED_MESSAGE: Final = "The resource is being rate limited."
"""What Discord says when others were too fast, too."""
REMEMBERED: Final = 1000
"""How many refusals are remembered."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One request that was answered with 429."""

    operation: str
    """Name of the operation's constant in `scurrypy.routes`; `ANY` for an address that is shut out."""
    scope: str
    """user, global, shared or cloudflare."""
    retry_after: float
    """Seconds the client was told to wait."""
    major: tuple[str, ...] = field(default=(), repr=False)
    """Which channel, guild or webhook, with its token, the limit was kept for."""


@dataclass(slots=True)
class _Planned:
    """429s that a test asked for."""

    count: int
    scope: str
    retry_after: float
    operation: str | None


class RateLimits:
    """Every limit of the HTTP API in one world."""

    def __init__(self, world: World, mode: Mode = "on", *, invalid_requests: Limit = INVALID_REQUESTS) -> None:
        self.mode: Mode = mode
        """How strictly the limits hold; may be changed at any time."""
        self.global_limit = GLOBAL
        """Requests of one bot, whatever they ask for."""
        self.refusals: deque[Refusal] = deque(maxlen=REMEMBERED)
        """The latest requests that were answered with 429."""
        self.exceeded: Counter[str] = Counter()
        """How many requests were answered with 429, by scope."""
        self.invalid: InvalidRequests = InvalidRequests(world.clock.now, invalid_requests)
        """Refused requests, by address."""
        self._world = world
        self._windows = {False: Windows(), True: Windows(sliding=True)}
        self._hidden = Windows()
        self._planned: list[_Planned] = []

    def refuse_next(
        self, count: int = 1, *, scope: str = "shared", retry_after: float = 1.0, operation: str | None = None
    ) -> None:
        """Answer the next requests with 429, whatever they have spent.

        Args:
            count: How many requests.
            scope: user, global or shared.
            retry_after: Seconds the client is told to wait.
            operation: Name in `scurrypy.routes` of the operation to refuse; None for any.
        """
        self._planned.append(_Planned(count, scope, retry_after, operation))

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Hold one routed request against the limits, and tell the client what it has left."""
        headers, refused = await self._hold(request)
        if refused is not None:
            return refused
        try:
            response = await handler(request)
        except ApiError as error:
            error.headers.update(headers)
            raise
        response.headers.update(headers)
        return response

    async def _hold(self, request: web.Request) -> tuple[dict[str, str], web.Response | None]:
        """Return the headers that tell what a request has left and, where it has nothing left, the 429."""
        match = request[MATCH]
        planned = self._next_planned(NAMES[match.route])
        if planned is not None:
            return {}, self._refuse(match, planned.scope, planned.retry_after, {})
        if self.mode == "off":
            return {}, None
        wait = self._global_wait(request, match)
        if wait > 0:
            return {}, self._refuse(match, "global", wait, {})
        headers, wait = await self._route_wait(request, match)
        return headers, self._refuse(match, "user", wait, headers) if wait > 0 else None

    def _global_wait(self, request: web.Request, match: Match) -> float:
        if self._is_interaction(match):
            return 0.0
        key = ("global", self._who(request))
        return self._counting.take(key, self.global_limit, self._world.clock.now()).retry_after

    async def _route_wait(self, request: web.Request, match: Match) -> tuple[dict[str, str], float]:
        now = self._world.clock.now()
        bucket = bucket_for(match.route, match.values, now)
        if bucket is None:
            return {}, 0.0
        key = (bucket.name, self._who(request), major_of(match.values))
        verdict = self._counting.take(key, bucket.limit, now)
        headers = _headers(bucket, verdict, now)
        if not verdict.allowed:
            return headers, verdict.retry_after
        hidden = hidden_limits(match.route, match.values, await _json(request, match))
        return headers, max((self._hidden.take(key, CHANNEL_NAME, now).retry_after for key in hidden), default=0.0)

    @property
    def _counting(self) -> Windows:
        return self._windows[self.mode == "strict"]

    def _refuse(self, match: Match, scope: str, wait: float, headers: Mapping[str, str]) -> web.Response:
        wait = max(round(wait, 3), 0.001)
        self.exceeded[scope] += 1
        self.refusals.append(Refusal(NAMES[match.route], scope, wait, major_of(match.values)))
        body = {
            "message": SHARED_MESSAGE if scope == "shared" else USER_MESSAGE,
            "retry_after": wait,
            "global": scope == "global",
        }
        further = {"X-RateLimit-Global": "true"} if scope == "global" else {}
        told = {"Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": scope}
        return json_response(body, status=429, headers={**headers, **further, **told})

    def _next_planned(self, operation: str) -> _Planned | None:
        for planned in self._planned:
            if planned.operation in (None, operation):
                planned.count -= 1
                if planned.count <= 0:
                    self._planned.remove(planned)
                return planned
        return None

    def _who(self, request: web.Request) -> str:
        application = request.get(APPLICATION)
        return f"address {request.remote}" if application is None else f"bot {application.id}"

    def _is_interaction(self, match: Match) -> bool:
        """Whether a request answers an interaction: those do not count against the global limit."""
        if match.route == routes.CREATE_INTERACTION_RESPONSE:
            return True
        webhook_id = match.values.get("webhook_id", "")
        # An interaction's token stands where a webhook's would, and its application where the webhook would.
        return webhook_id.isdecimal() and int(webhook_id) in self._world.applications


def _headers(bucket: Bucket, verdict: Verdict, now: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(verdict.limit),
        "X-RateLimit-Remaining": str(verdict.remaining),
        "X-RateLimit-Reset": f"{now + verdict.reset_after:.3f}",
        "X-RateLimit-Reset-After": f"{verdict.reset_after:.3f}",
        "X-RateLimit-Bucket": bucket.hash,
    }


async def _json(request: web.Request, match: Match) -> Any:
    """Return the JSON body, which is read here only where a limit depends on it."""
    if match.route != routes.UPDATE_CHANNEL:
        return None
    try:
        return json.loads(await request.read())
    except ValueError:
        return None
