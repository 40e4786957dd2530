"""IDENTIFY and READY: the payload, whose turn it is, the day's budget (A13 to A17), capabilities (A41)."""

import asyncio
import gc
import itertools
import random
from contextlib import asynccontextmanager

import pytest

from scurrypy.gateway import GatewayClient, IdentifyQueue, ShardState
from scurrypy.wire.errors import InvalidRequest, SessionStartLimitReached
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import TOKEN, FakeGateway, drain, until


def test_A13_identify_says_who_and_what():
    async def story():
        gateway = FakeGateway()
        presence = {"status": "offline", "activities": [{"name": "chess", "type": 0}]}
        async with gateway.active_shard(shard_id=3, total=8, intents=4609, presence=presence, large_threshold=250):
            identify = gateway.socket.only(2)
        # Regression: ScurryPy 2.3 sent `shards`, so that every shard got every event, and `$os`.
        assert identify["shard"] == [3, 8]
        assert set(identify["properties"]) == {"os", "browser", "device"}
        assert identify["token"] == TOKEN
        assert identify["intents"] == 4609
        assert identify["large_threshold"] == 250
        assert identify["presence"] == {
            "since": None,
            "activities": [{"name": "chess", "type": 0}],
            "status": "invisible",
            "afk": False,
        }

    run_virtual(story())


def test_A13_optional_fields_are_left_out_and_a_reidentify_restores_the_latest_presence():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            assert set(gateway.socket.only(2)) == {"token", "intents", "properties", "shard"}
            await client.update_presence(status="dnd")
            gateway.socket.close_from_peer(4009)
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            assert gateway.socket.only(2)["presence"]["status"] == "dnd"
            assert 3 not in gateway.socket.ops()

    run_virtual(story())


def test_A13_an_identify_that_would_be_too_long_is_refused_before_it_is_sent():
    async def story():
        gateway = FakeGateway()
        presence = {"activities": [{"name": "x" * 128, "type": 0}] * 32}
        async with gateway.shard(presence=presence) as client:
            with pytest.raises(InvalidRequest, match="4096"):
                await client.task
            assert gateway.sent(2) == []

    run_virtual(story())


async def spend(queue, shard_id, log):
    async with queue.turn(shard_id):
        log.append((shard_id, asyncio.get_running_loop().time()))


def test_A14_one_identify_per_key_per_five_seconds_and_in_order():
    async def story():
        queue, log = IdentifyQueue(4, rng=random.Random(1)), []
        shards = list(range(12))
        random.Random(2).shuffle(shards)
        async with asyncio.TaskGroup() as group, queue.turn(0), queue.turn(1), queue.turn(2), queue.turn(3):
            for shard_id in shards:
                group.create_task(spend(queue, shard_id, log))
            await asyncio.sleep(0)
        for key in range(4):
            lane = [(shard_id, when) for shard_id, when in log if shard_id % 4 == key]
            assert [shard_id for shard_id, _ in lane] == sorted(shard_id for shard_id, _ in lane)
            assert all(after - before >= 5.0 for (_, before), (_, after) in itertools.pairwise(lane))

    run_virtual(story())


def test_A14_resume_needs_no_turn():
    async def story():
        gateway = FakeGateway()
        queue = gateway.options().identify_queue
        async with gateway.active_shard(identify_queue=queue) as client, queue.turn(0):
            gateway.socket.drop()
            await until(lambda: client.metrics.resumes == 1 and client.state is ShardState.ACTIVE, 5)
            assert queue.remaining == 999

    run_virtual(story())


def test_A14_figure_9_256_shards_start_within_a_tenth_of_the_shortest_time():
    async def story():
        queue, log = IdentifyQueue(16, rng=random.Random(3)), []
        async with asyncio.TaskGroup() as group:
            for shard_id in range(256):
                group.create_task(spend(queue, shard_id, log))
        assert max(when for _, when in log) <= 1.1 * 5 * 15

    run_virtual(story())


