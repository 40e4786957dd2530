"""The limits under anything in any order: after every step nothing is leaked, nobody sleeps in vain, no 429 is earned.

Some operations have true limits, which Discord counts as requests arrive: none of these is ever refused. Others answer
whatever hypothesis likes. `SCURRYPY_EXAMPLES=5000 scripts/test tests/unit/http/test_limiter_machine.py --timeout=0`
looks for longer.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
)

from scurrypy.http.bucket import Bucket
from scurrypy.http.gate import Gate, TurnedAway, WaitTooLong
from scurrypy.http.limits import Limits
from scurrypy.http.permits import Permit
from scurrypy.http.refusals import Refusal
from scurrypy.http.routing import Target, target_of
from tests.support.machines import VirtualMachine, check_machine
from tests.unit.http.model import Rule, Window, quota

Kind = Literal["global", "shared", "bucket", "hidden"]

TRUE_LIMITS = {
    ("GET", "/channels/{major}/messages"): Rule(3, 2.0, "fixed"),
    ("POST", "/channels/{major}/messages"): Rule(5, 5.0, "sliding", sliding=True),
    ("GET", "/guilds/{major}/roles"): Rule(1, 0.5, "one"),
}
"""The limit of each operation that keeps one, in a bucket of its own."""
TRUE = [("GET", "/channels/1/messages"), ("GET", "/channels/2/messages"), ("POST", "/channels/1/messages")]
TRUE += [("GET", "/guilds/1/roles"), ("GET", "/guilds/2/roles")]
WILD = [("PATCH", "/channels/1"), ("PATCH", "/channels/2"), ("GET", "/channels/1/pins"), ("GET", "/users/@me")]
WILD += [("DELETE", "/channels/1/messages/5"), ("GET", "/webhooks/1/aW50ZXJhY3Rpb246x")]
CALLBACK = ("POST", "/interactions/1/aW50ZXJhY3Rpb246x/callback")
FIELDS = st.sampled_from([frozenset[str](), frozenset({"name"}), frozenset({"name", "topic"})])
PAUSES = st.sampled_from([0.0, 0.01, 0.2, 0.5, 1.0, 1.1, 2.0, 5.0, 30.0, 70.0])


@dataclass(eq=False)
class Request:
    """One request, from the wish for a permit to its end."""

    target: Target
    identity: str
    fields: frozenset[str]
    task: asyncio.Task[Permit]
    permit: Permit | None = None
    knew: bool = False
    """Whether an answer had told the limit when it was let through."""
    departed: bool = False
    arrives: asyncio.TimerHandle | None = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def is_true(self) -> bool:
        return (self.target.method, self.target.template) in TRUE_LIMITS

    @property
    def place(self) -> tuple[str, str, str]:
        """Where a true limit counts it."""
        rule_ = TRUE_LIMITS[self.target.method, self.target.template]
        return self.identity, rule_.bucket, self.target.major


@dataclass
class Block:
    """Until when what an answer refused may not pass."""

    until: float
    holds: Callable[[Request], bool]


class LimiterMachine(VirtualMachine):
    """Requests of two senders, and a Discord that answers in any order, or not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Request] = []
        self.held: list[Request] = []
        self.flying: list[Request] = []
        self.blocks: list[Block] = []
        self.windows: dict[tuple[str, str, str], Window] = {}
        self.everywhere: dict[str, Window] = {}
        self.refused: list[str] = []
        self.told: set[tuple[str, str, str]] = set()
        self.keys: set[Any] = set()

    async def _settle(self, seconds: float = 0.0) -> None:
        """Let time pass, and take the permits that are given."""
        deadline = self.loop.time() + seconds
        while True:
            # Eight who waited at one gate may have to wait at others, one after the other.
            for _ in range(60):
                await asyncio.sleep(0)
            self._collect()
            if self.loop.time() >= deadline:
                return
            # Step by step, for a permit must not be found long after it was given.
            await asyncio.sleep(min(0.5, deadline - self.loop.time()))

    def _collect(self) -> None:
        for request in [request for request in self.waiting if request.task.done()]:
            self.waiting.remove(request)
            if request.task.cancelled():
                continue
            error = request.task.exception()
            if error is not None:
                assert isinstance(error, TurnedAway if self.max_wait is None else TurnedAway | WaitTooLong)
                continue
            request.permit = request.task.result()
            request.knew = request.is_true and request.place in self.told
            self.held.append(request)
            for block in self.blocks:
                assert self.loop.time() >= block.until or not block.holds(request), "passed a limit that was shut"

    @initialize(allowed=st.integers(1, 12), max_wait=st.sampled_from([None, None, 3.0, 30.0]))
    def open(self, allowed: int, max_wait: float | None) -> None:
        async def story() -> None:
            self.allowed, self.max_wait = allowed, max_wait
            self.limits = Limits(allowed, max_wait)

        self.run(story())

    # Asking

    @rule(
        what=st.sampled_from([*TRUE, *WILD, CALLBACK]),
        identity=st.sampled_from(["bot", "bot", "bot", "Bearer x"]),
        fields=FIELDS,
        in_front=st.booleans(),
        count=st.sampled_from([1, 1, 2, 8]),
    )
    def somebody_asks(
        self, what: tuple[str, str], identity: str, fields: frozenset[str], in_front: bool, count: int
    ) -> None:
        async def story() -> None:
            target = target_of(*what)
            names = fields if target.method == "PATCH" else frozenset[str]()
            before = self._queues()
            for _ in range(count):
                asked = self.limits.acquire(target, identity, names, in_front=in_front)
                self.waiting.append(Request(target, identity, names, asyncio.ensure_future(asked)))
            for _ in range(2):
                await asyncio.sleep(0)
            self._check_order(before, in_front=in_front)
            await self._settle()

        self.run(story())

    def _queues(self) -> dict[Gate, list[Any]]:
        return {gate: list(gate._waiters) for gate in self._gates()}

    def _check_order(self, before: dict[Gate, list[Any]], *, in_front: bool) -> None:
        """Who came before goes first, but for those in front."""
        for gate, queue in self._queues().items():
            old = [waiter for waiter in queue if waiter in before.get(gate, [])]
            assert old == [waiter for waiter in before.get(gate, []) if waiter in old]
            new = len(queue) - len(old)
            assert queue == ([*queue[:new], *old] if in_front else [*old, *queue[len(old) :]])

    @precondition(lambda self: self.waiting)
    @rule(data=st.data(), how_many=st.sampled_from([1, 1, 3]))
    def who_waits_gives_up(self, data: st.DataObject, how_many: int) -> None:
        for _ in range(min(how_many, len(self.waiting))):
            data.draw(st.sampled_from(self.waiting)).task.cancel()
        self.run(self._settle())

    # Sending

    @precondition(lambda self: self.held)
    @rule(data=st.data(), within=st.sampled_from([0.0, 0.0, 0.5, 1.0]), part=st.floats(0, 1))
    def a_request_departs(self, data: st.DataObject, within: float, part: float) -> None:
        async def story() -> None:
            request = self._pick(data, self.held)
            assert request.permit is not None
            self.held.remove(request)
            self.flying.append(request)
            request.departed = True
            request.permit.depart(within)
            request.arrives = self.loop.call_later(part * within, self._arrive, request)
            await self._settle()

        self.run(story())

    def _pick(self, data: st.DataObject, requests: list[Request]) -> Request:
        return requests[data.draw(st.integers(0, len(requests) - 1))]

    def _arrive(self, request: Request) -> None:
        """Discord counts a request at this moment, and decides what it will answer."""
        request.arrives = None
        now = self.loop.time()
        if request.permit is not None and not request.target.is_interaction:
            window = self.everywhere.setdefault(
                request.identity, Window(Rule(self.allowed, 1.0, "global", sliding=True))
            )
            if not window.take(now)[0]:
                self.refused.append("global")
        rule_ = TRUE_LIMITS.get((request.target.method, request.target.template))
        if rule_ is not None:
            window = self.windows.setdefault(request.place, Window(rule_))
            allowed, remaining, reset_after = window.take(now)
            # Where every answer so far was lost, nobody can know.
            if not allowed and request.knew:
                self.refused.append(rule_.bucket)
            request.headers = quota(rule_.limit, remaining, round(reset_after, 3), rule_.bucket)

    def _land(self, request: Request) -> Permit:
        """Let a request be over for its sender; it has arrived by then."""
        self.flying.remove(request)
        if request.arrives is not None:
            request.arrives.cancel()
            self._arrive(request)
        assert request.permit is not None
        return request.permit

    # Answering

    @precondition(lambda self: self.flying)
    @rule(
        data=st.data(),
        status=st.sampled_from([200, 200, 204, 404, 500]),
        names=st.sampled_from([None, "", "a", "b", "fixed"]),
        figures=st.tuples(st.integers(1, 4), st.integers(0, 4), st.sampled_from([0.0, 0.5, 3.0, 20.0])),
        gives_up=st.booleans(),
    )
    def an_answer_comes(
        self,
        data: st.DataObject,
        status: int,
        names: str | None,
        figures: tuple[int, int, float],
        gives_up: bool,
    ) -> None:
        async def story() -> None:
            request = self._pick(data, self.flying)
            permit = self._land(request)
            with permit:
                if request.is_true:
                    self.told.add(request.place)
                    permit.learn(status if status != 404 else 200, request.headers)
                else:
                    permit.learn(status, {} if names is None else quota(*figures, names))
            if gives_up and self.waiting:
                # In the very moment in which the answer may have let it through.
                data.draw(st.sampled_from(self.waiting)).task.cancel()
            await self._settle()

        self.run(story())

    @precondition(lambda self: any(not request.is_true for request in self.flying))
    @rule(
        data=st.data(),
        kind=st.sampled_from(["global", "shared", "bucket", "hidden"]),
        seconds=st.sampled_from([0.3, 2.0, 10.0, 50.0]),
        names=st.sampled_from([None, "a", "b"]),
    )
    def a_request_is_refused(self, data: st.DataObject, kind: Kind, seconds: float, names: str | None) -> None:
        async def story() -> None:
            request = self._pick(data, [request for request in self.flying if not request.is_true])
            permit, until = self._land(request), self.loop.time() + seconds
            with permit:
                permit.learn(429, {} if names is None else quota(5, 1, 1.0, names), Refusal(kind, seconds, "user"))
            if permit._bucket is not None:
                self._remember(request, kind, until)
            await self._settle()

        self.run(story())

    def _remember(self, request: Request, kind: Kind, until: float) -> None:
        bucket = self.limits._buckets[request.permit.key] if request.permit is not None else None
        if kind == "global" and not request.target.is_interaction:
            self.blocks.append(
                Block(until, lambda other: other.identity == request.identity and not other.target.is_interaction)
            )
        elif kind == "hidden":
            key, fields = request.permit and request.permit.key, request.fields
            self.blocks.append(
                Block(until, lambda other: bool(other.permit and other.permit.key == key and fields <= other.fields))
            )
        else:
            self.blocks.append(Block(until, lambda other: bool(other.permit and other.permit._bucket is bucket)))

    @precondition(lambda self: self.flying or self.held)
    @rule(data=st.data(), refunds=st.booleans())
    def a_request_comes_to_nothing(self, data: st.DataObject, refunds: bool) -> None:
        """It is given up before or after it was sent, or never reaches Discord."""

        async def story() -> None:
            request = self._pick(data, self.flying + self.held)
            if request in self.held:
                self.held.remove(request)
                permit = request.permit
                if not refunds and permit is not None:
                    # Who gives up in the moment in which it goes out does not know whether it arrived.
                    permit.depart(0.0)
                    self._arrive(request)
            elif refunds and request.arrives is not None:
                request.arrives.cancel()
                self.flying.remove(request)
                permit = request.permit
            else:
                permit = self._land(request)
                with permit:
                    pass
                await self._settle()
                return
            assert permit is not None
            with permit:
                if refunds:
                    permit.refund()
            await self._settle()

        self.run(story())

    # Time and the end

    @rule(seconds=PAUSES)
    def time_passes(self, seconds: float) -> None:
        self.run(self._settle(seconds))

    @rule()
    def everybody_is_sent_away(self) -> None:
        async def story() -> None:
            self.limits.dismiss(TurnedAway)
            await self._settle()

        self.run(story())
        assert self.waiting == []

    # What holds after every step

    def _gates(self) -> set[Gate]:
        limits = self.limits
        hidden = [gate for gates in limits._hidden.values() for gate in gates.values()]
        gates: set[Gate] = {*limits._buckets.values(), *limits._named.values(), *limits._globals.values(), *hidden}
        for request in self.held + self.flying:
            permit = request.permit
            if permit is not None:
                gates |= {gate for gate in (permit._bucket, permit._everywhere, *permit._hidden) if gate is not None}
        return gates

    @invariant()
    def nothing_was_refused_that_keeps_a_true_limit(self) -> None:
        assert self.refused == []

    @invariant()
    def nobody_sleeps_in_vain(self) -> None:
        """Who waits waits for a timer, or for the end of one that is under way."""
        now = self.loop.time()
        for gate in self._gates():
            if not gate.is_awaited:
                continue
            delay = gate.delay(now)
            assert delay != 0, "the gate is open, and somebody waits"
            if delay is None:
                under_way = gate._in_flight if isinstance(gate, Bucket) else gate._under_way
                assert under_way > 0, "nothing is under way that could end"
            else:
                assert gate._timer is not None
                assert gate._timer.when() <= now + delay + 1e-6

    @invariant()
    def no_permit_is_leaked(self) -> None:
        limits = self.limits
        out = self.held + self.flying
        hidden = {gate for gates in limits._hidden.values() for gate in gates.values()}
        for request in out:
            hidden |= set(request.permit._hidden) if request.permit is not None else set()
        buckets = {gate for gate in self._gates() if isinstance(gate, Bucket)} - hidden
        # Who waits for the global limit has passed a bucket; if that was replaced meanwhile, it has to pass another.
        between = sum(len(gate._waiters) for gate in limits._globals.values())
        with_bucket = [request for request in out if request.permit is not None and request.permit._bucket is not None]
        in_flight = sum(bucket._in_flight for bucket in buckets)
        assert len(with_bucket) <= in_flight <= len(with_bucket) + between
        bound = [request for request in self.held if request.permit is not None and request.permit._everywhere]
        assert sum(gate._under_way for gate in limits._globals.values()) == len(bound)

    async def _finish(self) -> None:
        """Let everything end: everybody who waits is let through, and nothing is kept."""
        if not hasattr(self, "limits"):
            return
        for _ in range(400):
            for request in [*self.flying, *self.held]:
                if request in self.held:
                    self.held.remove(request)
                    self.flying.append(request)
                    assert request.permit is not None
                    request.permit.depart(0.0)
                    self._arrive(request)
                permit = self._land(request)
                with permit:
                    permit.learn(200, request.headers)
            if not self.waiting:
                break
            await self._settle(1.0)
        assert self.waiting == [], "somebody waits for ever"
        await asyncio.sleep(200)
        (await self.limits.acquire(target_of("GET", "/gateway"), "bot")).refund()
        limits = self.limits
        assert (len(limits), len(limits._named), limits._hidden) == (1, 0, {})
        assert set(limits._globals) <= {"bot"}
        assert len(limits._names) <= 2 * len({*TRUE, *WILD})
        self.no_permit_is_leaked()


def test_whatever_happens_the_limits_hold_and_nobody_waits_in_vain():
    check_machine(LimiterMachine, steps=50)
