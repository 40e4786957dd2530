"""Figure 16: requests that are cancelled wherever they wait, and what that leaves behind in the limits."""

import asyncio
import contextlib
import json
import random
from collections import Counter
from collections.abc import Coroutine, Sequence
from typing import Any, Literal

from scurrypy.http import HTTPClient
from scurrypy.http.bucket import Bucket
from scurrypy.http.gate import Gate
from scurrypy.http.global_limit import GlobalLimit
from scurrypy.http.limits import Limits
from scurrypy.http.refusals import Refusal
from scurrypy.http.routing import Target, target_of
from scurrypy.wire.errors import RateLimited, RequestFailed
from tests.chaos.figures import Line, Outcome, total, zero
from tests.chaos.rest.network import BASE, Network, Reply, Request
from tests.chaos.world import TOKEN

JSON = (("Content-Type", "application/json"), ("Via", "1.1 google"))

CROWD = 200
"""Requests that are under way or wait at the same time."""
GLOBAL = 30
"""Requests per second that the bot may send."""
OPERATIONS = (("GET", ""), ("PATCH", ""), ("POST", "/messages"), ("GET", "/messages"), ("GET", "/invites"))
"""Operations of a channel; the last has no bucket, and the two of messages share one."""
CHANNELS = range(1, 9)
PATIENCE = 3600.0
"""Seconds after which a request that nobody cancelled is taken for one that nobody wakes."""


class Window:
    """One bucket as the server keeps it: so many in each stretch of time."""

    def __init__(self, name: str, limit: int, period: float) -> None:
        self.name, self.limit, self.period = name, limit, period
        self.used, self.until = 0, 0.0

    def count(self, now: float) -> tuple[dict[str, str], Refusal | None]:
        """Count a request; return the headers of its answer, and how it is refused if it is."""
        if now >= self.until:
            self.used, self.until = 0, now + self.period
        is_over = self.used >= self.limit
        self.used += not is_over
        wait = self.until - now
        headers = {
            "X-RateLimit-Bucket": self.name,
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.limit - self.used),
            "X-RateLimit-Reset-After": f"{wait:.3f}",
        }
        return headers, Refusal("bucket", wait, "user") if is_over else None


def operations() -> dict[Target, Window | None]:
    """Return what may be requested, and the bucket of each."""
    made: dict[Target, Window | None] = {}
    for channel in CHANNELS:
        shared = Window("messages", 5, 2.0)
        own = {"GET": Window("read", 10, 1.0), "PATCH": Window("edit", 3, 4.0)}
        for method, tail in OPERATIONS:
            window = None if tail == "/invites" else shared if tail else own[method]
            made[target_of(method, f"/channels/{channel}{tail}")] = window
    return made


