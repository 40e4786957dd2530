"""The straight way in: events handed on as they come, in portions, and asked for again where they cannot be read."""

import asyncio
import itertools
import json
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from scurrypy.dispatch import Dispatcher
from scurrypy.events import MessageCreateEvent
from scurrypy.gateway import ShardState
from scurrypy.gateway.connection import Connection
from scurrypy.gateway.turns import Turns
from scurrypy.wire.errors import MissingField, NoSession
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import INTERVAL, FakeGateway, drain, until


def message(name, seq, end="}}"):
    return b'{"t":"%s","s":%d,"op":0,"d":{"id":"%d"%s' % (name.encode(), seq, seq, end.encode())


class Taker:
    """Takes events as they come, as long as there is room."""

    def __init__(self, client, wanted="WANTED"):
        self.taken = []
        self.origins = []
        self.room = 1_000_000
        client.event_queue.wants = lambda name: name == wanted
        client.event_queue.room = lambda: self.room
        client.event_queue.offer = self.offer
        drain(client)

    def offer(self, events):
        for _, message, origin, _ in events:
            self.taken.append(json.loads(message)["s"])
            self.origins.append(origin)


def learn(socket, client, *names):
    """Let the shard see each name once: from then on it knows its messages by their first bytes."""
    for name in names:
        socket.raw(message(name, client.session.seq + 1))
    drain(client)


@asynccontextmanager
async def listening(gateway, handler, concurrency=1000, others=(), every=(), **options):
    """A shard whose messages go to a handler; yields the shard and the dispatcher between them."""
    dispatcher = Dispatcher({"MESSAGE_CREATE": [handler, *others], **dict(every)}, concurrency)
    async with gateway.active_shard(**options) as client:
        task = asyncio.create_task(dispatcher.listen(client.event_queue))
        yield client, dispatcher
        task.cancel()
    await dispatcher.pool.close()


def test_an_event_that_nobody_wants_counts_and_may_be_anything():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            learn(gateway.socket, client, "UNWANTED")
            taker = Taker(client)
            gateway.socket.raw(message("UNWANTED", 3, "damaged"))
            assert (client.session.seq, client.metrics.events, gateway.socket.is_open) == (3, 3, True)
            # A number that was seen, or that is too high, is judged as ever.
            gateway.socket.raw(message("UNWANTED", 3))
            gateway.socket.raw(message("UNWANTED", 6))
            assert (client.session.seq, client.metrics.duplicates, client.metrics.gaps) == (6, 1, 2)
            assert (taker.taken, drain(client)) == ([], [])

    run_virtual(story())


def test_an_event_is_handed_on_as_it_came_unless_one_waits_before_it():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            learn(gateway.socket, client, "WANTED", "UNWANTED")
            taker = Taker(client)
            gateway.socket.raw(message("WANTED", 4))
            taker.room = None
            gateway.socket.raw(message("WANTED", 5))
            taker.room = 9
            # There would be room, but the one before waits.
            gateway.socket.raw(message("UNWANTED", 6))
            gateway.socket.raw(message("WANTED", 7))
            assert taker.taken == [4]
            assert [data["id"] for _, data in drain(client)] == ["5", "7"]
            gateway.socket.raw(message("WANTED", 8))
            assert taker.taken == [4, 8]
            assert (client.session.seq, client.metrics.gaps) == (8, 0)

    run_virtual(story())


@pytest.mark.parametrize("name", ["READY", "RESUMED", "GUILD_MEMBERS_CHUNK"])
def test_what_the_shard_itself_wants_is_read_although_no_handler_does(name):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            Taker(client)
            gateway.socket.raw(message(name, client.session.seq + 1, ""))
            # It is found damaged, and asked for once more.
            with pytest.raises(NoSession):
                _ = client.ws

    run_virtual(story())


