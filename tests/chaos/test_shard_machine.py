"""Anything at any moment, in the order that hypothesis finds worst: after every step the contract of a shard holds.

The gateway is that of the other chaos tests. `SCURRYPY_EXAMPLES=5000 scripts/test tests/chaos/test_shard_machine.py
--timeout=0` looks for longer.
"""

import asyncio
import json
import logging
import random
from typing import Any

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
)

from scurrypy.gateway import ShardState
from scurrypy.gateway.heartbeat import Heartbeat
from scurrypy.gateway.sending import Outbox
from scurrypy.wire.errors import FatalClose, GatewayError, NoSession
from tests.chaos import faults
from tests.chaos.link import Link
from tests.chaos.place import Session
from tests.chaos.world import INTENTS, TOKEN, World
from tests.support.machines import VirtualMachine, check_machine

PAUSES = st.sampled_from([0.0, 0.001, 0.02, 0.05, 0.3, 1.0, 5.0, 20.0, 45.0, 100.0])
FAULTS = faults.RESUMABLE | faults.ENDING | faults.UNIDENTIFIED
QUICK = sorted(name for name in FAULTS if not name.startswith(("huge", "mass")))
GARBAGE = (
    b"",
    b"not json",
    b'{"op":',
    b'{"op":"x"}',
    b"[]",
    b"\xff\xfe",
    b'{"op":10,"d":{"heartbeat_interval":"nan"}}',
)


