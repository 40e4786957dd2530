"""The figures of the gateway: each scenario plays runs of its own, each from a seed, and says what came out."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from scurrypy.gateway import ShardState
from tests.chaos import faults
from tests.chaos.faults import Schedule
from tests.chaos.world import World
from tests.support.virtual_clock import run_virtual


@dataclass
class Outcome:
    """What one run came to."""

    counts: Counter[str] = field(default_factory=Counter)
    """Counts by name."""
    times: dict[str, list[float]] = field(default_factory=dict)
    """Seconds by what they were measured for."""
    most: float = 0.0
    """The greatest value of what the scenario limits."""
    log: list[tuple[float, int, str]] = field(default_factory=list)
    """When which shard suffered what."""


@dataclass
class Line:
    """One line of the table."""

    figure: str
    what: str
    target: str
    measured: str
    holds: bool


@dataclass(frozen=True)
class Scenario:
    """How to measure some of the figures."""

    name: str
    figures: tuple[int, ...]
    runs: int
    """Runs of the whole measurement."""
    short_runs: int
    play: Callable[[random.Random, int, bool], Awaitable[Outcome]]
    """Plays one run: chance, the run's number, and whether it is a short one."""
    judge: Callable[[Sequence[Outcome]], list[Line]]

    def run(self, seed: int, number: int, *, short: bool) -> Outcome:
        """Play one run under a virtual clock."""
        rng = random.Random(f"{self.name}/{seed}/{number}")

        async def story() -> Outcome:
            return await self.play(rng, number, short)

        return run_virtual(story())


def total(outcomes: Sequence[Outcome]) -> Counter[str]:
    return sum((outcome.counts for outcome in outcomes), Counter())


def zero(figure: str, what: str, count: int, of: str = "") -> Line:
    return Line(figure, what, "0", f"{count:,}{' in ' + of if of else ''}", count == 0)


def tally(world: World, stuck: int, log: list[tuple[float, int, str]]) -> Outcome:
    """Return everything that is counted in a world whose faults are over."""
    counts = world.oracle.close()
    counts.update(
        {
            "events": world.events - world.withheld,
            "faults": world.faults,
            "hours": int(world.now / 3600 * len(world.places)),
            "identifies": world.identifies,
            "wasted": world.identifies_wasted,
            "refused": world.refused_identifies,
            "rules broken": world.violations.total(),
            "stuck": stuck,
            "zombies": sum(client.metrics.zombies for client in world.clients),
        }
    )
    return Outcome(counts, log=log)


COMPRESSIONS = (None, "zlib-stream", "zstd-stream")


async def torment(world: World, schedule: Schedule, count: int) -> Outcome:
    """Let faults happen, then wait, and judge while the shards still run."""
    async with world.running():
        await schedule.run(count)
        return tally(world, await world.settle(), schedule.log)


# 1, 2, 4: faults that a session survives


