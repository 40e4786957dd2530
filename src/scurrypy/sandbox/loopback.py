"""Keeps the local Discord local: it is bound to this machine, and pages of other sites cannot reach it."""

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

NAMES: Final = frozenset({"localhost"})
"""Names that always mean this machine."""


def is_loopback(host: str) -> bool:
    """Whether a host, without a port, is this machine and nothing else."""
    if host.lower().rstrip(".") in NAMES:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@web.middleware
async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse requests that a page of another site sends, by a name that leads here or across origins."""
    origin = request.headers.get("Origin")
    addressed = urlsplit(f"//{request.headers.get('Host', '')}").hostname or ""
    if not is_loopback(addressed):
        return web.Response(status=421, text="The local Discord only answers to names of this machine.\n")
    if origin is not None and not is_loopback(urlsplit(origin).hostname or ""):
        return web.Response(status=403, text="The local Discord does not answer pages of other sites.\n")
    return await handler(request)