def test_A14_every_identify_of_many_shards_passes_the_shared_queue_also_after_a_mass_reconnect():
    """Figure 4: 64 shards at 16 keys that all lose their session cause no opcode 9."""

    async def story():
        gateway = FakeGateway()
        heard = []
        gateway.on_hear = lambda socket, op, d: bool(op == 2 and heard.append((d["shard"][0], gateway.now)))
        queue = IdentifyQueue(16, rng=random.Random(4))
        clients = [GatewayClient(gateway.options(identify_queue=queue)) for _ in range(64)]
        tasks = [asyncio.create_task(client.start("token", 0, shard_id, 64)) for shard_id, client in enumerate(clients)]
        for _ in range(3):
            await until(lambda: all(client.state is ShardState.ACTIVE for client in clients))
            for socket in gateway.sockets:
                socket.close_from_peer(4009)
            await until(lambda: not any(client.state is ShardState.ACTIVE for client in clients))
        await until(lambda: all(client.state is ShardState.ACTIVE for client in clients))
        for client in clients:
            await client.close_ws()
        await asyncio.gather(*tasks)
        assert len(heard) == 4 * 64
        for key in range(16):
            times = [when for shard_id, when in heard if shard_id % 16 == key]
            assert min(after - before for before, after in itertools.pairwise(times)) >= 5.0

    run_virtual(story())


def test_A15_an_exhausted_budget_raises_instead_of_stalling_or_spending():
    async def story():
        gateway = FakeGateway()
        queue = IdentifyQueue(remaining=0, reset_after=7200.0)
        async with gateway.shard(identify_queue=queue) as client:
            with pytest.raises(SessionStartLimitReached) as caught:
                await client.task
            assert caught.value.reset_after == pytest.approx(7200, abs=1)
            assert gateway.sent(2) == []
            assert not gateway.socket.is_open
            assert client.state is ShardState.FATAL

    run_virtual(story())


def test_A15_the_count_starts_anew_when_discord_says():
    async def story():
        queue = IdentifyQueue(remaining=1, reset_after=60.0)
        async with queue.turn(0):
            pass
        with pytest.raises(SessionStartLimitReached):
            queue.check(1)
        await asyncio.sleep(61)
        assert queue.remaining == 1000
        queue.check(1000)

    run_virtual(story())


def test_A16_a_loop_of_lost_sessions_stops_before_the_token_is_reset():
    async def story():
        gateway = FakeGateway()
        gateway.on_hear = lambda socket, op, d: (
            op == 2 and not asyncio.get_running_loop().call_later(20, socket.close_from_peer, 4009)
        )
        async with gateway.shard(identify_queue=IdentifyQueue(rng=random.Random(1))) as client:
            with pytest.raises(SessionStartLimitReached) as caught:
                await client.task
            assert caught.value.remaining == 50
            assert len(gateway.sent(2)) == 950

    run_virtual(story())


def test_A16_a_first_start_may_spend_the_last_of_the_budget():
    async def story():
        queue, log = IdentifyQueue(remaining=1), []
        await spend(queue, 0, log)
        with pytest.raises(SessionStartLimitReached):
            await spend(queue, 0, log)
        assert len(log) == 1
        assert queue.remaining == 0

    run_virtual(story())


def test_A16_the_time_counts_from_when_identify_is_written():
    async def story():
        queue, log = IdentifyQueue(rng=random.Random(1)), []
        async with queue.turn(0):
            await asyncio.sleep(3)  # a slow write
        written = asyncio.get_running_loop().time()
        await spend(queue, 1, log)
        assert log[0][1] - written >= 5.0

    run_virtual(story())


def test_A16_a_turn_that_was_not_used_costs_nothing():
    async def story():
        queue, log = IdentifyQueue(remaining=10), []
        with pytest.raises(ConnectionError):
            async with queue.turn(0):
                raise ConnectionError
        await spend(queue, 1, log)
        assert log[0][1] == 0.0
        assert queue.remaining == 9

    run_virtual(story())


def test_A16_a_socket_that_dies_in_the_queue_gives_its_place_up():
    async def story():
        gateway = FakeGateway()
        queue = IdentifyQueue(rng=random.Random(1))
        async with queue.turn(0), gateway.shard(identify_queue=queue) as client:
            await until(lambda: client.state is ShardState.IDENTIFY_QUEUED)
            gateway.socket.drop()
            await until(lambda: len(gateway.sockets) == 2)
            gateway.socket.drop()
            await asyncio.sleep(1)
            await client.close_ws()
        assert gateway.sent(2) == []
        assert queue.remaining == 999

    run_virtual(story())


