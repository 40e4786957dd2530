"""Buckets that get another name, and requests of which no answer tells."""

import asyncio

import pytest

from scurrypy.http.bucket import Bucket
from scurrypy.http.headers import Quota
from scurrypy.wire.errors import RequestFailed, ServerError
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import Model, Rule, Script, answer, at_rest, client_of, lost, quota

INTERACTION = "aW50ZXJhY3Rpb246" + "A" * 120


def now():
    return asyncio.get_running_loop().time()


async def send_all(client, path, times, method="GET", **extras):
    return await asyncio.gather(*(client.request(method, path, **extras) for _ in range(times)))


def test_B11_what_is_on_its_way_counts_in_the_bucket_by_its_new_name():
    async def story():
        model = Model(lambda target: Rule(5, 5.0, "new" if now() > 10 else "old"))
        client = client_of(model)
        await client.request("GET", "/channels/1/messages")
        await asyncio.sleep(9.98 - now())
        # They leave under the old name, and arrive under the new one.
        await send_all(client, "/channels/1/messages", 15)
        assert model.refused == []
        assert at_rest(client)

    run_virtual(story())


def test_B11_a_name_that_is_new_is_taken_over_by_the_other_channels():
    async def story():
        model = Model(lambda target: Rule(3, 5.0, "new") if now() > 10 else Rule(5, 5.0, "old"))
        client = client_of(model)
        for channel in (1, 2):
            await client.request("GET", f"/channels/{channel}/messages")
        await asyncio.sleep(12)
        await client.request("GET", "/channels/1/messages")
        await send_all(client, "/channels/2/messages", 5)
        assert model.refused == []

    run_virtual(story())


def test_B11_what_counted_with_an_operation_that_was_renamed_is_tried_one_at_a_time():
    async def story():
        model = Model(lambda target: Rule(3, 5.0, "new") if now() > 10 else Rule(5, 5.0, "old"))
        client = client_of(model)
        for path in ("/channels/1/messages", "/channels/1/pins"):
            await client.request("GET", path)
        await asyncio.sleep(12)
        await client.request("GET", "/channels/1/messages")
        await asyncio.sleep(6)
        await send_all(client, "/channels/1/pins", 5)
        assert model.refused == []

    run_virtual(story())


def test_B16_a_shared_limit_outlives_the_name_of_its_bucket():
    async def story():
        bucket, other = Bucket(None), Bucket(None)
        bucket.block(3.0)
        other.inherit(bucket.legacy)
        assert other.is_blocked(now() + 2.9)

    run_virtual(story())


def test_B9_a_request_that_nothing_was_told_of_counts_in_the_next_window():
    async def story():
        bucket = Bucket(None)
        ticket = bucket.take()
        bucket.end()
        bucket.learn(Quota("b", 3, 2, 1.0), ticket)
        for _ in range(2):
            bucket.take()
            bucket.end()
            bucket.lose()
        await asyncio.sleep(1.1)
        # Of a bucket that refills all the time, the two may not be back.
        assert bucket.delay(now()) == 0.0
        bucket.take()
        assert bucket.delay(now()) is None

    run_virtual(story())


@pytest.mark.parametrize("end", [lost(), answer(502, "x", content_type="text/html")])
def test_B22_a_request_whose_answer_was_lost_is_not_taken_for_one_that_never_was(end):
    class Departing(Script):
        async def send(self, request, *, depart=None, timeout=None):
            depart(0.0)
            return await super().send(request)

    async def story():
        script = Departing(answer(200, {}, quota(2, 1, 5.0)), end, answer(200, {}, {}))
        client = client_of(script)
        await client.request("POST", "/channels/1/webhooks", data={})
        with pytest.raises((RequestFailed, ServerError)):
            await client.request("POST", "/channels/1/webhooks", data={}, retry=False)
        await asyncio.gather(*(client.request("POST", "/channels/1/webhooks", data={}) for _ in range(2)))
        # Nobody knows in which window the lost one counted; the last one has to wait for the answer before it.
        assert script.times[2] == pytest.approx(5.001)
        assert at_rest(client)

    run_virtual(story())


def test_B11_who_waits_for_the_global_limit_notices_that_less_is_left_than_was_let_through():
    async def story():
        bucket = Bucket(None)
        ticket = bucket.take()
        bucket.end()
        bucket.learn(Quota("b", 5, 4, 5.0), ticket)
        for _ in range(3):
            bucket.take()
        assert not bucket.is_overdrawn(now())
        bucket.end()
        bucket.learn(Quota("b", 5, 1, 4.0), 0)
        assert bucket.is_overdrawn(now())
        assert not bucket.is_overdrawn(now() + 6)

    run_virtual(story())


def test_B15_followups_and_webhooks_do_not_share_what_is_known_of_their_buckets():
    async def story():
        rules = {True: Rule(5, 5.0, "followup"), False: Rule(5, 2.0, "webhook")}
        model = Model(lambda target: rules[target.is_interaction])
        client = client_of(model)
        hook = "/webhooks/1/" + "b" * 68
        await client.request("POST", hook, data={})
        await client.request("POST", f"/webhooks/2/{INTERACTION}", data={})
        began = now()
        await client.request("POST", hook, data={})
        assert now() - began < 0.1
        limits = client._exchange._limits
        assert sorted(limits._names.values()) == ["followup", "webhook"]

    run_virtual(story())


def test_B9_what_nothing_was_told_of_is_taken_off_the_first_answer_that_tells():
    async def story():
        bucket = Bucket(None)
        bucket.name = "told by another channel"
        bucket.take()
        bucket.take()
        bucket.end()
        bucket.miss()
        bucket.end()
        # This may have been counted before the other.
        bucket.learn(Quota(bucket.name, 4, 1, 5.0), 0)
        assert bucket.delay(now()) == pytest.approx(5.001)

    run_virtual(story())


def test_B9_headers_that_got_lost_do_not_make_a_bucket_one_without_a_limit():
    async def story():
        named, unnamed = Bucket(None), Bucket(None)
        named.name = "told by another channel"
        for bucket in (named, unnamed):
            bucket.take()
            bucket.end()
            bucket.miss()
            bucket.take()
        assert named.delay(now()) is None
        assert unnamed.delay(now()) == 0.0
        named.end()
        # A bucket of which nobody tells any more is one without a limit after all.
        for _ in range(3):
            named.miss()
        named.take()
        assert named.delay(now()) == 0.0

    run_virtual(story())
