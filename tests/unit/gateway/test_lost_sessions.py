"""What is told of a session that cannot be resumed, and when nothing is to tell (A21)."""

import asyncio
from datetime import UTC, datetime

from scurrypy.gateway import GatewayClient, GatewaySession, ShardState
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import INTERVAL, RESUME, TOKEN, FakeGateway, drain, until


def test_A21_no_loss_is_told_where_there_was_no_session():
    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.IDENTIFYING)
            gateway.socket.say(9, False)
            gateway.answers_identify = True
            await until(lambda: client.state is ShardState.ACTIVE)
            assert [name for name, _ in drain(client)] == ["READY"]
            assert client.metrics.sessions_lost == 0

    run_virtual(story())


def test_A21_a_new_session_in_place_of_a_resumed_one_is_a_loss():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.on_hear = lambda socket, op, d: op == 6 and not gateway.hear(socket, {"op": 2, "d": {}})
            gateway.socket.drop()
            await until(lambda: client.metrics.resumes == 1 and client.state is ShardState.ACTIVE)
            assert [name for name, _ in drain(client)] == ["READY", "SESSION_LOST", "READY"]

    run_virtual(story())


def told_losses(client):
    return [data for name, data in drain(client) if name == "SESSION_LOST"]


def seconds_ago(text):
    return (datetime.now(UTC) - datetime.fromisoformat(text)).total_seconds()


def test_A21_the_gap_begins_where_the_connection_ended_not_where_the_last_resume_failed():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(shard_id=3, total=5) as client:
            gateway.socket.event("A", {})
            before = datetime.now(UTC)
            gateway.answers_resume = False
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.RESUMING)
            after = datetime.now(UTC)
            gateway.socket.say(0, {}, 3, "REPLAYED")
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            [lost] = told_losses(client)
            assert before <= datetime.fromisoformat(lost["since"]) <= after
            assert (lost["shard_id"], lost["seq"]) == (3, 3)
            assert "attempts to resume failed" in lost["reason"]

    run_virtual(story())


def test_A21_of_a_line_that_went_dead_the_gap_begins_before_the_silence():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await asyncio.sleep(10 * INTERVAL)
            gateway.socket.event("A", {})
            heard = gateway.now
            gateway.answers_heartbeats = False
            await until(lambda: client.state is not ShardState.ACTIVE)
            silent = gateway.now - heard
            gateway.answers_heartbeats = True
            gateway.sessions.clear()
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            [lost] = told_losses(client)
            assert silent - 1 <= seconds_ago(lost["since"]) <= 3 * INTERVAL + 1

    run_virtual(story())


def test_A21_a_restored_session_that_is_refused_has_a_gap_whose_beginning_nobody_knows():
    async def story():
        gateway = FakeGateway()
        client = GatewayClient(gateway.options())
        client.restore(GatewaySession("gone", RESUME, 5, 0, 1))
        task = asyncio.create_task(client.start("token", 0, 0, 1))
        await until(lambda: client.state is ShardState.ACTIVE)
        [lost] = told_losses(client)
        assert (lost["session_id"], lost["seq"], lost["since"]) == ("gone", 5, None)
        await client.close_ws()
        await task

    run_virtual(story())


def test_A21_what_the_bot_ends_itself_is_no_loss():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await client.close_ws()
        again = asyncio.create_task(client.start(TOKEN, 0, 0, 1))
        await until(lambda: client.state is ShardState.ACTIVE)
        await client.suspend()
        await again
        again = asyncio.create_task(client.start(TOKEN, 0, 0, 1))
        await until(lambda: client.state is ShardState.ACTIVE)
        await client.close_ws()
        await again
        assert [name for name, _ in drain(client)] == ["READY", "READY", "RESUMED"]
        assert client.metrics.sessions_lost == 0

    run_virtual(story())
