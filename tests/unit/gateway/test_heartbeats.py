"""The heartbeat: its schedule, what is a zombie and what is not (A8 to A12)."""

import asyncio
import itertools
import logging
import random

import pytest

from scurrypy.gateway import ShardState
from scurrypy.gateway.heartbeat import LEAST_INTERVAL, Heartbeat
from scurrypy.gateway.metrics import GatewayMetrics
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import INTERVAL, FakeGateway, until


def spacing(times):
    return [after - before for before, after in itertools.pairwise(times)]


def test_A8_the_first_beat_comes_after_a_random_part_of_the_interval_then_the_schedule_is_fixed():
    async def story(seed):
        gateway = FakeGateway()
        async with gateway.active_shard(rng=random.Random(seed)):
            await asyncio.sleep(5 * INTERVAL)
            beats = gateway.socket.beats()
            assert 0 <= beats[0] <= INTERVAL + 0.1
            assert spacing(beats) == pytest.approx([INTERVAL] * (len(beats) - 1))
            return beats[0]

    firsts = [run_virtual(story(seed)) for seed in range(8)]
    assert max(firsts) - min(firsts) > INTERVAL / 4


def test_A8_beats_carry_the_last_sequence_number_or_null():
    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = False
        async with gateway.shard() as client:
            await until(lambda: gateway.sent(1))
            assert gateway.sent(1) == [None]
            gateway.answers_identify = True
            gateway.hear(gateway.socket, {"op": 2, "d": {}})
            gateway.socket.event("TYPING_START", {})
            await until(lambda: len(gateway.sent(1)) == 2)
            assert gateway.sent(1)[1] == 2
            assert client.session.seq == 2

    run_virtual(story())


@pytest.mark.parametrize("said", ["1", "0.001", "1e-300", '"1"'])
def test_A27_an_interval_that_would_use_up_the_send_limit_is_not_kept_to(said, caplog):
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            gateway.socket.raw(b'{"op":10,"d":{"heartbeat_interval":%s}}' % said.encode())
            await until(lambda: client.state is ShardState.ACTIVE)
            for _ in range(150):
                await client.send({"op": 4, "d": None})
            await asyncio.sleep(600)
            times = [when for when, _, _ in gateway.socket.sent]
            assert all(after - before > 60 for before, after in zip(times, times[120:], strict=False))
            assert spacing(gateway.socket.beats()) == pytest.approx(
                [LEAST_INTERVAL] * (len(gateway.socket.beats()) - 1)
            )
            assert len(gateway.sockets) == 1

    run_virtual(story())
    assert "was told to send a heartbeat every" in caplog.text


def test_A27_heartbeats_asked_for_before_the_handshake_leave_room_for_it_and_for_the_schedule():
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            for _ in range(200):
                await client.heartbeat()
                gateway.socket.say(1)
            gateway.socket.say(10, {"heartbeat_interval": LEAST_INTERVAL * 1000})
            await until(lambda: client.state is ShardState.ACTIVE)
            await asyncio.sleep(59)
            assert gateway.socket.ops().count(2) == 1
            assert len(gateway.socket.sent) <= 120

    run_virtual(story())


@pytest.mark.parametrize("said", ["1e12", "1e308", '"inf"'])
def test_A10_an_interval_without_end_does_not_keep_a_dead_peer_from_being_found(said):
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            gateway.socket.raw(b'{"op":10,"d":{"heartbeat_interval":%s}}' % said.encode())
            await until(lambda: client.state is ShardState.ACTIVE)
            gateway.answers_heartbeats = False
            await until(lambda: client.metrics.zombies, 2 * 120)
            assert gateway.socket.is_aborted

    run_virtual(story())


def test_A8_beats_go_on_while_the_turn_to_identify_is_awaited():
    async def story():
        gateway = FakeGateway()
        queue = gateway.options().identify_queue
        async with queue.turn(0), gateway.shard(identify_queue=queue) as client:
            await asyncio.sleep(10 * INTERVAL)
            assert client.state is ShardState.IDENTIFY_QUEUED
            assert len(gateway.socket.beats()) >= 9
            assert len(gateway.sockets) == 1

    run_virtual(story())


def test_A8_beats_go_on_while_ready_is_awaited():
    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = False
        async with gateway.shard():
            await asyncio.sleep(85)
            assert len(gateway.socket.beats()) >= 2

    run_virtual(story())


def test_A9_a_requested_beat_is_sent_at_once_and_does_not_shift_the_schedule():
    """Regression: ScurryPy 2.3 did not answer opcode 1."""

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard():
            await until(lambda: len(gateway.socket.beats()) == 2)
            await asyncio.sleep(10)
            asked = gateway.now
            gateway.socket.say(1)
            await asyncio.sleep(2 * INTERVAL)
            beats = gateway.socket.beats()
            assert asked in beats
            beats.remove(asked)
            assert spacing(beats) == pytest.approx([INTERVAL] * (len(beats) - 1))

    run_virtual(story())


def test_A9_a_beat_requested_before_hello_is_sent():
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            gateway.socket.say(1)
            assert gateway.socket.ops() == [1]

    run_virtual(story())