def test_A40_an_event_found_unreadable_when_its_turn_comes_is_asked_for_and_no_other_comes_twice():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            learn(gateway.socket, client, "WANTED")
            gateway.sessions[client.session.session_id].append((2, "WANTED", {}))
            taker = Taker(client)
            for n in range(3, 9):
                gateway.socket.event("WANTED", {"n": n})
            assert taker.taken == [3, 4, 5, 6, 7, 8]
            origin = taker.origins[0]
            # The fifth and the seventh were damaged on their way.
            assert origin.ask_again(message("WANTED", 5), ValueError("damaged"))
            assert origin.ask_again(message("WANTED", 7), ValueError("damaged"))
            assert client.state is ShardState.CLOSING
            gateway.dispatch(client.session.session_id, "WANTED", {"n": 9})
            await until(lambda: client.state is ShardState.ACTIVE)
            again = [data["n"] for name, data in drain(client) if name == "WANTED"]
            assert again == [5, 7, 9]
            # From there on events go the straight way again.
            gateway.socket.event("WANTED", {"n": 11})
            assert taker.taken[6:] == [client.session.seq]
            assert (client.metrics.resumes, client.metrics.duplicates, client.metrics.gaps) == (1, 0, 0)
            # Another resume would not help where Discord sends what cannot be read.
            assert not origin.ask_again(message("WANTED", client.session.seq), ValueError("damaged"))
            assert (client.state, client.metrics.unreadable) == (ShardState.ACTIVE, 1)

    run_virtual(story())


def test_an_event_of_a_session_that_is_gone_is_not_asked_for():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            learn(gateway.socket, client, "WANTED")
            taker = Taker(client)
            gateway.socket.raw(message("WANTED", 3))
            gateway.sessions.clear()
            gateway.socket.close_from_peer(4000)
            await until(lambda: client.metrics.identifies == 2 and client.state is ShardState.ACTIVE)
            seq = client.session.seq
            assert not taker.origins[0].ask_again(message("WANTED", 3), ValueError("damaged"))
            assert (client.session.seq, client.state) == (seq, ShardState.ACTIVE)

    run_virtual(story())


def test_A40_a_damaged_message_reaches_its_handler_after_a_resume():
    async def story():
        gateway, seen = FakeGateway(), []

        async def handler(event):
            seen.append(event.content)

        async with listening(gateway, handler, 10) as (client, _):
            for number in range(3):
                gateway.socket.event("MESSAGE_CREATE", {"id": "1", "content": f"{number}"})
            await until(lambda: seen == ["0", "1", "2"])
            seq = client.session.seq + 1
            gateway.sessions[client.session.session_id].append((seq, "MESSAGE_CREATE", {"id": "2", "content": "3"}))
            gateway.socket.raw(b'{"t":"MESSAGE_CREATE","s":%d,"op":0,"d":{"id":"2","content":}}' % seq)
            gateway.socket.event("MESSAGE_CREATE", {"id": "3", "content": "4"})
            await until(lambda: len(seen) == 5)
            assert sorted(seen) == ["0", "1", "2", "3", "4"]
            assert (client.metrics.resumes, client.metrics.identifies) == (1, 1)
            await asyncio.sleep(60)
            assert len(seen) == 5

    run_virtual(story())


def test_A40_a_damaged_message_comes_again_when_it_is_read_as_it_comes():
    """With every place taken the workers read what comes at once, amid its being handed on."""

    async def story():
        gateway, seen, go_on = FakeGateway(), [], asyncio.Event()

        async def handler(event):
            seen.append(event.content)
            await go_on.wait()

        async with listening(gateway, handler, 1) as (client, _):
            gateway.socket.event("MESSAGE_CREATE", {"content": "0"})
            await until(lambda: seen)
            seq = client.session.seq + 1
            gateway.sessions[client.session.session_id].append((seq, "MESSAGE_CREATE", {"content": "1"}))
            gateway.socket.raw(b'{"t":"MESSAGE_CREATE","s":%d,"op":0,"d":{"content":}}' % seq)
            await until(lambda: client.metrics.resumes == 1 and client.state is ShardState.ACTIVE)
            go_on.set()
            await until(lambda: len(seen) == 2)
            # RESUMED has a number, too.
            assert (seen, client.metrics.duplicates, client.session.seq) == (["0", "1"], 0, seq + 1)

    run_virtual(story())


