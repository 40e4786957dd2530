"""The age of a message goes by Discord's time, whatever the clocks at hand show."""

import asyncio
import time
from email.utils import formatdate

import pytest

from scurrypy.http.discord_time import DiscordTime
from scurrypy.http.limits import Limits
from scurrypy.http.routing import target_of
from scurrypy.wire.snowflake import DISCORD_EPOCH
from tests.support.virtual_clock import run_virtual

TRUE = 1_800_000_000.0
HOUR = 3600.0


def at(monkeypatch, skew):
    """Let this machine's clock be ahead of the true one by `skew` seconds."""
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(time, "time", lambda: TRUE + loop.time() + skew)


def told(skew=0.0):
    """What an answer tells whose sender's clock is ahead by `skew` seconds."""
    return {"Date": formatdate(TRUE + asyncio.get_running_loop().time() + skew, usegmt=True)}


def delete(age):
    """A request to delete a message of that age."""
    sent_at = TRUE + asyncio.get_running_loop().time() - age
    return target_of("DELETE", f"/channels/1/messages/{int(sent_at * 1000 - DISCORD_EPOCH) << 22}")


@pytest.mark.parametrize("clock", [0.0, HOUR, -HOUR, 3.0, -3.0])
def test_B18_a_wrong_clock_of_this_machine_makes_no_message_older(monkeypatch, clock):
    async def story():
        at(monkeypatch, clock)
        times = DiscordTime()
        times.note(told())
        for age in (5.0, 60.0, HOUR + 60.0):
            assert times.age(TRUE - age) == pytest.approx(age)

    run_virtual(story())


@pytest.mark.parametrize("date", [HOUR, -HOUR])
def test_B12_a_wrong_date_in_the_answers_makes_no_message_older(monkeypatch, date):
    async def story():
        at(monkeypatch, 0.0)
        times = DiscordTime()
        times.note(told(date))
        for age in (5.0, 60.0, HOUR + 60.0):
            assert times.age(TRUE - age) == pytest.approx(age)

    run_virtual(story())


def test_B18_before_any_answer_there_is_only_the_clock_of_this_machine(monkeypatch):
    async def story():
        at(monkeypatch, 7.0)
        times = DiscordTime()
        times.note({})
        times.note({"Date": "yesterday"})
        assert times.age(TRUE - 5) == pytest.approx(12.0)

    run_virtual(story())


def test_B12_a_message_that_all_clocks_put_into_the_future_was_sent_just_now(monkeypatch):
    async def story():
        at(monkeypatch, -HOUR)
        times = DiscordTime()
        times.note(told(-2 * HOUR))
        assert times.age(TRUE) == pytest.approx(0.0)

    run_virtual(story())


def test_B18_a_reading_is_replaced_by_later_ones(monkeypatch):
    async def story():
        at(monkeypatch, 0.0)
        times = DiscordTime()
        times.note(told(3.0))
        assert times.age(TRUE - 5) == pytest.approx(8.0)
        for _ in range(3):
            await asyncio.sleep(61)
            times.note(told())
        assert times.age(TRUE + asyncio.get_running_loop().time() - 5) == pytest.approx(5.0)

    run_virtual(story())


def test_B18_a_message_that_gets_older_while_its_deletion_waits_is_deleted_under_its_limit_then(monkeypatch):
    async def story():
        at(monkeypatch, 0.0)
        limits = Limits(1, None)
        first = await limits.acquire(delete(5.0), "bot")
        waiting = asyncio.create_task(limits.acquire(delete(5.0), "bot"))
        await asyncio.sleep(6)
        with first:
            first.depart(0.0)
        with await waiting as permit:
            assert permit.key.variant == ""

    run_virtual(story())


@pytest.mark.parametrize(("age", "waits"), [(5.0, 0.0), (9.5, 0.501), (10.5, 0.0), (14 * 86400.0 - 0.2, 0.201)])
def test_B18_a_message_about_to_come_under_another_limit_is_deleted_under_that(monkeypatch, age, waits):
    async def story():
        at(monkeypatch, 0.0)
        began = asyncio.get_running_loop().time()
        with await Limits(50, None).acquire(delete(age), "bot"):
            assert asyncio.get_running_loop().time() - began == pytest.approx(waits, abs=0.002)

    run_virtual(story())
