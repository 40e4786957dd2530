"""Attempts that take too long are ended, each at its own time, and nothing else is."""

import asyncio

import pytest

from scurrypy.http.deadlines import Deadlines
from tests.support.virtual_clock import run_virtual


def now():
    return asyncio.get_running_loop().time()


async def attempt(deadlines, seconds):
    """Return when an attempt of so many seconds ended, and whether it was too late."""
    made = deadlines.begin()
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        if not deadlines.finish(made):
            raise
        return now(), True
    assert not deadlines.finish(made)
    return now(), False


def test_who_takes_too_long_is_ended_at_its_own_time():
    async def story():
        deadlines = Deadlines(10.0)
        attempts = []
        for seconds in (3.0, 20.0, 10.5, 9.5):
            attempts.append(asyncio.create_task(attempt(deadlines, seconds)))
            await asyncio.sleep(1.0)
        return await asyncio.gather(*attempts)

    assert run_virtual(story()) == [(3.0, False), (11.0, True), (12.0, True), (12.5, False)]


def test_the_task_of_a_late_attempt_goes_on_as_if_nothing_had_happened():
    async def story():
        deadlines = Deadlines(1.0)
        outcomes = [await attempt(deadlines, 5.0), await attempt(deadlines, 0.5)]
        assert asyncio.current_task().cancelling() == 0
        return outcomes

    assert run_virtual(story()) == [(1.0, True), (1.5, False)]


def test_a_task_that_others_cancel_at_the_same_moment_stays_cancelled():
    async def story():
        deadlines = Deadlines(1.0)
        late = asyncio.create_task(attempt(deadlines, 5.0))
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_at(1.0, late.cancel)
        with pytest.raises(asyncio.CancelledError):
            await late
        assert now() == 1.0

    run_virtual(story())


def test_what_was_ended_before_is_ended_by_nobody():
    async def story():
        deadlines = Deadlines(1.0)
        left = asyncio.create_task(attempt(deadlines, 0.5))
        await asyncio.sleep(2.0)
        late = asyncio.create_task(attempt(deadlines, 5.0))
        await asyncio.sleep(0.5)
        deadlines.close()
        await asyncio.sleep(5.0)
        return await left, await late

    assert run_virtual(story()) == ((0.5, False), (7.0, False))
