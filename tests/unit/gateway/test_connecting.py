"""Connecting and the way to READY: addresses, queries, deadlines, op 7 and op 9 in place of HELLO (A1 to A7)."""

import asyncio
import gc
import random

import pytest

from scurrypy.gateway import GatewayClient, GatewayOptions, GatewayTimeouts, IdentifyQueue, ShardState
from scurrypy.gateway.connection import Connection, gateway_address
from scurrypy.gateway.metrics import GatewayMetrics
from scurrypy.gateway.payload import read_payload
from scurrypy.gateway.state import Cause, Ending
from scurrypy.gateway.turns import Turns
from scurrypy.wire.errors import AuthenticationFailed, InvalidRequest, SessionStartLimitReached
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import GENERIC, RESUME, FakeGateway, FakeSocket, drain, refused, until


def test_A1_the_session_start_limit_of_get_gateway_bot_is_checked_before_the_first_identify():
    async def story():
        queue = IdentifyQueue(16, remaining=3, reset_after=120.0)
        queue.check(3)
        with pytest.raises(SessionStartLimitReached) as caught:
            queue.check(4)
        assert (caught.value.remaining, caught.value.required) == (3, 4)
        assert caught.value.reset_after == pytest.approx(120.0)

    run_virtual(story())


def test_A1_new_sessions_use_the_url_that_get_gateway_bot_gave():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(url="wss://told.test"):
            assert gateway.attempts[0][1] == "wss://told.test/?v=10&encoding=json"

    run_virtual(story())


@pytest.mark.parametrize("compress", ["zstd-stream", "zlib-stream", None])
def test_A2_generic_and_resume_addresses_get_the_same_query(compress):
    expected = "v=10&encoding=json" + (f"&compress={compress}" if compress else "")
    assert gateway_address("wss://g.test", compress) == f"wss://g.test/?{expected}"
    assert gateway_address("wss://r.test/", compress) == f"wss://r.test/?{expected}"
    assert gateway_address("wss://r.test/?v=9&compress=x", compress) == f"wss://r.test/?{expected}"
    assert gateway_address("ws://127.0.0.1:80/gateway", compress) == f"ws://127.0.0.1:80/gateway?{expected}"


def test_A3_new_sessions_go_to_the_generic_url_and_resumes_to_the_sessions_own():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.drop()
            await until(lambda: client.metrics.resumes == 1 and client.state is ShardState.ACTIVE)
            # Regression: ScurryPy 2.3 kept the resume url for a fresh IDENTIFY.
            gateway.socket.close_from_peer(4009)
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            assert [url.split("/?")[0] for _, url in gateway.attempts] == [GENERIC, RESUME, GENERIC]

    run_virtual(story())


@pytest.mark.parametrize("failure", [refused(), refused(503), refused(404), "no hello", "closed before hello"])
def test_A4_a_dead_resume_url_falls_back_to_the_generic_one_and_still_resumes(failure):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            if isinstance(failure, str):
                gateway.says_hello = False
            else:
                gateway.refuse = lambda url: failure if RESUME in url else None
            gateway.socket.drop()
            await until(lambda: len(gateway.attempts) == 2)
            await asyncio.sleep(1)
            if failure == "closed before hello":
                gateway.socket.close_from_peer(1006)
            await until(lambda: len(gateway.attempts) == 3)
            gateway.says_hello = True
            await until(lambda: client.state is ShardState.ACTIVE)
            assert [url.split("/?")[0] for _, url in gateway.attempts[:3]] == [GENERIC, RESUME, GENERIC]
            assert client.metrics.resumes == 1
            assert client.metrics.identifies == 1

    run_virtual(story())


