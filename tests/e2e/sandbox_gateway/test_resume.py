"""Sessions outlive connections: what was missed is replayed exactly once, in order."""

import random

import pytest

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.gateway import GatewayOptions
from scurrypy.sandbox.records import Application, Guild
from scurrypy.sandbox.server import Sandbox
from tests.e2e.sandbox_gateway.gateway_client import GatewayClient


def publish(sandbox: Sandbox, guild: Guild, number: int) -> None:
    sandbox.world.publish(Dispatch("TEST", {"n": number}, guild.id))


async def test_replay_is_exact(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    async with GatewayClient(sandbox) as client:
        session_id = (await client.ready(application, 0))["session_id"]
        publish(sandbox, guild, 0)
        assert (await client.event("TEST"))["s"] == 2
        sandbox.gateway.sessions()[0].abort()
    for number in range(1, 6):
        publish(sandbox, guild, number)
    async with GatewayClient(sandbox) as client:
        await client.op(10)
        await client.resume(application, session_id, 2)
        replayed = [await client.receive() for _ in range(6)]
    assert [(event["t"], event["s"]) for event in replayed] == [("TEST", s) for s in range(3, 8)] + [("RESUMED", 8)]
    assert [event["d"]["n"] for event in replayed[:5]] == [1, 2, 3, 4, 5]


async def test_nothing_is_lost_or_doubled_over_many_drops(
    sandbox: Sandbox, application: Application, guild: Guild
) -> None:
    dice = random.Random(11)
    seen: list[int] = []
    session_id, sequence, sent = "", 0, 0
    for turn in range(20):
        async with GatewayClient(sandbox, compress=dice.choice(["", "zlib-stream", "zstd-stream"])) as client:
            if turn == 0:
                session_id = (await client.ready(application, 0))["session_id"]
                sequence = 1
            else:
                await client.resume(application, session_id, sequence)
            for _ in range(dice.randrange(8)):
                publish(sandbox, guild, sent)
                sent += 1
            for _ in range(dice.randrange(5)):
                if len(seen) == sent:
                    break
                event = await client.receive()
                if event["op"] == 0:
                    assert event["s"] == sequence + 1
                    sequence = event["s"]
                    seen += [event["d"]["n"]] if event["t"] == "TEST" else []
        for _ in range(dice.randrange(4)):
            publish(sandbox, guild, sent)
            sent += 1
    async with GatewayClient(sandbox) as client:
        await client.resume(application, session_id, sequence)
        await client.op(10)
        while (event := await client.receive())["t"] != "RESUMED" or len(seen) < sent:
            seen += [event["d"]["n"]] if event["t"] == "TEST" else []
    assert seen == list(range(sent))


@pytest.mark.parametrize("code", [1000, 1001])
async def test_a_client_that_says_goodbye_loses_its_session(
    sandbox: Sandbox, application: Application, guild: Guild, code: int
) -> None:
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application)
        assert application.bot_id in guild.presences
        await client.socket.close(code=code)
        async with GatewayClient(sandbox) as other:
            await other.resume(application, ready["session_id"], 1)
            assert (await other.op(9))["d"] is False
    assert sandbox.gateway.sessions() == []
    assert application.bot_id not in guild.presences


async def test_a_sequence_from_the_future_is_4007_and_ends_the_session(
    sandbox: Sandbox, application: Application
) -> None:
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application)
    async with GatewayClient(sandbox) as client:
        await client.resume(application, ready["session_id"], 1000)
        assert (await client.closed())[0] == 4007
    assert sandbox.gateway.sessions() == []


async def test_a_session_can_be_resumed_for_three_minutes(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application)
    await sandbox.settle()
    sandbox.world.clock.advance(179)
    async with GatewayClient(sandbox) as client:
        await client.resume(application, ready["session_id"], 1)
        assert await client.event("RESUMED")
    await sandbox.settle()
    sandbox.world.clock.advance(181)
    async with GatewayClient(sandbox) as client:
        await client.resume(application, ready["session_id"], 3)
        assert (await client.op(9))["d"] is False


async def test_a_session_that_missed_more_than_is_kept_is_invalid(
    sandbox: Sandbox, application: Application, guild: Guild
) -> None:
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application, 0)
    for number in range(101):
        publish(sandbox, guild, number)
    async with GatewayClient(sandbox) as client:
        await client.resume(application, ready["session_id"], 1)
        assert (await client.op(9))["d"] is False
    assert sandbox.gateway.sessions() == []


async def test_the_last_hundred_events_are_kept(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application, 0)
    for number in range(100):
        publish(sandbox, guild, number)
    async with GatewayClient(sandbox) as client:
        await client.resume(application, ready["session_id"], 1)
        assert (await client.event("RESUMED"))["s"] == 102


async def test_another_bots_session_cannot_be_resumed(sandbox: Sandbox, application: Application) -> None:
    other = sandbox.world.create_application("other")
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application)
        async with GatewayClient(sandbox) as thief:
            await thief.resume(other, ready["session_id"], 1)
            assert (await thief.op(9))["d"] is False
        await client.beat()


async def test_a_resume_elsewhere_closes_the_old_connection(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application)
        async with GatewayClient(sandbox) as second:
            await second.resume(application, ready["session_id"], 1)
            await second.event("RESUMED")
            assert (await client.closed())[0] == 4000
            await second.beat()
            assert sandbox.gateway.sessions()[0].connection is not None


@pytest.mark.parametrize("resumable", [True, False])
async def test_op_9_says_whether_the_session_lives(sandbox: Sandbox, application: Application, resumable: bool) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        sandbox.gateway.invalidate(sandbox.gateway.sessions()[0], resumable=resumable)
        assert (await client.op(9))["d"] is resumable
        assert len(sandbox.gateway.sessions()) == int(resumable)


async def test_what_a_test_can_do_to_a_session(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        session = sandbox.gateway.sessions()[0]
        session.reconnect()
        assert (await client.op(7))["d"] is None
        session.request_heartbeat()
        await client.op(1)
        session.send_raw(b"}{")
        assert (await client.socket.receive()).data == "}{"
        session.stop_acks()
        await client.send(1, None)
        publish(sandbox, guild, 1)
        assert (await client.receive())["t"] == "TEST"
        session.close(4000)
        assert await client.closed() == (4000, "Unknown error.")


@pytest.mark.parametrize("sandbox", [GatewayOptions(max_backlog=200_000)], indirect=True)
async def test_a_client_that_reads_nothing_is_cut_off(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, 0)
        session = sandbox.gateway.sessions()[0]
        for _ in range(30):
            sandbox.world.publish(Dispatch("TEST", {"text": "x" * 10_000}, guild.id))
        assert session.connection is not None
        assert session.connection.is_over
        message = await client.socket.receive(timeout=5)
        while message.type.value == 1:
            message = await client.socket.receive(timeout=5)
    assert sandbox.gateway.sessions() == [session]


async def test_after_op_9_false_requests_are_4003(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        sandbox.gateway.invalidate(sandbox.gateway.sessions()[0], resumable=False)
        await client.op(9)
        await client.send(3, {"status": "idle", "activities": [], "since": None, "afk": False})
        assert (await client.closed())[0] == 4003


async def test_after_op_9_false_a_client_may_identify_on_the_same_connection(
    sandbox: Sandbox, application: Application
) -> None:
    async with GatewayClient(sandbox) as client:
        first = await client.ready(application)
        sandbox.gateway.invalidate(sandbox.gateway.sessions()[0], resumable=False)
        await client.op(9)
        second = await client.ready(application)
        assert second["session_id"] != first["session_id"]
        assert len(sandbox.gateway.sessions()) == 1
