"""Receiving: the queue and its bound, unknown things, raw data, shards of guilds (A20, A23, A30, A42, A43)."""

import asyncio
import json

import msgspec
import pytest

from scurrypy.gateway import EventQueue, GatewayClient, ShardState, shard_of
from scurrypy.wire.errors import GatewayError, NoSession
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import INTERVAL, FakeGateway, drain, refused, until


@pytest.mark.parametrize(
    ("guild_id", "shards", "expected"),
    [
        (81384788765712384, 1, 0),
        (81384788765712384, 4, (81384788765712384 >> 22) % 4),
        (41771983444115456, 3, 2),
        (None, 9, 0),
    ],
)
def test_A42_the_shard_of_a_guild(guild_id, shards, expected):
    assert shard_of(guild_id, shards) == expected


def test_A42_ids_spread_over_all_shards():
    assert {shard_of(n << 22, 16) for n in range(64)} == set(range(16))


def test_A43_unknown_opcodes_are_logged_once_and_passed_over(caplog):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            for op in (99, 99, 98, 5, 99):
                gateway.socket.say(op, {"x": 1})
            gateway.socket.event("STILL_HERE", {})
            assert gateway.socket.is_open
            assert drain(client)[-1] == ("STILL_HERE", {})

    run_virtual(story())
    told = [record.getMessage() for record in caplog.records if "opcode" in record.getMessage()]
    assert len(told) == 3


def test_A20_a_replayed_ready_opens_no_session_and_loses_none():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.event("A")
            _, _, ready = gateway.sessions[client.session.session_id][0]
            gateway.socket.say(0, ready, 1, "READY")
            gateway.socket.say(0, None, 2, "A")
            assert [name for name, _ in drain(client)] == ["READY", "A"]
            assert (client.session.seq, client.metrics.duplicates, client.metrics.sessions_lost) == (2, 2, 0)

    run_virtual(story())


def test_A30_a_replayed_ready_does_not_end_the_replay():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            _, _, ready = gateway.sessions[client.session.session_id][0]
            gateway.answers_resume = False
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.RESUMING)
            gateway.socket.say(0, ready, 1, "READY")
            assert client.state is ShardState.RESUMING
            gateway.socket.say(0, {}, 2, "RESUMED")
            assert client.state is ShardState.ACTIVE

    run_virtual(story())


def test_A23_an_outage_after_one_failed_resume_does_not_cost_the_session():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            session_id = client.session.session_id
            gateway.answers_resume = False
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.RESUMING)
            gateway.refuse = lambda url: refused()
            gateway.socket.drop()
            await asyncio.sleep(120)
            gateway.answers_resume, gateway.refuse = True, lambda url: None
            await until(lambda: client.state is ShardState.ACTIVE)
            assert (client.session.session_id, client.metrics.sessions_lost) == (session_id, 0)

    run_virtual(story())


def test_A43_unknown_events_and_fields_reach_the_queue():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.raw(json.dumps({"new": [1], "op": 0, "s": 2, "t": "FROM_THE_FUTURE", "d": None}).encode())
            assert drain(client)[-1] == ("FROM_THE_FUTURE", None)

    run_virtual(story())


def test_A43_a_dispatch_without_a_name_and_a_payload_without_data_do_no_harm(caplog):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.say(0, {}, 2, None)
            gateway.socket.say(0, {}, 3, None)
            gateway.socket.raw(b'{"op":11}')
            gateway.socket.raw(b'{"op":0,"t":"BARE","s":4}')
            assert drain(client)[-1] == ("BARE", None)

    run_virtual(story())
    assert sum("has no name" in record.getMessage() for record in caplog.records) == 1


def test_A40_a_payload_nested_too_deep_for_python_leads_to_a_resume():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            # Python 3.14 goes as deep as the stack reaches, 200,000 levels; older ones go a few thousand.
            gateway.socket.raw(b'{"op":0,"t":"DEEP","s":2,"d":' + b"[" * 2_000_000 + b"]" * 2_000_000 + b"}")
            assert client.state is ShardState.CLOSING
            await until(lambda: client.state is ShardState.ACTIVE)

    run_virtual(story())


def test_A40_what_cannot_be_read_even_after_a_resume_is_passed_over_and_costs_no_other_event(caplog):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            for data in ("a", "\ud800", "b", "\udfff", "c", "\ud800", "d", "\ud800", "e"):
                gateway.socket.event("E", data)
            assert client.state is ShardState.CLOSING
            await until(lambda: client.state is ShardState.ACTIVE)
            assert (client.metrics.resumes, client.metrics.unreadable) == (1, 4)
            # Now it is known that another resume would not help.
            for data in ("\ud800", "f"):
                gateway.socket.event("E", data)
            assert [data for name, data in drain(client) if name == "E"] == list("abcdef")
            assert client.state is ShardState.ACTIVE
            assert (client.metrics.connections, client.metrics.identifies, client.metrics.sessions_lost) == (2, 1, 0)

    run_virtual(story())
    assert [record.levelname for record in caplog.records if "cannot read" in record.getMessage()] == ["ERROR"]