def flood(gateway, count):
    """Let a socket bring many events in one read, whatever is said to it meanwhile."""
    events, messages = gateway.sessions[gateway.socket.session_id], []
    for number in range(count):
        events.append((len(events) + 1, "MESSAGE_CREATE", {"id": f"{number}"}))
        messages.append(message("MESSAGE_CREATE", len(events)).replace(b'"id":"', b'"content":"%d","id":"' % number))
    gateway.socket.receiver.on_messages(messages)


def test_one_read_of_a_busy_socket_is_handled_in_portions_and_in_order():
    async def story():
        gateway, seen, most = FakeGateway(), [], []

        async def handler(event):
            seen.append(event.content)
            most.append(dispatcher.pool.backlog)

        async with listening(gateway, handler) as (client, dispatcher):
            gateway.socket.event("MESSAGE_CREATE", {"content": "first"})
            await until(lambda: seen)
            flood(gateway, 300)
            # A portion, and a few: they are sooner taken than the socket is stopped.
            assert gateway.socket.is_reading
            flood(gateway, 700)
            assert not gateway.socket.is_reading
            await until(lambda: len(seen) == 1_001)
            assert seen[1:] == [f"{number}" for count in (300, 700) for number in range(count)]
            assert max(most) <= 258
            assert gateway.socket.is_reading
            assert client.metrics.zombies == 0

    run_virtual(story())


def test_handlers_come_to_a_portion_before_the_shard_goes_on():
    async def story():
        gateway, seen, sizes = FakeGateway(), [], []

        async def handler(event):
            seen.append(event.content)

        async with listening(gateway, handler) as (client, _):
            gateway.socket.event("MESSAGE_CREATE", {"content": "first"})
            await until(lambda: seen)
            offer = client.event_queue.offer

            def counted(events):
                sizes.append(len(events))
                offer(events)

            client.event_queue.offer = counted
            flood(gateway, 1000)
            await until(lambda: len(seen) == 1_001)
            # Else every second one were a single message, for which a place is always left.
            assert sizes == [256, 256, 256, 232]

    run_virtual(story())


def test_others_have_their_turn_amid_events_that_nobody_wants():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.event("MESSAGE_CREATE", {})
            Taker(client)
            flood(gateway, 5_000)
            taken = [2, client.session.seq]
            while taken[-1] < 5_002:
                await asyncio.sleep(0)
                taken.append(client.session.seq)
            assert max(later - sooner for sooner, later in itertools.pairwise(taken)) == 1024
            assert (client.metrics.events, client.metrics.gaps, gateway.socket.is_reading) == (5_002, 0, True)

    run_virtual(story())


def test_what_the_shards_of_a_bot_have_put_aside_is_taken_shard_by_shard():
    async def story():
        gateway, turns, shards, taken, room = FakeGateway(), Turns(), 20, [], 0

        def offer(events):
            nonlocal room
            taken.extend(json.loads(message)["d"] for _, message, _, _ in events)
            room -= len(events)

        async with AsyncExitStack() as running:
            for number in range(shards):
                shard = gateway.active_shard(shard_id=number, total=shards, turns=turns)
                client = await running.enter_async_context(shard)
                gateway.socket.event("MESSAGE_CREATE")
                drain(client)
                client.event_queue.room, client.event_queue.offer = lambda: max(room, 1), offer
            for number, socket in enumerate(gateway.sockets):
                for _ in range(100):
                    socket.event("MESSAGE_CREATE", number)
            # The first of each, and that was too much.
            assert taken == list(range(shards))
            while len(taken) < 100 * shards:
                room = 50
                await asyncio.sleep(0)
            changes = sum(one != another for one, another in itertools.pairwise(taken))
            # Twice each, and where one ended amid a portion; not one message of each, again and again.
            assert changes <= 5 * shards

    run_virtual(story())


