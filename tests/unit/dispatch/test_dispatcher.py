"""From a dispatch to its handlers and waits: decoded once, when its turn comes, and in order."""

import asyncio

import msgspec
import pytest

from scurrypy.dispatch import Dispatcher
from scurrypy.dispatch.pool import WorkerPool
from scurrypy.events import MessageCreateEvent
from tests.support.virtual_clock import run_virtual


def message(number):
    return msgspec.Raw(b'{"id":"%d"}' % number)


def numbers(events):
    return [int(event.id) for event in events]


async def no_waits(_):
    await asyncio.get_running_loop().create_future()


@pytest.fixture
def decoded(monkeypatch):
    """Return the list of events that were decoded so far."""
    made = []
    from_json = MessageCreateEvent.from_json

    def noting(data):
        made.append(from_json(data))
        return made[-1]

    monkeypatch.setattr(MessageCreateEvent, "from_json", noting)
    return made


def test_one_event_of_a_burst_is_decoded_at_a_time(decoded):
    ahead = []

    async def handler(_):
        ahead.append(len(decoded) - len(ahead))

    async def story():
        dispatcher = Dispatcher({"MESSAGE_CREATE": [handler]}, 10)
        for number in range(5):
            dispatcher.dispatch(("MESSAGE_CREATE", message(number)))
        assert decoded == []
        await dispatcher.pool.drain(1)
        await dispatcher.pool.close()

    run_virtual(story())
    assert ahead == [1] * 5


def test_an_event_is_decoded_once_for_all_its_handlers_and_waits(decoded):
    seen = []

    async def handler(event):
        seen.append(event)

    async def story():
        dispatcher = Dispatcher({"MESSAGE_CREATE": [handler, handler]}, 10)
        waits = [asyncio.create_task(dispatcher.wait_for(["MESSAGE_CREATE"], None, 1)) for _ in range(2)]
        await asyncio.sleep(0)
        dispatcher.dispatch(("MESSAGE_CREATE", message(1)))
        seen.extend(await asyncio.gather(*waits))
        await dispatcher.pool.drain(1)
        await dispatcher.pool.close()

    run_virtual(story())
    assert len(decoded) == 1
    assert [event is decoded[0] for event in seen] == [True] * 4


def test_a_handler_that_waits_hears_what_came_right_behind_its_own_event():
    heard = []

    async def story():
        async def handler(event):
            if event.id == 1:
                heard.append(await dispatcher.wait_for(["MESSAGE_CREATE"], None, 1))

        dispatcher = Dispatcher({"MESSAGE_CREATE": [handler]}, 10)
        for number in (1, 2, 3):
            dispatcher.dispatch(("MESSAGE_CREATE", message(number)))
        await dispatcher.pool.drain(5)
        await dispatcher.pool.close()

    run_virtual(story())
    assert numbers(heard) == [2]


@pytest.mark.parametrize("concurrency", [1, 3])
def test_waits_hear_events_in_order_while_every_place_is_taken(concurrency):
    async def story():
        dispatcher = Dispatcher({"MESSAGE_CREATE": [no_waits]}, concurrency)
        heard = []
        for number in range(10):
            wait = asyncio.create_task(dispatcher.wait_for(["MESSAGE_CREATE"], None, 5))
            await asyncio.sleep(0)
            dispatcher.dispatch(("MESSAGE_CREATE", message(number)))
            heard.append(await wait)
        await dispatcher.pool.drain(0)
        await dispatcher.pool.close()
        return heard

    assert numbers(run_virtual(story())) == list(range(10))


def test_a_handler_that_takes_the_last_place_holds_back_no_event_from_a_wait():
    """The second event is in the queue, undecoded, when the first one's handler suspends for good."""

    async def story():
        dispatcher = Dispatcher({"MESSAGE_CREATE": [no_waits]}, 1)
        wait = asyncio.create_task(dispatcher.wait_for(["MESSAGE_CREATE"], lambda event: event.id == 2, 5))
        await asyncio.sleep(0)
        for number in (1, 2):
            dispatcher.dispatch(("MESSAGE_CREATE", message(number)))
        event = await wait
        await dispatcher.pool.drain(0)
        await dispatcher.pool.close()
        return event

    assert run_virtual(story()).id == 2


def test_room_is_a_portion_while_handlers_keep_up_and_the_bound_once_every_place_is_taken():
    async def story():
        pool, go_on, rooms = WorkerPool(3, lambda dispatch: (hang, dispatch[0], None)), asyncio.Event(), []
        pool.portion = 10

        async def hang(_event):
            await go_on.wait()

        def offer(count):
            rooms.append(pool.room())
            pool.submit_unread([(str(number), b"", None, None) for number in range(count)])

        offer(4)
        offer(9)
        # More waits than is meant to, which one at a time may still join.
        offer(1)
        await asyncio.sleep(0.01)
        # Three run, eleven wait: too many.
        offer(0)
        go_on.set()
        await asyncio.sleep(0.01)
        go_on.clear()
        offer(3)
        await asyncio.sleep(0.01)
        offer(2)
        offer(0)
        await pool.drain(0)
        await pool.close()
        return rooms

    assert run_virtual(story()) == [10, 6, 1, None, 10, 3, 1]


def test_what_nobody_wants_is_neither_queued_nor_decoded(decoded):
    async def story():
        dispatcher = Dispatcher({"GUILD_CREATE": [no_waits], "MESSAGE_CREATE": []}, 1)
        dispatcher.dispatch(("MESSAGE_CREATE", message(1)))
        return dispatcher.pool.backlog

    assert run_virtual(story()) == 0
    assert decoded == []