def test_A4_figure_5_a_resume_url_that_answers_503_for_ever_costs_one_attempt():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.refuse = lambda url: refused(503) if RESUME in url else None
            for _ in range(5):
                await asyncio.sleep(20)
                gateway.socket.drop()
                await until(lambda: client.state is not ShardState.ACTIVE)
                await until(lambda: client.state is ShardState.ACTIVE)
            assert sum(RESUME in url for _, url in gateway.attempts) == 1
            assert client.metrics.identifies == 1

    run_virtual(story())


def test_A5_a_hello_that_does_not_come_ends_the_connection():
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard(timeouts=GatewayTimeouts(hello=30)) as client:
            await until(lambda: gateway.sockets and gateway.socket.is_aborted)
            assert gateway.now == pytest.approx(30, abs=0.1)
            gateway.says_hello = True
            await until(lambda: client.state is ShardState.ACTIVE)

    run_virtual(story())


def test_A5_ready_has_a_long_deadline_because_each_try_costs_an_identify():
    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.IDENTIFYING)
            await asyncio.sleep(85)
            assert gateway.socket.is_open
            await until(lambda: gateway.socket.is_aborted)
            assert client.metrics.identifies == 1

    run_virtual(story())


def test_A5_a_peer_that_does_not_answer_the_close_frame_is_aborted():
    async def story():
        gateway = FakeGateway()
        gateway.answers_close = False
        async with gateway.active_shard() as client:
            before = gateway.now
            await client.close_ws()
            assert gateway.now - before == pytest.approx(5.0, abs=0.1)
            assert gateway.socket.closed_with == 1000
            assert gateway.socket.is_aborted

    run_virtual(story())


def test_A6_op_7_in_place_of_hello_reconnects():
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            gateway.says_hello = True
            gateway.socket.say(7)
            await until(lambda: client.state is ShardState.ACTIVE)
            assert len(gateway.sockets) == 2
            assert gateway.sockets[0].closed_with not in (None, 1000, 1001)

    run_virtual(story())


def test_A6_op_7_in_place_of_hello_keeps_the_resume_url():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.says_hello = False
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            gateway.says_hello = True
            gateway.socket.say(7)
            await until(lambda: client.state is ShardState.ACTIVE)
            assert [RESUME in url for _, url in gateway.attempts] == [False, True, True]

    run_virtual(story())


def test_A6_op_9_in_place_of_hello_is_heeded():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.says_hello = False
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            gateway.says_hello = True
            gateway.socket.say(9, False)
            await until(lambda: client.state is ShardState.ACTIVE)
            assert client.metrics.identifies == 2
            assert client.metrics.sessions_lost == 1

    run_virtual(story())


def test_A7_an_error_of_the_transport_is_a_reason_to_resume_not_to_end():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.close_from_peer(1002, "a proxy put HTTP on the WebSocket")
            await until(lambda: client.metrics.resumes == 1 and client.state is ShardState.ACTIVE)
            assert client.metrics.identifies == 1

    run_virtual(story())


def test_http_401_stops_the_shard():
    async def story():
        gateway = FakeGateway()
        gateway.refuse = lambda url: refused(401)
        async with gateway.shard() as client:
            with pytest.raises(AuthenticationFailed, match="401"):
                await client.task
            assert len(gateway.attempts) == 1
            assert client.state is ShardState.FATAL

    run_virtual(story())


@pytest.mark.parametrize("status", [403, 429, 500, 502, 503, None])
def test_other_refusals_are_tried_again_with_growing_delays(status):
    async def story():
        gateway = FakeGateway()
        gateway.refuse = lambda url: refused(status)
        async with gateway.shard() as client:
            await asyncio.sleep(3600)
            # Not a tight loop (djs#9510), and not slower than once a minute.
            assert 60 <= len(gateway.attempts) <= 160
            gaps = [
                after - before for (before, _), (after, _) in zip(gateway.attempts, gateway.attempts[1:], strict=False)
            ]
            assert max(gaps) <= 61
            gateway.refuse = lambda url: None
            await until(lambda: client.state is ShardState.ACTIVE)

    run_virtual(story())


