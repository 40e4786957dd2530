"""Sequence numbers, resuming, losing a session (A18 to A26), and every close code's consequence."""

import asyncio
import dataclasses
import json
import logging
import random
import re

import pytest

from scurrypy.gateway import GatewayClient, GatewaySession, ShardState
from scurrypy.gateway.close_codes import CLOSE_CODES, CloseAction, rule_for
from scurrypy.gateway.reconnect import MAX_BACKOFF, ReconnectPolicy
from scurrypy.gateway.state import Cause, Ending
from scurrypy.intents import Intents
from scurrypy.wire.errors import (
    AuthenticationFailed,
    DisallowedIntents,
    GatewayError,
    InvalidAPIVersion,
    InvalidIntents,
    InvalidShard,
    ShardingRequired,
)
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import RESUME, TOKEN, FakeGateway, drain, refused, until


async def resumed(gateway, client, times=1):
    await until(lambda: client.metrics.resumes == times and client.state is ShardState.ACTIVE)


def test_A18_missed_events_are_replayed_in_order_before_resumed():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.event("TYPING_START", {"n": 0})
            gateway.socket.drop()
            for n in range(1, 6):
                gateway.dispatch(client.session.session_id, "TYPING_START", {"n": n})
            await resumed(gateway, client)
            assert gateway.socket.only(6) == {"token": TOKEN, "session_id": client.session.session_id, "seq": 2}
            events = drain(client)
            assert [name for name, _ in events] == ["READY", *["TYPING_START"] * 6, "RESUMED"]
            assert [data["n"] for name, data in events if name == "TYPING_START"] == [0, 1, 2, 3, 4, 5]
            assert client.metrics.identifies == 1

    run_virtual(story())


def test_A18_only_the_sequence_numbers_of_dispatches_count():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.say(11, None, s=99)
            gateway.socket.say(0, {}, None, "NO_NUMBER")
            assert client.session.seq == 1
            assert [name for name, _ in drain(client)] == ["READY", "NO_NUMBER"]

    run_virtual(story())


def test_A19_A20_an_event_that_comes_twice_is_handed_out_once():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.say(0, {"n": 2}, 2, "A")
            gateway.socket.say(0, {"n": 2}, 2, "A")
            gateway.socket.say(0, {"n": 1}, 1, "B")
            gateway.socket.say(0, {"n": 3}, 3, "C")
            assert [name for name, _ in drain(client)] == ["READY", "A", "C"]
            assert client.metrics.duplicates == 2

    run_virtual(story())


def test_A20_numbers_that_never_come_are_counted_and_hold_nothing_up():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.say(0, {}, 5, "A")
            assert client.metrics.gaps == 3
            assert client.session.seq == 5

    run_virtual(story())


def test_A20_a_number_counts_once_the_queue_has_the_event():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            drain(client)

            def broken(item):
                raise MemoryError

            client.event_queue.put_nowait = broken
            with pytest.raises(MemoryError):
                gateway.socket.event("A", {})
            assert client.session.seq == 1

    run_virtual(story())


LOSSES = {
    "opcode 9": lambda socket: socket.say(9, False),
    **{str(code): lambda socket, code=code: socket.close_from_peer(code) for code in (4003, 4005, 4006, 4007, 4009)},
}


@pytest.mark.parametrize("loss", LOSSES)
def test_A21_a_lost_session_is_told_to_the_application_before_the_new_ones_events(loss):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.event("A", {})
            session_id = client.session.session_id
            LOSSES[loss](gateway.socket)
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            events = drain(client)
            assert [name for name, _ in events] == ["READY", "A", "SESSION_LOST", "READY"]
            lost = events[2][1]
            assert (lost["shard_id"], lost["session_id"], lost["seq"]) == (0, session_id, 2)
            assert lost["reason"]
            assert client.session.session_id != session_id
            assert client.metrics.sessions_lost == 1

    run_virtual(story())


RESUMABLE = {
    "opcode 7": lambda socket: socket.say(7),
    "opcode 9 true": lambda socket: socket.say(9, True),
    "no code": lambda socket: socket.drop(),
    **{
        str(code): lambda socket, code=code: socket.close_from_peer(code)
        for code in (1000, 1001, 1002, 1006, 1011, 3000, 4000, 4001, 4002, 4008, 4999)
    },
}


