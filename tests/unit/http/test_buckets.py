"""The limits of buckets, against a model of Discord that has true ones, under a clock that jumps."""

import asyncio
import logging
import time

import pytest

from scurrypy.http.limits import Limits
from scurrypy.http.routing import target_of, variant_of
from scurrypy.wire.errors import RateLimited
from scurrypy.wire.snowflake import DISCORD_EPOCH
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
)


def now():
    return asyncio.get_running_loop().time()


async def send_all(client, *paths, method="GET", **extras):
    return await asyncio.gather(*(client.request(method, path, **extras) for path in paths))


def test_B9_headers_are_read_and_the_bucket_waits_before_it_is_refused():
    async def story():
        model = Model(lambda target: Rule(5, 5.0, "five"))
        client = client_of(model)
        await send_all(client, *["/channels/1/messages"] * 15)
        assert model.refused == []
        assert 10.0 < now() < 10.6

    run_virtual(story())


def test_B9_answers_without_headers_neither_crash_nor_hold_others_up():
    async def story():
        model = Model(lambda target: None, latency=(0.05, 0.05))
        client = client_of(model)
        await send_all(client, *["/gateway"] * 64)
        # One at a time would take 6.4 s; what is left is the global limit.
        assert now() < 2.0

    run_virtual(story())


@pytest.mark.parametrize(
    "headers",
    [
        {"X-RateLimit-Limit": "five"},
        {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "-1", "X-RateLimit-Reset-After": "1"},
        {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "nan", "X-RateLimit-Reset-After": "1"},
        {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "1", "X-RateLimit-Reset-After": "inf"},
        {"X-RateLimit-Limit": "0", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "1"},
        {"X-RateLimit-Bucket": "alone"},
    ],
)
def test_B9_headers_that_make_no_sense_are_as_if_absent(headers):
    async def story():
        script = Script(answer(200, {}, headers))
        client = client_of(script)
        await send_all(client, *["/gateway"] * 3)
        assert now() == 0

    run_virtual(story())


def test_B10_channels_have_limits_of_their_own():
    async def story():
        model = Model(lambda target: Rule(1, 5.0, "one"))
        client = client_of(model)
        await send_all(client, *[f"/channels/{n}/messages" for n in range(1, 21)])
        assert model.refused == []
        assert now() < 1.0

    run_virtual(story())


def test_B10_operations_that_share_a_bucket_share_its_limit():
    async def story():
        model = Model(lambda target: Rule(2, 5.0, "shared"))
        client = client_of(model)
        await client.request("GET", "/channels/1/messages")
        await client.request("GET", "/channels/1/pins")
        await asyncio.gather(
            send_all(client, *["/channels/1/messages"] * 3), send_all(client, *["/channels/1/pins"] * 3)
        )
        assert model.refused == []
        assert now() > 15.0

    run_virtual(story())


def test_B10_another_sender_has_limits_of_its_own():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 50)))
        client = client_of(script)
        await client.request("GET", "/users/@me")
        await client.request("GET", "/users/@me", authorization="Bearer user")
        assert now() == 0

    run_virtual(story())


def test_B10_the_token_of_a_webhook_belongs_to_what_its_limit_is_kept_for():
    async def story():
        model = Model(lambda target: Rule(1, 5.0, "hook"))
        client = client_of(model)
        await send_all(client, "/webhooks/1/aaaa", "/webhooks/1/bbbb", method="POST", data={})
        assert model.refused == []
        assert now() < 0.2

    run_virtual(story())


def test_B11_one_request_probes_an_unknown_bucket_while_the_others_wait():
    async def story():
        script = Script(answer(200, {}, quota(3, 2, 10)), latency=1.0)
        client = client_of(script)
        waiting = asyncio.gather(*(client.request("GET", "/channels/1/messages") for _ in range(4)))
        await asyncio.sleep(0.5)
        assert len(script.sent) == 1
        await asyncio.sleep(1.0)
        assert len(script.sent) == 3
        await waiting
        # What came back without headers did not change when the window is over.
        assert script.times[3] == pytest.approx(11.0, abs=0.01)

    run_virtual(story())