def test_close_ws_interrupts_the_wait_for_the_next_attempt():
    async def story():
        gateway = FakeGateway()
        gateway.refuse = lambda url: refused()
        async with gateway.shard() as client:
            await asyncio.sleep(600)
            before = gateway.now
            await client.close_ws()
            assert gateway.now - before <= gateway.connect_delay
            assert client.task.done()

    run_virtual(story())


def test_close_ws_interrupts_a_connection_attempt():
    async def story():
        gateway = FakeGateway()
        gateway.connect_delay = 15.0
        async with gateway.shard() as client:
            await asyncio.sleep(1)
            await client.close_ws()
            assert gateway.now == pytest.approx(1)
            assert not gateway.sockets
            assert client.state is ShardState.DISCONNECTED

    run_virtual(story())


def test_a_connection_that_fails_the_moment_the_shard_is_closed_is_not_complained_about():
    """Asyncio complains of a task whose error nobody has asked for."""

    async def story():
        complaints = []
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: complaints.append(context["message"]))
        gateway = FakeGateway()
        gateway.refuse = lambda url: refused()
        async with gateway.shard() as client:
            await asyncio.sleep(gateway.connect_delay)
            await client.close_ws()
            assert len(gateway.attempts) == 1
        gc.collect()
        assert complaints == []

    run_virtual(story())


async def test_close_ws_without_a_connection_does_nothing():
    """Regression: ScurryPy 2.3 raised NoSession, which ended the bot after one DNS error."""
    client = GatewayClient()
    await client.close_ws()
    assert client.state is ShardState.DISCONNECTED


def test_close_ws_closes_for_good():
    """Regression: ScurryPy 2.3 reconnected after its user had closed it."""

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await client.close_ws()
            await asyncio.sleep(600)
            assert len(gateway.sockets) == 1
            assert gateway.socket.closed_with == 1000
            assert client.session is None
            assert client.task.done()
            await client.close_ws()

    run_virtual(story())


def test_close_ws_before_start_makes_start_return_at_once():
    async def story():
        gateway = FakeGateway()
        client = GatewayClient(gateway.options())
        await client.close_ws()
        await client.start("token", 0, 0, 1)
        assert not gateway.attempts

    run_virtual(story())


def test_a_closed_shard_can_be_started_again():
    async def story():
        gateway = FakeGateway()
        client = GatewayClient(gateway.options())
        for attempt in (1, 2):
            task = asyncio.create_task(client.start("token", 0, 0, 1))
            await until(lambda: client.state is ShardState.ACTIVE)
            await client.close_ws()
            await task
            await client.close_ws()
            assert len(gateway.sockets) == attempt

    run_virtual(story())


def test_a_cancelled_start_leaves_no_socket_and_no_timer():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            client.task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await client.task
            assert not gateway.socket.is_open
            assert client.state is ShardState.DISCONNECTED
            beats = len(gateway.socket.beats())
            await asyncio.sleep(200)
            assert len(gateway.socket.beats()) == beats

    run_virtual(story())


def test_the_shard_starts_without_arguments_and_only_once():
    async def story():
        gateway = FakeGateway()
        client = GatewayClient()
        client.configure(gateway.options())
        task = asyncio.create_task(client.start("token", 0, 0, 1))
        await until(lambda: client.state is ShardState.ACTIVE)
        with pytest.raises(Exception, match="running"):
            await client.start("token", 0, 0, 1)
        with pytest.raises(Exception, match="while it runs"):
            client.configure(GatewayOptions())
        await client.close_ws()
        await task

    run_virtual(story())


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "https://discord.gg"},
        {"compress": "gzip"},
        {"large_threshold": 49},
        {"large_threshold": 251},
        {"queue_size": 0},
        {"presence": {"status": "away"}},
        {"presence": {"activities": [{"name": "", "type": 0}]}},
    ],
)
def test_impossible_options_are_refused(wrong):
    with pytest.raises(InvalidRequest):
        GatewayOptions(**wrong)


