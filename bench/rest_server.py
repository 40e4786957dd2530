"""A stand-in for Discord's HTTP API, in a process of its own: it keeps limits, and answers at once with what fits.

It is as small as it can be, so that what is measured is the client: HTTP/1.1 is read as far as the clients of the bench
write it. What it allows are the rules of the scripted Discord of the chaos tests. It prints its port; what it counted
is told at `GET /counts`, which begins a new count.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from collections import Counter
from email.utils import formatdate
from math import ceil
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from rest_orders import PER_SECOND
from tests.chaos.rest.allowances import Allowance, FixedWindow, Leaky, Second, Spent
from tests.chaos.rest.rules import Matched, match

ROOT = "/api/v10"
FREE = 1_000_000
"""Requests that fit into each bucket where no limit is to bind."""
_ANSWER = (
    "HTTP/1.1 {status} {reason}\r\nDate: {date}\r\nContent-Type: application/json\r\nContent-Length: {size}\r\n"
    "Connection: keep-alive\r\nCF-RAY: 8f1c2d3e4f5a6b7c-FRA\r\nCF-Cache-Status: DYNAMIC\r\n{cookies}"
    "Strict-Transport-Security: max-age=31536000; includeSubDomains; preload\r\nVia: 1.1 google\r\n"
    'alt-svc: h3=":443"; ma=86400\r\n{limits}'
    'Report-To: {{"endpoints":[{{"url":"https://a.nel.cloudflare.com/report/v4?s=x"}}],"group":"cf-nel",'
    '"max_age":604800}}\r\n'
    'NEL: {{"success_fraction":0,"report_to":"cf-nel","max_age":604800}}\r\nX-Content-Type-Options: nosniff\r\n'
    "Content-Security-Policy: frame-ancestors 'none'; default-src 'none'\r\nServer: cloudflare\r\n\r\n"
)
"""What an answer of Discord's begins with, at the edge that it comes through."""
_COOKIES = (
    "Set-Cookie: __dcfduid=5f0d1c2ab3c411efa1b20242ac120002; Expires=Mon, 24-Nov-2031 12:00:00 GMT; Max-Age=157680000;"
    " Secure; HttpOnly; Path=/; SameSite=Lax\r\n"
    "Set-Cookie: _cfuvid=aB3xYz-1800000000000-0.0.1.1-604800000; path=/; domain=.discord.com; HttpOnly; Secure;"
    " SameSite=None\r\n"
)
"""What a client gets that brings no cookies."""
_MESSAGE = json.dumps(
    {
        "type": 0,
        "content": "a message of some forty characters, no more",
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "timestamp": "2026-08-06T10:11:12.345000+00:00",
        "edited_timestamp": None,
        "flags": 0,
        "components": [],
        "author": {
            "id": "41771983423143937",
            "username": "bench",
            "avatar": "a1b2c3d4e5f60718293a4b5c6d7e8f90",
            "discriminator": "0420",
            "public_flags": 0,
            "flags": 0,
            "bot": True,
            "banner": None,
            "accent_color": None,
            "global_name": None,
            "avatar_decoration_data": None,
            "collectibles": None,
            "display_name_styles": None,
            "banner_color": None,
            "clan": None,
            "primary_guild": None,
        },
        "pinned": False,
        "mention_everyone": False,
        "tts": False,
        "nonce": "0f1e2d3c4b5a69788796a5b4",
    },
    separators=(",", ":"),
)[1:]
_USER = json.dumps(json.loads("{" + _MESSAGE)["author"], separators=(",", ":"))
_MEMBER = json.dumps({"user": json.loads(_USER), "nick": None, "roles": [], "flags": 0, "deaf": False})


