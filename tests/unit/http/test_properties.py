"""What holds for every mix of limits, latencies, requests and cancellations."""

import asyncio
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from scurrypy.http.global_limit import GlobalLimit
from scurrypy.wire.errors import DiscordError, RequestFailed
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import Model, Rule, Script, answer, at_rest, client_of, limited, limits_of, lost, quota

WINDOWS = st.tuples(st.integers(1, 8), st.floats(0.2, 8), st.booleans())
SEEDS = st.integers(0, 2**32)


def rules_of(windows):
    """Return a rule for each operation, some of which share a bucket."""
    rules = [Rule(limit, period, f"bucket-{n}", sliding) for n, (limit, period, sliding) in enumerate(windows)]
    return lambda target: rules[(len(target.template) + len(target.method)) % len(rules)]


def some_requests(rng, count, channels):
    verbs = [("GET", "messages"), ("POST", "messages"), ("GET", "pins"), ("POST", "typing"), ("GET", "invites")]
    for _ in range(count):
        method, tail = rng.choice(verbs)
        yield method, f"/channels/{rng.randint(1, channels)}/{tail}"


def body_for(method):
    return {"content": "x"} if method == "POST" else None


@settings(max_examples=30)
@given(st.lists(WINDOWS, min_size=1, max_size=4), SEEDS, st.integers(1, 4), st.floats(0.001, 0.025))
def test_no_429_that_could_have_been_avoided_and_everybody_gets_through(windows, seed, channels, latency):
    async def story():
        rng = random.Random(seed)
        model = Model(rules_of(windows), seed=seed, latency=(latency / 2, latency))
        client = client_of(model, max_wait=None)

        async def one(method, path):
            await asyncio.sleep(rng.uniform(0, 5))
            await client.request(method, path, data=body_for(method))

        await asyncio.gather(*(one(*request) for request in some_requests(rng, 120, channels)))
        assert len(model.served) == 120
        first_of_unknown_sharing = first_contacts(model)
        assert len(model.refused) <= first_of_unknown_sharing
        assert at_rest(client)

    run_virtual(story())


def first_contacts(model):
    """Return how many requests went out before anything told that their operation shares a bucket with another.

    Nobody can know that: the first request of each operation on each channel probes on its own.
    """
    templates = {}
    for _, target in model.served:
        rule = model.rules(target)
        templates.setdefault((rule.bucket, target.major), set()).add((target.method, target.template))
    return sum(len(sharing) - 1 for sharing in templates.values())


@settings(max_examples=30)
@given(WINDOWS, SEEDS)
def test_no_429_at_all_where_no_bucket_is_shared(window, seed):
    async def story():
        limit, period, sliding = window
        model = Model(lambda target: Rule(limit, period, target.method + target.template, sliding), seed=seed)
        client = client_of(model, max_wait=None)
        rng = random.Random(seed)
        requests = list(some_requests(rng, 80, 3))
        await asyncio.gather(*(client.request(method, path, data=body_for(method)) for method, path in requests))
        assert model.refused == []
        assert at_rest(client)

    run_virtual(story())


@settings(max_examples=30)
@given(WINDOWS, SEEDS)
def test_cancelled_requests_leave_nothing_behind(window, seed):
    async def story():
        rng = random.Random(seed)
        limit, period, sliding = window
        model = Model(lambda target: Rule(limit, period, target.method + target.template, sliding), seed=seed)
        client = client_of(model, max_wait=None)
        tasks = [
            asyncio.create_task(client.request(method, path, data=body_for(method)))
            for method, path in some_requests(rng, 100, 2)
        ]
        for task in rng.sample(tasks, 60):
            await asyncio.sleep(rng.choice([0, 0, rng.uniform(0, 0.5)]))
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(result == {} or isinstance(result, asyncio.CancelledError) for result in results)
        assert sum(result == {} for result in results) >= 40
        assert at_rest(client)

    run_virtual(story())