def test_B11_the_429_that_tells_of_a_shared_bucket_warns_nobody_and_those_after_it_do(caplog):
    """That two operations share a bucket can only be learned from an answer; it was logged as if it were a fault."""

    async def story():
        script = Script(
            answer(200, {}, quota(1, 0, 5.0, "shared")),
            limited(5.0, headers=quota(1, 0, 5.0, "shared")),
            answer(200, {}, quota(1, 0, 5.0, "shared")),
            limited(5.0, headers=quota(1, 0, 5.0, "shared")),
        )
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        await client.request("GET", "/channels/1/pins")
        await client.request("GET", "/channels/1/pins")

    with caplog.at_level(logging.INFO, "scurrypy.http.exchange"):
        run_virtual(story())
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING"]


@pytest.mark.parametrize(
    "refusal",
    [
        limited(1.0, scope="global", headers=quota(5, 4, 1.0)),
        limited(1.0, scope="shared", headers=quota(5, 4, 1.0)),
        limited(30.0, headers=quota(5, 4, 1.0)),
        limited(1.0),
    ],
)
def test_B16_a_429_of_any_other_kind_is_a_warning_from_the_first(caplog, refusal):
    async def story():
        await client_of(Script(refusal)).request("GET", "/channels/1/messages")

    with caplog.at_level(logging.INFO, "scurrypy.http.exchange"):
        run_virtual(story())
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_B11_an_answer_that_was_overtaken_does_not_raise_what_remains():
    async def story():
        class Overtaking(Script):
            async def send(self, request, *, depart=None, timeout=None):
                number = len(self.sent)
                self.sent.append(request)
                self.times.append(now())
                # The second request is answered after all others, with what was true before them.
                await asyncio.sleep(2.0 if number == 1 else 0.1)
                return answer(200, {}, quota(5, {0: 4, 1: 3}.get(number, 4 - number), 9.0))

        transport = Overtaking()
        client = client_of(transport)
        await client.request("GET", "/channels/1/messages")
        burst = asyncio.gather(*(client.request("GET", "/channels/1/messages") for _ in range(4)))
        await asyncio.sleep(0.5)
        extra = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        await burst
        assert len(transport.sent) == 5
        assert not extra.done()
        await extra
        assert transport.times[5] > 9.0

    run_virtual(story())


def test_B11_a_queue_moves_along_when_its_bucket_gets_another_name():
    async def story():
        names = ["before"]
        model = Model(lambda target: Rule(2, 1.0, names[0]))
        client = client_of(model)
        waiting = [asyncio.create_task(client.request("GET", "/channels/1/messages")) for _ in range(20)]
        await asyncio.sleep(3.5)
        names[0] = "after"
        await asyncio.gather(*waiting)
        assert len(model.served) == 20
        # The first request under the new name cannot know it; the others must.
        assert len(model.refused) <= 2
        assert at_rest(client)

    run_virtual(story())


def test_B12_the_wait_follows_reset_after_and_not_the_wall_clock(monkeypatch):
    async def story():
        # The wall clock is a year off, and X-RateLimit-Reset says the opposite of Reset-After.
        monkeypatch.setattr(time, "time", lambda: 4e9)
        headers = {**quota(1, 0, 2.5), "X-RateLimit-Reset": "1"}
        script = Script(answer(200, {}, headers), answer(200, {}, headers))
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        await client.request("GET", "/channels/1/messages")
        assert script.times[1] == pytest.approx(2.5, abs=0.01)

    run_virtual(story())


@pytest.mark.parametrize("sliding", [False, True])
@pytest.mark.parametrize(("limit", "period"), [(1, 1.0), (5, 5.0), (30, 10.0)])
def test_B13_fixed_and_sliding_windows_are_kept_at_nearly_full_speed(sliding, limit, period):
    async def story():
        model = Model(lambda target: Rule(limit, period, "w", sliding), latency=(0.005, 0.012), global_limit=10_000)
        client = client_of(model, global_limit=10_000)
        rounds = 12
        await send_all(client, *["/channels/1/messages"] * (limit * rounds))
        assert model.refused == []
        best = (rounds - 1) * period
        assert now() < best / 0.95 + 0.1

    run_virtual(story())


