"""Keyed ordering: one after the other within a key, side by side between keys, nothing held up beyond its key."""

import asyncio
import logging
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scurrypy.dispatch import OrderedHandler, Ordering, WorkerPool
from scurrypy.events import MessageCreateEvent, MessageDeleteEvent, MessageUpdateEvent
from scurrypy.gateway.progress import PATIENCE, Progress
from scurrypy.wire.errors import InvalidCallbackSignature, InvalidRequest, NotCallable
from tests.support.fakes import MESSAGE, make_client, no_dispatches, run_with
from tests.support.virtual_clock import run_virtual


def by_first(handler, ordering=None):
    """Order a handler's calls by the first item of its events."""
    return OrderedHandler(handler, ordering or Ordering(lambda event: event[0]))


CALLS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["return", "wait", "fail", "cancel"]), st.integers(0, 4)),
    max_size=40,
)


@settings(max_examples=150)
@given(st.integers(1, 5), CALLS)
def test_the_calls_of_each_key_are_a_sequence_whatever_handlers_do(concurrency, calls):
    """The model: per key, a call begins when the one before has ended, and every call is made once."""
    begun, running = defaultdict(list), set()

    async def handler(event):
        key, number, what, ticks = event
        assert key not in running
        running.add(key)
        begun[key].append(number)
        try:
            for _ in range(ticks):
                await asyncio.sleep(0.01 if what == "wait" else 0)
            if what == "fail":
                raise ValueError(number)
            if what == "cancel":
                asyncio.current_task().cancel()
                await asyncio.sleep(0)
        finally:
            running.discard(key)

    async def story():
        told = []
        pool = WorkerPool(concurrency, no_dispatches)
        pool.failures.hook = told.append
        ordered = by_first(handler)
        for number, (key, what, ticks) in enumerate(calls):
            pool.submit_in_order(ordered, (key, number, what, ticks))
            if number % 7 == 3:
                await asyncio.sleep(0)
        assert await pool.drain(1000) == []
        assert (pool.in_flight, pool.backlog, pool.lanes.held) == (0, 0, 0)
        await pool.close()
        return told

    told = run_virtual(story())
    assert all(isinstance(failure.error, ValueError) and failure.function is handler for failure in told)
    assert len(told) == sum(what == "fail" for _, what, _ in calls)
    expected = defaultdict(list)
    for number, (key, _, _) in enumerate(calls):
        expected[key].append(number)
    assert begun == expected


def test_other_keys_go_on_side_by_side():
    ended = []

    async def slow(event):
        await asyncio.sleep(1)
        ended.append((event, asyncio.get_running_loop().time()))

    async def story():
        pool = WorkerPool(100, no_dispatches)
        ordered = by_first(slow)
        for event in ["a1", "a2", "b1", "c1", "a3", "b2"]:
            pool.submit_in_order(ordered, event)
        await pool.drain(100)
        await pool.close()

    run_virtual(story())
    assert ended == [
        (event, pytest.approx(second))
        for event, second in [("a1", 1), ("b1", 1), ("c1", 1), ("a2", 2), ("b2", 2), ("a3", 3)]
    ]


def test_a_handler_that_hangs_holds_up_its_key_alone_and_takes_one_place():
    seen = []

    async def handler(event):
        if event == "a0":
            await asyncio.get_running_loop().create_future()
        seen.append(event)

    async def story():
        pool = WorkerPool(2, no_dispatches)
        ordered = by_first(handler)
        for event in ["a0", "a1", "b1", "b2", "c1"]:
            pool.submit_in_order(ordered, event)
        await asyncio.sleep(1)
        assert seen == ["b1", "c1", "b2"]
        assert (pool.in_flight, pool.backlog) == (1, 1)
        named = await pool.drain(5)
        await pool.close()
        return named

    [named] = run_virtual(story())
    assert "handler on str" in named
    assert seen == ["b1", "c1", "b2"]


def test_a_slow_key_makes_its_source_wait_and_loses_nothing(caplog):
    seen = []

    async def slow(event):
        await asyncio.sleep(20)
        seen.append(event[1])

    async def story():
        pool = WorkerPool(5, no_dispatches)
        ordered = by_first(slow)
        highest = 0
        for number in range(40):
            pool.submit_in_order(ordered, ("a", number))
            if pool.full:
                await pool.wait_for_room()
            highest = max(highest, pool.backlog)
        await pool.drain(1000)
        await pool.close()
        return highest

    assert run_virtual(story()) <= 5
    assert seen == list(range(40))
    assert caplog.text == ""


