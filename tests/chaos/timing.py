"""The figures of the gateway that are about time and numbers: reconnects, heartbeats, the send limit, starts, ends."""

import asyncio
import math
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence

from scurrypy.gateway import GatewayClient, ShardState
from scurrypy.gateway.options import GatewayTimeouts
from scurrypy.wire.errors import NoSession
from tests.chaos import faults
from tests.chaos.figures import Line, Outcome, measured, zero
from tests.chaos.link import Link
from tests.chaos.place import Place
from tests.chaos.world import World

# 5: how long it takes to be back

LAST_ACK = "last answered heartbeat"


async def reconnects(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    """Strike a stable shard again and again, with a network so fast that what is measured is the client."""
    world = make(rng, 1, latency=(0.0004, 0.001), budget=100_000)
    place = world.places[0]
    strikes: dict[str, Callable[[Place], Awaitable[float]]] = {
        "reset": _strike(Link.reset),
        "op 7": _strike(faults.op7),
        "resume address gone": _gone,
        "op 9 false": _strike(faults.op9(resumable=False)),
        "zombie": _silent,
    }
    outcome = Outcome(times={name: [] for name in (*strikes, LAST_ACK)})
    async with world.running():
        for _ in range(30 if short else 1000):
            for name, strike in strikes.items():
                # Long enough for the next to be the first in a row, for others than this client, too.
                await asyncio.sleep(rng.uniform(35, 75))
                since = await strike(place)
                is_back = await world.until(lambda since=since: place.active_at > since, step=0.5)
                took = place.active_at - since if is_back else math.inf
                outcome.times[name].append(took)
                if name == "zombie":
                    outcome.times[LAST_ACK].append(took + world.interval)
                if not is_back:
                    place.heal()
                    await world.until(lambda: world.are_active)
        outcome.counts["stuck"] = world.clients[0].state is not ShardState.ACTIVE
    return outcome


def _strike(act: Callable[[Link], None]) -> Callable[[Place], Awaitable[float]]:
    async def strike(place: Place) -> float:
        if place.link is not None:
            act(place.link)
        return place.world.now

    return strike


async def _gone(place: Place) -> float:
    place.refuses_resume_url = place.world.rng.choice(("name", "503", "hang"))
    return await _strike(Link.reset)(place)


async def _silent(place: Place) -> float:
    """Let the peer die; the clock starts with the first heartbeat that nobody answers."""
    link = place.link
    if link is None:
        raise NoSession("no connection to strike")
    link.go_mute()
    beats = len(link.beats)
    await place.world.until(lambda: len(link.beats) > beats, step=0.5)
    return link.beats[beats]


def judge_reconnects(outcomes: Sequence[Outcome]) -> list[Line]:
    times = {name: [t for outcome in outcomes for t in outcome.times[name]] for name in outcomes[0].times}
    connect = GatewayTimeouts().connect
    most = {
        "reset": 1.0,
        "op 7": 1.0,
        "zombie": 41.25 + 1.0,
        "resume address gone": connect + 1.0,
        "op 9 false": 5.0 + 5.5,
        # What A10 and A11 leave: the next heartbeat must be sent, and then be given a whole interval.
        LAST_ACK: 2 * 41.25 + 1.0,
    }
    lines = []
    for name, values in times.items():
        p50, p99 = measured(values, 0.5), measured(values, 0.99)
        is_quick = name in ("reset", "op 7")
        target = "p50 < 0.3 s, p99 < 1 s" if is_quick else f"p99 <= {most[name]:g} s"
        holds = p99 <= most[name] and (p50 < 0.3 or not is_quick)
        shown = f"p50 {p50:.2f} s, p99 {p99:.2f} s in {len(values):,}"
        after = "first unanswered heartbeat" if name == "zombie" else name
        lines.append(Line("5", f"time to ACTIVE after: {after}", target, shown, holds))
    return lines


# 7: living peers taken for dead


async def patience(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    """Live with a gateway that sends no events and answers late, and with a loop that stands still."""
    world = make(rng, 16 if short else 64, max_concurrency=16)
    hours = 2.0 if short else 160.0
    is_over = False

    async def annoy(place: Place) -> None:
        while not is_over:
            await asyncio.sleep(rng.uniform(0.5, 4) * world.interval)
            if place.link is not None:
                place.link.ack_delay = rng.choice((0.0, rng.uniform(0, 0.95) * world.interval))
            faults.op1_before_the_tick(place, rng)

    async with world.running():
        before = world.links
        tasks = [asyncio.create_task(annoy(place)) for place in world.places]
        until = world.now + hours * 3600
        while world.now < until:
            await asyncio.sleep(rng.uniform(60, 1200))
            # As a callback of its own: other callbacks of this moment run before and after it.
            asyncio.get_running_loop().call_soon(world.block, rng.uniform(0.1, 0.99) * world.interval)
        is_over = True
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        counts = Counter(
            {
                "zombies": sum(client.metrics.zombies for client in world.clients),
                "reconnects": world.links - before,
                "hours": int(hours * len(world.places)),
            }
        )
    return Outcome(counts)


def judge_patience(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = sum((outcome.counts for outcome in outcomes), Counter())
    of = f"{counts['hours']:,} h of silence, late answers, op 1 races, blocked loops"
    return [
        zero("7", "living peers taken for dead", counts["zombies"], of),
        zero("7", "reconnects in that time", counts["reconnects"]),
    ]


# 8: the send limit


async def saturate(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    """Send as much as the shard lets through, while the gateway asks for heartbeats and the connection breaks."""
    world = make(rng, 2, max_concurrency=2, interval=(41.25, 10.0, 5.0)[number % 3], latency=(0.01, 0.5))
    outcome = Outcome()
    async with world.running():
        senders = [asyncio.create_task(_send(client)) for client in world.clients for _ in range(8)]
        for _ in range(2 if short else 48):
            for _ in range(6):
                await asyncio.sleep(rng.uniform(60, 540))
                for place in world.places:
                    if place.link is not None and place.link.beats:
                        faults.op1_storm(place, rng)
            for place in world.places:
                outcome.counts["late"] += _late_beats(place)
                outcome.counts["beats"] += len(place.link.beats) if place.link is not None else 0
                faults.on_link(Link.reset)(place, rng)
        for sender in senders:
            sender.cancel()
        outcome.counts["sent"] = world.heard
        outcome.counts["closed"] = world.violations.total()
        outcome.most = world.most_in_60_s
        await asyncio.wait(senders)
    return outcome


async def _send(shard: GatewayClient) -> None:
    while True:
        await shard.send({"op": 4, "d": {"guild_id": "1", "channel_id": None, "self_mute": False, "self_deaf": False}})
        await shard.update_presence(status="online")


def _late_beats(place: Place) -> int:
    """Return how many heartbeats were not sent at their moment: the first says when the others are due."""
    link = place.link
    if link is None or not link.beats or not link.is_open:
        return 0
    on_time = {round(beat - link.beats[0], 2) for beat in link.beats}
    due = int((place.world.now - link.beats[0]) / place.world.interval)
    return sum(
        not {round(count * place.world.interval + off, 2) for off in (-0.01, 0, 0.01)} & on_time for count in range(due)
    )


def judge_saturate(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = sum((outcome.counts for outcome in outcomes), Counter())
    most = int(max(outcome.most for outcome in outcomes))
    of = f"{counts['sent']:,} payloads"
    return [
        Line("8", "payloads in any 60 s, saturating sender", "<= 120", f"{most} in {of}", most <= 120),
        zero("8", "heartbeats delayed by it", counts["late"], f"{counts['beats']:,} heartbeats"),
        zero("8", "connections closed for what was sent", counts["closed"]),
    ]


# 9: a start


async def cold_start(rng: random.Random, number: int, short: bool, make: type[World] = World) -> Outcome:
    world = make(rng, 256, max_concurrency=16)
    async with world.running():
        return Outcome(Counter({"refused": world.refused_identifies}), {"start": [world.now]})


def judge_cold_start(outcomes: Sequence[Outcome]) -> list[Line]:
    slowest = max(outcome.times["start"][0] for outcome in outcomes)
    least = 5.0 * 15
    return [
        Line(
            "9",
            "cold start of 256 shards at max_concurrency 16",
            f"<= 1.1 x {least:g} s",
            f"{slowest:.1f} s = {slowest / least:.3f} x, slowest of {len(outcomes)}",
            slowest <= 1.1 * least,
        ),
        zero("9", "op 9 earned in it", sum(outcome.counts["refused"] for outcome in outcomes)),
    ]


# 10: the end

CAUSES = {
    4004: ("token",),
    4010: ("shard 0 of 1", "GET /gateway/bot"),
    4011: ("too many guilds for 1 shard", "GET /gateway/bot"),
    4012: ("version 10",),
    4013: ("intents 33283",),
    4014: ("Server Members Intent", "Message Content Intent", "https://discord.com/developers"),
}
"""What the error must say, by close code."""


def names_cause(code: int, text: str) -> bool:
    """Whether an error says what happened, and what to do about it."""
    return all(word in text for word in (*CAUSES[code], str(code)))


async def fatal(
    rng: random.Random,
    number: int,
    short: bool,
    make: type[World] = World,
    names_cause: Callable[[int, str], bool] = names_cause,
) -> Outcome:
    """Close with each code at each moment of a connection's life."""
    counts: Counter[str] = Counter()
    for code in CAUSES:
        for moment in ("hello", "identify", "resume", "active"):
            world = make(rng, 1)
            place = world.places[0]
            strike = faults.ambush(moment, faults.close(code))
            if moment in ("hello", "identify"):
                strike(place, rng)
            async with world.running(wait=False):
                if moment in ("resume", "active"):
                    await world.until(lambda world=world: world.are_active)
                    (strike if moment == "resume" else faults.on_link(faults.close(code)))(place, rng)
                await asyncio.wait(world.tasks, timeout=60)
                attempts = place.attempts
                await asyncio.sleep(3600)
                error = world.tasks[0].exception() if world.tasks[0].done() else None
                counts["fatal"] += 1
                counts["attempts after"] += place.attempts - attempts
                counts["went on"] += error is None or world.clients[0].state is not ShardState.FATAL
                counts["named"] += names_cause(code, str(error))
    return Outcome(counts)


def judge_fatal(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = sum((outcome.counts for outcome in outcomes), Counter())
    all_named = counts["named"] == counts["fatal"] > 0
    named = f"{counts['named']} of {counts['fatal']} (6 codes x 4 moments)"
    return [
        zero(
            "10", "attempts after a fatal code", counts["attempts after"] + counts["went on"], f"{counts['fatal']} ends"
        ),
        Line("10", "errors that name the cause", "100 %", named, all_named),
    ]
