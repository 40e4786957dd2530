"""What is sent: the limit, the queue, sizes, gates (A27 to A31), commands (A32, A36)."""

import asyncio
import contextlib
import itertools
import json
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.gateway import GatewayClient, ShardState
from scurrypy.gateway.sending import Outbox, SendLimiter, SlidingWindow
from scurrypy.wire.errors import GatewayError, InvalidRequest, NoSession
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import INTERVAL, FakeGateway, until


def most_in_a_minute(times):
    times = sorted(times)
    return max((sum(start <= when < start + 60.0 for when in times) for start in times), default=0)


@given(
    interval=st.floats(1.0, 60.0),
    steps=st.lists(st.tuples(st.floats(0.0, 20.0), st.integers(0, 150), st.integers(0, 5)), max_size=40),
)
def test_A27_A28_no_sliding_minute_has_more_than_120_payloads_and_the_schedule_is_never_delayed(interval, steps):
    """Figure 8: a saturating sender, heartbeats on schedule, and a gateway that asks for more of them."""
    now = 0.0
    sent = []
    limiter = SendLimiter(lambda: now)
    limiter.reserve_for(interval)
    next_beat = interval / 2
    for wait, wanted, asked in steps:
        until_then = now + wait
        while next_beat <= until_then:
            now = next_beat
            limiter.count()
            sent.append(now)
            next_beat += interval
        now = until_then
        for _ in range(asked * 20):
            if limiter.has_room_for_requested_heartbeat():
                limiter.count()
                sent.append(now)
        for _ in range(wanted):
            if limiter.delay() == 0:
                limiter.count()
                sent.append(now)
    assert most_in_a_minute(sent) <= 120


@given(st.lists(st.floats(0.0, 5.0), max_size=60), st.integers(1, 6), st.floats(0.5, 10.0))
def test_A28_the_delay_of_a_sliding_window_is_exact(waits, allowed, period):
    window, now, times = SlidingWindow(allowed, period), 0.0, []
    for wait in waits:
        now += wait
        delay = window.delay(now)
        in_window = [when for when in times if when > now - period]
        expected = in_window[-allowed] + period - now if len(in_window) >= allowed else 0.0
        assert delay == pytest.approx(expected, abs=1e-9)
        if delay == 0:
            window.add(now)
            times.append(now)


def test_A27_figure_8_a_saturating_sender_on_a_shard_never_delays_a_heartbeat():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            senders = [asyncio.create_task(client.send({"op": 31, "d": n})) for n in range(900)]
            await asyncio.wait(senders)
            socket = gateway.socket
            assert most_in_a_minute([when for when, _, _ in socket.sent]) <= 120
            # In order, none lost, and close to as fast as allowed.
            assert [d for _, op, d in socket.sent if op == 31] == list(range(900))
            assert gateway.now <= 900 / (120 - math.ceil(61 / INTERVAL) - 2) * 61 + 1
            beats = socket.beats()
            assert [b - a for a, b in itertools.pairwise(beats)] == pytest.approx([INTERVAL] * (len(beats) - 1))

    run_virtual(story())


def test_A27_a_new_connection_has_a_limit_of_its_own():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            senders = [asyncio.create_task(client.send({"op": 31, "d": n})) for n in range(200)]
            await until(lambda: gateway.socket.ops().count(31) > 100)
            gateway.socket.drop()
            await until(lambda: all(task.done() for task in senders), 10)
            assert [d for socket in gateway.sockets for _, op, d in socket.sent if op == 31] == list(range(200))

    run_virtual(story())


def test_A28_the_queue_is_bounded_and_says_so():
    async def story():
        outbox = Outbox(3)
        waiting = [outbox.put(b"x") for _ in range(3)]
        with pytest.raises(GatewayError, match="waiting"):
            outbox.put(b"x")
        waiting[0].cancel()
        waiting.append(outbox.put(b"y"))
        with pytest.raises(GatewayError, match="waiting"):
            outbox.put(b"x")
        outbox.fail("over")
        for future in waiting[1:]:
            with pytest.raises(NoSession):
                await future

    run_virtual(story())


def test_A28_presence_and_voice_states_coalesce_while_they_wait():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.answers_resume = False
            gateway.socket.drop()
            await until(lambda: client.state is ShardState.RESUMING)
            for n in range(50):
                await client.update_presence(status="idle", activities=[{"name": str(n), "type": 0}])
            first = asyncio.create_task(client.update_voice_state(1, 10))
            other = asyncio.create_task(client.update_voice_state(2, 20))
            last = asyncio.create_task(client.update_voice_state(1, 11, self_mute=True))
            await asyncio.sleep(1)
            assert gateway.socket.ops() == [6]
            gateway.replay(gateway.socket, gateway.socket.only(6))
            await asyncio.wait({first, other, last})
            assert gateway.socket.ops() == [6, 3, 4, 4]
            assert gateway.socket.only(3)["activities"] == [{"name": "49", "type": 0}]
            states = [d for _, op, d in gateway.socket.sent if op == 4]
            assert [(d["guild_id"], d["channel_id"], d["self_mute"]) for d in states] == [
                ("1", "11", True),
                ("2", "20", False),
            ]
            assert not any(task.exception() for task in (first, other, last))

    run_virtual(story())