def test_a_key_that_is_stuck_for_a_minute_takes_no_more_and_lets_the_others_go_on(caplog):
    seen = []

    async def handler(event):
        if event == ("a", 0):
            await asyncio.sleep(500)
        seen.append(event)

    async def story():
        pool = WorkerPool(5, no_dispatches)
        ordered = by_first(handler)
        loop = asyncio.get_running_loop()

        async def take(event):
            pool.submit_in_order(ordered, event)
            if pool.full:
                await pool.wait_for_room()

        for number in range(20):
            await take(("a", number))
        assert loop.time() == pytest.approx(60)
        for number in range(20):
            await take(("b", number))
        await asyncio.sleep(1)
        assert loop.time() == pytest.approx(61)
        assert seen == [("b", number) for number in range(20)]
        assert pool.backlog == 5
        await asyncio.sleep(500)
        assert seen[20:] == [("a", number) for number in range(6)]
        await take(("a", 20))
        await pool.drain(1)
        await pool.close()

    run_virtual(story())
    assert seen[-1] == ("a", 20)
    messages = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(messages) == 2
    assert "handler has been running for 60 s and 5 events of its key" in messages[0]
    assert "14 events of its key" in messages[1]


def test_a_handler_in_order_has_a_task_of_its_own_with_timeouts_and_cancellation():
    tasks, seen = [], []

    async def handler(event):
        mine = asyncio.current_task()
        tasks.append(mine)
        if event[1] == 0:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1):
                    await asyncio.sleep(10)
        else:
            await asyncio.sleep(10)
        assert asyncio.current_task() is mine
        seen.append(event[1])

    async def story():
        pool = WorkerPool(3, no_dispatches)
        ordered = by_first(handler)
        for number in range(3):
            pool.submit_in_order(ordered, ("a", number))
        await asyncio.sleep(5)
        # The second call runs; to cancel it lets the third begin.
        tasks[1].cancel()
        await asyncio.sleep(1)
        assert len(set(tasks)) == 3
        await pool.drain(100)
        await pool.close()

    run_virtual(story())
    assert seen == [0, 2]


def test_a_key_that_cannot_be_told_is_reported_and_the_next_event_is_handled():
    told, seen = [], []

    async def handler(event):
        seen.append(event)

    def key(event):
        return {"fails": lambda: 1 / 0, "list": list}.get(event, lambda: event)()

    async def story():
        pool = WorkerPool(3, no_dispatches)
        pool.failures.hook = told.append
        ordered = OrderedHandler(handler, Ordering(key))
        for event in ["fails", "list", "fine"]:
            pool.submit_in_order(ordered, event)
        await pool.drain(1)
        await pool.close()

    run_virtual(story())
    assert seen == ["fine"]
    assert [(failure.event, failure.role, failure.function) for failure in told] == [
        ("fails", "key", key),
        ("list", "key", key),
    ]


def test_events_whose_key_is_none_are_in_no_order():
    async def handler(event):
        await asyncio.sleep(1)

    async def story():
        pool = WorkerPool(10, no_dispatches)
        ordered = OrderedHandler(handler, Ordering(lambda event: None))
        for number in range(5):
            pool.submit_in_order(ordered, number)
        await pool.drain(10)
        await pool.close()
        return asyncio.get_running_loop().time()

    assert run_virtual(story()) == pytest.approx(1)


def test_nothing_is_kept_of_a_key_once_its_calls_have_ended():
    async def handler(event):
        await asyncio.sleep(0)

    async def story():
        pool = WorkerPool(10, no_dispatches)
        ordered = by_first(handler)
        for number in range(1000):
            pool.submit_in_order(ordered, (number, 0))
        await pool.drain(10)
        kept = len(pool.lanes._lanes)
        await pool.close()
        return kept

    assert run_virtual(story()) == 0


def test_what_waits_behind_a_handler_that_closes_the_pool_never_starts():
    seen = []

    async def closer(event):
        pool = event[1]
        pool.spare(asyncio.current_task())
        seen.append("closing")
        await pool.drain(5)
        await pool.close()

    async def story():
        pool = WorkerPool(3, no_dispatches)
        ordered = by_first(closer)
        pool.submit_in_order(ordered, ("a", pool))
        pool.submit_in_order(ordered, ("a", pool))
        await asyncio.sleep(10)
        assert pool.backlog == 0

    run_virtual(story())
    assert seen == ["closing"]


def test_an_order_that_cannot_be_is_refused():
    async def async_key(event): ...

    with pytest.raises(InvalidCallbackSignature, match="async_key is async"):
        Ordering(async_key)
    with pytest.raises(InvalidCallbackSignature):
        Ordering(lambda: 1)
    with pytest.raises(NotCallable):
        Ordering(5)


