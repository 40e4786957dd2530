"""Figure 17: what the limits keep of what is used once and never again, and what a reconnect leaves behind."""

import asyncio
import contextlib
import ctypes
import gc
import logging
import random
import statistics
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any, cast

from scurrypy.http.limits import Limits
from scurrypy.http.refusals import Refusal
from scurrypy.http.routing import Target, target_of
from tests.chaos import faults
from tests.chaos.figures import COMPRESSIONS, Line, Outcome, total
from tests.chaos.link import Link
from tests.chaos.world import World
from tests.support.virtual_clock import VirtualClockLoop

MEGABYTE = 1_000_000
NOISE = 4_096
"""Bytes by which two measurements of the same thing may differ."""
NATIVE_NOISE = 8 * MEGABYTE
"""Bytes by which two measurements of a process may differ, of which libraries in C keep pools."""
UNTOLD = (type, ModuleType, FunctionType, BuiltinFunctionType, asyncio.AbstractEventLoop)
"""What belongs to the program and not to the object that refers to it."""


def kept_by(root: object) -> int:
    """Return the bytes of an object and all that is reached from it."""
    seen: set[int] = set()
    size, left = 0, [root]
    while left:
        each = left.pop()
        if id(each) not in seen and not isinstance(each, UNTOLD):
            seen.add(id(each))
            size += sys.getsizeof(each)
            left += gc.get_referents(each)
    return size


def resident() -> int:
    """Return the bytes that the process has in memory, free ones given back; 0 where no system tells."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    return 0


# 17: tokens and channels


class Passers:
    """Requests each of which is the last about what it is about, at a thousand per second."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.loop = cast("VirtualClockLoop", asyncio.get_running_loop())
        self.limits = Limits(10_000, None)
        self.most = 0

    async def send(self, target: Target, bucket: str, identity: str) -> None:
        """Send a request, and be answered, refused or cancelled."""
        with await self.limits.acquire(target, identity) as permit:
            permit.depart(0.0)
            chance = self.rng.random()
            if chance < 0.98:
                refusal = Refusal("hidden", 3.0, "user") if chance < 0.01 else None
                headers = {
                    "X-RateLimit-Bucket": bucket,
                    "X-RateLimit-Limit": "5",
                    "X-RateLimit-Remaining": "4",
                    "X-RateLimit-Reset-After": "5.000",
                }
                permit.learn(200 if refusal is None else 429, headers, refusal)

    async def come(self, count: int, path: str, bucket: str, identity: str) -> None:
        for number in range(count):
            await self.send(target_of("PATCH", path.format(number)), bucket, identity)
            self.loop.now += 0.001
            if number % 1000 == 0:
                self.most = max(self.most, len(self.limits))
                # A turn of the loop, so that timers run.
                await asyncio.sleep(0)

    async def leave(self) -> int:
        """Let everything go idle, send one more request, and return the bytes that are kept."""
        await asyncio.sleep(120)
        await self.send(target_of("GET", "/gateway"), "gateway", "bot")
        return kept_by(self.limits)


KINDS = {
    "interaction tokens": ("/webhooks/1/aW50ZXJhY3Rpb246{:0100}/messages/@original", "original", "", 10_000_000),
    "channels": ("/channels/{}/messages/1", "messages", "bot", 1_000_000),
}
"""What comes once: path, bucket, who sends, and how many there are."""


async def passers(rng: random.Random, number: int, short: bool) -> Outcome:
    counts: Counter[str] = Counter()
    for kind, (path, bucket, identity, many) in KINDS.items():
        crowd = Passers(rng)
        await crowd.come(1_000, path, bucket, identity)
        await crowd.leave()
        before = resident()
        counts[kind] = many // 500 if short else many
        await crowd.come(counts[kind], path.replace("/1/", "/2/"), bucket, identity)
        counts[f"{kind}: bytes kept"] = await crowd.leave()
        counts[f"{kind}: process grown"] = resident() - before
        counts[f"{kind}: buckets at most"] = crowd.most
    return Outcome(counts)