class ShardMachine(VirtualMachine):
    """A shard, a gateway that may do anything, and a user who may call anything."""

    def __init__(self) -> None:
        super().__init__()
        self.complaints: list[str] = []
        self.loop.set_exception_handler(lambda loop, context: self.complaints.append(str(context)))
        self.links: list[Link] = []
        self.pending = 0
        self.seqs: dict[str, int] = {}
        self.calls: list[asyncio.Future[Any]] = []

    @initialize(seed=st.integers(0, 2**16), compress=st.sampled_from([None, "zlib-stream", "zstd-stream"]))
    def open(self, seed: int, compress: str | None) -> None:
        async def story() -> None:
            self.rng = random.Random(seed)
            self.world = World(self.rng, 1, compress=compress, budget=100_000)
            self.place, self.client = self.world.places[0], self.world.clients[0]
            self.listener = asyncio.create_task(self._listen())
            self._watch_connects()
            self._start()

        self.run(story())

    def _watch_connects(self) -> None:
        connect = self.place.connect

        async def watched(*arguments: Any) -> Link:
            self.pending += 1
            try:
                link = await connect(*arguments)
            finally:
                self.pending -= 1
            self.links.append(link)
            return link

        options = self.client._options
        msgspec.structs.force_setattr(options, "connect", watched)

    def _start(self) -> None:
        self.task = asyncio.create_task(self.client.start(TOKEN, INTENTS, 0, 1))

    async def _listen(self) -> None:
        oracle = self.world.oracle
        while True:
            name, raw = await self.client.event_queue.get()
            data = json.loads(bytes(raw))
            if name == "SESSION_LOST":
                oracle._lost(self.world.sessions[data["session_id"]], data)
            elif name != "RESUMED" and "k" in data:
                oracle._event(self.world.by_number[data["k"]], data["n"])

    @property
    def is_over(self) -> bool:
        return self.task.done()

    @property
    def session(self) -> Session | None:
        """The session, where the gateway has it on an open connection."""
        session = self.place.session
        return session if session is not None and session.link is not None and session.ended is None else None

    # Time

    @rule(seconds=PAUSES)
    def time_passes(self, seconds: float) -> None:
        self.run(asyncio.sleep(seconds))

    # What the gateway does

    @rule(name=st.sampled_from(QUICK), seconds=PAUSES)
    def a_fault_strikes(self, name: str, seconds: float) -> None:
        async def story() -> None:
            FAULTS[name](self.place, self.rng)
            await asyncio.sleep(seconds)

        self.run(story())

    @rule(count=st.integers(1, 30), seconds=PAUSES)
    def events_happen(self, count: int, seconds: float) -> None:
        async def story() -> None:
            self.place.emit(count)
            await asyncio.sleep(seconds)

        self.run(story())

    @precondition(lambda self: self.session is not None)
    @rule(data=st.data())
    def an_event_comes_again(self, data: st.DataObject) -> None:
        async def story(session: Session, link: Link) -> None:
            if session.buffer:
                _, event = data.draw(st.sampled_from(list(session.buffer)))
                link.tell(event)

        session = self.session
        assert session is not None
        assert session.link is not None
        self.run(story(session, session.link))

    @precondition(lambda self: self.session is not None)
    @rule(gap=st.integers(1, 50))
    def numbers_are_left_out(self, gap: int) -> None:
        async def story(session: Session) -> None:
            session.no_events.update(range(session.seq + 1, session.seq + 1 + gap))
            session.seq += gap
            self.place.emit(1)

        session = self.session
        assert session is not None
        self.run(story(session))

    @precondition(lambda self: self.session is not None)
    @rule()
    def resumed_comes_unasked(self) -> None:
        session = self.session
        assert session is not None

        async def story() -> None:
            session.dispatch("RESUMED")

        self.run(story())

    @rule(
        op=st.sampled_from([1, 1, 11, 11, 10, 5, 2, 6, 77, -1]),
        d=st.sampled_from(
            [None, 7, {"heartbeat_interval": 41_250}, {"heartbeat_interval": 1}, {"heartbeat_interval": 1e15}]
        ),
    )
    def a_payload_comes_unasked(self, op: int, d: Any) -> None:
        async def story() -> None:
            faults.on_link(lambda link: link.say(op, d))(self.place, self.rng)

        if op != 10 or isinstance(d, dict):
            self.run(story())

    @rule(data=st.sampled_from(GARBAGE))
    def garbage_comes(self, data: bytes) -> None:
        async def story() -> None:
            faults.on_link(lambda link: link.tell(data))(self.place, self.rng)

        self.run(story())

    @rule(interval=st.sampled_from([1, 0.001, 1e-300, 0, -5, "often", "inf", 1e15, None]))
    def the_next_hello_is_odd(self, interval: Any) -> None:
        self.place.ambushes["hello"] = lambda link: bool([link.say(10, {"heartbeat_interval": interval})])

    @precondition(lambda self: not self.is_over)
    @rule(code=st.sampled_from(faults.FATAL_CODES))
    def the_end_comes(self, code: int) -> None:
        async def story() -> None:
            link, state = self.place.link, self.client.state
            if link is None or not link.is_open or link.is_mute or state is ShardState.CLOSING:
                return
            link.close_from_server(code)
            await asyncio.sleep(1)

        self.run(story())

    # What the user does

    @rule(
        call=st.sampled_from(["send", "presence", "voice", "heartbeat", "members"]),
        count=st.sampled_from([1, 1, 5, 130]),
        gives_up=st.booleans(),
    )
    def the_user_sends(self, call: str, count: int, gives_up: bool) -> None:
        client = self.client

        async def send() -> None:
            if call == "send":
                await client.send({"op": 4, "d": {"guild_id": "1"}})
            elif call == "presence":
                await client.update_presence(status="idle")
            elif call == "voice":
                await client.update_voice_state(1, None)
            elif call == "heartbeat":
                await client.heartbeat()
            else:
                await client.request_guild_members(1, timeout=5)

        async def story() -> None:
            calls = [asyncio.ensure_future(send()) for _ in range(count)]
            await asyncio.sleep(0)
            if gives_up:
                for each in calls[::2]:
                    each.cancel()
            self.calls += calls

        self.run(story())

    @rule(how=st.sampled_from(["close", "suspend", "cancel"]), again=st.booleans(), seconds=PAUSES)
    def the_user_ends_it(self, how: str, again: bool, seconds: float) -> None:
        async def story() -> None:
            began, was_over = self.world.now, self.is_over
            if how == "cancel":
                self.task.cancel()
                await asyncio.wait({self.task})
            elif was_over:
                # Before a start it would make that return at once.
                return
            else:
                await (self.client.close_ws() if how == "close" else self.client.suspend())
                await asyncio.wait({self.task}, timeout=1)
            assert self.world.now - began <= 5.1
            if how == "close":
                self.place.end_session("the user closed")
            self._nothing_is_left()
            await asyncio.sleep(seconds)
            self._nothing_is_left()
            if again:
                self._start()

        self.run(story())

    @precondition(lambda self: self.is_over)
    @rule()
    def the_user_starts_again(self) -> None:
        async def story() -> None:
            self._start()
            await asyncio.sleep(0)

        self.run(story())

    # What holds after every step

    @invariant()
    def it_never_has_two_sockets(self) -> None:
        assert self.pending + sum(not link._is_gone.is_set() for link in self.links) <= 1

    @invariant()
    def it_keeps_the_rules(self) -> None:
        world = self.world
        assert world.violations.total() == 0, world.violations
        assert (world.refused_identifies, world.identifies_wasted) == (0, 0)
        assert world.most_in_60_s <= 120

    @invariant()
    def handlers_get_what_the_gateway_sent_once_and_in_order(self) -> None:
        counts = self.world.oracle.counts
        wrong = ("doubled", "out of order", "false SESSION_LOST", "SESSION_LOST with a wrong gap")
        found = {name: counts[name] for name in wrong if counts[name]}
        assert found == {}, found

    @invariant()
    def its_number_only_grows(self) -> None:
        session = self.client.session
        if session is not None:
            assert session.seq >= self.seqs.get(session.session_id, 0)
            self.seqs[session.session_id] = session.seq

    @invariant()
    def its_state_is_true(self) -> None:
        client = self.client
        if client.state is ShardState.ACTIVE:
            assert client.session is not None
            assert client.ws.is_open
        if self.is_over:
            assert client.state in (ShardState.FATAL, ShardState.DISCONNECTED)
            self._nothing_is_left()

    @invariant()
    def nobody_is_complained_about(self) -> None:
        assert self.complaints == [], self.complaints[0]

    def _nothing_is_left(self) -> None:
        """No task, no timer and no socket of a shard that has ended."""
        error = None if self.task.cancelled() else self.task.exception()
        assert (self.client.state is ShardState.FATAL) is isinstance(error, FatalClose)
        assert self.pending == 0
        assert all(link._is_gone.is_set() for link in self.links)
        owners = {
            getattr(handle._callback, "__self__", None) for handle in self.loop._scheduled if not handle._cancelled
        }
        assert not any(isinstance(owner, Heartbeat | Outbox) for owner in owners)
        assert asyncio.all_tasks(self.loop) <= {self.listener, *self.calls, *self._own()}

    def _own(self) -> set[Any]:
        try:
            return {asyncio.current_task(self.loop)}
        except RuntimeError:
            return set()

    async def _finish(self) -> None:
        """Let the faults stop: the shard is back, and everything arrives that could."""
        if self.is_over:
            self._start()
        assert await self.world.settle(400) == 0, f"{self.client}"
        counts = self.world.oracle.close()
        assert counts["lost"] == 0, counts
        await self.client.close_ws()
        await asyncio.wait({self.task})
        for call in self.calls:
            call.cancel()
        for result in await asyncio.gather(*self.calls, return_exceptions=True):
            assert result is None or isinstance(result, asyncio.CancelledError | GatewayError | NoSession | list)
        self._nothing_is_left()


def test_whatever_happens_the_contract_holds_after_every_step(monkeypatch):
    monkeypatch.setattr(logging.getLogger("scurrypy"), "disabled", True)
    check_machine(ShardMachine, steps=30)