def test_B13_a_part_of_a_sliding_window_that_is_free_again_is_used():
    async def story():
        script = Script(answer(200, {}, quota(5, 0, 4.0)), answer(200, {}, quota(5, 3, 5.0)), answer(200, {}))
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        await client.request("GET", "/channels/1/messages")
        before = now()
        await client.request("GET", "/channels/1/messages")
        assert now() == before

    run_virtual(story())


def test_B16_an_exhausted_bucket_waits_for_its_end_and_then_goes_on():
    async def story():
        script = Script(limited(7.0, headers=quota(5, 0, 7.0)))
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        assert script.times == [0.0, pytest.approx(7.0, abs=0.01)]

    run_virtual(story())


def test_B16_a_shared_limit_parks_the_bucket_and_not_the_bot():
    async def story():
        script = Script(limited(20.0, scope="shared", headers=quota(10, 9, 1.0)))
        client = client_of(script)
        parked = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        await asyncio.sleep(0)
        await client.request("GET", "/channels/2/messages")
        assert now() == 0
        await client.request("GET", "/channels/1/messages")
        await parked
        assert now() == pytest.approx(20.0, abs=0.01)

    run_virtual(story())


def test_B16_a_429_with_something_left_parks_only_what_is_like_it():
    async def story():
        script = Script(limited(30.0, headers=quota(5, 4, 5.0)))
        client = client_of(script)
        parked = asyncio.create_task(client.request("PATCH", "/channels/1", data={"name": "a"}))
        await asyncio.sleep(0)
        await client.request("PATCH", "/channels/1", data={"nsfw": True})
        assert now() == 0
        await parked
        assert now() == pytest.approx(30.0, abs=0.01)

    run_virtual(story())


def test_B16_a_limit_far_off_is_told_at_once_and_to_those_who_queue_for_it():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 5.0)), limited(3600.0, headers=quota(1, 0, 3600.0)))
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        queued = [client.request("GET", "/channels/1/messages") for _ in range(10)]
        results = await asyncio.gather(*queued, return_exceptions=True)
        assert [type(result) for result in results] == [RateLimited] * 10
        assert all(result.retry_after == pytest.approx(3600, abs=1) for result in results)
        assert {(result.method, result.path) for result in results} == {("GET", "/channels/1/messages")}
        assert now() < 6
        assert len(script.sent) == 2
        assert at_rest(client)

    run_virtual(story())


def test_B16_a_request_that_runs_into_limits_again_and_again_gives_up():
    async def story():
        script = Script(*[limited(1.0, scope="shared") for _ in range(20)])
        client = client_of(script)
        with pytest.raises(RateLimited) as caught:
            await client.request("GET", "/channels/1/messages")
        assert caught.value.scope == "shared"
        assert len(script.sent) == 5
        assert at_rest(client)

    run_virtual(story())


def test_B16_without_max_wait_a_request_waits_as_long_as_it_takes():
    async def story():
        script = Script(limited(7200.0, headers=quota(1, 0, 7200.0)))
        client = client_of(script, max_wait=None)
        await client.request("GET", "/channels/1/messages")
        assert now() == pytest.approx(7200, abs=0.1)

    run_virtual(story())


def test_B17_names_and_topics_of_a_channel_are_parked_by_field():
    async def story():
        script = Script(limited(40.0, headers=quota(5, 4, 5.0)))
        client = client_of(script)
        first = asyncio.create_task(client.request("PATCH", "/channels/1", data={"name": "a", "position": 1}))
        await asyncio.sleep(0)
        second = asyncio.create_task(client.request("PATCH", "/channels/1", data={"name": "b", "nsfw": True}))
        await client.request("PATCH", "/channels/1", data={"position": 3})
        await client.request("PATCH", "/channels/1", data={"topic": "t"})
        await client.request("PATCH", "/channels/2", data={"name": "c"})
        assert now() == 0
        await asyncio.gather(first, second)
        assert now() == pytest.approx(40.0, abs=0.01)

    run_virtual(story())


