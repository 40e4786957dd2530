"""A world of shards: the scripted gateway, the real shards of a bot against it, and the oracle that watches both."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

from scurrypy.dispatch.dispatcher import Dispatcher
from scurrypy.events.gateway_events import RawEvent
from scurrypy.gateway import GatewayClient, GatewayOptions, IdentifyQueue, ShardState
from tests.chaos.oracle import Oracle
from tests.chaos.place import GENERIC, RESUME_HOST, Place, Session
from tests.support.virtual_clock import VirtualClockLoop

TOKEN = "a.very.secret-token"
INTENTS = 33283
"""GUILDS, GUILD_MEMBERS, GUILD_MESSAGES and MESSAGE_CONTENT: two of them privileged."""
SPACING = 5.0
"""Seconds between two IDENTIFYs of one concurrency key."""


class World:
    """The gateway's side of a bot, and the bot's real shards.

    Args:
        rng: Source of every chance in this world: latencies, faults, and the shards' own jitter.
        shards: How many there are.
        max_concurrency: IDENTIFYs that may come within five seconds.
        latency: Seconds that a message takes, least and most.
        interval: Seconds between heartbeats.
        compress: Transport compression.
        budget: IDENTIFYs of a day. Large bots have more than the 1000 of others.
    """

    place_class = Place
    session_class = Session
    oracle_class = Oracle

    def __init__(
        self,
        rng: random.Random,
        shards: int = 1,
        *,
        max_concurrency: int = 1,
        latency: tuple[float, float] = (0.01, 0.05),
        interval: float = 41.25,
        compress: Any = None,
        budget: int = 1000,
    ) -> None:
        self.rng = rng
        self.interval = interval
        self.max_concurrency = max_concurrency
        self.violations: Counter[str] = Counter()
        """What the client did against the rules, by what it was."""
        self.sessions: dict[str, Session] = {}
        self.by_number: dict[int, Session] = {}
        self.links = self.resumes = self.identifies = self.identifies_wasted = 0
        self.refused_identifies = 0
        """IDENTIFYs answered by INVALID SESSION because they came too early."""
        self.events = self.withheld = self.heard = self.most_in_60_s = self.faults = 0
        self.oracle = self.oracle_class(self)
        self.dispatcher = Dispatcher({RawEvent.dispatch_name: [self.oracle.see]}, concurrency=64)
        self.places = [self.place_class(self, number) for number in range(shards)]
        self._budget = budget
        self._latency = latency
        self._loop = cast("VirtualClockLoop", asyncio.get_running_loop())
        self._last_identify: dict[int, float] = {}
        self._days: Counter[int] = Counter()
        self.clients: list[Any] = self._make_clients(compress)
        self.tasks: list[asyncio.Task[None]] = []

    def _make_clients(self, compress: Any) -> list[Any]:
        queue = IdentifyQueue(self.max_concurrency, total=self._budget, rng=random.Random(self.rng.random()))
        jitter = random.Random(self.rng.random())
        return [
            GatewayClient(
                GatewayOptions(
                    resume_hosts=(RESUME_HOST,),
                    url=GENERIC,
                    compress=compress,
                    connect=place.connect,
                    rng=jitter,
                    identify_queue=queue,
                    queue_size=5000,
                )
            )
            for place in self.places
        ]

    @property
    def now(self) -> float:
        return self._loop.time()

    def latency(self) -> float:
        return self.rng.uniform(*self._latency)

    def block(self, seconds: float) -> None:
        """Let the event loop stand still, as a handler that blocks would."""
        self._loop.now += seconds

    # What the gateway keeps for all shards

    def open_session(self, place: Place) -> Session:
        session = self.session_class(place, len(self.sessions) + 1)
        self.sessions[session.id] = self.by_number[session.number] = session
        return session

    def admit_identify(self, shard_id: int, now: float) -> bool:
        """Count an IDENTIFY that arrived at `now`; return whether it kept the five seconds of its key."""
        self.identifies += 1
        day = int(now // 86400)
        self._days[day] += 1
        if self._days[day] > self._budget:
            self.violations["over the day's IDENTIFYs"] += 1
        key = shard_id % self.max_concurrency
        is_early = now - self._last_identify.get(key, -SPACING) < SPACING
        self._last_identify[key] = now
        self.refused_identifies += is_early
        return not is_early

    # Living in it

    @asynccontextmanager
    async def running(self, *, wait: bool = True) -> AsyncGenerator[None]:
        """Run all shards with a listener each; end when they are closed."""
        self.tasks = [
            asyncio.create_task(client.start(TOKEN, INTENTS, place.shard_id, len(self.places)))
            for client, place in zip(self.clients, self.places, strict=True)
        ]
        listeners = [asyncio.create_task(self.dispatcher.listen(client.event_queue)) for client in self.clients]
        try:
            if wait:
                await self.until(lambda: self.are_active)
            yield
        finally:
            for task in listeners:
                task.cancel()
            await asyncio.gather(*(client.close_ws() for client in self.clients))
            await asyncio.gather(*self.tasks, *listeners, return_exceptions=True)
            await self.dispatcher.pool.close()

    @property
    def are_active(self) -> bool:
        return all(client.state is ShardState.ACTIVE for client in self.clients)

    async def until(self, condition: Callable[[], bool], seconds: float = 3600.0, step: float = 0.05) -> bool:
        """Let time pass until `condition` holds; return false where it does not come to that."""
        deadline = self.now + seconds
        while not condition():
            if self.now > deadline:
                return False
            await asyncio.sleep(step)
        return True

    async def settle(self, seconds: float = 300.0) -> int:
        """Stop all faults and wait; return how many shards are stuck."""
        for place in self.places:
            place.heal()
        await asyncio.sleep(seconds)
        for place in self.places:
            place.emit(1)
        await asyncio.sleep(2.0)
        return sum(
            client.state is not ShardState.ACTIVE or place.session is None or place.session.link is None
            for client, place in zip(self.clients, self.places, strict=True)
        )