def test_A40_a_ready_that_cannot_be_read_is_not_passed_over():
    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = False
        async with gateway.shard() as client:
            for _ in range(3):
                await until(lambda: client.state is ShardState.IDENTIFYING)
                gateway.socket.say(0, {"session_id": ""}, 1, "READY")
                assert client.state is ShardState.CLOSING
            gateway.answers_identify = True
            await until(lambda: client.state is ShardState.ACTIVE)
            assert client.metrics.unreadable == 0

    run_virtual(story())


def test_a_hello_without_an_interval_is_unreadable():
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard() as client:
            for hello in (None, {}, *({"heartbeat_interval": it} for it in (0, -1, "often", "nan"))):
                await until(lambda: client.state is ShardState.WAIT_HELLO)
                gateway.socket.say(10, hello)
                assert client.state is ShardState.CLOSING
            gateway.says_hello = True
            await until(lambda: client.state is ShardState.ACTIVE)

    run_virtual(story())


def test_the_data_of_an_event_is_left_undecoded():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            drain(client)
            gateway.socket.raw(b'{"op":0,"s":2,"t":"E","d":{"a" : [1,  2]}}')
            name, data = client.event_queue.get_nowait()
            assert name == "E"
            assert isinstance(data, msgspec.Raw)
            assert bytes(data) == b'{"a" : [1,  2]}'

    run_virtual(story())


def test_a_full_queue_stops_the_reading_loses_nothing_and_makes_no_zombie():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(queue_size=10) as client:
            for n in range(100):
                gateway.socket.event("E", n)
            socket = gateway.socket
            assert len(client.event_queue) == 10
            assert not socket.is_reading
            await asyncio.sleep(10 * INTERVAL)
            # Heartbeats went out; their answers could not be read, which proves nothing.
            assert len(socket.beats()) >= 9
            assert client.metrics.zombies == 0
            events = []
            while len(events) < 101:
                events.append(await asyncio.wait_for(client.event_queue.get(), 1))
                await asyncio.sleep(0.05)
            assert [json.loads(bytes(data)) for name, data in events[1:]] == list(range(100))
            assert socket.is_reading
            await asyncio.sleep(3 * INTERVAL)
            assert len(gateway.sockets) == 1
            # From now on silence counts again.
            gateway.answers_heartbeats = False
            await until(lambda: client.metrics.zombies == 1, 3 * INTERVAL)

    run_virtual(story())


def test_after_a_pause_silence_counts_from_the_moment_reading_begins_again():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(queue_size=10) as client:
            for n in range(10):
                gateway.socket.event("E", n)
            await until(lambda: len(gateway.socket.beats()) == 3)
            # Just before the tick; what waits at the operating system takes a moment to be read.
            await asyncio.sleep(gateway.socket.beats()[-1] + INTERVAL - 0.001 - gateway.now)
            gateway.socket._unread.clear()
            drain(client)
            await asyncio.sleep(INTERVAL)
            assert client.metrics.zombies == 0

    run_virtual(story())


def test_a_queue_that_is_still_full_stops_the_next_connection_too():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(queue_size=5) as client:
            session_id = client.session.session_id
            for n in range(4):
                gateway.socket.event("E", n)
            assert not gateway.socket.is_reading
            # Read together with the last event, so it is still delivered.
            gateway.socket.receiver.on_message(b'{"op":7,"d":null}')
            for n in range(4, 20):
                gateway.dispatch(session_id, "E", n)
            await until(lambda: len(gateway.sockets) == 2 and not gateway.socket.is_reading)
            assert len(client.event_queue) == 6
            await asyncio.sleep(200)
            seen = []
            while len(seen) < 22:
                seen.append(await asyncio.wait_for(client.event_queue.get(), 30))
            assert [json.loads(bytes(data)) for name, data in seen if name == "E"] == list(range(20))
            assert len(gateway.sockets) == 2

    run_virtual(story())


def test_a_connection_lost_while_nothing_is_read_is_found_and_resumed():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(queue_size=4) as client:
            for n in range(20):
                gateway.socket.event("E", n)
            gateway.socket.drop()
            await asyncio.sleep(60)
            seen = []
            while len(seen) < 21:
                seen.append(await asyncio.wait_for(client.event_queue.get(), 30))
                await asyncio.sleep(0.01)
            values = [json.loads(bytes(data)) for name, data in seen if name == "E"]
            assert values == list(range(20))

    run_virtual(story())