def test_B17_a_hidden_limit_is_tried_one_request_at_a_time():
    async def story():
        taken = []

        def hidden(target, request, at):
            taken[:] = [t for t in taken if t + 50.0 > at]
            if len(taken) >= 2:
                return round(taken[0] + 50.0 - at, 3)
            taken.append(at)
            return 0

        model = Model(lambda target: Rule(5, 1.0, "patch"), latency=(0.01, 0.02))
        model.hidden = hidden
        client = client_of(model)
        edits = [client.request("PATCH", "/channels/1", data={"name": str(n)}) for n in range(6)]
        await asyncio.gather(*edits)
        assert len(model.served) == 6
        # Three were on their way before the first refusal came back. Then each window costs one try.
        assert len([time for time, _ in model.refused if time > 1]) == 1
        assert len(model.refused) == 4
        assert limits_of(client)._hidden == {}

    run_virtual(story())


def message_aged(seconds):
    return (int((time.time() - seconds) * 1000) - DISCORD_EPOCH) << 22


def test_B18_messages_of_different_age_are_deleted_under_different_limits():
    async def story():
        rules = {"young": Rule(5, 1.0, "young"), "": Rule(3, 0.333, "mid"), "old": Rule(30, 4.0, "old")}
        model = Model(lambda target: rules[variant_of(time.time() - target.sent_at)])
        client = client_of(model, global_limit=1000)
        model.everywhere.rule.limit = 1000
        ages = [1, 3600, 20 * 24 * 3600] * 20
        paths = [f"/channels/1/messages/{message_aged(age)}" for age in ages]
        await send_all(client, *paths, method="DELETE")
        assert model.refused == []
        assert {limits_of(client)._names[key] for key in limits_of(client)._names} == {"young", "mid", "old"}

    run_virtual(story())


def test_B18_the_deletion_of_what_is_gone_does_not_change_the_bucket_of_others():
    async def story():
        script = Script(
            answer(204, None, quota(3, 2, 0.3, "mid")),
            answer(404, {"code": 10008, "message": "Unknown Message"}, quota(5, 0, 30.0, "young")),
        )
        client = client_of(script)
        path = f"/channels/1/messages/{message_aged(3600)}"
        await client.request("DELETE", path)
        with pytest.raises(Exception, match="Unknown Message"):
            await client.request("DELETE", path)
        await client.request("DELETE", path)
        assert now() < 1.0

    run_virtual(story())


def test_B18_the_refused_deletion_of_what_is_gone_does_not_change_the_bucket_of_others():
    async def story():
        gone = {"code": 10008, "message": "Unknown Message"}
        script = Script(
            answer(204, None, quota(3, 2, 0.3, "mid")),
            answer(204, None, quota(5, 4, 1.0, "young")),
            limited(0.5, headers=quota(5, 0, 0.5, "young")),
            answer(404, gone, quota(5, 4, 1.0, "young")),
        )
        client = client_of(script)
        await client.request("DELETE", f"/channels/1/messages/{message_aged(3600)}")
        await client.request("DELETE", f"/channels/1/messages/{message_aged(1)}")
        with pytest.raises(Exception, match="Unknown Message"):
            await client.request("DELETE", f"/channels/2/messages/{message_aged(3600)}")
        # More are free by the name of the one than by that of the other.
        script.latency = 0.1
        await asyncio.sleep(2)
        began = now()
        await send_all(client, *[f"/channels/1/messages/{message_aged(3600)}"] * 4, method="DELETE")
        assert script.times[4:7] == [began] * 3
        assert script.times[7] > began + 0.3

    run_virtual(story())


@pytest.mark.parametrize("is_gone", [True, False])
def test_B18_a_refusal_by_a_new_name_leaves_open_whether_the_message_is_gone_or_the_bucket_renamed(is_gone):
    async def story():
        outcome = answer(404, {"code": 10008, "message": "x"}, quota(5, 4, 1.0, "new")) if is_gone else answer(204)
        script = Script(
            *[answer(204, None, quota(30, 29, 4.0, "old"))] * 2,
            limited(5.0, headers=quota(29, 0, 5.0, "new")),
            answer(204, None, quota(29, 28, 4.0, "old" if is_gone else "new")),
            *[answer(204, None, quota(29, left, 4.0, "old" if is_gone else "new")) for left in (27, 26)],
        )
        client = client_of(script)
        path = f"/channels/{{}}/messages/{message_aged(20 * 24 * 3600)}"
        for channel in (1, 2):
            await client.request("DELETE", path.format(channel))
        refused = asyncio.create_task(client.request("DELETE", path.format(1)))
        await asyncio.sleep(4.5)
        # Another channel tries one at a time, for its bucket may have been renamed.
        script.latency = 0.1
        began = now()
        await send_all(client, *[path.format(2)] * 3, method="DELETE")
        assert script.times[3:6] == pytest.approx([began, began + 0.1, began + 0.1])
        script.lines.append(outcome)
        await asyncio.gather(refused, return_exceptions=True)
        assert at_rest(client)
        assert len(script.times) == 7

    run_virtual(story())