class Crowd:
    """Requests against a scripted server, and somebody who cancels them at any moment."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.loop = asyncio.get_running_loop()
        self.limits = Limits(GLOBAL, None)
        self.operations = operations()
        self.targets = list(self.operations)
        self.counts: Counter[str] = Counter()
        self.members: dict[asyncio.Task[None], None] = {}
        self.ranks: list[asyncio.Task[None]] = []
        self.answered_at = 0.0
        self.failed: list[asyncio.Task[None]] = []

    # One request

    async def request(self, target: Target, fields: frozenset[str] = frozenset()) -> None:
        """Send a request as the client does: again after each refusal, and with some tries that never arrive."""
        is_back = False
        while True:
            with await self.limits.acquire(target, "bot", fields, in_front=is_back) as permit:
                if self.rng.random() < 0.03:
                    await asyncio.sleep(self.rng.uniform(0, 0.2))
                    permit.refund()
                    is_back = True
                    continue
                permit.depart(self.rng.choice((0.0, 1.0)))
                await asyncio.sleep(self.rng.uniform(0.05, 2))
                headers, refusal = self.verdict(self.operations[target], bool(fields))
                permit.learn(200 if refusal is None else 429, headers, refusal)
            self.strike_some()
            if refusal is None:
                self.counts["answered"] += 1
                return
            is_back = True

    def verdict(self, window: Window | None, is_limited_further: bool) -> tuple[dict[str, str], Refusal | None]:
        """Return what the server says to a request: headers about its bucket, and a refusal now and then."""
        self.answered_at = self.loop.time()
        headers, refusal = window.count(self.loop.time()) if window is not None else ({}, None)
        if refusal is None and is_limited_further and self.rng.random() < 0.2:
            refusal = Refusal("hidden", self.rng.uniform(1, 20), "user")
        elif refusal is None and self.rng.random() < 0.01:
            kind: Literal["global", "shared"] = self.rng.choice(("global", "shared"))
            refusal = Refusal(kind, self.rng.uniform(0.1, 3), kind)
        if refusal is not None:
            self.counts[f"refused: {refusal.kind}"] += 1
        return headers, refusal

    # Cancelling

    def strike_some(self) -> None:
        """Cancel right after an answer: some of those were let through this moment, and do not know it yet."""
        for _ in range(self.rng.choice((0, 0, 1, 1, 5))):
            if self.ranks:
                self.strike(self.rng.choice(self.ranks))
        self.strike_awake()

    def strike_awake(self) -> None:
        """Cancel one or all of those that were let through this moment."""
        awake = [task for task in self.ranks if is_awake(task)]
        if awake:
            for task in self.rng.choice(([], awake, awake[:1])):
                self.strike(task)

    def lie_in_wait(self) -> None:
        """Be there when the next gates open: whoever is let through then is struck before it runs."""
        gates: list[Gate] = [*self.limits._buckets.values(), *self.limits._globals.values()]
        for gate in self.rng.sample(gates, min(4, len(gates))):
            if gate._timer is not None and not gate._timer.cancelled():
                self.loop.call_at(gate._timer.when(), self.strike_awake)

    def strike(self, task: asyncio.Task[None]) -> None:
        if not task.done() and not task.cancelling():
            self.counts[f"struck: {'just let through' if is_awake(task) else where(task.get_coro())}"] += 1
            task.cancel()

    def join(self) -> None:
        """Let one more request begin, and choose when it is cancelled: at a time, or after some turns of the loop."""
        target = self.rng.choice(self.targets)
        is_edit = target.method == "PATCH"
        fields = frozenset({self.rng.choice(("name", "topic"))}) if is_edit and self.rng.random() < 0.5 else frozenset()
        task = asyncio.create_task(self.request(target, fields))
        self.members[task] = None
        task.add_done_callback(self.part)
        fate = self.rng.random()
        if fate < 0.7:
            self.loop.call_later(self.rng.expovariate(0.5), self.strike, task)
        elif fate < 0.8:
            self.strike_after(self.rng.randint(0, 4), task)

    def strike_after(self, turns: int, task: asyncio.Task[None]) -> None:
        if turns:
            self.loop.call_soon(self.strike_after, turns - 1, task)
        else:
            self.strike(task)

    def part(self, task: asyncio.Task[None]) -> None:
        del self.members[task]
        self.counts["cancelled"] += task.cancelled()
        if not task.cancelled() and task.exception() is not None:
            self.failed.append(task)

    async def go(self, cancellations: int) -> None:
        """Let requests begin until so many were cancelled, or none is answered any more; then let the others end."""
        while self.counts["cancelled"] < cancellations and self.loop.time() - self.answered_at < PATIENCE / 6:
            while len(self.members) < CROWD:
                self.join()
            self.ranks = list(self.members)
            self.lie_in_wait()
            await asyncio.sleep(0.02)
            for task in self.failed:
                task.result()
        if self.members:
            _, left = await asyncio.wait(list(self.members), timeout=PATIENCE)
            self.counts["un-woken"] += len(left)
            for task in left:
                task.cancel()
            await asyncio.sleep(1)

    # What is left

    async def probe(self) -> None:
        """Count what each limit lets pass at once when it must be whole again, and compare it with what it may."""
        await asyncio.sleep(60)
        for target, window in self.operations.items():
            for fields in [frozenset(), frozenset({"name"}), frozenset({"topic"})][
                : 3 if target.method == "PATCH" else 1
            ]:
                passed = await self.passing([(target, fields)])
                self.counts["permits leaked"] += 1 - passed
            if window is None:
                continue
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    permit = await self.limits.acquire(target, "bot")
                window.until = 0.0
                permit.learn(200, window.count(self.loop.time())[0])
            await asyncio.sleep(10)
            self.judge(window.limit, await self.passing([(target, frozenset())] * (window.limit + 2)))
            await asyncio.sleep(2)
        known = [(target, frozenset[str]()) for target, window in self.operations.items() if window is not None]
        await asyncio.sleep(10)
        self.judge(GLOBAL, await self.passing(known * 3))

    def judge(self, allowed: int, passed: int) -> None:
        self.counts["limits probed"] += 1
        self.counts["permits leaked"] += max(0, allowed - passed)
        self.counts["permits too many"] += max(0, passed - allowed)

    async def passing(self, requests: Sequence[tuple[Target, frozenset[str]]]) -> int:
        """Return how many of these requests pass without waiting; none of them is sent."""
        tasks = [asyncio.create_task(self.limits.acquire(target, "bot", fields)) for target, fields in requests]
        for _ in range(4):
            await asyncio.sleep(0)
        passed = [task for task in tasks if task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        for task in passed:
            task.result().refund()
        return len(passed)


class Callers(Crowd):
    """The same crowd, of callers of an HTTP client: what they cancel goes through all of it, and through aiohttp."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__(rng)
        self.network = Network(self, random.Random(rng.random()), latency=(0.02, 1.0))
        self.http = HTTPClient(base_url=BASE, global_limit=GLOBAL, max_wait=None, rng=random.Random(rng.random()))

    async def start(self) -> None:
        self.network.install()
        await self.http.start(TOKEN)
        if self.http._exchange is not None:
            self.limits = self.http._exchange._limits

    async def request(self, target: Target, fields: frozenset[str] = frozenset()) -> None:
        body = dict.fromkeys(fields, "x") or ({"nsfw": True} if target.method == "PATCH" else None)
        try:
            await self.http.request(target.method, target.path, data=body)
            self.counts["answered"] += 1
        except (RateLimited, RequestFailed) as error:
            self.counts[f"raised: {type(error).__name__}"] += 1
        self.strike_some()

    def answer(self, request: Request) -> Reply:
        """Answer as the scripted server of the network."""
        if self.rng.random() < 0.03:
            return Reply(0)
        path = request.target.removeprefix("/api/v10").partition("?")[0]
        target = target_of(request.method, path)
        headers, refusal = self.verdict(
            self.operations[target], b'"name"' in request.body or b'"topic"' in request.body
        )
        after = self.rng.uniform(0, 0.5)
        if refusal is None:
            return Reply(200, (*JSON, *headers.items()), b'{"id": "1"}', after)
        told = {"message": "no", "retry_after": refusal.retry_after, "global": refusal.kind == "global"}
        scope = ("X-RateLimit-Scope", refusal.scope)
        return Reply(429, (*JSON, scope, *headers.items()), json.dumps(told).encode(), after)