def test_a_queue_that_fills_amid_a_flood_leaves_the_rest_aside_and_in_order():
    async def story():
        gateway, seen, go_on = FakeGateway(), [], asyncio.Event()

        async def handler(event):
            seen.append(event.content)
            await go_on.wait()

        async with listening(gateway, handler, 3, queue_size=20) as (client, _):
            gateway.socket.event("MESSAGE_CREATE", {"content": "first"})
            await until(lambda: seen)
            flood(gateway, 600)
            await asyncio.sleep(1)
            # Three run, a portion waits for them, the queue is full; the rest of what was read waits as it came.
            assert len(seen) == 3
            assert 19 <= len(client.event_queue) <= 20
            assert len(gateway.socket.receiver.aside) > 200
            assert not gateway.socket.is_reading
            flood(gateway, 10)
            assert len(client.event_queue) <= 20
            await asyncio.sleep(10 * INTERVAL)
            go_on.set()
            await until(lambda: len(seen) == 611)
            assert seen[1:] == [f"{number}" for count in (600, 10) for number in range(count)]
            assert gateway.socket.is_reading
            assert (client.metrics.zombies, client.metrics.gaps, len(gateway.sockets)) == (0, 0, 1)

    run_virtual(story())


def test_what_was_put_aside_is_taken_before_the_end_of_its_connection():
    async def story():
        gateway, seen = FakeGateway(), []

        async def handler(event):
            seen.append(event.content)

        async with listening(gateway, handler) as (client, _):
            gateway.socket.event("MESSAGE_CREATE", {"content": "first"})
            await until(lambda: seen)
            flood(gateway, 500)
            gateway.socket.receiver.on_closed(None, "")
            assert client.session.seq == 502
            await until(lambda: client.metrics.resumes == 1 and len(seen) == 501)
            assert client.metrics.duplicates == 0

    run_virtual(story())


def test_a_connection_that_is_over_keeps_no_late_messages():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            receiver = gateway.socket.receiver
            assert isinstance(receiver, Connection)
            gateway.socket.close_from_peer(4000)
            for _ in range(10):
                receiver.on_message(b"{}")
            assert len(receiver.aside) == 0
            await until(lambda: client.metrics.resumes == 1)

    run_virtual(story())


@pytest.mark.parametrize("others", [0, 1])
def test_A20_what_is_handled_is_told_of_events_that_go_the_straight_way(others):
    async def story():
        gateway, seen, go_on = FakeGateway(), [], asyncio.Event()

        async def handler(event):
            seen.append(event.content)
            if event.content == "waits":
                await go_on.wait()

        async def other(_):
            await asyncio.sleep(0)

        async with listening(gateway, handler, 10, [other] * others, tracks_handling=True) as (client, _):
            gateway.socket.event("MESSAGE_CREATE", {"content": "first"})
            gateway.socket.event("TYPING_START", {})
            await until(lambda: seen)
            assert client.handled_session.seq == client.session.seq == 3
            for content in ("second", "waits", "fourth"):
                gateway.socket.event("MESSAGE_CREATE", {"content": content})
            gateway.socket.event("TYPING_START", {})
            assert client.handled_session.seq == 3
            await until(lambda: seen == ["first", "second", "waits", "fourth"])
            # The number after which a later process should resume.
            assert (client.handled_session.seq, client.session.seq) == (4, 7)
            go_on.set()
            await asyncio.sleep(0.1)
            assert client.handled_session.seq == 7

    run_virtual(story())