def test_A10_missing_ack_is_a_zombie():
    """Regression: ScurryPy 2.3 never checked for the answer."""

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await until(lambda: len(gateway.socket.beats()) == 3)
            first = gateway.socket
            gateway.answers_heartbeats = False
            await until(lambda: first.is_aborted)
            # At the very next scheduled beat, at once, with no close frame to wait for.
            assert gateway.now - first.beats()[-1] <= INTERVAL + 0.05
            assert first.closed_with is None
            gateway.answers_heartbeats = True
            await until(lambda: client.state is ShardState.ACTIVE)
            assert (client.metrics.resumes, client.metrics.identifies, client.metrics.zombies) == (1, 1, 1)

    run_virtual(story())


def test_A11_any_payload_counts_as_life():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.answers_heartbeats = False
            for _ in range(20):
                await asyncio.sleep(INTERVAL / 2)
                gateway.socket.event("TYPING_START", {})
            assert client.metrics.zombies == 0

    run_virtual(story())


def test_A11_a_requested_beat_just_before_the_tick_is_no_false_zombie():
    """hikari closes this connection: interval 2 s, answers after 0.4 s, opcode 1 each time 0.15 s before the tick."""

    async def story():
        gateway = FakeGateway()
        gateway.interval = 2.0
        gateway.latency = 0.4
        async with gateway.active_shard() as client:
            await until(gateway.socket.beats)
            for _ in range(500):
                ticks = gateway.socket.beats()
                await asyncio.sleep(ticks[-1] + 2.0 - 0.15 - gateway.now)
                gateway.socket.say(1)
                await asyncio.sleep(0.2)
            assert client.metrics.zombies == 0
            assert len(gateway.sockets) == 1

    run_virtual(story())


def test_A11_a_requested_beat_does_not_hide_a_zombie():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await until(lambda: len(gateway.socket.beats()) == 2)
            await asyncio.sleep(1)
            gateway.answers_heartbeats = False
            dead = gateway.socket
            since = gateway.now
            while dead.is_open:
                await client.heartbeat()
                await asyncio.sleep(5)
            assert client.metrics.zombies == 1
            # One beat that is due and not answered, then the tick that sees it.
            assert gateway.now - since <= 2 * INTERVAL

    run_virtual(story())


def test_A11_latency_is_measured_per_beat_and_a_requested_one_does_not_spoil_it():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            assert client.latency != client.latency  # NaN before the first answer
            await until(lambda: len(gateway.socket.beats()) == 2)
            await asyncio.sleep(INTERVAL - 0.01)
            gateway.socket.say(1)
            await asyncio.sleep(1)
            assert client.latency == pytest.approx(gateway.latency, abs=1e-6)
            assert client.metrics.heartbeat_rrt == client.latency
            assert client.metrics.last_heartbeat_sent == gateway.socket.beats()[-1]

    run_virtual(story())


class Pulse:
    """A heartbeat by itself, whose loop a test can hold up; the peer answers each beat after a while."""

    def __init__(self, interval=40.0):
        self.sent = []
        self.dead = []
        self.peer_is_alive = True
        self.loop = asyncio.get_running_loop()
        self.metrics = GatewayMetrics()
        self.heartbeat = Heartbeat(
            self._send, lambda: self.dead.append(self.loop.time()), self.metrics, random.Random(3)
        )
        self.heartbeat.start(interval)

    def _send(self):
        self.sent.append(self.loop.time())
        self.loop.call_later(0.2, self._answer)

    def _answer(self):
        if self.peer_is_alive:
            self.heartbeat.heard = True
            self.heartbeat.answered()

    def block(self, seconds):
        """What blocking code in a handler does: time passes and nothing runs."""
        self.loop.now += seconds


@pytest.mark.parametrize("blocked", [5.0, 30.0, 41.0, 79.9, 90.0])
def test_A12_a_blocked_event_loop_is_not_taken_for_a_dead_peer(blocked, caplog):
    async def story():
        pulse = Pulse()
        await until(lambda: len(pulse.sent) == 2, step=1)
        pulse.peer_is_alive = False
        pulse.heartbeat.heard = False  # the answer lies unread in the socket
        await asyncio.sleep(pulse.sent[-1] + 39.5 - pulse.loop.time())
        pulse.block(blocked)
        pulse.peer_is_alive = True
        await asyncio.sleep(39)
        assert not pulse.dead
        assert pulse.metrics.loop_lag == pytest.approx(blocked - 0.5, abs=0.01)
        # One beat made up for those that were due, and the answer to it has a whole interval.
        assert len(pulse.sent) == 3
        # A peer that is dead is still found out.
        pulse.peer_is_alive = False
        await asyncio.sleep(90)
        assert len(pulse.dead) == 1
        pulse.heartbeat.stop()

    run_virtual(story())
    assert ("was blocked" in caplog.text) == (blocked > 5.5)


def test_figure_7_no_false_zombie_with_requested_beats_and_a_loop_that_is_blocked_now_and_then(caplog):
    caplog.set_level(logging.ERROR)
    hours = 300

    async def story():
        pulse = Pulse(41.25)
        rng = random.Random(5)
        while pulse.loop.time() < hours * 3600:
            await asyncio.sleep(rng.uniform(0, 200.0))
            if rng.random() < 0.5:
                pulse.heartbeat.beat()
            if rng.random() < 0.3:
                pulse.block(rng.uniform(0, 41.0))
        assert not pulse.dead
        assert len(pulse.sent) > hours * 3600 / 41.25
        pulse.heartbeat.stop()

    run_virtual(story())
