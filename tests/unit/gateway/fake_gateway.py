"""A gateway in memory: sessions, sequence numbers, replay, and every misbehaviour that a test asks for."""

import asyncio
import json
import random
from collections.abc import Callable
from contextlib import asynccontextmanager
from typing import Any

from scurrypy.gateway import ConnectFailed, GatewayClient, GatewayOptions, IdentifyQueue, ShardState

TOKEN = "a.very.secret-token"
GENERIC = "wss://generic.test"
RESUME = "wss://resume.test"
INTERVAL = 40.0
"""Seconds between heartbeats."""


class FakeSocket:
    """The client's side of one connection, with the server's behind it."""

    def __init__(self, gateway: "FakeGateway", receiver: Any, url: str) -> None:
        self.gateway = gateway
        self.receiver = receiver
        self.url = url
        self.sent: list[tuple[float, int, Any]] = []
        self.closed_with: int | None = None
        self.is_aborted = False
        self.is_open = True
        self.is_reading = True
        self.session_id: str | None = None
        self._unread: list[Callable[[], None]] = []
        self._gone = asyncio.Event()

    # What the client does

    def send(self, payload: bytes) -> None:
        assert len(payload) <= 4096
        if not self.is_open or self.closed_with is not None:
            return
        message = json.loads(payload)
        self.sent.append((self.gateway.now, message["op"], message["d"]))
        asyncio.get_running_loop().call_later(self.gateway.latency, self.gateway.hear, self, message)

    def close(self, code: int) -> None:
        if self.closed_with is None and self.is_open:
            self.closed_with = code
            if code in (1000, 1001):
                self.gateway.sessions.pop(self.session_id, None)
            if self.gateway.answers_close:
                asyncio.get_running_loop().call_later(self.gateway.latency, self.close_from_peer, code)

    def abort(self) -> None:
        if self.is_open:
            self.is_aborted = True
            self.drop()

    def pause_reading(self) -> None:
        self.is_reading = False

    def resume_reading(self) -> None:
        self.is_reading = True
        while self._unread and self.is_reading:
            self._unread.pop(0)()

    async def wait_closed(self) -> None:
        await self._gone.wait()

    # What the server does

    def _deliver(self, call: Callable[[], None]) -> None:
        if self.is_reading:
            call()
        else:
            self._unread.append(call)

    def raw(self, data: bytes) -> None:
        if self.is_open:
            self._deliver(lambda: self.receiver.on_message(data))

    def say(self, op: int, d: Any = None, s: int | None = None, t: str | None = None) -> None:
        # Without spaces, as Discord sends it.
        self.raw(json.dumps({"t": t, "s": s, "op": op, "d": d}, separators=(",", ":")).encode())

    def event(self, name: str, data: Any = None) -> int:
        """Send an event of this connection's session; return its sequence number."""
        return self.gateway.dispatch(self.session_id, name, data)

    def close_from_peer(self, code: int | None, reason: str = "") -> None:
        if self.is_open:
            self.is_open = False
            self._deliver(lambda: self.receiver.on_closed(code, reason))
            self._gone.set()

    def drop(self) -> None:
        """Lose the TCP connection without a close frame."""
        self.close_from_peer(None)

    def ops(self) -> list[int]:
        return [op for _, op, _ in self.sent]

    def beats(self) -> list[float]:
        return [when for when, op, _ in self.sent if op == 1]

    def only(self, op: int) -> Any:
        (found,) = [d for _, sent, d in self.sent if sent == op]
        return found