@settings(max_examples=30)
@given(WINDOWS, SEEDS, st.floats(0.05, 0.9))
def test_headers_that_get_lost_hold_nobody_up_for_ever(window, seed, loss):
    async def story():
        limit, period, sliding = window
        model = Model(
            lambda target: Rule(limit, period, target.method + target.template, sliding), seed=seed, header_loss=loss
        )
        client = client_of(model, max_wait=None)
        calls = [client.request("GET", f"/channels/{n % 2 + 1}/messages") for n in range(60)]
        results = await asyncio.gather(*calls, return_exceptions=True)
        # A limit that nobody told of can be run into five times.
        assert all(result == {} or getattr(result, "status", None) == 429 for result in results)
        assert at_rest(client)

    run_virtual(story())


def anything(rng):
    """Return an answer of any kind at all."""
    return rng.choice(
        [
            answer(200, {}, quota(rng.randint(1, 5), rng.randint(0, 5), rng.uniform(0, 5), rng.choice("abc"))),
            answer(200, {}),
            answer(404, {"code": 10008, "message": "x"}, quota(2, 0, 1.0, rng.choice("abc"))),
            answer(502, b"<html>", content_type="text/html"),
            limited(rng.uniform(0, 20), scope=rng.choice(["user", "shared", "global"])),
            limited(rng.uniform(0, 20), headers=quota(5, rng.randint(0, 5), rng.uniform(0, 20), rng.choice("abc"))),
            answer(403, {"code": 20016, "retry_after": rng.uniform(0, 5), "message": "slow"}),
            lost(),
        ]
    )


@settings(max_examples=40)
@given(SEEDS, st.one_of(st.none(), st.floats(1, 30)))
def test_whatever_discord_answers_every_request_ends_and_leaves_nothing_behind(seed, max_wait):
    async def story():
        rng = random.Random(seed)
        script = Script(*(anything(rng) for _ in range(300)), latency=0.1)
        client = client_of(script, max_wait=max_wait)
        verbs = [("GET", "messages"), ("POST", "messages"), ("PATCH", ""), ("DELETE", "messages/5")]
        tasks = []
        for _ in range(80):
            method, tail = rng.choice(verbs)
            path = f"/channels/{rng.randint(1, 3)}/{tail}".rstrip("/")
            tasks.append(asyncio.create_task(client.request(method, path, data={"name": "x"})))
            await asyncio.sleep(rng.choice([0, 0.05, 1]))
            if rng.random() < 0.2:
                rng.choice(tasks).cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        kinds = (dict, type(None), DiscordError, RequestFailed, asyncio.CancelledError)
        assert all(isinstance(result, kinds) for result in results)
        assert at_rest(client)
        await asyncio.sleep(200)
        script.lines.clear()
        await client.request("GET", "/gateway")
        assert limits_of(client)._hidden == {}

    run_virtual(story())


@settings(max_examples=30)
@given(SEEDS, st.floats(0, 3), st.floats(0, 0.9), st.integers(1, 60), st.floats(0, 0.6))
def test_no_second_that_discord_sees_has_more_than_the_global_limit(seed, handshake, detour, allowed, slowness):
    async def story():
        rng = random.Random(seed)
        model = Model(lambda target: None, seed=seed, handshake=handshake, detour=detour, global_limit=allowed)
        model.latency = (slowness, slowness + 0.04)
        client = client_of(model, global_limit=allowed, max_wait=None)

        async def one(number):
            await asyncio.sleep(rng.choice([0, 0, rng.uniform(0, 4)]))
            await client.request("GET", f"/channels/{number + 1}/messages")

        tasks = [asyncio.create_task(one(number)) for number in range(3 * allowed)]
        for task in rng.sample(tasks, allowed // 3):
            await asyncio.sleep(rng.choice([0, rng.uniform(0, 0.5)]))
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert model.refused == []
        assert at_rest(client)

    run_virtual(story())


@given(st.integers(1, 60), st.lists(st.floats(0, 0.5), max_size=150))
def test_no_second_ever_has_more_than_the_global_limit(allowed, pauses):
    async def story():
        limit = GlobalLimit(allowed, None)
        times = []

        async def one():
            await limit.enter(None)
            times.append(asyncio.get_running_loop().time())
            limit.count(times[-1])

        tasks = []
        for pause in pauses:
            await asyncio.sleep(pause if pause > 0.25 else 0)
            tasks.append(asyncio.create_task(one()))
        await asyncio.gather(*tasks)
        assert times == sorted(times)
        assert all(b - a > 1.0 for a, b in zip(times, times[allowed:], strict=False))

    run_virtual(story())
