"""The gates by themselves, where it takes more than one answer to tell right from nearly right."""

import asyncio
import itertools

import pytest

from scurrypy.http.bucket import Bucket
from scurrypy.http.global_limit import GlobalLimit
from scurrypy.http.headers import Quota
from scurrypy.wire.errors import NoSession
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import (
    Model,
    Rule,
    Script,
    answer,
    at_rest,
    client_of,
    limited,
    limits_of,
    quota,
    unreachable,
)

MESSAGES = "/channels/1/messages"


def loop():
    return asyncio.get_running_loop()


def now():
    return loop().time()


def test_B11_the_later_of_two_ends_of_a_window_stands():
    async def story():
        bucket = Bucket(None)
        tickets = [bucket.take() for _ in range(3)]
        bucket.end()
        bucket.learn(Quota("b", 5, 0, 10.0), tickets[0])
        bucket.end()
        bucket.learn(Quota("b", 5, 0, 2.0), tickets[1])
        assert bucket.delay(now()) == pytest.approx(10, abs=0.01)

    run_virtual(story())


def test_B11_what_is_on_its_way_is_taken_off_what_an_answer_leaves():
    async def story():
        bucket = Bucket(None)
        bucket.miss()
        first, _ = bucket.take(), bucket.take()
        bucket.end()
        bucket.learn(Quota("b", 5, 1, 10.0), first)
        assert bucket.delay(now()) == pytest.approx(10, abs=0.01)

    run_virtual(story())


def test_B11_what_others_spent_is_taken_off_too():
    async def story():
        bucket = Bucket(None)
        first = bucket.take()
        bucket.end()
        bucket.learn(Quota("b", 5, 4, 10.0), first)
        second, _ = bucket.take(), bucket.take()
        bucket.end()
        bucket.learn(Quota("b", 5, 1, 9.0), second)
        assert bucket.delay(now()) == pytest.approx(10, abs=0.01)

    run_virtual(story())


def test_B13_a_request_that_was_alone_tells_what_is_left_exactly():
    async def story():
        bucket = Bucket(None)
        for remaining in (2, 1):
            ticket = bucket.take()
            bucket.end()
            bucket.learn(Quota("b", 5, remaining, 10.0), ticket)
        # Part of a sliding window became free again.
        ticket = bucket.take()
        bucket.end()
        bucket.learn(Quota("b", 5, 3, 10.0), ticket)
        for _ in range(3):
            assert bucket.delay(now()) == 0
            bucket.take()
        assert bucket.delay(now()) > 0

    run_virtual(story())


def test_B13_a_request_that_was_joined_by_another_was_not_alone():
    async def story():
        bucket = Bucket(None)
        ticket = bucket.take()
        bucket.end()
        bucket.learn(Quota("b", 5, 2, 10.0), ticket)
        first = bucket.take()
        bucket.take()
        bucket.end()
        bucket.end()
        bucket.learn(Quota("b", 5, 4, 10.0), first)
        assert bucket.delay(now()) > 0

    run_virtual(story())


def test_B12_a_time_that_was_rounded_down_is_not_taken_to_the_letter():
    async def story():
        model = Model(lambda target: Rule(1, 1.0004, "b"), latency=(0.0, 0.0))
        client = client_of(model)
        await asyncio.gather(*(client.request("GET", MESSAGES) for _ in range(20)))
        assert model.refused == []

    run_virtual(story())


def test_B9_a_window_whose_headers_are_all_lost_lasts_as_long_as_the_one_before():
    async def story():
        script = Script(answer(200, {}, quota(2, 0, 3.0)))
        client = client_of(script)
        for _ in range(4):
            await client.request("GET", MESSAGES)
        assert script.times == [0.0, *[pytest.approx(3.0, abs=0.01)] * 2, pytest.approx(6.0, abs=0.02)]

    run_virtual(story())


def test_B16_a_429_without_headers_exhausts_a_bucket_that_seemed_to_have_more():
    async def story():
        script = Script(answer(200, {}, quota(5, 4, 3.0)), limited(7.0))
        client = client_of(script)
        await client.request("GET", MESSAGES)
        await client.request("GET", MESSAGES)
        assert now() == pytest.approx(7.0, abs=0.01)

    run_virtual(story())


def test_B14_a_place_that_is_given_back_is_free_again():
    async def story():
        limit = GlobalLimit(1, None)
        limit.take()
        assert not limit.is_open(now())
        limit.give_back()
        assert limit.is_open(now())

    run_virtual(story())


def test_nobody_passes_before_those_who_wait():
    async def story():
        limit = GlobalLimit(1, None)
        limit.take()
        limit.count(now())
        waiting = asyncio.create_task(limit.enter(None))
        await asyncio.sleep(0)
        # The loop was blocked: the time is over, but the timer has not fired yet.
        loop().now += 50
        assert limit.delay(now()) == 0
        assert not limit.is_open(now())
        await waiting

    run_virtual(story())


def test_B11_an_error_of_the_server_says_nothing_about_limits():
    async def story():
        script = Script(answer(500), latency=1.0)
        client = client_of(script)
        with pytest.raises(Exception, match="500"):
            await client.request("GET", MESSAGES, retry=False)
        await asyncio.gather(*(client.request("GET", MESSAGES) for _ in range(2)))
        assert script.times == [0, 1, 2]

    run_virtual(story())


