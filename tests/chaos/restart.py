"""Figure 22: a bot with a session store that is stopped, or killed, and started again, while events go on."""

import asyncio
import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import msgspec

from scurrypy import Client, Intents
from scurrypy.events.gateway_events import RawEvent
from scurrypy.gateway import GatewayClient, GatewayOptions, ReceiverProtocol, SQLiteSessionStore
from scurrypy.gateway.sqlite_store import _OpenFile
from tests.chaos import faults
from tests.chaos.figures import COMPRESSIONS, Line, Outcome, total, zero
from tests.chaos.link import Link
from tests.chaos.place import GENERIC, RESUME_HOST
from tests.chaos.world import INTENTS, TOKEN, World
from tests.support.fakes import FakeHTTP

T = TypeVar("T")

DOWN = 60.0
"""Seconds that the bot is away, at most."""
BEFORE = ("reset", "op 7", "op 9 true", "close 4000", "op 1 storm", "duplicated replay", "huge event")
"""Faults that may strike a moment before the bot is stopped."""


class Dead(Exception):
    """The process is gone; nothing of it goes on."""


class Store(SQLiteSessionStore):
    """The store as it is, its file and its SQL, but for its thread, which would not keep virtual time."""

    def __init__(self, path: str, process: "Process") -> None:
        super().__init__(path)
        self._process = process

    async def _call(self, work: Callable[[sqlite3.Connection], T], what: str) -> T:
        if self._file is None:
            self._file = _OpenFile(self.path, self.timeout)
        await asyncio.sleep(self._process.rng.uniform(0, 0.02))
        if self._process.is_dead:
            raise Dead
        done = work(self._file.connect())
        await asyncio.sleep(self._process.rng.uniform(0, 0.02))
        return done

    async def close(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()
            file.thread.shutdown()


class Shard(GatewayClient):
    """A shard of the process under test: the client makes it, and it connects to the world."""

    process: ClassVar["Process"]

    def configure(self, options: GatewayOptions) -> None:
        jitter = random.Random(self.process.rng.random())
        super().configure(msgspec.structs.replace(options, connect=self._connect, rng=jitter))

    async def _connect(self, url: str, receiver: ReceiverProtocol, timeout: float, proxy: str | None) -> Link:
        return await self.process.world.places[self.shard_id].connect(url, receiver, timeout, proxy)

    async def start(self, token: str, intents: int, shard_id: int, total_shards: int) -> None:
        self.process.world.clients[shard_id] = self
        await super().start(token, intents, shard_id, total_shards)


class Process:
    """One life of the bot, from its start to its end."""

    def __init__(self, world: World, path: str, number: int) -> None:
        self.world = world
        self.rng = random.Random(world.rng.random())
        self.is_dead = False
        self.store = Store(path, self)
        gateway = {
            "url": GENERIC,
            "shards": len(world.places),
            "session_start_limit": {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 4},
        }
        self.client = Client(
            token=TOKEN,
            intents=Intents(INTENTS),
            http=FakeHTTP({"GET /gateway/bot": gateway}),
            gateway_impl=type("Shard", (Shard,), {"process": self}),
            compress=COMPRESSIONS[number % 3],
            session_store=self.store,
            resume_hosts=(RESUME_HOST,),
        )
        self.client.add_event_listener(RawEvent, self.handle)
        self.task = asyncio.create_task(self.client.start())

    async def handle(self, event: RawEvent) -> None:
        """Handle an event, which takes a while now and then; only then is it seen."""
        if self.rng.random() < 0.3:
            await asyncio.sleep(min(5.0, self.rng.expovariate(1.0)))
        if not self.is_dead:
            await self.world.oracle.see(event)

    async def stop(self) -> None:
        """End as on SIGTERM."""
        await self.client.close()
        await self.task

    async def die(self) -> None:
        """End as on SIGKILL: what it was about to do is not done, and its connections break."""
        self.is_dead = True
        for place in self.world.places:
            if place.link is not None:
                place.link.reset()
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task
        # Only to leave nothing behind: its store does nothing any more, and nobody believes what its handlers saw.
        await self.client.close()
        await self.store.close()


async def restart(rng: random.Random, number: int, short: bool) -> Outcome:
    """Live, end, be away, and live again; every other run is one of kills."""
    is_stopped = number % 2 == 0
    world = World(rng, 2 if short else 4, max_concurrency=4, compress=None)
    log: list[tuple[float, int, str]] = []
    restarts = 8 if short else 50
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "bot.sqlite")
        for turn in range(restarts + 1):
            process = Process(world, path, number)
            await until_active(world)
            await live(world, rng, rng.uniform(3, 30))
            if turn == restarts:
                break
            if rng.random() < 0.4:
                # Stopped in the midst of a fault, or of coming back from one.
                place, name = rng.choice(world.places), rng.choice(BEFORE)
                log.append((world.now, place.shard_id, name))
                world.faults += 1
                faults.RESUMABLE[name](place, rng)
                await asyncio.sleep(rng.choice((0.0, 0.02, rng.uniform(0, 2))))
            log.append((world.now, -1, "stopped" if is_stopped else "killed"))
            await (process.stop() if is_stopped else process.die())
            away = rng.uniform(0, DOWN)
            if rng.random() < 0.2:
                rng.choice(world.places).refuses_resume_url = rng.choice(("name", "503"))
            for _ in range(4):
                await asyncio.sleep(away / 4)
                burst(world, rng)
        await asyncio.sleep(60)
        counts = world.oracle.close()
        await process.stop()
    counts["restarts"] = restarts
    counts["events"] = world.events
    counts["identifies"] = world.identifies - len(world.places)
    counts["rules broken"] = world.violations.total()
    return Outcome(
        Counter({f"{'stopped' if is_stopped else 'killed'}: {name}": n for name, n in counts.items()}), log=log
    )


async def until_active(world: World) -> None:
    await asyncio.sleep(0.1)
    await world.until(lambda: world.are_active, seconds=300)


async def live(world: World, rng: random.Random, seconds: float) -> None:
    for _ in range(6):
        await asyncio.sleep(seconds / 6)
        burst(world, rng)


def burst(world: World, rng: random.Random) -> None:
    for place in world.places:
        place.emit(rng.randint(0, 12))


def judge_restart(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    lines: list[Line] = []
    for how, name in (("stopped", "restarts"), ("killed", "kills")):
        told: dict[str, Any] = {what: counts[f"{how}: {what}"] for what in ("restarts", "events", "lost", "doubled")}
        if not told["restarts"]:
            continue
        of = f"{told['events']:,} events, {told['restarts']:,} {name}, up to {DOWN:g} s down"
        again = f"; {told['doubled']:,} came again" if how == "killed" else ""
        lines.append(zero("22", f"events lost over {name}", told["lost"], of + again))
        if how == "stopped":
            lines.append(zero("22", f"events doubled over {name}", told["doubled"], of))
        spent = counts[f"{how}: identifies"] + counts[f"{how}: SESSION_LOST"]
        lines.append(zero("22", f"IDENTIFYs spent on {name}, and sessions lost", spent))
        lines.append(zero("22", f"rules of the gateway broken over {name}", counts[f"{how}: rules broken"]))
    return lines