async def test_A28_of_several_who_wait_for_one_payload_one_may_give_up():
    outbox, written = Outbox(10), []
    first, second = outbox.put(b"1", "voice"), outbox.put(b"2", "voice")
    first.cancel()
    outbox.open(SendLimiter(asyncio.get_running_loop().time), written.append)
    assert (written, first.cancelled(), second.result()) == ([b"2"], True, None)


def test_A28_what_a_caller_no_longer_wants_is_not_sent():
    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.IDENTIFYING)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.send({"op": 31, "d": "stale"}), 5)
            gateway.answers_identify = True
            gateway.hear(gateway.socket, {"op": 2, "d": {}})
            await client.send({"op": 31, "d": "fresh"})
            assert [d for _, op, d in gateway.socket.sent if op == 31] == ["fresh"]

    run_virtual(story())


@pytest.mark.parametrize("size", [4096, 4097])
def test_A29_a_payload_that_is_too_long_is_refused_before_it_reaches_the_socket(size):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            # Bytes, not characters: each of these has two.
            data = {"op": 31, "d": "é" * 2000}
            room = size - len(json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode())
            data["d"] += "x" * room
            if size > 4096:
                with pytest.raises(InvalidRequest, match="4097 bytes"):
                    await client.send(data)
                with pytest.raises(InvalidRequest):
                    await client.update_presence(activities=[{"name": "x" * 128, "type": 0}] * 32)
            else:
                await client.send(data)
            assert gateway.socket.is_open
            assert gateway.socket.ops().count(31) == (size == 4096)
            await client.send({"op": 31, "d": "next"})

    run_virtual(story())


@pytest.mark.parametrize(
    "end", [lambda socket: socket.say(9, True), lambda socket: socket.say(7), lambda socket: socket.drop()]
)
def test_A30_nothing_is_sent_outside_a_session(end):
    """A payload under way when opcode 9 arrives would close the connection."""

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            end(gateway.socket)
            sending = asyncio.create_task(client.send({"op": 31, "d": "kept"}))
            await until(sending.done)
            assert 31 not in gateway.sockets[0].ops()
            assert gateway.sockets[1].ops() == [6, 31]

    run_virtual(story())


def test_A30_a_handler_of_ready_can_send_at_once():
    async def story():
        gateway = FakeGateway()
        async with gateway.shard() as client:
            await client.event_queue.get()
            await asyncio.wait_for(client.send({"op": 31, "d": 1}), 0.1)
            assert gateway.socket.ops()[-1] == 31

    run_virtual(story())


def test_A30_sending_ends_with_an_error_when_the_shard_is_closed_and_before_it_runs():
    async def story():
        gateway = FakeGateway()
        gateway.answers_identify = False
        async with gateway.shard() as client:
            await until(lambda: client.state is ShardState.IDENTIFYING)
            sending = asyncio.create_task(client.send({"op": 31, "d": 1}))
            await asyncio.sleep(1)
            await client.close_ws()
            with pytest.raises(NoSession):
                await sending
            for call in (client.send({}), client.update_voice_state(1, 2), client.request_soundboard_sounds([1])):
                with pytest.raises(NoSession):
                    await call
            with pytest.raises(NoSession):
                _ = client.ws

    run_virtual(story())


def test_A31_presence_updates_keep_to_5_in_20_s_and_the_latest_wins():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            for n in range(100):
                await client.update_presence(status="offline", activities=[{"name": str(n), "type": 0}])
                await asyncio.sleep(0.5)
            await asyncio.sleep(21)
            sent = [(when, d) for when, op, d in gateway.socket.sent if op == 3]
            times = [when for when, _ in sent]
            assert max(sum(start <= when < start + 20 for when in times) for start in times) <= 5
            assert sent[-1][1]["activities"][0]["name"] == "99"
            assert {d["status"] for _, d in sent} == {"invisible"}
            # Other payloads do not wait for presences.
            await client.update_presence()
            for _ in range(6):
                await client.update_presence()
            await asyncio.wait_for(client.send({"op": 31, "d": 1}), 0.1)

    run_virtual(story())


def test_A31_a_presence_set_before_start_goes_with_identify():
    async def story():
        gateway = FakeGateway()
        client = GatewayClient(gateway.options())
        await client.update_presence(status="idle")
        task = asyncio.create_task(client.start("token", 0, 0, 1))
        await until(lambda: client.state is ShardState.ACTIVE)
        assert gateway.socket.only(2)["presence"]["status"] == "idle"
        await client.close_ws()
        await task

    run_virtual(story())


def test_A31_a_presence_changed_while_away_is_shown_after_a_resume():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.drop()
            await client.update_presence(status="dnd")
            await until(lambda: client.state is ShardState.ACTIVE)
            assert gateway.socket.only(3)["status"] == "dnd"

    run_virtual(story())


