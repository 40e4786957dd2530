"""A web server on this machine that notes what arrives and answers as it is told."""

import json
import random
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from scurrypy.http import HTTPClient

TOKEN = "MTIzNDU2.secret.of-the-bot"


@dataclass
class Part:
    """One field of a form that arrived."""

    name: str
    filename: str | None
    content_type: str | None
    body: bytes


@dataclass
class Arrival:
    """One request that arrived."""

    method: str
    path: str
    query: Any
    headers: Any
    body: bytes
    parts: list[Part]

    @property
    def json(self):
        return json.loads(self.body)

    def part(self, name):
        return next(part for part in self.parts if part.name == name)


class Server:
    """Answers each request with the next reply; `{"id": "1"}` when there is none left."""

    def __init__(self):
        self.arrivals = []
        self.replies = []
        self.url = ""

    async def handle(self, request):
        parts = []
        if request.content_type.startswith("multipart/"):
            async for part in await request.multipart():
                content_type = part.headers.get("Content-Type")
                parts.append(Part(part.name, part.filename, content_type, bytes(await part.read())))
        body = await request.read() if not parts else b""
        self.arrivals.append(Arrival(request.method, request.raw_path, request.query, request.headers, body, parts))
        reply = self.replies.pop(0) if self.replies else web.json_response({"id": "1"})
        if callable(reply):
            reply = await reply(request)
        reply.headers.setdefault("Via", "1.1 google")
        return reply

    @property
    def last(self):
        return self.arrivals[-1]


@asynccontextmanager
async def serving():
    """A server that runs."""
    server = Server()
    app = web.Application(client_max_size=64 * 2**20)
    app.router.add_route("*", "/{path:(?s:.*)}", server.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


class Impatient(random.Random):
    """Makes every wait between two tries the shortest there may be."""

    def uniform(self, a, b):
        return a


@asynccontextmanager
async def talking(**options):
    """A server that runs, and a client that talks to it."""
    async with serving() as server:
        client = HTTPClient(base_url=server.url, rng=Impatient(1), **options)
        await client.start(TOKEN)
        try:
            yield server, client
        finally:
            await client.close()


async def reset(request):
    """Break the connection instead of answering."""
    request.transport.abort()
    return web.Response()
