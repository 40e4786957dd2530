"""The fuse (A15, A16): a bot that crashes and starts over and over does not burn the day's IDENTIFYs."""

import asyncio
import random

import pytest

from scurrypy.gateway import IdentifyFuse, IdentifyLog, IdentifyQueue
from scurrypy.wire.errors import CrashLoop, InvalidRequest, SessionStartLimitReached, SessionStoreFailed
from tests.support.session_stores import MemoryStore
from tests.support.virtual_clock import run_virtual


class Clock:
    def __init__(self, now=1_000_000.0):
        self.now = now

    def __call__(self):
        return self.now


async def identify(store, clock, *, shard_id=0, fuse=None, total=1000, bot="bot"):
    """What one process does that identifies once."""
    log = IdentifyLog(store, bot, fuse, clock)
    await log.load()
    queue = IdentifyQueue(rng=random.Random(7), log=log, total=total)
    queue.check(1, [shard_id])
    async with queue.turn(shard_id):
        pass


def test_A15_a_crash_loop_is_refused_in_a_sentence_until_its_time_is_over():
    async def story():
        store, clock = MemoryStore(), Clock()
        for _ in range(20):
            await identify(store, clock)
            clock.now += 5
        with pytest.raises(CrashLoop) as caught:
            await identify(store, clock)
        assert isinstance(caught.value, SessionStartLimitReached)
        assert str(caught.value) == (
            "shard 0 may not identify: 20 IDENTIFYs within the last 3600 s look like a bot that crashes and is started "
            "over and over, and a day's worth of them would make Discord reset the token. Look for what ends it; the "
            "next start is allowed in 3500 s"
        )
        assert (caught.value.spent, caught.value.within, caught.value.reset_after) == (20, 3600.0, 3500.0)
        assert len(store.identifies) == 20
        await identify(store, clock, bot="another bot")
        clock.now += caught.value.reset_after
        await identify(store, clock)

    run_virtual(story())


def test_A15_a_day_of_starts_every_few_seconds_leaves_half_of_the_days_budget():
    async def story():
        store, clock = MemoryStore(), Clock()
        end = clock.now + 86_400
        while clock.now < end:
            try:
                await identify(store, clock)
            except CrashLoop as refusal:
                clock.now += max(5, refusal.reset_after - 1)
            clock.now += 5
        assert len(store.identifies) <= 500

    run_virtual(story())


def test_A16_many_shards_together_may_spend_a_part_of_the_day_and_each_its_first():
    async def story():
        store, clock = MemoryStore(), Clock()
        log = IdentifyLog(store, "bot", IdentifyFuse(share=0.1), clock)
        for shard_id in range(150):
            log.check(shard_id, 1000)
            await log.add(shard_id)
        with pytest.raises(CrashLoop, match="150 IDENTIFYs"):
            log.check(3, 1000)
        clock.now += 3601
        log.check(3, 1000)

    run_virtual(story())


def test_A16_the_part_kept_for_first_starts_is_not_spent_by_shards_of_an_earlier_process():
    async def story():
        store, clock = MemoryStore(), Clock()
        await identify(store, clock)
        log = IdentifyLog(store, "bot", clock=clock)
        await log.load()
        queue = IdentifyQueue(remaining=50, log=log)
        with pytest.raises(SessionStartLimitReached, match="only 50 are left"):
            async with queue.turn(0):
                pass
        async with queue.turn(1):
            pass
        assert [shard_id for _, shard_id, _ in store.identifies] == [0, 1]

    run_virtual(story())


def test_an_identify_is_noted_before_it_is_written():
    async def story():
        store = MemoryStore()
        queue = IdentifyQueue(log=IdentifyLog(store, "bot", clock=Clock(5.0)))
        async with queue.turn(4):
            assert store.identifies == [("bot", 4, 5.0)]

    run_virtual(story())


@pytest.mark.parametrize(
    ("failure", "told"),
    [(OSError("disk full"), "the session store failed: OSError('disk full')"), (SessionStoreFailed("full"), "full")],
)
def test_a_store_that_fails_is_told_and_this_process_counts_on(failure, told, caplog):
    async def story():
        store, clock = MemoryStore(), Clock()
        store.failure = failure
        log = IdentifyLog(store, "bot", IdentifyFuse(most=1), clock)
        await log.add(0)
        with pytest.raises(CrashLoop):
            log.check(0, 1000)

    run_virtual(story())
    assert "could not be noted and will be unknown to the next start: " + told in caplog.text


def test_times_ahead_of_the_clock_are_not_held_against_the_bot():
    async def story():
        store, clock = MemoryStore(), Clock()
        store.identifies = [("bot", 0, clock.now + 50_000)] * 40
        await identify(store, clock)
        assert store.identifies[-1] == ("bot", 0, clock.now)
        assert asyncio.get_running_loop().time() < 1

    run_virtual(story())


@pytest.mark.parametrize("wrong", [{"most": 0}, {"share": 0.0}, {"share": 1.5}, {"within": 0}, {"within": 90_000}])
def test_figures_that_make_no_fuse_are_refused(wrong):
    with pytest.raises(InvalidRequest, match=next(iter(wrong))):
        IdentifyFuse(**wrong)


def test_a_second_shard_waits_for_its_turn_before_it_is_counted():
    async def story():
        store = MemoryStore()
        queue = IdentifyQueue(log=IdentifyLog(store, "bot", clock=asyncio.get_running_loop().time))
        for shard_id in (0, 1):
            async with queue.turn(shard_id):
                pass
        assert store.identifies[1][2] >= store.identifies[0][2] + 5

    run_virtual(story())


def test_A14_the_spacing_holds_across_processes():
    async def story():
        store, clock = MemoryStore(), Clock()
        await identify(store, clock, shard_id=0)
        clock.now += 2
        loop = asyncio.get_running_loop()
        begun = loop.time()
        log = IdentifyLog(store, "bot", clock=clock)
        await log.load()
        queue = IdentifyQueue(2, rng=random.Random(7), log=log)
        async with queue.turn(1):
            assert loop.time() == begun
        async with queue.turn(2):
            assert 3 < loop.time() - begun < 4

    run_virtual(story())


def test_A14_a_clock_that_is_set_back_makes_nobody_wait_for_an_hour():
    """An IDENTIFY that was noted ahead of the clock held the next one up for as long as that was ahead."""

    async def story():
        clock = Clock()
        log = IdentifyLog(MemoryStore(), "bot", clock=clock)
        await log.add(1)
        clock.now -= 3600
        assert log.seconds_ago() == [(1, 0.0)]
        async with asyncio.timeout(6), IdentifyQueue(rng=random.Random(7), log=log).turn(0):
            pass

    run_virtual(story())