class FakeGateway:
    """Discord's side. The attributes say how it behaves."""

    def __init__(self) -> None:
        self.sockets: list[FakeSocket] = []
        self.sessions: dict[str | None, list[tuple[int, str, Any]]] = {}
        self.latency = 0.02
        self.says_hello = True
        self.answers_heartbeats = True
        self.answers_identify = True
        self.answers_resume = True
        self.answers_close = True
        self.interval = INTERVAL
        self.refuse: Callable[[str], Exception | None] = lambda url: None
        self.connect_delay = 0.01
        self.attempts: list[tuple[float, str]] = []
        self.most_open = 0
        self.on_hear: Callable[[FakeSocket, int, Any], bool] = lambda socket, op, d: False
        """Called first with what a client says; true to keep the usual answer back."""

    @property
    def now(self) -> float:
        return asyncio.get_running_loop().time()

    @property
    def socket(self) -> FakeSocket:
        """The latest connection."""
        return self.sockets[-1]

    def sent(self, op: int) -> list[Any]:
        return [d for socket in self.sockets for _, sent, d in socket.sent if sent == op]

    async def connect(self, url: str, receiver: Any, timeout: float, proxy: str | None) -> FakeSocket:
        self.attempts.append((self.now, url))
        await asyncio.sleep(self.connect_delay)
        failure = self.refuse(url)
        if failure is not None:
            raise failure
        socket = FakeSocket(self, receiver, url)
        self.sockets.append(socket)
        self.most_open = max(self.most_open, sum(one.is_open for one in self.sockets))
        if self.says_hello:
            # As on a real socket, the first message may come before the connection is handed over.
            socket.say(10, {"heartbeat_interval": int(self.interval * 1000)})
        return socket

    def dispatch(self, session_id: str | None, name: str, data: Any = None) -> int:
        events = self.sessions[session_id]
        seq = len(events) + 1
        events.append((seq, name, data))
        for socket in self.sockets:
            if socket.session_id == session_id and socket.is_open:
                socket.say(0, data, seq, name)
        return seq

    def hear(self, socket: FakeSocket, message: dict[str, Any]) -> None:
        op, d = message["op"], message["d"]
        if not socket.is_open or self.on_hear(socket, op, d):
            return
        if op == 1 and self.answers_heartbeats:
            socket.say(11)
        elif op == 2 and self.answers_identify:
            session_id = f"session-{len(self.sessions) + 1}-{len(self.sockets)}"
            self.sessions[session_id] = []
            socket.session_id = session_id
            ready = {"v": 10, "session_id": session_id, "resume_gateway_url": RESUME, "guilds": [{"id": "1"}]}
            self.dispatch(session_id, "READY", ready)
        elif op == 6 and self.answers_resume:
            self.replay(socket, d)

    def replay(self, socket: FakeSocket, d: dict[str, Any]) -> None:
        events = self.sessions.get(d["session_id"])
        if events is None:
            socket.say(9, False)
            return
        for seq, name, data in events[d["seq"] :]:
            socket.say(0, data, seq, name)
        socket.session_id = d["session_id"]
        self.dispatch(socket.session_id, "RESUMED", {})

    # Running shards against it

    def options(self, **changes: Any) -> GatewayOptions:
        rng = random.Random(7)
        settings: dict[str, Any] = {
            "url": GENERIC,
            "compress": None,
            "connect": self.connect,
            "rng": rng,
            "resume_hosts": ("resume.test",),
            "identify_queue": IdentifyQueue(rng=rng),
        }
        return GatewayOptions(**settings | changes)

    @asynccontextmanager
    async def shard(self, *, intents: int = 513, shard_id: int = 0, total: int = 1, **changes: Any):
        """A running shard, closed in the end; `client.task` is that of `start`."""
        client = GatewayClient(self.options(**changes))
        client.task = asyncio.create_task(client.start(TOKEN, intents, shard_id, total))
        try:
            yield client
        finally:
            await client.close_ws()
            if not client.task.cancelled():
                await asyncio.wait({client.task})

    @asynccontextmanager
    async def active_shard(self, **changes: Any):
        async with self.shard(**changes) as client:
            await until(lambda: client.state is ShardState.ACTIVE)
            yield client


async def until(condition: Callable[[], Any], seconds: float = 600.0, step: float = 0.01) -> None:
    """Let the virtual clock run until `condition` holds."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, "it never came to that"
        await asyncio.sleep(step)


def drain(client: GatewayClient) -> list[tuple[str, Any]]:
    """Return the events in the queue: name and decoded data."""
    events = []
    while not client.event_queue.empty():
        name, data = client.event_queue.get_nowait()
        events.append((name, json.loads(bytes(data))))
    return events


def refused(status: int | None = None) -> ConnectFailed:
    return ConnectFailed("refused", status)
