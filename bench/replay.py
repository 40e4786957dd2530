"""A gateway on 127.0.0.1 that plays a stream of events to one client, and the HTTP answers a client needs first."""

import asyncio
import json
import sys
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web
from events import BOT_ID

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdCompressor
else:
    from backports.zstd import ZstdCompressor

HEARTBEAT_INTERVAL = 600_000
"""Milliseconds; past the end of a run, so that no heartbeat is measured."""

USER = {
    "id": str(BOT_ID),
    "username": "bench",
    "discriminator": "0",
    "avatar": None,
    "global_name": None,
    "bot": True,
    "verified": True,
    "email": None,
    "mfa_enabled": False,
    "flags": 0,
    "public_flags": 0,
}
APPLICATION = {
    "id": str(BOT_ID),
    "name": "bench",
    "icon": None,
    "description": "",
    "summary": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0" * 64,
    "flags": 0,
    "owner": USER,
    "team": None,
    "bot": USER,
}


def compressor(kind: str | None) -> Callable[[bytes], bytes]:
    """Return what turns each payload into a message of the stream; one per connection."""
    match kind:
        case "zlib-stream":
            deflate = zlib.compressobj()
            return lambda data: deflate.compress(data) + deflate.flush(zlib.Z_SYNC_FLUSH)
        case "zstd-stream":
            zstd = ZstdCompressor()
            return lambda data: zstd.compress(data, ZstdCompressor.FLUSH_BLOCK)
        case None:
            return lambda data: data
        case _:
            raise web.HTTPBadRequest(text=f"compress={kind}")


def framer(compression: str | None) -> Callable[[bytes], bytes]:
    """Return what makes each payload a frame of the stream; one per connection."""
    compress = compressor(compression)
    first = bytes([0x82 if compression else 0x81])

    def frame(payload: bytes) -> bytes:
        data = compress(payload)
        if len(data) < 126:
            return first + bytes([len(data)]) + data
        if len(data) < 1 << 16:
            return first + b"\x7e" + len(data).to_bytes(2, "big") + data
        return first + b"\x7f" + len(data).to_bytes(8, "big") + data

    return frame


class Replay:
    """What one client sees: the opening once it identifies, then, when `begin` is set, the events."""

    def __init__(self, opening: Sequence[bytes], events: Sequence[bytes]) -> None:
        self.opening = opening
        self.events = events
        self.begin = asyncio.Event()
        self.compression: str | None = None
        self.closed: int | None = None
        """The code with which the client closed a connection last; None where it closed none."""
        self.port = 0
        self.shards = 1
        """Shards that the client is told to start, all of which may identify at once."""

    async def answer(self, request: web.Request) -> web.Response:
        """Answer the requests of start-up, whatever stands before their last two segments."""
        match request.path.split("/")[-2:]:
            case ["gateway", "bot"]:
                limit = {"total": 2000, "remaining": 2000, "reset_after": 0, "max_concurrency": self.shards}
                body: Any = {"url": self.url, "shards": self.shards, "session_start_limit": limit}
            case [_, "gateway"]:
                body = {"url": self.url}
            case ["users", "@me"]:
                body = USER
            case ["applications", "@me"]:
                body = APPLICATION
            case [_, "soundboard-default-sounds"]:
                # py-cord asks for them before it calls itself ready.
                body = []
            case _:
                return web.json_response({"message": "404: Not Found", "code": 0}, status=404)
        # Without a charset, as Discord sends it: discord.py compares the whole header.
        return web.Response(body=json.dumps(body).encode(), content_type="application/json")

    @property
    def url(self) -> str:
        """The gateway's address."""
        return f"ws://127.0.0.1:{self.port}"

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        self.compression = request.query.get("compress")
        frame = framer(self.compression)
        ws = web.WebSocketResponse(compress=False, max_msg_size=0)
        await ws.prepare(request)
        transport = request.transport
        if transport is None:
            return ws

        def say(payload: bytes) -> None:
            transport.write(frame(payload))

        hello = {"op": 10, "s": None, "t": None, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL}}
        say(json.dumps(hello).encode())
        async for message in ws:
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                break
            match (command := json.loads(message.data))["op"]:
                case 1:
                    say(b'{"op":11,"s":null,"t":null,"d":null}')
                case 2:
                    for payload in self.opening:
                        say(payload)
                    await self.begin.wait()
                    # Rendered before the first is sent, and sent as one piece. To write each frame by itself is slower
                    # than the fastest clients are, which then read a few at a time, for 1.4 µs more each.
                    transport.write(b"".join(map(frame, self.events)))
                case _:
                    for payload in self.answers(command):
                        say(payload)
        self.closed = ws.close_code
        return ws

    def answers(self, command: dict[str, Any]) -> Iterable[bytes]:  # noqa: ARG002 - a bench may look at it
        """Return what answers another command of the client: nothing, unless a bench has more to say."""
        return ()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Serve until left; `port` says where."""
        app = web.Application()
        app.router.add_get("/", self.gateway)
        app.router.add_get("/{path:.*}", self.answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]
        try:
            yield
        finally:
            await runner.cleanup()