@pytest.mark.parametrize("fault", RESUMABLE)
def test_A22_whatever_leaves_the_session_intact_is_resumed(fault):
    """Regression: ScurryPy 2.3 identified anew after an ordinary drop; aiohttp and disnake took 1000 for an end."""

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await asyncio.sleep(60)
            session_id = client.session.session_id
            RESUMABLE[fault](gateway.socket)
            gateway.dispatch(session_id, "MISSED", {})
            await resumed(gateway, client)
            assert client.metrics.identifies == 1
            assert [name for name, _ in drain(client)] == ["READY", "MISSED", "RESUMED"]
            assert gateway.most_open == 1

    run_virtual(story())


def test_A22_op_9_false_on_an_active_session_is_heeded():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.say(9, False)
            assert client.state is ShardState.CLOSING
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            assert client.metrics.resumes == 0

    run_virtual(story())


def test_A23_three_failed_resumes_end_the_session():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.on_hear = lambda socket, op, d: op == 6 and not socket.close_from_peer(1006)
            gateway.socket.drop()
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            assert client.metrics.resumes == 3
            assert client.metrics.sessions_lost == 1
            assert gateway.now < 30

    run_virtual(story())


def test_A23_a_resume_without_any_answer_ends_the_session_in_time():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.answers_resume = False
            gateway.socket.drop()
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            assert client.metrics.resumes <= 3
            assert gateway.now <= 110

    run_virtual(story())


def test_A23_a_long_replay_is_not_cut_off():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.answers_resume = False
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.RESUMING)
            await asyncio.sleep(1)
            for seq in range(2, 12):
                await asyncio.sleep(25)
                gateway.socket.say(0, {}, seq, "MISSED")
            gateway.socket.say(0, {}, 12, "RESUMED")
            assert client.state is ShardState.ACTIVE
            assert client.metrics.resumes == 1

    run_virtual(story())


def test_A23_op_7_during_a_resume_is_not_held_against_the_session():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            count = iter(range(6))
            gateway.on_hear = lambda socket, op, d: op == 6 and next(count) < 5 and not socket.say(7)
            gateway.socket.drop()
            await resumed(gateway, client, times=6)
            assert client.metrics.sessions_lost == 0

    run_virtual(story())


def test_A23_a_resume_that_failed_before_the_shard_was_closed_is_not_held_against_the_next_session():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.answers_resume = False
            gateway.socket.drop()
            await until(lambda: len(gateway.sockets) == 2 and client.state is ShardState.RESUMING)
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.DISCONNECTED)
            await client.close_ws()
            client.task = asyncio.create_task(client.start(TOKEN, 513, 0, 1))
            await until(lambda: client.state is ShardState.ACTIVE)
            await asyncio.sleep(100)
            session = await client.suspend()
            client.task = asyncio.create_task(client.start(TOKEN, 513, 0, 1))
            await until(lambda: client.state is ShardState.RESUMING)
            gateway.answers_resume = True
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.ACTIVE)
            assert client.session.session_id == session.session_id
            assert client.metrics.sessions_lost == 0

    run_virtual(story())


def test_A23_a_network_that_is_down_costs_no_session():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.refuse = lambda url: refused()
            gateway.socket.drop()
            await asyncio.sleep(1800)
            gateway.refuse = lambda url: None
            await resumed(gateway, client)
            assert client.metrics.sessions_lost == 0

    run_virtual(story())


def endings(policy, count, active_for=None):
    now, delays = 0.0, []
    for _ in range(count):
        now += 1.0
        since = None if active_for is None else now - active_for
        verdict = policy.judge(
            Ending(Cause.CLOSED), now=now, active_since=since, has_resumed=False, has_identified=True
        )
        delays.append(verdict.delay)
    return delays


def test_A23_backoff_has_full_jitter_and_is_capped():
    many = [endings(ReconnectPolicy(random.Random(seed)), 12) for seed in range(300)]
    for position, limit in enumerate([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]):
        delays = [run[position] for run in many]
        assert max(delays) <= limit
        assert max(delays) > 0.9 * limit
        assert min(delays) < 0.1 * limit
    assert MAX_BACKOFF == 60


