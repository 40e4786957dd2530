"""A server on this machine whose every byte a test decides, for WebSockets and for HTTP."""

import asyncio
import contextlib
import socket
import ssl
import struct
from collections.abc import Awaitable, Callable
from typing import Any, cast

PATIENCE = 20.0
"""Seconds within which what must happen has happened, on a machine that is busy with other things."""


class Link:
    """The server's side of one connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.heard = b""
        """What has been read of HTTP requests."""
        self.ends = asyncio.Event()
        """Set when the client's side is gone."""

    async def request(self) -> bytes:
        """Read one HTTP request, with its body, and return its head."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        sizes = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        body = await self.reader.readexactly(int(sizes[0].partition(b":")[2])) if sizes else b""
        self.heard += head + body
        return head

    async def write(self, *pieces: bytes) -> None:
        """Send each piece as a segment of its own, which the client reads before the next."""
        for piece in pieces:
            self.writer.write(piece)
            await self.writer.drain()
            # One turn to send, one for the client to read, one for what that sets going.
            for _ in range(3):
                await asyncio.sleep(0)

    def reset(self) -> None:
        """Answer no more: TCP RST."""
        raw = cast("socket.socket", self.writer.get_extra_info("socket"))
        with contextlib.suppress(OSError):
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    def finish(self) -> None:
        """Close the connection in the order that TCP knows: FIN, and over TLS no word of it within."""
        if self.writer.get_extra_info("ssl_object") is not None:
            self.writer.transport.abort()
        else:
            self.writer.close()

    async def until_gone(self) -> None:
        """Read on, whatever comes, until the client has let go of the connection."""
        with contextlib.suppress(OSError):
            while await self.reader.read(65536):
                pass


Script = Callable[[Any], Awaitable[None]]


class Peer:
    """Plays a script for each connection that comes, and the usual one when there is none left.

    Args:
        tls: Certificate to show; None for plain TCP.
        scripts: What to do with the first connections.
    """

    def __init__(self, *scripts: Script, tls: ssl.SSLContext | None = None) -> None:
        self.scripts = list(scripts)
        self.links: list[Any] = []
        self.port = 0
        self._tls = tls
        self._tasks: set[asyncio.Task[None] | None] = set()

    async def __aenter__(self) -> Any:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls, limit=2**20)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close; a client that still holds a connection, or a script that broke down, fails the test."""
        self._server.close()
        try:
            if kind is None:
                async with asyncio.timeout(PATIENCE):
                    for link in self.links:
                        await link.ends.wait()
        finally:
            tasks = [task for task in self._tasks if task is not None]
            for task in tasks:
                task.cancel()
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
            for link in self.links:
                link.writer.transport.abort()
            await self._server.wait_closed()
        assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []

    def link_over(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Link:
        """Return the link that a new connection is."""
        return Link(reader, writer)

    async def usual(self, link: Any) -> None:
        """Serve a connection as it should be; a subclass says how."""

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.add(asyncio.current_task())
        link = self.link_over(reader, writer)
        self.links.append(link)
        script = self.scripts.pop(0) if self.scripts else self.usual
        try:
            # A client that hangs up is its answer to many a fault.
            with contextlib.suppress(OSError, EOFError):
                await script(link)
            await link.until_gone()
        finally:
            link.ends.set()
            writer.transport.abort()


async def until(condition: Callable[[], Any], what: str = "it never came to that") -> None:
    """Wait until `condition` holds; for long, as the machine may be busy."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, what
        await asyncio.sleep(0.002)
