"""A network in memory beneath aiohttp: its connector, its WebSockets and its errors are its own, the sockets are not.

Three things of a peer's process are replaced: the look-up of names, the opening of a TCP connection, and the event
loop's `create_connection`. From there on bytes pass, as they would through TLS: HTTP, then WebSocket frames.
"""

import asyncio
import contextvars
import json
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.chaos.place import GENERIC, RESUME_HOST
from tests.chaos.wire.frames import BINARY, CLOSE, TEXT, closing, frame, granting, masking

if TYPE_CHECKING:
    from tests.chaos.peers.world import PeerLink, PeerPlace, PeerWorld

REST_HOST = "discord.com"
SLOW, NEVER = 19.0, 86400.0
"""Seconds until a slow connection stands (as for this client), and one that hangs."""
REASONS = {
    4004: "Authentication failed.",
    4010: "Invalid shard.",
    4011: "Sharding required.",
    4012: "Invalid API version.",
    4013: "Invalid intent(s).",
    4014: "Disallowed intent(s).",
}
"""What Discord writes beside a fatal close code."""

shard: contextvars.ContextVar[int] = contextvars.ContextVar("shard", default=0)
"""Which shard opens a connection; a peer's adapter says so where the peer connects."""


def take_frame(buffer: bytearray) -> tuple[int, bytes] | None:
    """Take one whole frame of a client off the buffer; None where there is none yet."""
    if len(buffer) < 2:
        return None
    size, start = buffer[1] & 0x7F, 2
    if size >= 126:
        start = 4 if size == 126 else 10
        size = int.from_bytes(buffer[2:start], "big")
    end = start + 4 + size
    if len(buffer) < end:
        return None
    mask, masked = buffer[start : start + 4], buffer[start + 4 : end]
    opcode = buffer[0] & 0x0F
    data = masking(bytes(masked), bytes(mask))
    del buffer[:end]
    return opcode, data


class Line:
    """A TCP connection that stands: to whom, and what awaits it."""

    def __init__(self, host: str, place: "PeerPlace | None", refusal: str | None) -> None:
        self.host = host
        self.place = place
        self.refusal = refusal


class Network:
    """What the connector of aiohttp finds in place of the world."""

    def __init__(self, world: "PeerWorld") -> None:
        self.world = world
        self.loop = asyncio.get_running_loop()
        self._hosts: list[str] = []

    # In place of aiohttp's resolver

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[dict[str, Any]]:
        if host not in self._hosts:
            self._hosts.append(host)
        address = f"10.0.0.{self._hosts.index(host) + 1}"
        return [{"hostname": host, "host": address, "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        """Have nothing to give back."""

    # In place of aiohappyeyeballs.start_connection

    async def dial(self, addr_infos: list[Any], **_: Any) -> Line:
        host = self._hosts[int(addr_infos[0][4][0].rpartition(".")[2]) - 1]
        if host == REST_HOST:
            return Line(host, None, None)
        place = self.world.places[shard.get()]
        refusal = place.next_refusal(f"wss://{RESUME_HOST}" if host == RESUME_HOST else GENERIC)
        if refusal == "name":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        await asyncio.sleep({"hang": NEVER, "slow": SLOW}.get(refusal or "", 2 * self.world.latency()))
        return Line(host, place, refusal)

    # In place of the loop's create_connection

    async def connect(self, factory: Callable[[], asyncio.Protocol], *, sock: Line, **_: Any) -> tuple[Any, Any]:
        protocol = factory()
        wire = Wire(self, protocol, sock)
        protocol.connection_made(wire)
        return wire, protocol


class Wire(asyncio.Transport):
    """The client's end of a connection, and the server's end behind it."""

    def __init__(self, network: Network, protocol: asyncio.Protocol, line: Line) -> None:
        super().__init__()
        self.network = network
        self.line = line
        self.link: PeerLink | None = None
        self._loop = network.loop
        self._protocol = protocol
        self._sent = bytearray()
        self._is_closing = self._is_lost = False
        self._opcode = TEXT

    # asyncio.Transport

    def write(self, data: Any) -> None:
        if self._is_lost:
            return
        self._sent += data
        if self.link is None:
            self._hear_request()
        while self.link is not None and (message := take_frame(self._sent)) is not None:
            self._hear(*message)

    def writelines(self, list_of_data: Any) -> None:
        self.write(b"".join(list_of_data))

    def close(self) -> None:
        if not self._is_closing:
            self._is_closing = True
            if self.link is not None:
                self.link.abort()
            self._loop.call_soon(self._lose, None)

    abort = close

    def is_closing(self) -> bool:
        return self._is_closing

    def pause_reading(self) -> None:
        if self.link is not None:
            self.link.pause_reading()

    def resume_reading(self) -> None:
        if self.link is not None:
            self.link.resume_reading()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default

    def get_write_buffer_size(self) -> int:
        return 0

    def _lose(self, error: Exception | None) -> None:
        if not self._is_lost:
            self._is_closing = self._is_lost = True
            self._protocol.connection_lost(error)

    # What the server hears

    def _hear_request(self) -> None:
        head, end, _ = bytes(self._sent).partition(b"\r\n\r\n")
        if not end:
            return
        self._sent.clear()
        request, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        path = request.split(" ")[1]
        if self.line.place is None:
            answer = json.dumps(self.network.world.answer(path.partition("?")[0])).encode()
            self._answer("200 OK", answer)
        elif self.line.refusal == "503":
            # The next attempt is one of its own: it must not find this connection kept alive.
            self._answer("503 Service Unavailable\r\nConnection: close", b"upstream connect error")
            self._loop.call_soon(self._lose, None)
        else:
            self._upgrade(self.line.place, path, headers["sec-websocket-key"])

    def _answer(self, status: str, body: bytes) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._loop.call_soon(self._arrive, head.encode() + body)

    def _upgrade(self, place: "PeerPlace", path: str, key: str) -> None:
        self._loop.call_soon(self._arrive, granting(key.encode()))
        if "compress=" in path:
            self._opcode = BINARY
        self.link = place.open_link(f"wss://{self.line.host}{path}", self)

    def _hear(self, opcode: int, data: bytes) -> None:
        link = self.link
        if link is None:
            return
        if opcode == CLOSE:
            if link.is_closed:
                # The answer to the server's close frame; it ends the connection.
                self._loop.call_later(self.network.world.latency(), self._lose, None)
            link.close(int.from_bytes(data[:2], "big") if data else 1005)
        elif opcode in (TEXT, BINARY):
            link.send(data)

    # What arrives (ReceiverProtocol)

    def on_message(self, data: bytes) -> None:
        self._arrive(frame(self._opcode, data))

    def on_closed(self, code: int | None, reason: str) -> None:
        if self.link is not None and self.link.was_reset:
            self._lose(ConnectionResetError(104, "Connection reset by peer"))
        elif code is None or code == 1006:
            # No close frame: TCP alone ends.
            self._protocol.eof_received()
            self._lose(None)
        else:
            self._arrive(closing(code, REASONS.get(code, reason).encode()))
            # The server does not wait for ever to have it answered.
            self._loop.call_later(5.0, self._lose, None)

    def _arrive(self, data: bytes) -> None:
        if not self._is_lost:
            self._protocol.data_received(data)