@pytest.mark.parametrize(
    ("shard_id", "total_shards", "field"), [("0", 1, "shard_id"), (None, 1, "shard_id"), (0, "1", "total_shards")]
)
def test_a_shard_id_or_count_that_is_no_number_is_refused_before_anything_is_opened(shard_id, total_shards, field):
    async def story():
        gateway = FakeGateway()
        client = GatewayClient(gateway.options())
        with pytest.raises(InvalidRequest) as caught:
            await client.start("token", 0, shard_id, total_shards)
        assert caught.value.field == field
        assert gateway.attempts == []
        assert client.state is ShardState.DISCONNECTED
        assert not client.is_running

    run_virtual(story())


def test_options_never_show_the_proxys_password():
    assert "secret" not in repr(GatewayOptions(proxy="http://user:secret@proxy.test", rng=random.Random(1)))


def test_events_are_read_while_the_first_message_precedes_the_socket():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            assert [name for name, _ in drain(client)] == ["READY"]

    run_virtual(story())


def read_next(connection):
    if connection.aside and connection.takes:
        return read_payload(connection.inflate(connection.aside.popleft()))
    return None


def new_connection(metrics=None):
    calls = []
    connection = Connection(
        None,
        read=read_next,
        receive=lambda connection, payload: calls.append(payload.op),
        on_over=lambda: calls.append("over"),
        heartbeat_payload=lambda: b"{}",
        pass_over=lambda connection, error: False,
        metrics=metrics or GatewayMetrics(),
        rng=random.Random(1),
        turns=Turns(),
    )
    return connection, calls


async def test_what_a_socket_tells_before_it_is_handed_over_is_told_afterwards_in_order():
    connection, calls = new_connection()
    gateway = FakeGateway()
    connection.on_message(b'{"op":11}')
    connection.on_closed(4000, "")
    connection.on_message(b'{"op":11}')
    assert calls == []
    connection.attach(FakeSocket(gateway, connection, ""))
    assert calls == [11, "over"]
    assert connection.over.result().code == 4000


async def test_what_was_put_aside_is_not_overtaken_after_an_error():
    connection, calls = new_connection()

    def receive(_, payload):
        calls.append(payload.op)
        if len(calls) == 1:
            raise RuntimeError("a bug")

    connection._receive = receive
    for op in (11, 1, 7):
        connection.on_message(b'{"op":%d}' % op)
    with pytest.raises(RuntimeError, match="a bug"):
        connection.attach(FakeSocket(FakeGateway(), connection, ""))
    connection.on_message(b'{"op":9}')
    assert calls == [11, 1, 7, 9]


async def test_a_socket_that_opens_too_late_is_aborted():
    connection, _ = new_connection()
    connection.end(Ending(Cause.STOPPED), 1000)
    socket = FakeSocket(FakeGateway(), connection, "")
    connection.attach(socket)
    assert socket.is_aborted


async def test_a_connection_that_is_over_stays_over():
    """No late frame, timer or second ending reaches the shard (discordeno#4109, eris#1364)."""
    metrics = GatewayMetrics()
    connection, calls = new_connection(metrics)
    socket = FakeSocket(FakeGateway(), connection, "")
    connection.attach(socket)
    connection.start_heartbeat(0.001)
    connection.end(Ending(Cause.ZOMBIE))
    connection.on_message(b'{"op":7}')
    connection.end(Ending(Cause.STOPPED), 1000)
    connection.write(b"{}")
    connection.pause_reading()
    socket.is_reading = False
    connection.resume_reading()
    await asyncio.sleep(0.01)
    assert calls == ["over"]
    assert not socket.is_reading
    assert connection.over.result().cause is Cause.ZOMBIE
    assert metrics.last_heartbeat_sent == 0
    assert socket.sent == []
    assert socket.closed_with is None