def test_A31_a_presence_that_identify_carries_is_not_sent_again():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.close_from_peer(4009)
            await client.update_presence(status="dnd")
            await until(lambda: client.state is ShardState.ACTIVE)
            await asyncio.sleep(30)
            assert gateway.socket.only(2)["presence"]["status"] == "dnd"
            assert 3 not in gateway.socket.ops()

    run_virtual(story())


IMPOSSIBLE_PRESENCES = {
    "status": [{"status": "away"}, {"status": ""}, {"status": 1}, {"status": ["dnd"]}],
    "since": [{"since": 1.5}, {"since": "1"}, {"since": True}],
    "activities": [{"activities": 5}],
    "activities[0]": [{"activities": "chess"}, {"activities": [None]}, {"activities": {"name": "chess", "type": 0}}],
    "activities[0].name": [{"activities": [{"name": name}]} for name in (None, "", "x" * 129, 5)],
    "activities[0].type": [{"activities": [{"name": "x", "type": kind}]} for kind in (6, -1, 2.0, "0", True)],
    "activities[0].state": [{"activities": [{"name": "x", "state": state}]} for state in (5, "x" * 129)],
    "activities[0].url": [{"activities": [{"name": "x", "url": 5}]}],
    "activities[1].name": [{"activities": [{"name": "x"}, {"type": 0}]}],
}


@pytest.mark.parametrize(
    ("field", "wrong"), [(field, wrong) for field, several in IMPOSSIBLE_PRESENCES.items() for wrong in several]
)
def test_A31_a_presence_that_discord_would_not_accept_is_refused_and_changes_nothing(field, wrong):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(presence={"status": "idle"}) as client:
            with pytest.raises(InvalidRequest) as caught:
                await client.update_presence(**wrong)
            assert caught.value.field == field
            await asyncio.sleep(1)
            assert 3 not in gateway.socket.ops()
            gateway.socket.close_from_peer(4009)
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            assert gateway.socket.only(2)["presence"]["status"] == "idle"

    run_virtual(story())


@pytest.mark.parametrize("status", ["online", "dnd", "idle", "invisible", "offline", None])
def test_A31_every_presence_that_discord_knows_is_sent(status):
    activities = [{"name": "x" * 128, "type": kind, "state": "é" * 128, "url": None} for kind in range(6)]

    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await client.update_presence(status=status, activities=(activity for activity in activities), since=91)
            await until(lambda: gateway.sent(3))
            (sent,) = gateway.sent(3)
            assert sent["status"] == {"offline": "invisible", None: "online"}.get(status, status)
            assert sent["activities"] == activities
            assert sent["since"] == 91

    run_virtual(story())


def test_A31_an_activity_without_a_type_is_playing():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(presence={"activities": [{"name": "chess", "type": None}]}) as client:
            assert gateway.socket.only(2)["presence"]["activities"] == [{"name": "chess", "type": 0}]
            await client.update_presence(activities=[{"name": "go"}])
            await until(lambda: gateway.sent(3))
            assert gateway.sent(3)[0]["activities"] == [{"name": "go", "type": 0}]

    run_virtual(story())


@given(st.integers(1, 40), st.integers(1, 128))
def test_A29_a_presence_that_is_accepted_fits_into_the_next_identify(count, length):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard(shard_id=99_999, total=100_000, capabilities=2**62) as client:
            is_accepted = False
            with contextlib.suppress(InvalidRequest):
                await client.update_presence(activities=[{"name": "x" * length, "type": 0}] * count)
                is_accepted = True
            gateway.socket.close_from_peer(4009)
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            assert ("presence" in gateway.socket.only(2)) == is_accepted

    run_virtual(story())


def test_A32_voice_states_name_guild_and_channel_or_none_to_leave():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            await client.update_voice_state(81384788765712384, 127121515262115840, self_deaf=True)
            await client.update_voice_state(81384788765712384, None)
            assert [d for _, op, d in gateway.socket.sent if op == 4] == [
                {
                    "guild_id": "81384788765712384",
                    "channel_id": "127121515262115840",
                    "self_mute": False,
                    "self_deaf": True,
                },
                {"guild_id": "81384788765712384", "channel_id": None, "self_mute": False, "self_deaf": False},
            ]

    run_virtual(story())


@pytest.mark.parametrize("seed", range(5))
def test_nothing_that_was_sent_successfully_is_lost_across_random_drops(seed):
    async def story():
        rng = random.Random(seed)
        gateway = FakeGateway()
        async with gateway.active_shard(rng=rng) as client:
            senders = [asyncio.create_task(client.send({"op": 31, "d": n})) for n in range(300)]
            while not all(task.done() for task in senders):
                await asyncio.sleep(rng.uniform(0, 10))
                gateway.socket.drop()
            sent = [d for socket in gateway.sockets for _, op, d in socket.sent if op == 31]
            assert sent == list(range(300))

    run_virtual(story())
