"""Discord's gateway on a real socket: sessions and replay as they should be, and links that can be broken anywhere."""

import asyncio
import contextlib
import json
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from scurrypy.gateway import GatewayClient, GatewayOptions, GatewayTimeouts, ShardState
from scurrypy.sandbox.gateway.compression import TRANSPORT_WRITERS
from tests.chaos.wire.frames import BINARY, CLOSE, PONG, TEXT, accepting, closing, frame, read_frame
from tests.chaos.wire.peer import Link, Peer, until

TOKEN = "a.very.secret-token"
SHORT = GatewayTimeouts(connect=0.4, hello=0.4, ready=0.4, resumed=0.4, close=0.4)
"""Seconds for tests of a peer that is silent; one that answers late on a busy machine is only tried again."""


class AtOnce(random.Random):
    """Makes every wait between two connections the shortest there may be."""

    def uniform(self, a: float, b: float) -> float:
        return a


class GatewayLink(Link):
    """The gateway's side of one WebSocket."""

    def __init__(self, discord: "Discord", reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        super().__init__(reader, writer)
        self.discord = discord
        self.said: list[dict[str, Any]] = []
        """The payloads that the client sent."""
        self.closed_with: int | None = None
        """The code of the client's close frame."""
        self.pongs: list[bytes] = []
        """What the client's pongs carried."""

    async def upgrade(self) -> bytes:
        """Read the request to upgrade, and return the answer that grants it."""
        head = await self.request()
        target = head.split(b" ")[1].decode()
        compress = next((part[9:] for part in target.split("&") if part.startswith("compress=")), "")
        self._pack = TRANSPORT_WRITERS[compress]().write
        return accepting(head)

    def packed(self, payload: Any) -> tuple[int, bytes]:
        """Return the opcode and the body of a message that stands for a payload, as this connection compresses."""
        body, kind = self._pack(json.dumps(payload).encode())
        return (TEXT if kind.name == "TEXT" else BINARY), bytes(body)

    def framed(self, *payloads: Any) -> bytes:
        """Return payloads as a message each."""
        return b"".join(frame(*self.packed(payload)) for payload in payloads)

    async def say(self, *payloads: Any) -> None:
        """Send payloads."""
        await self.write(self.framed(*payloads))

    async def hear(self) -> dict[str, Any] | None:
        """Return the client's next payload; None once it has sent a close frame, which is answered."""
        while True:
            opcode, body = await read_frame(self.reader)
            if opcode == TEXT:
                self.said.append(json.loads(body))
                return self.said[-1]
            if opcode == PONG:
                self.pongs.append(body)
            elif opcode == CLOSE:
                self.closed_with = int.from_bytes(body[:2])
                self.writer.write(closing(self.closed_with))
                self.writer.close()
                return None

    async def greet(self) -> None:
        """Grant the upgrade and say HELLO."""
        await self.write(await self.upgrade())
        await self.say(self.discord.hello)

    async def let_in(self) -> list[dict[str, Any]]:
        """Hear IDENTIFY or RESUME, and return what answers it."""
        said = await self.hear()
        while said is not None and said["op"] not in (2, 6):
            said = await self.hear()
        if said is None:
            raise EOFError("the client left instead of identifying")
        return self.discord.answer_to(said)

    async def enter(self) -> None:
        """Go as far as a session: everything that was missed is sent."""
        await self.greet()
        await self.say(*await self.let_in())


class Discord(Peer):
    """A gateway with one session, which goes on over any number of connections.

    Args:
        interval: Seconds between heartbeats.
    """

    def __init__(self, *scripts: Any, interval: float = 41.25, **options: Any) -> None:
        super().__init__(*scripts, **options)
        self.hello = {"op": 10, "d": {"heartbeat_interval": int(interval * 1000)}}
        self.events: list[tuple[str, Any]] = []
        """Every event of the session: name and data."""
        self.identifies = 0
        self.answers_heartbeats = True
        self.resume_url: str | None = None
        """Where READY says to resume; None for this server."""

    @property
    def url(self) -> str:
        return f"wss://localhost:{self.port}" if self._tls else f"ws://127.0.0.1:{self.port}"

    @property
    def link(self) -> GatewayLink:
        """The latest connection."""
        return self.links[-1]

    def link_over(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> GatewayLink:
        return GatewayLink(self, reader, writer)

    def note(self, name: str, data: Any = None) -> dict[str, Any]:
        """Let an event happen, and return the payload that tells it."""
        self.events.append((name, data))
        return self.numbered(len(self.events))

    def numbered(self, seq: int) -> dict[str, Any]:
        name, data = self.events[seq - 1]
        return {"op": 0, "s": seq, "t": name, "d": data}

    def answer_to(self, said: dict[str, Any]) -> list[dict[str, Any]]:
        """Return what answers IDENTIFY or RESUME."""
        if said["op"] == 2:
            self.identifies += 1
            ready = {"session_id": f"s{self.identifies}", "resume_gateway_url": self.resume_url or self.url}
            return [self.note("READY", ready)]
        missed = [self.numbered(seq) for seq in range(said["d"]["seq"] + 1, len(self.events) + 1)]
        return [*missed, self.note("RESUMED", {})]

    async def usual(self, link: GatewayLink) -> None:
        await link.enter()
        await self.converse(link)

    async def converse(self, link: GatewayLink) -> None:
        """Answer heartbeats until the client leaves."""
        while (said := await link.hear()) is not None:
            if said["op"] == 1 and self.answers_heartbeats:
                await link.say({"op": 11, "d": None})


class Shard:
    """A real shard against such a gateway, and all that came out of it."""

    def __init__(self, discord: Discord, **changes: Any) -> None:
        settings: dict[str, Any] = {"url": discord.url, "compress": None, "rng": AtOnce(1)}
        self.client = GatewayClient(GatewayOptions(**settings | changes))
        self.discord = discord
        self.events: list[tuple[str, Any]] = []

    async def collect(self) -> None:
        while True:
            name, data = await self.client.event_queue.get()
            self.events.append((name, json.loads(bytes(data))))

    async def catch_up(self) -> None:
        """Wait until the shard has its session and every event of it; none is lost, doubled or out of order."""
        await until(lambda: len(self.events) >= len(self.discord.events) > 0, self.state())
        await until(lambda: self.client.state is ShardState.ACTIVE, self.state())
        assert self.events == self.discord.events

    def state(self) -> str:
        return f"{self.client.state}, {len(self.events)} of {len(self.discord.events)} events"


@asynccontextmanager
async def sharding(discord: Discord, **changes: Any) -> AsyncGenerator[Shard]:
    """Run a shard against a gateway; in the end it is closed, and nothing of it is left."""
    before = asyncio.all_tasks()
    shard = Shard(discord, **changes)
    collecting = asyncio.create_task(shard.collect())
    running = asyncio.create_task(shard.client.start(TOKEN, 513, 0, 1))
    try:
        yield shard
    finally:
        await shard.client.close_ws()
        await asyncio.wait({running})
        collecting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await collecting
    assert running.exception() is None
    await until(lambda: not (asyncio.all_tasks() - before - discord._tasks), "a task is left")