def test_C50_a_failed_request_gives_its_place_to_the_next():
    async def story():
        script = Script(*[answer(400, {"message": "no"}, quota(1, 0, 1.0)) for _ in range(3)])
        client = client_of(script)
        results = await asyncio.gather(
            *(client.request("GET", "/channels/1/messages") for _ in range(3)), return_exceptions=True
        )
        assert [result.status for result in results] == [400, 400, 400]
        assert at_rest(client)

    run_virtual(story())


def test_C51_a_cancelled_request_gives_its_place_to_the_next():
    async def story():
        script = Script(latency=100.0)
        client = client_of(script)
        hanging = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        queued = [asyncio.create_task(client.request("GET", "/channels/1/messages")) for _ in range(2)]
        await asyncio.sleep(1)
        script.latency = 0.1
        queued[0].cancel()
        hanging.cancel()
        await asyncio.wait([hanging, queued[0]])
        await queued[1]
        assert now() == pytest.approx(1.1)
        assert at_rest(client)

    run_virtual(story())


def test_C54_buckets_that_are_not_used_are_forgotten():
    async def story():
        model = Model(lambda target: Rule(5, 1.0, "b"), global_limit=10**6)
        client = client_of(model, global_limit=10**6)
        for _ in range(10):
            await send_all(client, *[f"/channels/{n}/messages" for n in range(1000)])
            await asyncio.sleep(100)
        await client.request("GET", "/channels/5000/messages")
        assert len(limits_of(client)) == 1
        assert len(limits_of(client)._named) == 1

    run_virtual(story())


def test_C54_the_unused_are_forgotten_although_only_what_is_known_is_requested():
    async def story():
        model = Model(lambda target: Rule(5, 1.0, "b"), global_limit=10**6)
        client = client_of(model, global_limit=10**6)
        await send_all(client, *[f"/channels/{n}/messages" for n in range(500)])
        await asyncio.sleep(100)
        await client.request("GET", "/channels/1/messages")
        assert len(limits_of(client)) == 1

    run_virtual(story())


def test_C54_where_there_are_many_the_unused_are_forgotten_before_the_minute_is_over():
    async def story():
        limits, most = Limits(10**6, None), 0
        for number in range(15_000):
            with await limits.acquire(target_of("GET", f"/channels/{number}"), "bot") as permit:
                permit.learn(200, quota(5, 4, 1.0))
            asyncio.get_running_loop().now += 0.002
            most = max(most, len(limits))
        # Those of the last ten seconds, and as many again.
        assert 5_000 < most < 12_000
        assert len(limits._named) == len(limits)

    run_virtual(story())


def test_C50_a_bucket_somebody_waits_for_is_not_forgotten():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 500.0)))
        client = client_of(script, max_wait=None)
        await client.request("GET", "/channels/1/messages")
        waiting = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        await asyncio.sleep(200)
        await client.request("GET", "/channels/2/messages")
        await waiting
        assert now() == pytest.approx(500, abs=0.1)

    run_virtual(story())


def test_order_is_kept_within_a_bucket_even_after_a_429():
    async def story():
        script = Script(answer(200, {}, quota(2, 1, 1.0)), limited(2.0, headers=quota(2, 0, 2.0)), latency=0.1)
        client = client_of(script)
        bodies = [client.request("POST", "/channels/1/messages", data={"content": str(n)}) for n in range(5)]
        await asyncio.gather(*bodies)
        assert [body["content"] for body in script.bodies] == ["0", "1", "1", "2", "3", "4"]

    run_virtual(story())