class Limits:
    """What is allowed to one bot.

    Args:
        are_binding: Whether there are any; where not, answers tell of limits that are never reached.
        loop: Whose clock counts.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, *, are_binding: bool) -> None:
        self.counts: Counter[str] = Counter()
        """Requests that were done, and refusals, by kind."""
        self.first_at, self.last_at = float("inf"), 0.0
        """When the first and the last request arrived that was done."""
        self._are_binding = are_binding
        self._loop = loop
        self._second = Second(PER_SECOND)
        self._allowances: dict[tuple[str, str], Allowance] = {}

    def take(self, found: Matched) -> tuple[float, str, Allowance | None]:
        """Count one request; return the seconds until it is allowed, whose limit that is, and its bucket."""
        now = self._loop.time()
        operation = found.operation
        bucket = operation.buckets[""]
        if operation.is_bound and self._are_binding and (wait := self._second.wait(now)) > 0:
            self.counts["429 global"] += 1
            return wait, "global", None
        allowance = None
        if not bucket.is_silent:
            place = bucket.name, found.resource
            allowance = self._allowances.get(place)
            if allowance is None:
                limit = bucket.limit if self._are_binding else FREE
                kind = Leaky if bucket.is_leaky and self._are_binding else FixedWindow
                allowance = self._allowances[place] = kind(limit, bucket.period)
            allowance.move_to(now)
            if (wait := allowance.wait(now)) > 0:
                self.counts["429 bucket"] += 1
                return wait, "user", allowance
            allowance.spend(Spent(("", operation.method, operation.template, ""), now))
        self.counts["done"] += 1
        self.first_at, self.last_at = min(self.first_at, now), now
        return 0.0, "", allowance

    def told(self) -> dict[str, object]:
        """Return what was counted."""
        took = self.last_at - self.first_at if self.counts["done"] else 0.0
        return {**self.counts, "took": took, "most in a second": self._second.most}


class Server:
    """All connections together."""

    def __init__(self, *, are_binding: bool) -> None:
        self._loop = asyncio.get_running_loop()
        self._are_binding = are_binding
        self._limits = Limits(self._loop, are_binding=are_binding)
        self._number = 1_300_000_000_000_000_000
        self._date = (0, "")

    def answer(self, method: str, target: str, *, brings_cookies: bool) -> bytes:
        """Return the whole answer to one request."""
        path = target.partition("?")[0].removeprefix(ROOT)
        if path == "/counts":
            told = json.dumps(self._limits.told())
            self._limits = Limits(self._loop, are_binding=self._are_binding)
            return self._put_together(200, told, "", has_cookies=False)
        if path == "/users/@me":
            return self._put_together(200, _USER, "", has_cookies=False)
        found = match(method, path)
        if found is None:
            return self._put_together(404, '{"message":"404: Not Found","code":0}', "", has_cookies=False)
        wait, scope, allowance = self._limits.take(found)
        limits = "" if allowance is None else self._headers(found, allowance)
        if wait > 0:
            everywhere = "true" if scope == "global" else "false"
            limits += f"Retry-After: {ceil(wait)}\r\nX-RateLimit-Scope: {scope}\r\n"
            limits += "X-RateLimit-Global: true\r\n" if scope == "global" else ""
            body = f'{{"message":"You are being rate limited.","retry_after":{wait:.3f},"global":{everywhere}}}'
            return self._put_together(429, body, limits, has_cookies=False)
        return self._put_together(*self._done(method, found), limits, has_cookies=not brings_cookies)

    def _done(self, method: str, found: Matched) -> tuple[int, str]:
        """Return status and body of what was done."""
        template = found.operation.template
        if template.endswith(("/callback", "/roles/{role}")):
            return 204, ""
        if template.startswith("/guilds"):
            return 200, _MEMBER
        if template.startswith("/users"):
            return 200, _USER
        if "/messages" not in template:
            return 200, f'{{"id":"{found.resource}","type":0}}'
        self._number += 1
        message = f'{{"id":"{self._number}","channel_id":"{found.resource}",{_MESSAGE}'
        return 200, f"[{message}]" if method == "GET" and template.endswith("/messages") else message

    def _headers(self, found: Matched, allowance: Allowance) -> str:
        now = self._loop.time()
        after = allowance.reset_after(now)
        name = found.operation.buckets[""].name.replace(" ", "")
        return (
            f"X-RateLimit-Bucket: {name:0<32}\r\nX-RateLimit-Limit: {allowance.limit}\r\n"
            f"X-RateLimit-Remaining: {max(0, allowance.remaining(now))}\r\n"
            f"X-RateLimit-Reset: {time.time() + after:.3f}\r\nX-RateLimit-Reset-After: {after:.3f}\r\n"
        )

    def _put_together(self, status: int, body: str, limits: str, *, has_cookies: bool) -> bytes:
        second = int(time.time())
        if self._date[0] != second:
            self._date = second, formatdate(second, usegmt=True)
        reason = {200: "OK", 204: "No Content", 404: "Not Found", 429: "Too Many Requests"}[status]
        cookies = _COOKIES if has_cookies else ""
        size = len(body)
        head = _ANSWER.format(
            status=status, reason=reason, date=self._date[1], size=size, cookies=cookies, limits=limits
        )
        if status == 204:
            # It has no body, and says nothing of its size; nor does Discord call it JSON.
            head = head.replace("Content-Length: 0\r\n", "").replace("application/json", "text/html; charset=utf-8")
        return (head + body).encode()


class Connection(asyncio.Protocol):
    """One connection, on which a client waits for each answer before it asks again."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._came = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is there whole."""
        self._came += data
        while (end := self._came.find(b"\r\n\r\n")) >= 0:
            head = self._came[:end].decode("latin-1")
            low = head.lower()
            size = int(low.partition("\r\ncontent-length:")[2].partition("\r\n")[0] or 0)
            if len(self._came) < end + 4 + size:
                return
            self._came = self._came[end + 4 + size :]
            method, target, _ = head.partition("\r\n")[0].split(" ")
            if self._transport is not None:
                self._transport.write(self._server.answer(method, target, brings_cookies="\r\ncookie:" in low))


async def main() -> None:
    """Serve until the bench ends, which closes standard input."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--free", action="store_true", help="let no limit bind")
    args = parser.parse_args()
    loop = asyncio.get_running_loop()
    server = Server(are_binding=not args.free)
    listening = await loop.create_server(lambda: Connection(server), "127.0.0.1", 0, backlog=2048)
    print(listening.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(main())