async def survive(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    world = make(rng, 4 if short else 8, max_concurrency=4, compress=COMPRESSIONS[number % 3])
    return await torment(world, Schedule(world, faults.RESUMABLE), 25 if short else 60)


def judge_survive(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    of = f"{counts['events']:,} events, {counts['faults']:,} faults, {counts['hours']:,} shard-hours"
    return [
        zero("1", "events lost to handlers, faults within the resume window", counts["lost"], of),
        zero("1", "events doubled to handlers", counts["doubled"], f"{counts['seen']:,} that handlers saw"),
        zero("1", "sessions lost where none had to be", counts["SESSION_LOST"]),
        zero("2", "events out of order within a session", counts["out of order"]),
        zero("4", "IDENTIFYs spent on resumable faults", counts["wasted"], f"{counts['faults']:,} faults"),
        zero("4", "rules of the gateway broken (limits, sizes, order)", counts["rules broken"]),
    ]


# 3: faults that no session survives


async def end(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    world = make(rng, 4 if short else 8, max_concurrency=4, compress=COMPRESSIONS[number % 3], budget=100_000)
    # Twice as many of the ones as of the others, whatever the length of the tables.
    share = len(faults.RESUMABLE) // (2 * len(faults.ENDING))
    mixed = {f"{name}#{copy}": fault for name, fault in faults.ENDING.items() for copy in range(share + 1)}
    return await torment(world, Schedule(world, faults.RESUMABLE | mixed), 15 if short else 60)


def judge_end(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    ended = counts["sessions ended"]
    told = ended - counts["sessions lost without a word"]
    return [
        Line("3", "unresumable sessions told by SESSION_LOST", "100 %", f"{told:,} of {ended:,}", told == ended > 0),
        zero("3", "false SESSION_LOST", counts["false SESSION_LOST"], f"{counts['faults']:,} faults"),
        zero("3", "SESSION_LOST told twice for a session", counts["SESSION_LOST twice"]),
        zero("3", "SESSION_LOST that names another last event", counts["SESSION_LOST with a wrong gap"]),
        zero("3", "events lost that the gateway could still send", counts["lost"], f"{counts['events']:,} events"),
        zero("3", "op 9 earned by an early IDENTIFY", counts["refused"], f"{counts['identifies']:,} IDENTIFYs"),
    ]


# 4: everybody at once


async def mass(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    world = make(rng, 64, max_concurrency=16, budget=100_000)
    strikes = (faults.op7, faults.Link.reset, faults.op9(resumable=False), faults.close(4000))
    async with world.running():
        for turn in range(4 if short else 100):
            for place in world.places:
                place.emit(rng.randint(0, 5))
            faults.mass(strikes[turn % len(strikes)])(world.places[0], rng)
            world.faults += len(world.places)
            await world.until(lambda: not any(client.state is ShardState.ACTIVE for client in world.clients), 1.0)
            await world.until(lambda: world.are_active)
        return tally(world, await world.settle(), [])


def judge_mass(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    of = f"{counts['faults']:,} reconnects of 64 shards at once, {counts['identifies']:,} IDENTIFYs"
    return [
        zero("4", "op 9 caused by us, 64 shards x max_concurrency 16", counts["refused"], of),
        zero("4", "IDENTIFYs spent on resumable ones among them", counts["wasted"]),
        zero("4", "events lost or doubled in them", counts["lost"] + counts["doubled"], f"{counts['events']:,} events"),
    ]


# 6: anything at any time


async def wild(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    world = make(rng, rng.randint(1, 2), compress=COMPRESSIONS[number % 3], budget=100_000)
    everything = faults.RESUMABLE | faults.ENDING | faults.UNIDENTIFIED
    schedule = Schedule(world, everything, pause=rng.choice((2.0, 10.0, 30.0)), is_gentle=False, burst=20)
    return await torment(world, schedule, rng.randint(5, 20))


def judge_wild(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    of = f"{len(outcomes):,} schedules, {counts['faults']:,} faults"
    wrong = sum(counts[name] for name in ("lost", "doubled", "out of order", "false SESSION_LOST"))
    return [
        zero("6", "shards stuck 5 minutes after the faults", counts["stuck"], of),
        zero("6", "events lost, doubled, out of order, false SESSION_LOST", wrong, f"{counts['events']:,} events"),
        zero("6", "rules of the gateway broken", counts["rules broken"] + counts["refused"] + counts["wasted"]),
    ]


def replay(name: str, seed: int, number: int, *, short: bool) -> str:
    """Return the command that plays one run again."""
    return f".venv/bin/python bench/chaos.py --only {name} --seed {seed} --run {number}{' --short' if short else ''}"


def describe(outcome: Outcome) -> list[str]:
    """Return what happened in a run, for whoever replays it."""
    rows = [f"{when:10.2f} s  shard {shard}  {name}" for when, shard, name in outcome.log]
    return [*rows, *(f"{count:>10,}  {name}" for name, count in sorted(outcome.counts.items()))]


def measured(values: Sequence[float], part: float) -> float:
    """Return the value that `part` of all do not exceed."""
    ordered: list[Any] = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
