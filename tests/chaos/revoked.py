"""Figure 21: permissions, or the token, taken away under load, and how often Discord has to say so."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tests.chaos.figures import Line, Outcome, total, zero
from tests.chaos.rest.network import Network, Reply, Request
from tests.chaos.rest.ours import Sender, sender
from tests.chaos.rest.rules import BY_SHAPE
from tests.chaos.rest.server import Discord, Mood
from tests.chaos.rest.workload import Mixed, Order


@dataclass(frozen=True)
class Load:
    """How many want something, and for how many seconds: before something is taken away, meanwhile, and afterwards."""

    tasks: int
    before: float
    meanwhile: float
    after: float


WHOLE, SHORT = Load(500, 60, 900, 90), Load(40, 8, 30, 32)
GONE = {401: (0, "401: Unauthorized"), 403: (50013, "Missing Permissions")}
UNSEEN = (50001, "Missing Access")

Forbids = Callable[[str], bool]
"""Whether a path may not be used any more."""


def resource_of(path: str) -> int:
    """Return the number of the channel or guild in a path; -1 where there is none."""
    top, _, rest = path.strip("/").partition("/")
    return int(rest.partition("/")[0]) % 1000 if top in ("channels", "guilds") else -1


class Revoking(Discord):
    """A Discord that takes something away for a time."""

    def __init__(self, rng: random.Random, status: int, forbids: Forbids, since: float, until: float) -> None:
        super().__init__(rng, Mood())
        self.status, self.forbids, self.since, self.until = status, forbids, since, until

    def is_forbidden(self, path: str, now: float) -> bool:
        return self.since <= now < self.until and self.forbids(path)

    def answer(self, request: Request) -> Reply:
        reply = super().answer(request)
        path = request.target.partition("?")[0].removeprefix("/api/v10")
        if reply.status >= 400 or "authorization" not in request.headers or not self.is_forbidden(path, request.at):
            return reply
        self.count_invalid()
        self.counts["forbidden"] += 1
        code, message = UNSEEN if self.status == 403 and self.rng.random() < 0.5 else GONE[self.status]
        return replace(reply, status=self.status, body=json.dumps({"message": message, "code": code}).encode())


def orders(rng: random.Random) -> list[Order]:
    """Return requests of the usual kinds, about 200 channels and as many guilds; none with limits that are not told."""
    usual = (
        order
        for order in Mixed(rng, 100_000)
        if BY_SHAPE[order.method, order.template].hidden is None
        and order.age is None
        and "message" not in order.template
    )
    return list(islice(usual, 5_000))


async def take_away(
    rng: random.Random, status: int, forbids: Forbids, load: Load
) -> tuple[Revoking, Counter[str], float]:
    """Send under load while something is gone for some time, and until all is well again.

    Returns:
        The server, counts, and the seconds for which requests were refused after they were allowed again.
    """
    loop = asyncio.get_running_loop()
    since = loop.time() + load.before
    until = since + load.meanwhile
    server = Revoking(rng, status, forbids, since, until)
    Network(server, random.Random(rng.random())).install()
    wanted, counts = orders(rng), Counter[str]()
    late = 0.0

    async def ask(client: Sender, order: Order) -> None:
        nonlocal late
        now, path = loop.time(), order.path(0.0)
        error = await client.attempt(order)
        if error is None:
            counts["ok"] += 1
        elif client.is_forbidden(error):
            counts["refused"] += 1
            if now >= until:
                late = max(late, loop.time() - until)
            elif not server.is_forbidden(path, now) and not server.is_forbidden(path, loop.time()):
                counts["refused although allowed"] += 1
        else:
            counts[type(error).__name__] += 1

    async def work() -> None:
        while loop.time() < until + load.after:
            await ask(client, rng.choice(wanted))
            # A task that goes on whatever happens, as a bot's handlers do with each event.
            await asyncio.sleep(rng.uniform(0.5, 2))

    async with sender(rng) as client:
        await asyncio.gather(*(work() for _ in range(load.tasks)))
    return server, counts, late


CASES: dict[str, tuple[int, Forbids, int, int]] = {
    "token revoked": (401, lambda path: True, 100, 50),
    "all permissions revoked": (403, lambda path: True, 100, 50),
    "thrown out of one guild of ten": (403, lambda path: resource_of(path) % 10 == 0, 1_000, 70),
    "thrown out of nine guilds of ten": (403, lambda path: resource_of(path) % 10 != 0, 2_000, 400),
}
"""What is taken away: the answers' status, what of, and the invalid requests allowed in a whole and a short run."""
PARTLY = "thrown out of nine guilds of ten"
LATE = 30.0
"""Seconds after which what is allowed again must pass again."""


async def revoke(rng: random.Random, number: int, short: bool) -> Outcome:
    outcome = Outcome(times={"late": [], PARTLY: []})
    for name, (status, forbids, most, most_in_short) in CASES.items():
        server, counts, late = await take_away(rng, status, forbids, SHORT if short else WHOLE)
        outcome.counts[f"{name}: invalid"] = server.invalid
        outcome.counts[f"{name}: may be"] = most_in_short if short else most
        outcome.counts[f"{name}: wrong"] = counts["refused although allowed"]
        outcome.counts[f"{name}: asked"] = counts.total()
        outcome.times[name if name == PARTLY else "late"].append(late)
    return outcome


def judge_revoke(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    lines: list[Line] = []
    for name in CASES:
        worst = max(outcome.counts[f"{name}: invalid"] for outcome in outcomes)
        most = outcomes[0].counts[f"{name}: may be"]
        shown = f"{worst:,} at most; {counts[f'{name}: asked']:,} requests wanted"
        lines.append(Line("21", f"invalid in 10 min: {name}", f"<= {most:,} of 10,000", shown, 0 < worst <= most))
    late = max(seconds for outcome in outcomes for seconds in outcome.times["late"])
    last = max(seconds for outcome in outcomes for seconds in outcome.times[PARTLY])
    wrong = sum(counts[f"{name}: wrong"] for name in CASES if name != PARTLY)
    also = f"(of nine of ten: {counts[f'{PARTLY}: wrong']:,}, until {last:.0f} s)"
    return [
        *lines,
        zero("21", "refused although allowed, meanwhile", wrong, also),
        Line("21", "refusals after all is allowed again", f"<= {LATE:g} s", f"until {late:.1f} s", late <= LATE),
    ]