# On a client


def test_messages_are_handled_in_order_within_their_channel():
    client = make_client()
    ended = []

    async def on_message(event):
        await asyncio.sleep(5 if event.content == "slow" else 1)
        ended.append((event.channel_id, event.content))

    client.add_event_listener(MessageCreateEvent, on_message, ordered_by="channel_id")

    async def story():
        queue = client.shards[0].event_queue
        for channel, content in [("1", "slow"), ("1", "quick"), ("2", "quick")]:
            await queue.put(("MESSAGE_CREATE", {**MESSAGE, "channel_id": channel, "content": content}))
        await asyncio.sleep(3)
        assert (client.handlers_in_flight, client.handlers_waiting) == (1, 1)

    # Closing waits for the rest.
    run_with(client, story)
    assert ended == [(2, "quick"), (1, "slow"), (1, "quick")]


def test_handlers_of_several_events_share_an_order():
    client = make_client()
    ended = []
    per_channel = Ordering("channel_id")

    async def on_create(event):
        await asyncio.sleep(5)
        ended.append("created")

    async def on_update(event):
        ended.append("updated")

    async def on_delete(event):
        ended.append("deleted")

    client.add_event_listener(MessageCreateEvent, on_create, ordered_by=per_channel)
    client.add_event_listener(MessageUpdateEvent, on_update, ordered_by=per_channel)
    client.add_event_listener(MessageDeleteEvent, on_delete, ordered_by="channel_id")

    async def story():
        queue = client.shards[0].event_queue
        await queue.put(("MESSAGE_CREATE", MESSAGE))
        await queue.put(("MESSAGE_UPDATE", MESSAGE))
        await queue.put(("MESSAGE_DELETE", {"id": "2", "channel_id": "1"}))
        await asyncio.sleep(1)

    run_with(client, story)
    assert ended == ["deleted", "created", "updated"]


def test_a_key_may_lie_deeper_and_what_is_missing_on_the_way_is_no_key():
    ordering = Ordering("author.id")
    assert ordering.key_of(MessageCreateEvent.from_dict(MESSAGE)) == 3
    member = Ordering("member.user.id")
    assert member.key_of(MessageCreateEvent.from_dict(MESSAGE)) is None


def test_a_field_that_the_event_lacks_is_refused_where_it_is_named():
    async def handler(event): ...

    client = make_client()
    for event in (MessageCreateEvent, "MESSAGE_CREATE"):
        with pytest.raises(InvalidRequest, match=r"a field of MessageCreateEvent.*chanel_id"):
            client.add_event_listener(event, handler, ordered_by="chanel_id")
    client.add_event_listener("BRAND_NEW", handler, ordered_by="chanel_id")


def test_a_listener_in_order_is_called_and_removed_like_any_other():
    async def handler(event):
        return seen.append(event)

    seen = []
    client = make_client()
    client.add_event_listener(MessageCreateEvent, handler, ordered_by="channel_id")
    [listed] = client.events["MESSAGE_CREATE"]
    asyncio.run(listed("event"))
    assert seen == ["event"]
    assert listed.__name__ == "handler"
    client.remove_event_listener(MessageCreateEvent, handler)
    assert client.events == {}


def test_what_waits_for_its_turn_counts_as_not_handled():
    """Were the number of a session stored past it, a kill would lose it (see `gateway/progress.py`)."""
    reached = []

    async def slow(_):
        await asyncio.sleep(1)

    async def story():
        now = asyncio.get_running_loop().time
        pool, progress, ordered = WorkerPool(10, no_dispatches), Progress(), by_first(slow)
        for seq, key in enumerate("aab", start=1):
            receipt = progress.expect(seq)
            pool.submit_in_order(ordered, key, receipt)
            receipt.begin()
            receipt.release()
        for _ in range(3):
            await asyncio.sleep(0.9)
            reached.append(progress.reached(3, now()))
        await pool.drain(10)
        await pool.close()

    run_virtual(story())
    assert reached == [0, 1, 3]


def test_what_never_had_its_turn_comes_again():
    async def hang(_):
        await asyncio.get_running_loop().create_future()

    async def story():
        now = asyncio.get_running_loop().time
        pool, progress, ordered = WorkerPool(10, no_dispatches), Progress(), by_first(hang)
        for seq in (1, 2):
            receipt = progress.expect(seq)
            pool.submit_in_order(ordered, "a", receipt)
            receipt.begin()
            receipt.release()
        await pool.drain(1)
        await pool.close()
        await asyncio.sleep(PATIENCE)
        return progress.reached(2, now())

    assert run_virtual(story()) == 0