def test_B22_a_request_that_never_left_spends_nothing():
    async def story():
        script = Script(answer(200, {}, quota(2, 1, 50.0)), unreachable())
        client = client_of(script)
        await client.request("GET", MESSAGES)
        await client.request("GET", MESSAGES)
        assert now() < 2
        assert at_rest(client)

    run_virtual(story())


def test_B16_a_request_that_waits_for_the_global_limit_notices_a_shared_one():
    async def story():
        script = Script(answer(200, {}, quota(5, 4, 9.0)), limited(20.0, scope="shared", headers=quota(5, 3, 8.0)))
        client = client_of(script, global_limit=1)
        calls = [asyncio.create_task(client.request("GET", MESSAGES)) for _ in range(3)]
        await asyncio.gather(*calls)
        assert script.times[:2] == [0.0, pytest.approx(1.001)]
        assert script.times[2] > 21

    run_virtual(story())


def test_B16_a_request_that_waits_for_the_global_limit_notices_that_its_bucket_is_exhausted():
    async def story():
        script = Script(answer(200, {}, quota(5, 4, 9.0)), limited(20.0))
        client = client_of(script, global_limit=1)
        await asyncio.gather(*(client.request("GET", MESSAGES) for _ in range(3)))
        assert script.times[:2] == [0.0, pytest.approx(1.001)]
        assert script.times[2] > 21

    run_virtual(story())


def test_B14_there_is_one_global_limit_even_for_those_who_waited_through_a_sweep():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 100.0)))
        client = client_of(script, global_limit=1, max_wait=None)
        await client.request("GET", MESSAGES)
        waiting = asyncio.create_task(client.request("GET", MESSAGES))
        await asyncio.sleep(80)
        await client.request("GET", "/channels/2/messages")
        await asyncio.sleep(20)
        crowd = [asyncio.create_task(client.request("GET", f"/channels/{n}/messages")) for n in range(3, 6)]
        await asyncio.gather(waiting, *crowd)
        late = sorted(time for time in script.times if time >= 100)
        assert len(late) == 4
        assert all(b - a > 1 for a, b in itertools.pairwise(late))

    run_virtual(story())


def test_B14_a_request_that_was_just_let_through_notices_a_pause():
    async def story():
        script = Script()
        client = client_of(script, global_limit=1)
        await client.request("GET", "/gateway")
        waiting = asyncio.create_task(client.request("GET", "/gateway"))
        await asyncio.sleep(0)
        loop().now += 2
        limit = limits_of(client)._globals["bot"]
        limit.move_on()
        limit.pause(30)
        await waiting
        assert script.times[1] > 30

    run_virtual(story())


def test_B17_a_request_that_waits_in_its_bucket_notices_a_hidden_limit():
    async def story():
        script = Script(limited(30.0, headers=quota(5, 4, 5.0)), latency=0.1)
        client = client_of(script)
        await asyncio.gather(*(client.request("PATCH", "/channels/1", data={"name": "x"}) for _ in range(3)))
        assert script.times == [0.0, *(pytest.approx(30.1 + n / 10, abs=0.01) for n in range(3))]

    run_virtual(story())


def test_B11_a_request_that_waits_for_the_global_limit_notices_a_new_bucket():
    async def story():
        script = Script(answer(200, {}, quota(5, 4, 20.0, "before")), answer(200, {}, quota(5, 0, 20.0, "after")))
        client = client_of(script, global_limit=1)
        await asyncio.gather(*(client.request("GET", MESSAGES) for _ in range(3)))
        assert script.times == [0.0, pytest.approx(1.001), pytest.approx(21.001, abs=0.01)]

    run_virtual(story())


def test_C50_who_comes_after_a_sweep_waits_behind_those_who_waited_before():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 500.0)))
        client = client_of(script, max_wait=None)
        await client.request("GET", MESSAGES)
        waiting = asyncio.create_task(client.request("GET", MESSAGES))
        await asyncio.sleep(200)
        await client.request("GET", "/channels/2/messages")
        await client.request("GET", MESSAGES)
        assert waiting.done()
        assert now() >= 500

    run_virtual(story())


def test_who_was_just_let_through_when_the_client_closes_sends_nothing():
    async def story():
        script = Script()
        client = client_of(script, global_limit=1)
        limits = limits_of(client)
        await client.request("GET", "/gateway")
        waiting = asyncio.create_task(client.request("GET", "/gateway"))
        await asyncio.sleep(0)
        loop().now += 2
        limits._globals["bot"].move_on()
        await client.close()
        with pytest.raises(NoSession):
            await waiting
        assert len(script.sent) == 1

    run_virtual(story())


def test_who_was_just_let_through_and_is_cancelled_gives_the_place_back():
    async def story():
        limit = GlobalLimit(1, None)
        limit.take()
        limit.count(now())
        first, second = asyncio.create_task(limit.enter(None)), asyncio.create_task(limit.enter(None))
        await asyncio.sleep(0)
        loop().now += 2
        limit.move_on()
        first.cancel()
        await second
        assert now() == 2
        assert first.cancelled()

    run_virtual(story())
