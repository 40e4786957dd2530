"""Random faults at random moments: the shard always comes back, holds one socket, loses nothing it could keep."""

import asyncio
import gc
import logging
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scurrypy.gateway import ShardState
from scurrypy.gateway.connection import Connection
from scurrypy.wire.errors import FatalClose
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import FakeGateway, drain, refused, until


def heal(gateway):
    """Let the faults stop."""
    fresh = FakeGateway()
    for name in ("latency", "says_hello", "answers_heartbeats", "answers_identify", "answers_resume", "answers_close"):
        setattr(gateway, name, getattr(fresh, name))
    gateway.refuse = fresh.refuse


FATAL_CODES = (4004, 4010, 4011, 4012, 4013, 4014)

KEEPS_SESSION = {
    "drop": lambda gateway: gateway.socket.drop(),
    "op 7": lambda gateway: gateway.socket.say(7),
    "op 9 true": lambda gateway: gateway.socket.say(9, True),
    "op 1 storm": lambda gateway: [gateway.socket.say(1) for _ in range(200)],
    "garbage": lambda gateway: gateway.socket.raw(b"\x00garbage"),
    "unknown": lambda gateway: gateway.socket.say(77, {"x": 1}),
    "second hello": lambda gateway: gateway.socket.say(10, {"heartbeat_interval": 1000}),
    "duplicate": lambda gateway: gateway.socket.say(0, {}, 1, "READY_AGAIN"),
    "1000": lambda gateway: gateway.socket.close_from_peer(1000),
    "1001": lambda gateway: gateway.socket.close_from_peer(1001),
    "1006": lambda gateway: gateway.socket.close_from_peer(1006),
    "4000": lambda gateway: gateway.socket.close_from_peer(4000),
    "4008": lambda gateway: gateway.socket.close_from_peer(4008),
    "no acks": lambda gateway: setattr(gateway, "answers_heartbeats", False),
    "no hello": lambda gateway: setattr(gateway, "says_hello", False),
    "no close frames": lambda gateway: setattr(gateway, "answers_close", False),
    "refuse all": lambda gateway: setattr(gateway, "refuse", lambda url: refused(503)),
    "refuse resume": lambda gateway: setattr(gateway, "refuse", lambda url: refused() if "resume" in url else None),
    "slow": lambda gateway: setattr(gateway, "latency", 3.0),
    "heal": heal,
}
LOSES_SESSION = {
    "op 9 false": lambda gateway: gateway.socket.say(9, False),
    "4003": lambda gateway: gateway.socket.close_from_peer(4003),
    "4005": lambda gateway: gateway.socket.close_from_peer(4005),
    "4006": lambda gateway: gateway.socket.close_from_peer(4006),
    "4007": lambda gateway: gateway.socket.close_from_peer(4007),
    "4009": lambda gateway: gateway.socket.close_from_peer(4009),
    "deaf to resume": lambda gateway: setattr(gateway, "answers_resume", False),
    "deaf to identify": lambda gateway: setattr(gateway, "answers_identify", False),
    "sessions forgotten": lambda gateway: gateway.sessions.clear(),
}
FAULTS = KEEPS_SESSION | LOSES_SESSION
EVENT = "event"


async def run_schedule(steps, seed):
    """Run a shard through the steps, let it recover, and return the gateway, the client and what was sent."""
    gateway, sent = FakeGateway(), []
    async with gateway.shard(rng=random.Random(seed)) as client:
        for wait, what in steps:
            await asyncio.sleep(wait)
            if what == EVENT:
                session = client.session
                if session is not None and session.session_id in gateway.sessions:
                    sent.append(len(sent))
                    gateway.dispatch(session.session_id, "E", {"n": sent[-1]})
            elif gateway.sockets or what in ("refuse all", "refuse resume", "heal", "no hello"):
                FAULTS[what](gateway)
            assert sum(socket.is_open for socket in gateway.sockets) <= 1
        heal(gateway)
        await until(lambda: client.state is ShardState.ACTIVE, 300, step=0.5)
        await asyncio.sleep(100)
        await until(lambda: client.state is ShardState.ACTIVE, 300, step=0.5)
        events = drain(client)
        assert gateway.most_open == 1
        await client.close_ws()
        assert client.state is ShardState.DISCONNECTED
        assert not any(socket.is_open for socket in gateway.sockets)
        assert len(asyncio.all_tasks()) == 1
        return gateway, client, sent, events


