"""The figures of REST that are about 429s: those that could have been prevented, and those that wrong clocks add."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from typing import Any

from tests.chaos.figures import Line, Outcome, total, zero
from tests.chaos.rest.network import Network
from tests.chaos.rest.ours import sender
from tests.chaos.rest.server import Discord, Mood
from tests.chaos.rest.wall import WallClock, wall_clock
from tests.chaos.rest.workload import Mixed, Order, perform

ROUGH = Mood(
    unheard=0.02,
    failing=0.005,
    forgetful=0.005,
    breaking=0.002,
    shared=0.001,
    gone=0.01,
    rotate_every=300,
)
"""Everything goes wrong now and then."""
BUSY = 500
"""Requests a second that a large bot is allowed: with fewer, the buckets have little to do."""


async def play(
    rng: random.Random,
    mood: Mood,
    count: int,
    *,
    concurrency: int = 500,
    skews: tuple[float, ...] = (0.0,),
    **load: Any,
) -> Outcome:
    """Send mixed requests to a server in a mood.

    Args:
        rng: Source of every chance.
        mood: The server's.
        count: How many requests.
        concurrency: How many at once.
        skews: Seconds by which the client's clock is ahead, and is set to be after a while, again and again.
        load: Further arguments of `Mixed`.
    """
    loop = asyncio.get_running_loop()
    began = loop.time()
    discord = Discord(random.Random(rng.random()), mood)
    Network(discord, random.Random(rng.random()), latency=(0.02, 0.06)).install()
    orders = Mixed(random.Random(rng.random()), count, **load)

    async def step(wall: WallClock) -> None:
        for wall.skew in cycle(skews):
            await asyncio.sleep(1.7)

    with wall_clock(skews[0]) as wall:
        async with sender(rng, global_limit=mood.global_limit) as ours:
            # A bot has asked for its gateway before anything else.
            await ours.send(Order("GET", "/users/{user}", {"user": "1"}))
            stepping = asyncio.ensure_future(step(wall))
            await perform(orders, concurrency, ours.send)
            stepping.cancel()
    counts = Counter(discord.counts)
    counts.update({f"ended: {how}": times for how, times in ours.ended.items()})
    return Outcome(counts, {"took": [loop.time() - began]}, discord.most_in_a_second, discord.log)


# 11, 12: 429s


async def refused(rng: random.Random, number: int, short: bool) -> Outcome:
    """Ask for everything at once, of a server that fails and renames its buckets; every other time as a large bot."""
    mood = replace(ROUGH, global_limit=50 if number % 2 else BUSY)
    return await play(rng, mood, 1_500 if short else 50_000)


def judge_refused(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    of = f"{counts['asked']:,} requests, 500 at once, {counts['rotations']:,} buckets renamed"
    kinds = ", ".join(f"{counts[f'429 {kind}']:,} {kind}" for kind in ("hidden", "shared", "bucket", "global"))
    given_up = f"{counts['ended: RateLimited']:,} given up after five"
    return [
        zero("11", "429s that could have been prevented", counts["preventable"], of),
        zero("12", "repeats before retry_after elapsed", counts["repeats"], f"{kinds} 429s; {given_up}"),
    ]


# 18: clocks

HOUR = 3600.0


STEPS = (HOUR, 0.0, -HOUR, 30.0, -30.0, 0.0)
"""What a machine does that finds its clock wrong, in seconds ahead of the right time."""


async def clocks(rng: random.Random, number: int, short: bool) -> Outcome:
    """Play the same with clocks that are right, and with each of those that are wrong."""
    seed = rng.random()
    count = 1_000 if short else 5_000
    calm = Mood(global_limit=BUSY, gone=0.01)

    async def again(mood: Mood = calm, **wrong: Any) -> Outcome:
        # No message gets old enough for another limit while it waits: nothing but the clocks may make a difference.
        ages = (0.5, 1.0, 60.0, 3000.0, 4000.0, 86400.0, 40 * 86400.0)
        return await play(random.Random(seed), mood, count, concurrency=30, ages=ages, resources=1000, **wrong)

    right = await again()
    outcome = Outcome(Counter({"asked": right.counts["asked"]}), {"right": right.times["took"]}, log=right.log)
    for name, wrong in (
        ("client +1 h", await again(skews=(HOUR,))),
        ("client -1 h", await again(skews=(-HOUR,))),
        ("client stepped", await again(skews=STEPS)),
        ("headers +1 h", await again(replace(calm, skew=HOUR))),
        ("headers -1 h", await again(replace(calm, skew=-HOUR))),
    ):
        refusals = [sum(side.counts[kind] for kind in ("preventable", "unpreventable")) for side in (wrong, right)]
        outcome.counts["asked"] += wrong.counts["asked"]
        outcome.counts["extra 429s"] += max(0, refusals[0] - refusals[1])
        outcome.counts["preventable"] += wrong.counts["preventable"]
        outcome.times[name] = [wrong.times["took"][0] - right.times["took"][0]]
        outcome.log += wrong.log
    return outcome


def judge_clocks(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    extra = {name: sum(outcome.times[name][0] for outcome in outcomes) for name in outcomes[0].times if name != "right"}
    most = max(extra, key=lambda name: extra[name])
    shown = f"{max(0.0, extra[most]):.3f} s at most ({most}), {counts['asked']:,} requests"
    return [
        Line("18", "extra wait by wrong clocks (+-1 h, steps, headers)", "0", shown, extra[most] < 0.0005),
        zero("18", "extra 429s by them", counts["extra 429s"]),
        zero("18", "429s under them that could have been prevented", counts["preventable"]),
    ]
