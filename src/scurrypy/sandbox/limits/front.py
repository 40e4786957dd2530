"""What stands before Discord: it shuts out addresses, and signs what passes through it."""

import math
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from scurrypy.sandbox.limits.limiter import RateLimits, Refusal

VIA: Final = "1.1 google"
"""Header that every answer of Discord itself carries, and no answer of what stands before it."""
BAN_PAGE: Final = "<!doctype html><title>Access denied</title><h1>Error 1015</h1><p>You are being rate limited.</p>"
"""What a shut out address gets: a page, where everything else is JSON."""


def front(limits: RateLimits) -> Middleware:
    """Return the outermost middleware of the HTTP API."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.path.startswith("/api"):
            return await handler(request)
        address = request.remote or ""
        wait = 0.0 if limits.mode == "off" else limits.invalid.banned_for(address)
        if wait > 0:
            limits.exceeded["cloudflare"] += 1
            limits.refusals.append(Refusal("ANY", "cloudflare", wait))
            headers = {"Retry-After": str(math.ceil(wait))}
            return web.Response(status=429, text=BAN_PAGE, content_type="text/html", headers=headers)
        response = await handler(request)
        limits.invalid.note(address, response.status, response.headers.get("X-RateLimit-Scope"))
        response.headers["Via"] = VIA
        return response

    return middleware