def is_awake(task: Any) -> bool:
    """Whether what a task waits for has happened, and the task has not run since."""
    return task._fut_waiter is not None and task._fut_waiter.done()


def where(coroutine: Any) -> str:
    """Return what a request waits for."""
    frame: Any = None
    while isinstance(coroutine, Coroutine) and coroutine.cr_frame is not None:
        frame, coroutine = coroutine.cr_frame, coroutine.cr_await
    gate = frame.f_locals.get("self") if frame is not None and frame.f_code is Gate.enter.__code__ else None
    if isinstance(gate, GlobalLimit):
        return "before the global limit"
    if isinstance(gate, Bucket):
        return "before a bucket" if gate.name or gate._limit is not None else "before a gate of unknown size"
    return "not begun" if frame is None or coroutine is None else "in flight"


async def cancel(rng: random.Random, number: int, short: bool) -> Outcome:
    """Cancel requests at the limits themselves; every tenth run through the whole client."""
    if number % 10 != 1:
        crowd = Crowd(rng)
        await crowd.go(3_000 if short else 55_000)
        await crowd.probe()
        return Outcome(crowd.counts)
    callers = Callers(rng)
    await callers.start()
    await callers.go(500 if short else 10_000)
    await callers.probe()
    callers.counts["connections left open"] = len(callers.network.open)
    await callers.http.close()
    callers.counts["cancelled in the whole client"] = callers.counts["cancelled"]
    return Outcome(callers.counts)


def judge_cancel(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    struck = ", ".join(f"{count:,} {name[8:]}" for name, count in sorted(counts.items()) if name.startswith("struck: "))
    of = f"{counts['cancelled']:,} cancelled, {counts['cancelled in the whole client']:,} of them in the whole client"
    return [
        zero("16", "permits leaked by cancelled requests", counts["permits leaked"], of),
        zero("16", "permits gained by them", counts["permits too many"], f"{counts['limits probed']:,} limits probed"),
        zero("16", "requests that nobody wakes", counts["un-woken"], f"{counts['answered']:,} answered; {struck}"),
    ]
