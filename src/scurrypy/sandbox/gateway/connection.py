"""One WebSocket of a client: what is queued for it, and how it ends."""

import asyncio
import socket
import struct
from collections import deque
from dataclasses import dataclass

import msgspec
from aiohttp import ClientConnectionResetError, WSMsgType, web

from scurrypy.sandbox.gateway.compression import Writer
from scurrypy.sandbox.gateway.opcodes import Opcode

RESET_ON_CLOSE = struct.pack("ii", 1, 0)
"""Value of SO_LINGER that makes closing a socket send RST instead of FIN."""


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The close frame that ends a connection, after everything queued before it."""

    code: int
    """WebSocket close code."""
    reason: str
    """Text that goes with the code."""


class Connection:
    """What goes out to one client, in order, without ever waiting for the client.

    A client that reads too slowly is cut off: the queue holds at most `max_backlog` bytes.
    """

    def __init__(
        self, client: web.WebSocketResponse, transport: asyncio.Transport, writer: Writer, max_backlog: int
    ) -> None:
        self.writer = writer
        """How payloads are compressed on this connection."""
        self.is_acking = True
        """Whether heartbeats are answered; a test that wants a zombie turns it off."""
        self.is_silent = False
        """Whether nothing is sent any more although the connection stays up, as on a half-open network."""
        self._client = client
        self._transport = transport
        self._max_backlog = max_backlog
        self._backlog = 0
        self._queue: deque[bytes | Goodbye] = deque()
        self._wake = asyncio.Event()
        self._is_writing = False
        self._is_over = False
        self._is_gone = False
        self._ended = asyncio.Event()

    @property
    def is_over(self) -> bool:
        """Whether this side ended the connection."""
        return self._is_over

    @property
    def is_drained(self) -> bool:
        """Whether everything queued was handed to the network."""
        return not self._queue and not self._is_writing

    def send(self, payload: bytes) -> None:
        """Queue one payload."""
        if self._is_over or self._is_gone:
            return
        if self._backlog + len(payload) > self._max_backlog:
            self.abort()
            return
        self._backlog += len(payload)
        self._queue.append(payload)
        self._wake.set()

    def send_control(self, opcode: Opcode, data: object = None) -> None:
        """Queue a payload that is no event."""
        self.send(msgspec.json.encode({"t": None, "s": None, "op": opcode, "d": data}))

    def close(self, code: int, reason: str = "") -> None:
        """Close with `code`, once everything queued before is sent."""
        if not self._is_over:
            self._is_over = True
            self._queue.append(Goodbye(code, reason))
            self._wake.set()

    def abort(self) -> None:
        """Reset the TCP connection: no close frame, what is queued is lost."""
        self._is_over = True
        self._queue.clear()
        self._wake.set()
        raw = self._transport.get_extra_info("socket")
        if raw is not None and not self._transport.is_closing():
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        self._transport.abort()

    def note_end(self) -> None:
        """Note that the WebSocket is closed, one way or the other."""
        self._is_gone = True
        self._ended.set()

    async def wait_ended(self) -> None:
        """Wait until the WebSocket is closed."""
        await self._ended.wait()

    async def write_queue(self) -> None:
        """Send what is queued, until the connection ends."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            self._is_writing = True
            try:
                while self._queue:
                    item = self._queue.popleft()
                    if isinstance(item, Goodbye):
                        await self._client.close(code=item.code, message=item.reason.encode())
                        return
                    self._backlog -= len(item)
                    await self._write(item)
            except ClientConnectionResetError:
                # The client is gone. Reading from it ends as well, and tells whether it said goodbye.
                self._is_gone = True
                self._queue.clear()
                return
            finally:
                self._is_writing = False
            if self._is_over:
                return

    async def _write(self, payload: bytes) -> None:
        if not self.is_silent:
            body, kind = self.writer.write(payload)
            await self._client.send_frame(body, WSMsgType(kind))