def test_A20_an_event_that_is_asked_for_again_counts_as_handled_when_it_has_come():
    async def story():
        gateway, seen = FakeGateway(), []

        async def handler(event):
            seen.append(event.content)

        async with listening(gateway, handler, 10, tracks_handling=True) as (client, _):
            gateway.socket.event("MESSAGE_CREATE", {"content": "first"})
            await until(lambda: seen)
            gateway.sessions[client.session.session_id].append((3, "MESSAGE_CREATE", {"content": "damaged"}))
            gateway.socket.raw(b'{"t":"MESSAGE_CREATE","s":3,"op":0,"d":{"content":}}')
            gateway.socket.event("MESSAGE_CREATE", {"content": "third"})
            await until(lambda: "third" in seen)
            assert client.handled_session.seq == 2
            await until(lambda: len(seen) == 3)
            await asyncio.sleep(0.1)
            # RESUMED has a number, too.
            assert (client.handled_session.seq, client.session.seq) == (5, 5)
            # Asked for once only: the second time it is told, and counts as done.
            gateway.socket.event("TYPING_START", {})
            gateway.socket.raw(b'{"t":"MESSAGE_CREATE","s":7,"op":0,"d":{"content":}}')
            await until(lambda: client.metrics.unreadable == 1)
            assert client.handled_session.seq == 7

    run_virtual(story())


@pytest.mark.parametrize("tracks_handling", [False, True])
def test_a_body_that_is_no_object_reaches_those_who_want_every_dispatch_and_stops_no_other(tracks_handling, caplog):
    async def story():
        gateway, seen = FakeGateway(), []

        async def every(event):
            if event.name == "MESSAGE_CREATE":
                seen.append((event.name, event.data))

        async def handler(event):
            seen.append(event.content)

        options = {"tracks_handling": tracks_handling}
        async with listening(gateway, handler, 10, every={"*": [every]}, **options) as (client, _):
            gateway.socket.event("MESSAGE_CREATE", {"content": "one"})
            await until(lambda: len(seen) == 2)
            for body in (None, [1], {"content": "two"}):
                gateway.socket.event("MESSAGE_CREATE", body)
            await until(lambda: len(seen) == 6)
            name = "MESSAGE_CREATE"
            assert seen == [
                "one",
                (name, {"content": "one"}),
                (name, None),
                (name, [1]),
                "two",
                (name, {"content": "two"}),
            ]
            assert client.handled_session.seq == client.session.seq == 5

    run_virtual(story())
    assert "MESSAGE_CREATE cannot be read and reaches no handler" in caplog.text


def test_the_raw_event_of_a_message_read_in_one_go_is_its_body():
    async def story():
        gateway, seen = FakeGateway(), []

        async def handler(event):
            seen.append(event)

        async with listening(gateway, handler, 10):
            for _ in range(2):
                gateway.socket.event("MESSAGE_CREATE", {"id": "7", "new": [1]})
            await until(lambda: len(seen) == 2)
            assert [event.raw for event in seen] == [{"id": "7", "new": [1]}] * 2
            assert seen[0] == seen[1] == MessageCreateEvent(id=7)

    run_virtual(story())


def test_the_raw_event_of_a_message_with_text_that_is_no_utf_8_is_missing_and_the_rest_is_read():
    async def story():
        gateway, seen = FakeGateway(), []

        async def handler(event):
            seen.append(event)

        async with listening(gateway, handler, 10) as (client, _):
            for name in (b"ann", b"\xff"):
                body = b'{"id":"7","author":{"id":"8","username":"%s"}}' % name
                gateway.socket.raw(b'{"t":"MESSAGE_CREATE","s":%d,"op":0,"d":%s}' % (client.session.seq + 1, body))
            await until(lambda: len(seen) == 2)
            assert [event.id for event in seen] == [7, 7]
            assert seen[0].raw["author"]["username"] == "ann"
            with pytest.raises(MissingField, match="cannot be read"):
                _ = seen[1].raw

    run_virtual(story())
