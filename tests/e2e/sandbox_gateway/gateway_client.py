"""A gateway client with no opinions: it sends what a test says and shows what arrives."""

import json
import sys
import zlib
from typing import Any, Self

import aiohttp

from scurrypy.sandbox.records import Application
from scurrypy.sandbox.server import Sandbox

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

GUILDS, MEMBERS, PRESENCES, MESSAGES, CONTENT = 1 << 0, 1 << 1, 1 << 8, 1 << 9, 1 << 15


class GatewayClient:
    """One connection to the sandbox's gateway."""

    def __init__(self, sandbox: Sandbox, *, compress: str = "", query: str = "v=10&encoding=json") -> None:
        self.url = f"{sandbox.gateway_url}/?{query}" + (f"&compress={compress}" if compress else "")
        self.inflate = zlib.decompressobj() if compress == "zlib-stream" else None
        self.unzstd = zstd.ZstdDecompressor() if compress == "zstd-stream" else None
        self.binary_frames = 0

    async def __aenter__(self) -> Self:
        self.http = aiohttp.ClientSession()
        self.socket = await self.http.ws_connect(self.url, max_msg_size=0, autoclose=False)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close(code=4000)
        await self.http.close()

    async def receive(self) -> dict[str, Any]:
        """Return the next payload."""
        message = await self.socket.receive(timeout=5)
        assert message.type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY), message
        return json.loads(self._text(message))

    def _text(self, message: aiohttp.WSMessage) -> bytes | str:
        if self.inflate is not None:
            assert message.data.endswith(b"\x00\x00\xff\xff")
            return self.inflate.decompress(message.data)
        if self.unzstd is not None:
            return self.unzstd.decompress(message.data)
        if message.type is aiohttp.WSMsgType.BINARY:
            self.binary_frames += 1
            return zlib.decompress(message.data)
        return message.data

    async def event(self, name: str) -> dict[str, Any]:
        """Return the next event of this name; whatever comes before is skipped."""
        while True:
            payload = await self.receive()
            if payload["t"] == name:
                return payload

    async def op(self, opcode: int) -> dict[str, Any]:
        """Return the next payload with this opcode; whatever comes before is skipped."""
        while True:
            payload = await self.receive()
            if payload["op"] == opcode:
                return payload

    async def closed(self) -> tuple[int, str]:
        """Return the code and the reason with which the gateway closes, skipping whatever comes before."""
        while True:
            message = await self.socket.receive(timeout=5)
            if message.type is aiohttp.WSMsgType.CLOSE:
                await self.socket.close(code=message.data)
                return message.data, message.extra
            assert message.type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY), message

    async def send(self, op: int, d: object = None, **more: object) -> None:
        await self.socket.send_json({"op": op, "d": d, **more})

    async def identify(self, application: Application, intents: int = GUILDS, **fields: object) -> None:
        await self.send(2, {"token": application.token, "intents": intents, "properties": {}, **fields})

    async def ready(self, application: Application, intents: int = GUILDS, **fields: object) -> dict[str, Any]:
        """Identify and return the data of READY."""
        await self.identify(application, intents, **fields)
        return (await self.event("READY"))["d"]

    async def beat(self) -> None:
        """Send a heartbeat and wait for its ACK: everything the gateway sent before has then arrived."""
        await self.send(1, None)
        await self.op(11)

    async def resume(self, application: Application, session_id: str, seq: int) -> None:
        await self.send(6, {"token": application.token, "session_id": session_id, "seq": seq})
