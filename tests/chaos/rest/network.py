"""HTTP/1.1 without sockets: what connects through the event loop talks to a scripted server, in virtual time.

It stands below aiohttp, at the loop's own `create_connection`, so that clients need not know of it: ours, discord.py
and hikari run as they are. Names are looked up, connections take time to open, every request and answer travels, and
each of these can fail. Requests of one connection follow each other; those of several overtake each other.
"""

import asyncio
import errno
import os
import random
import socket
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from aiohttp import connector

BASE = "http://discord.test/api/v10"
"""Address of the API; any name leads to the scripted server."""
_ADDRESS = ("192.0.2.1", 80)
_REASONS = {200: "OK", 204: "No Content", 404: "Not Found", 429: "Too Many Requests"}


def _monotonic() -> float:
    """Return the time of the loop that runs, which is the same for all others but virtual ones."""
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return time.monotonic()


# aiohttp asks it how long a connection has been idle; how long that takes in true time differs from run to run.
vars(connector).update(monotonic=_monotonic)

Headers = Sequence[tuple[str, str]]


@dataclass(slots=True)
class Request:
    """One request, as it arrived."""

    method: str
    target: str
    """Path and query."""
    headers: dict[str, str]
    """By name in small letters."""
    body: bytes
    sent_at: float
    """When it set out, in seconds of the loop: nobody holds a request back that waits for its connection to open."""
    at: float
    """When it arrived."""
    opening: float
    """Seconds that its connection took to open after it set out; 0 where there was one."""


@dataclass(slots=True)
class Reply:
    """What the server does with one request."""

    status: int
    """HTTP status; 0 to break the connection instead."""
    headers: Headers = ()
    body: bytes = b""
    after: float = 0.0
    """Seconds until the answer leaves; infinite for one that never does."""
    cut: int | None = None
    """Bytes of the answer that arrive before the connection breaks; None for all of it, and no break."""
    arrived: Callable[[], None] | None = field(default=None, repr=False)
    """Called when the whole answer has arrived at a client that still listens."""


class Server(Protocol):
    """Whatever answers requests."""

    def answer(self, request: Request) -> Reply:
        """Return what becomes of a request, at the moment it arrives."""
        ...


class Network:
    """Everything between the clients of an event loop and one server.

    Args:
        server: Answers the requests.
        rng: Source of latencies.
        latency: Seconds that a request or an answer travels, least and most.
        handshake: Seconds to open a connection, least and most; None for three latencies, as TCP and TLS take.
    """

    def __init__(
        self,
        server: Server,
        rng: random.Random,
        *,
        latency: tuple[float, float] = (0.01, 0.05),
        handshake: tuple[float, float] | None = None,
    ) -> None:
        self.server = server
        self.rng = rng
        self.latency = latency
        self.refusals: deque[str] = deque()
        """How the next attempts to connect fail: name, refused, hang, slow."""
        self.opened = 0
        """Connections opened so far."""
        self.open: dict[Wire, None] = {}
        """Those that are open, oldest first."""
        self.loop = asyncio.get_running_loop()
        self._handshake = handshake
        self._began: dict[socket.socket, float] = {}

    def install(self) -> None:
        """Let everything that connects through the running loop come here, until the loop ends."""
        for name in ("getaddrinfo", "sock_connect", "create_connection"):
            setattr(self.loop, name, getattr(self, name))

    def travel(self) -> float:
        """Return the seconds that the next request or answer travels."""
        return self.rng.uniform(*self.latency)

    def break_all(self) -> None:
        """Break every connection, whatever is on it."""
        for wire in list(self.open):
            wire.lose(ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET)))

    # What the event loop would do

    async def getaddrinfo(self, host: Any, port: Any, **_options: Any) -> list[Any]:
        if self.refusals and self.refusals[0] == "name":
            self.refusals.popleft()
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", _ADDRESS)]

    async def sock_connect(self, sock: socket.socket, _address: Any) -> None:
        """Take the time of opening a connection; the socket stays unused."""
        began = self.loop.time()
        refusal = self.refusals.popleft() if self.refusals else ""
        if refusal == "hang":
            await self.loop.create_future()
        took = self.rng.uniform(*self._handshake) if self._handshake else sum(self.travel() for _ in range(3))
        await asyncio.sleep(took * (50 if refusal == "slow" else 1))
        if refusal == "refused":
            raise ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
        self._began[sock] = began

    async def create_connection(
        self, factory: Callable[[], asyncio.Protocol], *_address: Any, sock: socket.socket, **_options: Any
    ) -> "tuple[Wire, asyncio.Protocol]":
        opening = self.loop.time() - self._began.pop(sock)
        sock.close()
        protocol = factory()
        wire = Wire(self, protocol, opening)
        self.opened += 1
        self.open[wire] = None
        protocol.connection_made(wire)
        return wire, protocol