def judge_passers(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    lines: list[Line] = []
    for kind in KINDS:
        kept, grown = counts[f"{kind}: bytes kept"], counts[f"{kind}: process grown"]
        shown = (
            f"{kept / 1000:,.1f} kB; at 1,000 a second at most {counts[f'{kind}: buckets at most']:,} buckets; "
            f"process {grown / MEGABYTE:+.1f} MB"
        )
        what = f"kept by the limits of {counts[kind]:,} {kind} gone idle"
        lines.append(Line("17", what, "< 1 MB", shown, kept < MEGABYTE))
    return lines


# 17: reconnects

STRIKES = (
    Link.reset,
    faults.op7,
    faults.op9(resumable=True),
    faults.close(4000),
    Link.corrupt,
    faults.op9(resumable=False),
)


@contextlib.contextmanager
def watched() -> Iterator[None]:
    """Count the bytes that Python hands out and the objects that are made meanwhile; let no log remember anything."""
    was_tracing, was_disabled = tracemalloc.is_tracing(), logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    gc.collect()
    gc.freeze()
    if not was_tracing:
        tracemalloc.start()
    try:
        yield
    finally:
        if not was_tracing:
            tracemalloc.stop()
        gc.unfreeze()
        logging.disable(was_disabled)


def forget_old_sessions(world: World) -> None:
    """Let the harness, which remembers every session, not be what is measured."""
    for session in list(world.sessions.values()):
        if session is not world.places[0].session:
            del world.sessions[session.id], world.by_number[session.number]
    world.oracle.forget(world.by_number)


async def reconnect(rng: random.Random, number: int, short: bool) -> Outcome:
    """Reconnect in all ways, in turns; look now and then, at the same point of a turn, what there is."""
    world = World(rng, 1, compress=COMPRESSIONS[number % 3], budget=1_000_000)
    place = world.places[0]
    turns, looks = (36, 6) if short else (1700, 17)
    seen: dict[str, list[float]] = {"objects": [], "bytes": [], "process": []}
    with watched():
        async with world.running():
            for turn in range(turns):
                for strike in STRIKES:
                    place.emit(3)
                    since = world.now
                    faults.on_link(strike)(place, rng)
                    await world.until(lambda since=since: place.active_at > since and world.are_active, step=1.0)
                if turn % (turns // looks) == 0:
                    await asyncio.sleep(world.interval * 2)
                    forget_old_sessions(world)
                    seen["process"].append(resident())
                    seen["objects"].append(len(gc.get_objects()))
                    seen["bytes"].append(tracemalloc.get_traced_memory()[0])
    return Outcome(Counter({"reconnects": turns * len(STRIKES)}), {name: looked[1:] for name, looked in seen.items()})


def growth(looks: Sequence[float]) -> float:
    """Return by how much the last third of some measurements exceeds the one before: caches of libraries fill first."""
    part = max(2, len(looks) // 3)
    return statistics.median(looks[-part:]) - statistics.median(looks[-2 * part : -part])


def judge_reconnect(outcomes: Sequence[Outcome]) -> list[Line]:
    reconnects = total(outcomes)["reconnects"]
    most = {name: max(growth(outcome.times[name]) for outcome in outcomes) for name in ("objects", "bytes", "process")}
    of = f"between the last two thirds of {reconnects:,} reconnects"
    limits: dict[str, tuple[str, float, Any]] = {
        "objects": ("0", 20, f"{most['objects']:+,.0f} {of}"),
        "bytes": ("0 but for noise (4 kB)", NOISE, f"{most['bytes']:+,.0f} B"),
        "process": ("0 but for noise (8 MB)", NATIVE_NOISE, f"{most['process'] / MEGABYTE:+.2f} MB"),
    }
    names = {"objects": "objects", "bytes": "bytes that Python counts", "process": "the process, in memory"}
    return [
        Line("17", f"growth by reconnects: {names[name]}", target, shown, most[name] <= limit)
        for name, (target, limit, shown) in limits.items()
    ]
