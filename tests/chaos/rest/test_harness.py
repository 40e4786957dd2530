"""The REST half can fail, too: a client broken on purpose misses the target that the break concerns."""

import asyncio
import random
import time

import msgspec
import pytest

from scurrypy.http import bucket, global_limit, permits
from scurrypy.http.bucket import Bucket
from scurrypy.http.limits import Limits
from tests.chaos.rest.figures import play
from tests.chaos.rest.server import Mood
from tests.chaos.scenarios import SCENARIOS
from tests.support.virtual_clock import run_virtual

BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}


def missed(name):
    """Return what a short run of a scenario misses."""
    scenario = BY_NAME[name]
    return {line.what for line in scenario.judge([scenario.run(1, 0, short=True)]) if not line.holds}


def spend_nothing(monkeypatch):
    """Believe that as much is left after a request was sent as before."""
    take = Bucket.take

    def forgetful(self):
        ticket = take(self)
        self._remaining += 1
        return ticket

    monkeypatch.setattr(Bucket, "take", forgetful)


def come_again_at_once(monkeypatch):
    monkeypatch.setattr(Bucket, "block", lambda self, seconds: None)


def dawdle(monkeypatch):
    monkeypatch.setattr(bucket, "MARGIN", 0.3)


def allow_too_little(monkeypatch):
    monkeypatch.setattr(global_limit, "_PERIOD", 1.2)


def allow_too_much(monkeypatch):
    monkeypatch.setattr(global_limit, "_PERIOD", 0.8)


def hold_everybody_up(monkeypatch):
    """Let answers to interactions wait with everything else."""
    acquire = Limits.acquire

    async def rude(self, target, *args, **options):
        ordinary = msgspec.structs.replace(target, is_callback=False, is_interaction=False)
        return await acquire(self, ordinary, *args, **options)

    monkeypatch.setattr(Limits, "acquire", rude)
    monkeypatch.setattr(Limits, "acquire_at_once", lambda self, *args: None)


def trust_the_clock(monkeypatch):
    """Wait for the moment that an answer names, instead of the seconds it counts (B12)."""
    read = permits.quota_of

    def until(headers):
        quota = read(headers)
        if quota is None:
            return None
        after = max(0.0, float(headers["X-RateLimit-Reset"]) - time.time())
        return msgspec.structs.replace(quota, reset_after=after)

    monkeypatch.setattr(permits, "quota_of", until)


BREAKS = [
    (spend_nothing, "refused", "429s that could have been prevented"),
    (come_again_at_once, "refused", "repeats before retry_after elapsed"),
    (dawdle, "throughput", "throughput: fixed windows", "throughput: leaky windows"),
    (allow_too_little, "throughput", "throughput: the global limit"),
    (allow_too_much, "crowd", "requests that arrive within any second"),
    (hold_everybody_up, "crowd", "added to interaction callbacks by limits"),
    (
        trust_the_clock,
        "clocks",
        "extra wait by wrong clocks (+-1 h, steps, headers)",
        "extra 429s by them",
        "429s under them that could have been prevented",
    ),
]


@pytest.mark.parametrize(("sabotage", "name", "what"), [(how, name, set(what)) for how, name, *what in BREAKS])
def test_a_broken_client_misses_its_target(monkeypatch, sabotage, name, what):
    sabotage(monkeypatch)
    assert what <= missed(name)


def test_a_seed_plays_the_same_requests_to_the_same_end():
    first, second = (BY_NAME["refused"].run(7, 1, short=True) for _ in range(2))
    assert first == second
    assert first.counts != BY_NAME["refused"].run(8, 1, short=True).counts


def test_the_same_run_played_later_comes_to_the_same():
    # By every moment that one begins at, ids of messages end in another millisecond.
    async def story():
        outcomes = []
        for _ in range(4):
            rng, mood = random.Random(3), Mood(global_limit=500, gone=0.1)
            outcomes.append(await play(rng, mood, 400, concurrency=30, ages=(3600.0,), resources=20))
            await asyncio.sleep(0.0123)
        return outcomes

    first, *later = run_virtual(story())
    assert first.counts["ended: NotFound"] > 0
    for outcome in later:
        assert outcome.counts == first.counts
        assert outcome.times["took"] == pytest.approx(first.times["took"], abs=1e-6)