def test_A23_backoff_starts_anew_only_after_a_session_was_stable():
    """A loop of RESUMED and drop (openclaw#13180) slows down although each connection opens well."""
    short = [
        max(run[8:]) for run in (endings(ReconnectPolicy(random.Random(s)), 20, active_for=1.0) for s in range(20))
    ]
    stable = [max(run) for run in (endings(ReconnectPolicy(random.Random(s)), 20, active_for=60.0) for s in range(20))]
    assert min(short) > 30
    assert max(stable) <= 0.5


@pytest.mark.parametrize("resumable", [True, False])
def test_A24_op_9_is_followed_by_a_wait_of_1_to_5_s(resumable):
    async def story(seed):
        gateway = FakeGateway()
        async with gateway.active_shard(rng=random.Random(seed)) as client:
            await asyncio.sleep(60)
            told = gateway.now
            gateway.socket.say(9, resumable)
            await until(lambda: len(gateway.attempts) == 2)
            assert client.metrics.sessions_lost == (not resumable)
            return gateway.now - told

    waits = [run_virtual(story(seed)) for seed in range(20)]
    assert min(waits) >= 1.0
    assert max(waits) <= 5.1
    assert max(waits) - min(waits) > 2.0


def test_A25_op_7_closes_with_a_code_that_keeps_the_session_and_resumes_at_once():
    async def story(seed):
        gateway = FakeGateway()
        async with gateway.active_shard(rng=random.Random(seed)) as client:
            await asyncio.sleep(60)
            told = gateway.now
            gateway.socket.say(7)
            await resumed(gateway, client)
            assert gateway.sockets[0].closed_with not in (None, 1000, 1001)
            assert RESUME in gateway.attempts[1][1]
            return gateway.now - told

    times = sorted(run_virtual(story(seed)) for seed in range(40))
    # Figure 5.
    assert times[len(times) // 2] < 0.4
    assert times[-1] < 1.0


def test_A25_a_server_that_does_not_answer_the_close_frame_delays_a_reconnect_by_a_second_only():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.answers_close = False
            told = gateway.now
            gateway.socket.say(7)
            await resumed(gateway, client)
            assert gateway.now - told < 2.0
            assert gateway.sockets[0].is_aborted
            assert gateway.most_open == 1

    run_virtual(story())


def test_A26_close_ws_says_goodbye_with_1000_and_suspend_does_not():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await client.close_ws()
            assert gateway.socket.closed_with == 1000
            assert not gateway.sessions
        async with gateway.active_shard() as client:
            session = await client.suspend()
            assert gateway.socket.closed_with not in (1000, 1001)
            assert session.session_id in gateway.sessions
            assert client.task.done()

    run_virtual(story())


def test_A26_figure_22_a_suspended_session_goes_on_in_another_process():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.event("A", {})
            stored = json.dumps(dataclasses.asdict(await client.suspend()))
        assert [name for name, _ in drain(client)] == ["READY", "A"]
        session = GatewaySession(**json.loads(stored))
        gateway.dispatch(session.session_id, "B", {})
        await asyncio.sleep(60)
        later = GatewayClient(gateway.options())
        later.restore(session)
        task = asyncio.create_task(later.start("token", 513, 0, 1))
        await until(lambda: later.state is ShardState.ACTIVE)
        with pytest.raises(GatewayError):
            later.restore(session)
        assert [name for name, _ in drain(later)] == ["B", "RESUMED"]
        assert later.metrics.identifies == 0
        await later.close_ws()
        await task

    run_virtual(story())


def test_A26_a_restored_session_of_another_shard_count_is_not_resumed():
    async def story():
        gateway = FakeGateway()
        client = GatewayClient(gateway.options())
        client.restore(GatewaySession("x", RESUME, 5, 0, 2))
        task = asyncio.create_task(client.start("token", 0, 0, 1))
        await until(lambda: client.state is ShardState.ACTIVE)
        assert [name for name, _ in drain(client)] == ["SESSION_LOST", "READY"]
        await client.close_ws()
        await task

    run_virtual(story())


FATAL = {
    4004: (AuthenticationFailed, ["token", "developer portal"]),
    4010: (InvalidShard, ["shard 2 of 5", "/gateway/bot"]),
    4011: (ShardingRequired, ["5 shard", "/gateway/bot"]),
    4012: (InvalidAPIVersion, ["version 10"]),
    4013: (InvalidIntents, [str(int(Intents.GUILDS | Intents.GUILD_MEMBERS))]),
    4014: (DisallowedIntents, ["GUILD_MEMBERS", "https://discord.com/developers/applications"]),
}


@pytest.mark.parametrize("code", FATAL)
@pytest.mark.parametrize("moment", ["identifying", "active", "resuming"])
def test_figure_10_fatal_codes_stop_the_shard_and_say_why(code, moment):
    """Regression: ScurryPy 2.3 answered 4004 with 757 IDENTIFYs in a second."""
    kind, words = FATAL[code]

    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = moment != "identifying"
        gateway.answers_resume = False
        intents = Intents.GUILDS | Intents.GUILD_MEMBERS
        async with gateway.shard(shard_id=2, total=5, intents=intents) as client:
            await until(lambda: client.state in (ShardState.IDENTIFYING, ShardState.ACTIVE))
            if moment == "active":
                await until(lambda: client.state is ShardState.ACTIVE)
            if moment == "resuming":
                await until(lambda: client.state is ShardState.ACTIVE)
                gateway.socket.drop()
                await until(lambda: client.state is ShardState.RESUMING)
            attempts = len(gateway.attempts)
            gateway.socket.close_from_peer(code, "whatever")
            with pytest.raises(kind) as caught:
                await client.task
            for word in [*words, str(code)]:
                assert word in str(caught.value)
            assert TOKEN not in str(caught.value)
            assert client.state is ShardState.FATAL
            await asyncio.sleep(600)
            assert len(gateway.attempts) == attempts

    run_virtual(story())


def test_the_table_of_close_codes_is_the_contracts():
    expected = {
        CloseAction.RESUME: {4000, 4001, 4002, 4008},
        CloseAction.IDENTIFY: {4003, 4005, 4006, 4007, 4009},
        CloseAction.STOP: set(FATAL),
    }
    for action, codes in expected.items():
        assert {code for code, rule in CLOSE_CODES.items() if rule.action is action} == codes
    for code in (None, 1000, 1001, 1006, 1011, 3999, 4015, 4999):
        assert rule_for(code).action is CloseAction.RESUME
    for code, rule in CLOSE_CODES.items():
        assert (rule.error.code if rule.error else code) == code


def test_4008_waits_for_the_send_budget_before_it_resumes():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            closed = gateway.now
            gateway.socket.close_from_peer(4008)
            await resumed(gateway, client)
            assert 60 <= gateway.now - closed <= 61

    run_virtual(story())


@pytest.mark.parametrize("code", [4001, 4002, 4005, 4008])
def test_codes_that_blame_this_side_are_logged_as_errors(code, caplog):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.close_from_peer(code)
            await until(lambda: client.state is ShardState.DISCONNECTED)

    run_virtual(story())
    assert [record for record in caplog.records if record.levelno == logging.ERROR and str(code) in record.getMessage()]


def test_a_shard_that_cannot_reconnect_says_so_from_the_third_try_on_and_when_it_is_back(caplog):
    def told():
        return [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.refuse = lambda url: refused(503)
            gateway.socket.drop()
            await until(lambda: len(gateway.attempts) == 3)
            assert told() == []
            await until(lambda: len(gateway.attempts) == 5)
            assert len(told()) == 2
            assert all(re.search(r"shard 0: could not connect \(503.*next try in \d+\.\d s", text) for text in told())
            gateway.refuse = lambda url: None
            await until(lambda: client.state is ShardState.ACTIVE)
            assert "shard 0 is resumed" in told()[-1]
            await asyncio.sleep(20)
            # Once it has been stable, the next reconnect is nothing to worry about.
            count = len(told())
            gateway.socket.drop()
            await until(lambda: client.metrics.resumes == 2 and client.state is ShardState.ACTIVE)
            assert len(told()) == count

    caplog.set_level(logging.INFO)
    run_virtual(story())


def test_the_token_is_never_logged(caplog):
    caplog.set_level(logging.DEBUG)

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            for fault in [*RESUMABLE.values(), *LOSSES.values()]:
                fault(gateway.socket)
                await until(lambda: client.state is not ShardState.ACTIVE)
                await until(lambda: client.state is ShardState.ACTIVE)
            assert TOKEN not in repr(client)
            assert TOKEN not in repr(client.__dict__)

    run_virtual(story())
    assert len(caplog.records) > 20
    assert TOKEN not in caplog.text
