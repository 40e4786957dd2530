"""Shards brought into each state, and what holds them there let go again: the stage of `states.md`."""

import asyncio
import contextlib
import json
import random
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from scurrypy.gateway import ConnectFailed, GatewayClient, GatewaySession, ShardState
from tests.unit.gateway.fake_gateway import TOKEN, FakeGateway, FakeSocket, drain, until

INTENTS = 513


class Stage(FakeGateway):
    """A gateway that can hold a connection back when it is open already but not handed over."""

    def __init__(self) -> None:
        super().__init__()
        self.held: asyncio.Future[None] | None = None

    async def connect(self, url: str, receiver: Any, timeout: float, proxy: str | None) -> FakeSocket:
        socket = await super().connect(url, receiver, timeout, proxy)
        if self.held is None:
            return socket
        try:
            async with asyncio.timeout(timeout):
                await self.held
        except TimeoutError:
            socket.is_open = False
            raise ConnectFailed(f"no connection within {timeout:g} s") from None
        except BaseException:
            socket.is_open = False
            raise
        return socket

    def fall_silent(self, *, answers_heartbeats: bool = False) -> None:
        """Say nothing any more but, where asked for, the answers to heartbeats."""
        self.says_hello = self.answers_identify = self.answers_resume = self.answers_close = False
        self.answers_heartbeats = answers_heartbeats

    def recover(self) -> None:
        """Say everything again, and let every connection come about."""
        self.says_hello = self.answers_identify = self.answers_resume = self.answers_close = True
        self.answers_heartbeats = True
        self.refuse = lambda url: None
        if self.held is not None and not self.held.done():
            self.held.set_result(None)
        self.held = None


class Scene:
    """A shard in one state, and what it was like before the input came."""

    def __init__(self, gateway: Stage, client: GatewayClient) -> None:
        self.gateway = gateway
        self.client = client
        self.task = asyncio.create_task(client.start(TOKEN, INTENTS, 0, 1))
        self.go_on: Callable[[], None] = lambda: None
        """Lets come what the shard waits for."""
        self.lane = AsyncExitStack()
        """Holds the turn to IDENTIFY."""
        self.events: list[tuple[str, Any]] = []
        """What was handed on since the input."""
        self.results: list[Any] = []
        """What the call of a user returned or raised."""
        self.session: GatewaySession | None = None
        self.before: dict[str, Any] = {}

    @property
    def socket(self) -> FakeSocket:
        return self.gateway.socket

    def look(self) -> dict[str, Any]:
        """Return all that an input could change."""
        session, client = self.client.session, self.client
        return {
            "state": client.state,
            "session": session and (session.session_id, session.seq, session.resume_gateway_url),
            "attempts": len(self.gateway.attempts),
            "open": [socket.is_open for socket in self.gateway.sockets],
            "sent": [socket.ops() for socket in self.gateway.sockets],
            "running": client.is_running,
        }

    def begin(self) -> None:
        """Take note of how everything is before the input comes."""
        drain(self.client)
        self.session = self.client.session
        self.before = self.look()

    def hear(self) -> list[tuple[str, Any]]:
        """Return what was handed on since the input."""
        self.events += drain(self.client)
        return self.events

    # What the gateway does

    def say(self, op: int, d: Any = None, s: int | None = None, t: str | None = None) -> None:
        self.raw(json.dumps({"t": t, "s": s, "op": op, "d": d}).encode())

    def raw(self, data: bytes) -> None:
        if self.socket.is_open:
            self.socket.raw(data)
        else:
            self.socket.receiver.on_message(data)
        self.hand_over()

    def close(self, code: int | None) -> None:
        if self.socket.is_open:
            self.socket.close_from_peer(code)
        else:
            self.socket.receiver.on_closed(code, "")
        self.hand_over()

    def hand_over(self) -> None:
        """Let an attempt to connect succeed: what was said meanwhile is heard now."""
        if self.gateway.held is not None and not self.gateway.held.done():
            self.gateway.held.set_result(None)
            self.before["state"] = ShardState.WAIT_HELLO

    def refuse(self, status: int | None) -> None:
        """Let every attempt to connect fail from now on, the one under way among them."""
        self.gateway.refuse = lambda url: ConnectFailed("refused", status)
        if self.gateway.held is not None and not self.gateway.held.done():
            self.socket.is_open = False
            self.gateway.held.set_exception(ConnectFailed("refused", status))
            self.gateway.held = None

    def event(self, name: str, gap: int = 0) -> int:
        """Let events happen in the session, the last of which is sent; return its number."""
        session = self.client.session
        log = self.gateway.sessions[session.session_id] if session is not None else []
        seq = session.seq if session is not None else 0
        for ahead in range(gap + 1):
            log.append((seq + 1 + ahead, name, {"n": ahead}))
        self.say(0, {"n": gap}, seq + 1 + gap, name)
        return seq + 1 + gap

    # What the user does

    def call(self, what: Awaitable[Any]) -> None:
        """Call something and keep what comes of it."""
        self.results.append(asyncio.ensure_future(what))

    async def recover(self) -> None:
        """Let the gateway be well again, and the shard be back."""
        self.gateway.recover()
        await self.lane.aclose()
        self.go_on()
        await until(lambda: self.client.state is ShardState.ACTIVE)


