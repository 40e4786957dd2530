"""The figures of REST that are about speed: throughput beside the optimum, the global second, and who must not wait."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.chaos.figures import Line, Outcome, measured, total
from tests.chaos.rest import rules
from tests.chaos.rest.network import Network, Reply, Request
from tests.chaos.rest.ours import Sender, sender
from tests.chaos.rest.rules import Bucket
from tests.chaos.rest.server import Discord, Mood
from tests.chaos.rest.wall import wall_clock
from tests.chaos.rest.workload import CALLBACK, INTERACTION, MEMBER, MESSAGE, ONE_MESSAGE, ROLE, Order, perform

# 13: throughput

_IDS = {
    "channel": "100000000000000000",
    "message": "400000000000000000",
    "guild": "200000000000000000",
    "user": "500000000000000000",
    "role": "600000000000000000",
}
GLOBAL = Bucket("global", 50, 1.0)


@dataclass(frozen=True)
class Course:
    """What is asked for without a pause, and what limits it."""

    kind: str
    order: Order
    bucket: Bucket

    def least(self, count: int) -> float:
        """Return the seconds from the first arrival to the last at best.

        A fixed window lets its whole limit in as soon as it opens, and the next opens when it ends. A leaky bucket
        lets its whole limit in at the start, and after that one at a time, as fast as they come back.
        """
        bucket = self.bucket
        if bucket.is_leaky:
            return (count - bucket.limit) * bucket.period / bucket.limit
        return (count - 1) // bucket.limit * bucket.period


COURSES = (
    Course("fixed", Order("POST", MESSAGE, _IDS, {"content": "x"}), rules.MESSAGES),
    Course("fixed", Order("PUT", ROLE, _IDS), rules.ROLES),
    Course("fixed", Order("DELETE", ONE_MESSAGE, _IDS, age=3600.0), rules.DELETES[""]),
    Course("leaky", Order("GET", MESSAGE, _IDS), rules.READS),
    Course("leaky", Order("GET", MEMBER, _IDS), rules.MEMBER),
    Course("global", Order("GET", "/users/{user}", _IDS), GLOBAL),
)


async def throughput(rng: random.Random, number: int, short: bool) -> Outcome:
    """Use each limit to the full, over a network so fast that what is measured is the client."""
    outcome = Outcome()
    with wall_clock():
        for course in COURSES:
            discord = Discord(random.Random(rng.random()), Mood())
            Network(discord, random.Random(rng.random()), latency=(0.001, 0.003)).install()
            count = course.bucket.limit * (20 if short else 200)
            async with sender(rng) as ours:
                await perform((course.order for _ in range(count)), 100, ours.send)
            took = discord.last_at - discord.first_at
            # Of those that were done: a client that gives some up is no faster for it.
            outcome.times.setdefault(course.kind, []).append(course.least(discord.counts["done"]) / took)
            outcome.counts["asked"] += discord.counts["asked"]
            outcome.counts[f"429s {course.kind}"] += discord.counts["preventable"] + discord.counts["unpreventable"]
    return outcome


def judge_throughput(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    lines = []
    for kind in ("fixed", "leaky", "global"):
        parts = [part for outcome in outcomes for part in outcome.times[kind]]
        what = "throughput: the global limit" if kind == "global" else f"throughput: {kind} windows"
        refusals = counts[f"429s {kind}"]
        shown = f"{min(parts):.1%}, worst of {len(parts)}; {refusals} 429s"
        lines.append(Line("13", what, ">= 95 % of the optimum", shown, min(parts) >= 0.95 and refusals == 0))
    return lines


# 14: the global limit, and who is exempt from it


class Watched:
    """A server that notes when the answers to interactions set out."""

    def __init__(self, discord: Discord) -> None:
        self.discord = discord
        self.set_out: dict[str, float] = {}

    def answer(self, request: Request) -> Reply:
        if request.target.endswith("/callback"):
            self.set_out.setdefault(request.target.split("/")[4], request.sent_at)
        return self.discord.answer(request)


SHARDS, TASKS = 20, 1000


async def crowd(rng: random.Random, number: int, short: bool) -> Outcome:
    """Let the handlers of twenty shards ask for more than the bot may, through one client; answer interactions."""
    loop = asyncio.get_running_loop()
    discord = Discord(random.Random(rng.random()), Mood(failing=0.002, breaking=0.002))
    server = Watched(discord)
    network = Network(server, random.Random(rng.random()), latency=(0.02, 0.06))
    network.install()
    asked: dict[str, float] = {}
    until = loop.time() + (20 if short else 1000)

    async def handle(ours: Sender, shard: int, task: int) -> None:
        while loop.time() < until:
            await ours.send(Order("GET", MESSAGE, {"channel": str(10**17 + shard * TASKS + task)}))
            await asyncio.sleep(rng.expovariate(1 / 20))

    async def interact(ours: Sender) -> None:
        answers = []
        for count in range(10**9):
            await asyncio.sleep(rng.expovariate(10))
            if loop.time() >= until:
                break
            id_ = str(8 * 10**17 + count)
            asked[id_] = loop.time()
            values = {"id": id_, "interaction": f"{INTERACTION}{count:070d}"}
            answers.append(asyncio.ensure_future(ours.send(Order("POST", CALLBACK, values, {"type": "5"}))))
        await asyncio.gather(*answers)

    async def disturb() -> None:
        while loop.time() < until:
            await asyncio.sleep(rng.uniform(2, 20))
            network.break_all()

    with wall_clock():
        async with sender(rng) as ours:
            handlers = (handle(ours, task % SHARDS, task) for task in range(TASKS))
            await asyncio.gather(*handlers, interact(ours), disturb())
    added = [server.set_out[id_] - at for id_, at in asked.items() if id_ in server.set_out]
    counts = Counter(discord.counts)
    counts["callbacks"] = len(asked)
    return Outcome(counts, {"added": added, "took": [loop.time()]}, discord.most_in_a_second, discord.log)


def judge_crowd(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    most = int(max(outcome.most for outcome in outcomes))
    took = sum(outcome.times["took"][0] for outcome in outcomes)
    added = [seconds for outcome in outcomes for seconds in outcome.times["added"]]
    p99 = measured(added, 0.99) * 1000
    ordinary = counts["asked"] - counts["callbacks"]
    of = f"{ordinary:,} requests of {SHARDS} shards, {TASKS} tasks; {ordinary / took:.1f} a second"
    return [
        Line("14", "requests that arrive within any second", "<= 50", f"{most} in {of}", most <= 50),
        Line(
            "14", "added to interaction callbacks by limits", "p99 < 5 ms", f"{p99:.2f} ms in {len(added):,}", p99 < 5
        ),
    ]