def schedules(names):
    return st.lists(
        st.tuples(st.sampled_from([0.0, 0.0, 0.01, 0.02, 0.05, 0.5, 3.0, 30.0, 45.0]), st.sampled_from(names)),
        max_size=25,
    )


@settings(max_examples=300)
@given(schedules([*FAULTS, EVENT]), st.integers(0, 1000))
def test_figure_6_after_any_faults_the_shard_is_active_again_with_one_socket(steps, seed):
    logging.disable(logging.CRITICAL)
    try:
        gateway, client, _, events = run_virtual(run_schedule(steps, seed))
    finally:
        logging.disable(logging.NOTSET)
    lost = [data for name, data in events if name == "SESSION_LOST"]
    ready = [data for name, data in events if name == "READY"]
    # Every session but the last was told to be lost, and no other (figure 3).
    assert [data["session_id"] for data in lost] == [data["session_id"] for data in ready[:-1]]
    assert client.metrics.sessions_lost == len(lost)
    assert all(socket.closed_with not in (1000, 1001) for socket in gateway.sockets[:-1])


@settings(max_examples=300)
@given(schedules([*KEEPS_SESSION, EVENT, EVENT, EVENT]), st.integers(0, 1000))
def test_figures_1_and_2_within_a_session_nothing_is_lost_doubled_or_out_of_order(steps, seed):
    logging.disable(logging.CRITICAL)
    try:
        _, client, sent, events = run_virtual(run_schedule(steps, seed))
    finally:
        logging.disable(logging.NOTSET)
    if client.metrics.sessions_lost == 0:
        assert [data["n"] for name, data in events if name == "E"] == sent
        # Figure 4: faults that can be resumed cost no IDENTIFY.
        assert len([name for name, _ in events if name == "READY"]) == 1


@pytest.mark.parametrize("code", FATAL_CODES)
@pytest.mark.parametrize("seed", range(5))
def test_a_fatal_code_ends_it_at_any_moment(code, seed):
    async def story():
        rng = random.Random(seed)
        gateway = FakeGateway()
        async with gateway.shard(rng=rng) as client:
            await until(lambda: gateway.sockets)
            await asyncio.sleep(rng.uniform(0, 0.1))
            for fault in rng.sample(sorted(KEEPS_SESSION), 3):
                if fault not in ("refuse all", "no hello"):
                    KEEPS_SESSION[fault](gateway)
                    await asyncio.sleep(rng.uniform(0, 3))
            heal(gateway)
            await until(lambda: gateway.socket.is_open)
            gateway.socket.close_from_peer(code)
            with pytest.raises(FatalClose) as caught:
                await client.task
            assert caught.value.code == code
            assert client.state is ShardState.FATAL
            assert not any(socket.is_open for socket in gateway.sockets)
            assert gateway.most_open == 1

    run_virtual(story())


@settings(max_examples=150)
@given(st.floats(0.0, 0.3), st.sampled_from([None, *FAULTS]), st.sampled_from(["close", "suspend", "cancel"]))
def test_closing_at_any_moment_ends_everything(moment, fault, how):
    async def story():
        gateway = FakeGateway()
        async with gateway.shard() as client:
            await asyncio.sleep(0.05)
            if fault is not None and gateway.sockets:
                FAULTS[fault](gateway)
            await asyncio.sleep(moment)
            before = gateway.now
            if how == "cancel":
                client.task.cancel()
                await asyncio.wait({client.task})
            else:
                await (client.close_ws() if how == "close" else client.suspend())
            assert gateway.now - before <= 5.1
            assert not any(socket.is_open for socket in gateway.sockets)
            assert client.state is ShardState.DISCONNECTED
            assert client.task.done()
            attempts = len(gateway.attempts)
            await asyncio.sleep(300)
            assert len(gateway.attempts) == attempts

    run_virtual(story())


def connections():
    gc.collect()
    return sum(isinstance(thing, Connection) for thing in gc.get_objects())


def test_no_memory_is_kept_per_reconnect():
    """disnake#424 leaked on each: nothing of an old connection may be reachable from the shard."""

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            for round_ in range(50):
                await asyncio.sleep(20)
                gateway.socket.drop()
                del gateway.sockets[:-1]
                gateway.attempts.clear()
                drain(client)
                await until(lambda: client.state is not ShardState.ACTIVE)
                await until(lambda: client.state is ShardState.ACTIVE)
                if round_ == 10:
                    before = connections()
            assert connections() <= before

    run_virtual(story())