def test_closing_works_while_nothing_is_read():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(queue_size=2) as client:
            for n in range(20):
                gateway.socket.event("E", n)
            assert not gateway.socket.is_reading
            before = gateway.now
            await client.close_ws()
            assert gateway.now - before < 1
            assert len(client.event_queue) == 2

    run_virtual(story())


async def test_the_queue_hands_out_in_order_and_wakes_who_waits():
    queue = EventQueue()
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    for n in range(3):
        await queue.put(("E", n))
    assert [data for _, data in await asyncio.gather(*getters)] == [0, 1, 2]
    assert queue.empty()
    with pytest.raises(asyncio.QueueEmpty):
        queue.get_nowait()


async def test_a_cancelled_getter_loses_no_event():
    queue = EventQueue()
    first, second = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait(("E", 1))
    first.cancel()
    assert await asyncio.wait_for(second, 1) == ("E", 1)


async def test_a_getter_that_is_gone_is_not_woken_in_place_of_another():
    queue = EventQueue()
    first, second = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait({first})
    queue.put_nowait(("E", 1))
    assert await asyncio.wait_for(second, 1) == ("E", 1)
    third = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    third.cancel()
    await asyncio.wait({third})
    queue.put_nowait(("E", 2))
    assert queue.get_nowait() == ("E", 2)


async def test_put_waits_for_room_and_put_nowait_does_not():
    queue = EventQueue(2)
    for n in range(3):
        queue.put_nowait(("E", n))
    putting = asyncio.create_task(queue.put(("E", 3)))
    await asyncio.sleep(0)
    assert (queue.qsize(), queue.full(), putting.done()) == (3, True, False)
    for n in range(4):
        assert await asyncio.wait_for(queue.get(), 1) == ("E", n)
        await asyncio.sleep(0)
    await putting


async def test_users_own_gateways_may_put_dicts():
    queue = EventQueue()
    await queue.put(("READY", {"v": 10}))
    assert await queue.get() == ("READY", {"v": 10})


async def test_a_listener_that_always_finds_events_lets_other_tasks_run():
    queue = EventQueue()
    ran = []

    async def other():
        while True:
            ran.append(queue.qsize())
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    for n in range(1000):
        queue.put_nowait(("E", n))
    for _ in range(1000):
        await queue.get()
    task.cancel()
    assert len(ran) >= 10


def test_the_steps_of_start_are_refused_out_of_place():
    """ScurryPy 2.3 published them, so they stay; they cannot be used to open a second connection."""

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            assert client.ws.is_open
            await client.heartbeat()
            assert gateway.socket.ops()[-1] == 1
            receiving = asyncio.create_task(client.receive())
            await asyncio.sleep(1)
            gateway.socket.drop()
            assert str((await receiving).cause.value) == "connection lost"
            await until(lambda: client.state is ShardState.ACTIVE)
            for step in (client.connect_ws(), client.identify("t", 0), client.resume("t")):
                with pytest.raises(GatewayError, match="by itself"):
                    await step
            await client.wait_reconnect()
            assert (client.state, gateway.most_open, len(gateway.sent(2))) == (ShardState.ACTIVE, 1, 1)
        for step in (
            client.connect_ws(),
            client.receive(),
            client.identify("t", 0),
            client.resume("t"),
            client.heartbeat(),
        ):
            with pytest.raises(NoSession):
                await step
        await client.wait_reconnect()
        await GatewayClient().wait_reconnect()

    run_virtual(story())


def test_a_shard_without_a_session_has_nothing_to_resume():
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            gateway.socket.say(10, {"heartbeat_interval": 40_000})
            with pytest.raises(NoSession, match="no session to resume"):
                await client.resume("t")
            await until(lambda: client.state is ShardState.ACTIVE)

    run_virtual(story())


async def test_an_event_is_taken_at_once_only_if_none_waits_before_it():
    queue, taken, has_room = EventQueue(4), [], True

    def take(event):
        if has_room:
            taken.append(event[1])
        return has_room

    queue.take = take
    queue.put_nowait(("E", 1))
    has_room = False
    for n in (2, 3, 4):
        queue.put_nowait(("E", n))
    has_room = True
    queue.put_nowait(("E", 5))
    assert (taken, queue.qsize()) == ([1], 4)
    told, putting = [], asyncio.create_task(queue.put(("E", 6)))
    queue.on_room = lambda: told.append(queue.qsize())
    await asyncio.sleep(0)
    queue.flush()
    await putting
    assert (taken, told, queue.qsize()) == ([1, 2, 3, 4, 5, 6], [0], 0)