class Wire(asyncio.Transport):
    """One connection: the client's transport, with the server behind it."""

    def __init__(self, network: Network, protocol: asyncio.Protocol, opening: float) -> None:
        super().__init__()
        self._opening = opening
        self._network = network
        self._loop = network.loop
        self._protocol: asyncio.BaseProtocol = protocol
        self._sent = bytearray()
        self._held: list[bytes] = []
        self._is_reading = True
        self._is_closing = False

    # What the client does

    def write(self, data: Any) -> None:
        if self._is_closing:
            return
        self._sent += data
        while self._sent and (request := self._next_request()) is not None:
            self._loop.call_later(self._network.travel(), self._arrive, request)

    def writelines(self, list_of_data: Any) -> None:
        self.write(b"".join(list_of_data))

    def is_closing(self) -> bool:
        return self._is_closing

    def is_reading(self) -> bool:
        return self._is_reading

    def pause_reading(self) -> None:
        self._is_reading = False

    def resume_reading(self) -> None:
        self._is_reading = True
        held, self._held = self._held, []
        for data in held:
            self._deliver(data)

    def close(self) -> None:
        self.lose(None)

    def abort(self) -> None:
        self.lose(None)

    def can_write_eof(self) -> bool:
        return False

    def get_write_buffer_size(self) -> int:
        return 0

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """Nothing is buffered."""

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self._protocol

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._protocol = protocol

    # What the network does

    def lose(self, error: Exception | None) -> None:
        """End the connection; what is on its way to the server still arrives there."""
        if self._is_closing:
            return
        self._is_closing = True
        self._network.open.pop(self, None)
        self._loop.call_soon(self._protocol.connection_lost, error)

    def _next_request(self) -> Request | None:
        """Take the next whole request from what was written."""
        head, found, rest = bytes(self._sent).partition(b"\r\n\r\n")
        if not found:
            return None
        lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        if headers.get("transfer-encoding") == "chunked":
            body, length = _unchunked(rest)
            if body is None:
                return None
        else:
            length = int(headers.get("content-length", 0))
            if len(rest) < length:
                return None
            body = rest[:length]
        del self._sent[: len(head) + 4 + length]
        method, target, _ = lines[0].split(" ", 2)
        opening, self._opening = self._opening, 0.0
        return Request(method, target, headers, body, self._loop.time() - opening, 0.0, opening)

    def _arrive(self, request: Request) -> None:
        request.at = self._loop.time()
        reply = self._network.server.answer(request)
        if reply.after < float("inf"):
            self._loop.call_later(reply.after + self._network.travel(), self._come_back, reply)

    def _come_back(self, reply: Reply) -> None:
        if self._is_closing:
            return
        if reply.status:
            self._deliver(_encoded(reply)[: reply.cut])
        if reply.status == 0 or reply.cut is not None:
            self.lose(ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET)))
        elif reply.arrived is not None:
            reply.arrived()

    def _deliver(self, data: bytes) -> None:
        if not self._is_reading:
            self._held.append(data)
        elif isinstance(self._protocol, asyncio.Protocol) and not self._is_closing:
            self._protocol.data_received(data)


def _encoded(reply: Reply) -> bytes:
    lines = [f"HTTP/1.1 {reply.status} {_REASONS.get(reply.status, 'Other')}"]
    lines += [f"{name}: {value}" for name, value in reply.headers]
    if reply.status != 204:
        lines.append(f"Content-Length: {len(reply.body)}")
    return "\r\n".join((*lines, "", "")).encode("latin-1") + reply.body


def _unchunked(data: bytes) -> tuple[bytes | None, int]:
    """Return a body that comes in chunks, and how many bytes it took; None while it is not whole."""
    body, at = b"", 0
    while (end := data.find(b"\r\n", at)) >= 0:
        size = int(data[at:end].partition(b";")[0], 16)
        if len(data) < end + 2 + size + 2:
            return None, 0
        body += data[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
        if size == 0:
            return body, at
    return None, 0
