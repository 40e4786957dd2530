"""Waits for events: one or any of several, with a predicate, with a timeout, leaving nothing behind."""

import asyncio
from datetime import timedelta

import pytest

from scurrypy.dispatch import Waiters
from scurrypy.wire.errors import ClientClosed, InvalidRequest, NoSession
from tests.support.virtual_clock import run_virtual


def no_report(predicate, event, error):
    raise AssertionError(f"{predicate} failed on {event}: {error}")


async def wait_in_background(waiters, names, predicate=None, timeout=None):
    task = asyncio.create_task(waiters.wait(names, predicate, timeout))
    await asyncio.sleep(0)
    return task


def test_the_first_event_of_any_name_that_fulfils_the_predicate_is_returned():
    async def story():
        waiters = Waiters(no_report)
        task = await wait_in_background(waiters, ["A", "B"], lambda event: event > 2)
        for name, event in [("A", 1), ("C", 9), ("B", 3), ("A", 4)]:
            waiters.offer(name, event)
        assert await task == 3
        assert "A" not in waiters
        assert "B" not in waiters

    run_virtual(story())


def test_several_waits_get_the_same_event():
    async def story():
        waiters = Waiters(no_report)
        tasks = [await wait_in_background(waiters, ["A"]) for _ in range(3)]
        waiters.offer("A", "event")
        assert await asyncio.gather(*tasks) == ["event"] * 3

    run_virtual(story())


def test_a_timeout_raises_and_forgets_the_wait():
    async def story():
        waiters = Waiters(no_report)
        with pytest.raises(TimeoutError):
            await waiters.wait(["A"], None, 5)
        assert asyncio.get_running_loop().time() == pytest.approx(5)
        assert "A" not in waiters

    run_virtual(story())


def test_a_cancelled_wait_is_forgotten_while_another_stays():
    async def story():
        waiters = Waiters(no_report)
        gone = await wait_in_background(waiters, ["A"])
        stays = await wait_in_background(waiters, ["A"])
        gone.cancel()
        await asyncio.wait([gone])
        assert "A" in waiters
        waiters.offer("A", 1)
        assert await stays == 1

    run_virtual(story())


def test_an_error_in_a_predicate_is_raised_where_it_was_given_and_nowhere_else():
    told = []

    async def story():
        waiters = Waiters(lambda predicate, event, error: told.append((event, error)))
        broken = await wait_in_background(waiters, ["A"], lambda event: event.missing)
        fine = await wait_in_background(waiters, ["A"])
        waiters.offer("A", 1)
        assert await fine == 1
        with pytest.raises(AttributeError) as caught:
            await broken
        assert told == [(1, caught.value)]

    run_virtual(story())


@pytest.mark.parametrize(
    ("predicate", "timeout", "words"),
    [
        (None, "5", "timeout: seconds, as a number, got 'str'"),
        (None, timedelta(seconds=5), "timeout: seconds, as a number, got 'timedelta'"),
        ("author", None, "predicate: a function of the event, got 'str'"),
    ],
)
def test_a_wait_says_what_it_needs(predicate, timeout, words):
    async def story():
        waiters = Waiters(lambda predicate, event, error: None)
        with pytest.raises(InvalidRequest) as refused:
            await waiters.wait(["A"], predicate, timeout)
        assert str(refused.value) == words
        assert "A" not in waiters

    run_virtual(story())


@pytest.mark.parametrize("timeout", [None, 5])
def test_waits_end_when_the_client_closes_and_say_what_will_not_come(timeout):
    async def story():
        waiters = Waiters(no_report)
        tasks = [await wait_in_background(waiters, names, timeout=timeout) for names in (["A"], ["A", "B"])]
        done = await wait_in_background(waiters, ["C"])
        waiters.offer("C", "came")
        waiters.close()
        assert await done == "came"
        for task, names in zip(tasks, ("A", "A or B"), strict=True):
            with pytest.raises(ClientClosed) as caught:
                await task
            assert str(caught.value) == f"the client was closed; {names}, which was waited for, will not come"
            assert isinstance(caught.value, NoSession)
        with pytest.raises(ClientClosed):
            await waiters.wait(["A"], None, None)
        assert asyncio.get_running_loop().time() == 0
        assert list(waiters.names) == []

    run_virtual(story())