async def active(scene: Scene) -> None:
    await until(lambda: scene.client.state is ShardState.ACTIVE)
    # Long enough for the end of this connection to be the first in a row.
    await asyncio.sleep(20)


async def closed(scene: Scene) -> None:
    await active(scene)
    await scene.client.suspend()


async def between(scene: Scene) -> None:
    await active(scene)
    scene.socket.drop()
    await until(lambda: scene.client.state is ShardState.DISCONNECTED, step=0.001)


async def connecting(scene: Scene) -> None:
    await active(scene)
    scene.gateway.held = asyncio.get_running_loop().create_future()
    scene.gateway.says_hello = False
    scene.socket.drop()
    await until(lambda: len(scene.gateway.sockets) == 2)
    scene.go_on = lambda: _say_hello(scene)


async def hello(scene: Scene) -> None:
    await active(scene)
    scene.gateway.says_hello = False
    scene.socket.drop()
    await until(lambda: scene.client.state is ShardState.WAIT_HELLO)
    scene.go_on = lambda: _say_hello(scene)


def _say_hello(scene: Scene) -> None:
    if scene.client.state in (ShardState.WAIT_HELLO, ShardState.CONNECTING) and scene.socket.is_open:
        scene.say(10, {"heartbeat_interval": 40_000})


async def queued(scene: Scene) -> None:
    queue: Any = scene.client._options.identify_queue
    await scene.lane.enter_async_context(queue.turn(99))
    await until(lambda: scene.client.state is ShardState.IDENTIFY_QUEUED)


async def identifying(scene: Scene) -> None:
    scene.gateway.answers_identify = False
    await until(lambda: scene.client.state is ShardState.IDENTIFYING)

    def answer() -> None:
        if scene.client.state is ShardState.IDENTIFYING:
            scene.gateway.hear(scene.socket, {"op": 2, "d": {}})

    scene.go_on = answer


async def resuming(scene: Scene) -> None:
    await active(scene)
    scene.gateway.answers_resume = False
    scene.socket.drop()
    await until(lambda: scene.client.state is ShardState.RESUMING)

    def answer() -> None:
        if scene.client.state is ShardState.RESUMING and len(scene.gateway.sockets) == 2:
            scene.gateway.replay(scene.socket, scene.socket.only(6))

    scene.go_on = answer


async def closing(scene: Scene) -> None:
    await active(scene)
    scene.gateway.answers_close = False
    scene.socket.say(7)


async def fatal(scene: Scene) -> None:
    await active(scene)
    scene.socket.close_from_peer(4004)
    await asyncio.wait({scene.task})
    scene.task.exception()


SITUATIONS: dict[str, tuple[ShardState, Callable[[Scene], Awaitable[None]]]] = {
    "closed": (ShardState.DISCONNECTED, closed),
    "between": (ShardState.DISCONNECTED, between),
    "connecting": (ShardState.CONNECTING, connecting),
    "hello": (ShardState.WAIT_HELLO, hello),
    "queued": (ShardState.IDENTIFY_QUEUED, queued),
    "identifying": (ShardState.IDENTIFYING, identifying),
    "resuming": (ShardState.RESUMING, resuming),
    "active": (ShardState.ACTIVE, active),
    "closing": (ShardState.CLOSING, closing),
    "fatal": (ShardState.FATAL, fatal),
}
"""The columns of the table: the state each stands for, and how a shard is brought there."""


@asynccontextmanager
async def scene_of(situation: str) -> AsyncGenerator[Scene]:
    """A shard in that situation; whatever is left of it is closed in the end."""
    state, arrange = SITUATIONS[situation]
    gateway = Stage()
    scene = Scene(gateway, GatewayClient(gateway.options(rng=random.Random(7))))
    try:
        await arrange(scene)
        assert scene.client.state is state
        scene.begin()
        yield scene
    finally:
        await scene.lane.aclose()
        await scene.client.close_ws()
        calls = [result for result in scene.results if not result.done()]
        for call in (scene.task, *calls):
            call.cancel()
        for call in (scene.task, *scene.results):
            with contextlib.suppress(BaseException):
                await call