def test_A16_a_turn_that_comes_the_moment_the_socket_dies_is_not_spent():
    class Manual:
        def __init__(self):
            self.come, self.spent = asyncio.Event(), 0

        @asynccontextmanager
        async def turn(self, shard_id):
            await self.come.wait()
            yield
            self.spent += 1

    async def story():
        complaints = []
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: complaints.append(context["message"]))
        gateway, queue = FakeGateway(), Manual()
        async with gateway.shard(identify_queue=queue) as client:
            await until(lambda: client.state is ShardState.IDENTIFY_QUEUED)
            queue.come.set()
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.ACTIVE)
            assert (queue.spent, gateway.sockets[0].ops(), len(gateway.sockets)) == (1, [], 2)
        gc.collect()
        assert complaints == []

    run_virtual(story())


def test_A16_a_queue_that_fails_tears_the_connection_down():
    """djs#9688: otherwise the shard would send heartbeats for ever, without a session."""

    class Broken:
        def turn(self, shard_id):
            raise LookupError("the queue is gone")

    async def story():
        gateway = FakeGateway()
        async with gateway.shard(identify_queue=Broken()) as client:
            with pytest.raises(LookupError):
                await client.task
            assert not gateway.socket.is_open
            assert client.state is ShardState.FATAL

    run_virtual(story())


@pytest.mark.parametrize("seed", range(20))
def test_A16_cancelled_turns_never_block_a_lane(seed):
    async def story():
        rng = random.Random(seed)
        queue, log = IdentifyQueue(2, rng=rng), []
        tasks = [asyncio.create_task(spend(queue, shard_id, log)) for shard_id in range(20)]
        for _ in range(60):
            await asyncio.sleep(rng.choice([0, 0, 0.3, 5.2]))
            rng.choice(tasks).cancel()
        await asyncio.wait(tasks, timeout=200)
        assert all(task.done() for task in tasks)
        assert len(log) == sum(not task.cancelled() for task in tasks)
        await asyncio.wait_for(spend(queue, 0, log), 6)
        await asyncio.wait_for(spend(queue, 1, log), 6)

    run_virtual(story())


def test_A17_events_for_users_do_not_wait_for_the_guilds_to_stream_in():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            # READY named a guild; it is in an outage and no GUILD_CREATE comes.
            gateway.socket.event("MESSAGE_CREATE", {"content": "hi"})
            gateway.socket.event("GUILD_DELETE", {"id": "1", "unavailable": True})
            gateway.socket.event("GUILD_CREATE", {"id": "2", "unavailable": True})
            names = [name for name, _ in drain(client)]
            assert names == ["READY", "MESSAGE_CREATE", "GUILD_DELETE", "GUILD_CREATE"]

    run_virtual(story())


def test_A17_ready_reaches_the_queue_with_all_its_data():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            ((name, ready),) = drain(client)
            assert name == "READY"
            assert ready["guilds"] == [{"id": "1"}]
            assert client.session.session_id == ready["session_id"]

    run_virtual(story())


def test_A17_a_ready_that_lacks_the_session_id_is_not_taken_for_one():
    async def story():
        gateway = FakeGateway()
        broken = [True]

        def on_hear(socket, op, d):
            if op == 2 and broken:
                broken.pop()
                socket.say(0, {"v": 10}, 1, "READY")
                return True
            return False

        gateway.on_hear = on_hear
        async with gateway.active_shard() as client:
            assert client.metrics.identifies == 2
            assert len(drain(client)) == 1

    run_virtual(story())


def test_A41_capabilities_are_sent_and_obfuscated_channels_pass_through():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(capabilities=1 << 15) as client:
            assert gateway.socket.only(2)["capabilities"] == 32768
            channel = {"id": "5", "name": "___hidden___", "topic": None, "flags": 1 << 30}
            gateway.socket.event("CHANNEL_CREATE", channel)
            assert drain(client)[-1] == ("CHANNEL_CREATE", channel)

    run_virtual(story())


def test_shards_connect_half_a_window_ahead_of_their_turns():
    queue = IdentifyQueue(2)
    delays = queue.ahead_of_turns([5, 0, 1, 2, 4])
    assert delays == {0: 0.0, 2: 2.5, 4: 7.5, 1: 0.0, 5: 2.5}
