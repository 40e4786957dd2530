"""The limit on everything a bot sends, and what it does not apply to."""

import asyncio
import random

import pytest

from scurrypy.http.invalid_requests import InvalidRequests
from scurrypy.wire.errors import RateLimited
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import Model, Rule, Script, answer, at_rest, client_of, limited, limits_of, unreachable

INTERACTION = "aW50ZXJhY3Rpb246" + "A" * 120


def now():
    return asyncio.get_running_loop().time()


def most_in_a_second(times):
    times = sorted(times)
    return max(sum(1 for time in times if start <= time < start + 1.0) for start in times)


def test_B14_no_second_has_more_than_fifty_requests_and_few_have_less():
    async def story():
        model = Model(lambda target: None)
        client = client_of(model)
        paths = [f"/channels/{n % 97 + 1}/messages/{n}" for n in range(1000)]
        await asyncio.gather(*(client.request("GET", path) for path in paths))
        assert model.refused == []
        assert most_in_a_second([time for time, _ in model.served]) <= 50
        # 50 at once and 950 at 50 a second would take 19 s.
        assert now() < 19 / 0.95 + 0.5

    run_virtual(story())


@pytest.mark.parametrize(("handshake", "detour"), [(0.1, 0.0), (0.4, 0.0), (2.5, 0.0), (0.0, 0.1), (0.1, 0.3)])
def test_B14_requests_on_new_connections_do_not_arrive_together_with_those_that_follow(handshake, detour):
    """The first requests took as long as it took to open connections, and were followed by others on open ones."""

    async def story():
        model = Model(lambda target: None, handshake=handshake, detour=detour)
        client = client_of(model)
        await asyncio.gather(*(client.request("GET", f"/channels/{n + 1}/messages") for n in range(200)))
        assert model.refused == []
        assert most_in_a_second([time for time, _ in model.served]) <= 50
        # 200 are 50 at once, and three times 50 a second later.
        assert now() < handshake + detour + 3 / 0.95 + 0.2

    run_virtual(story())


def test_B14_connections_that_are_open_are_used_to_the_limit():
    async def story():
        model = Model(lambda target: None, handshake=0.1, latency=(0.02, 0.025))
        client = client_of(model)
        await asyncio.gather(*(client.request("GET", f"/channels/{n + 1}/messages") for n in range(50)))
        await asyncio.sleep(2)
        before = now()
        await asyncio.gather(*(client.request("GET", f"/channels/{n % 97 + 1}/messages/{n}") for n in range(1000)))
        assert model.refused == []
        assert 950 / (now() - before - 0.05) >= 0.95 * 50

    run_virtual(story())


def test_B14_a_request_that_is_not_answered_for_long_does_not_hold_up_the_others_for_long():
    async def story():
        model = Model(lambda target: None, handshake=0.1, latency=(0.0, 40.0))
        client = client_of(model)
        slow = [asyncio.create_task(client.request("GET", f"/channels/{n}/messages")) for n in range(1, 51)]
        await asyncio.sleep(0.2)
        model.latency = (0.0, 0.0)
        await client.request("GET", "/gateway")
        assert now() < 0.1 + 1.0 + 1.05 + 0.2
        assert not all(task.done() for task in slow)
        await asyncio.gather(*slow)

    run_virtual(story())


def test_B14_a_request_that_found_no_connection_leaves_its_place_to_the_next():
    async def story():
        script = Script(unreachable(), latency=0.1)
        client = client_of(script, global_limit=1)
        calls = [client.request("GET", f"/channels/{n}/messages", retry=False) for n in (1, 2)]
        await asyncio.gather(*calls, return_exceptions=True)
        assert script.times == [0.0, pytest.approx(0.1)]
        assert at_rest(client)

    run_virtual(story())


def test_B14_a_raised_limit_can_be_used():
    async def story():
        model = Model(lambda target: None, global_limit=500)
        client = client_of(model, global_limit=500)
        await asyncio.gather(*(client.request("GET", f"/channels/{n + 1}/messages") for n in range(2000)))
        assert model.refused == []
        assert now() < 4

    run_virtual(story())


def test_B14_a_global_429_pauses_everything_until_the_later_of_two_ends():
    async def story():
        script = Script(
            limited(10.0, scope="global"),
            limited(3.0, scope="global"),
            latency=0.1,
        )
        client = client_of(script)
        first = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        second = asyncio.create_task(client.request("GET", "/channels/2/messages"))
        await asyncio.sleep(1.0)
        assert len(script.sent) == 2
        third = asyncio.create_task(client.request("GET", "/channels/3/messages"))
        await asyncio.gather(first, second, third)
        assert script.times[2:] == [pytest.approx(10.1, abs=0.01)] * 3

    run_virtual(story())


def test_B14_a_long_global_429_is_told_to_all():
    async def story():
        script = Script(limited(600.0, scope="global"))
        client = client_of(script)
        calls = [client.request("GET", f"/channels/{n}/messages") for n in range(1, 4)]
        results = await asyncio.gather(*calls, return_exceptions=True)
        assert isinstance(results[0], RateLimited)
        assert results[0].scope == "global"
        with pytest.raises(RateLimited) as caught:
            await client.request("GET", "/channels/9/messages")
        assert caught.value.retry_after == pytest.approx(600, abs=1)
        assert caught.value.scope == "global"
        assert at_rest(client)

    run_virtual(story())


def test_C3_waiters_for_a_global_limit_go_on_together_not_one_after_the_other():
    """ScurryPy 2.3: N requests that waited for a global limit of 0.3 s took N x 0.3 s."""

    async def story():
        script = Script(limited(0.3, scope="global"), latency=0.01)
        client = client_of(script)
        first = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        await asyncio.sleep(0.1)
        await asyncio.gather(first, *(client.request("GET", f"/channels/{n}/messages") for n in range(2, 22)))
        assert now() < 0.4

    run_virtual(story())


def test_B15_answers_to_interactions_pass_while_everything_else_waits():
    async def story():
        script = Script(limited(30.0, scope="global"))
        client = client_of(script)
        paused = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        await asyncio.sleep(0.1)
        await client.request("POST", f"/interactions/1/{INTERACTION}/callback", data={"type": 5})
        await client.request("PATCH", f"/webhooks/7/{INTERACTION}/messages/@original", data={"content": "x"})
        await client.request("POST", f"/webhooks/7/{INTERACTION}", data={"content": "x"})
        assert now() == pytest.approx(0.1)
        await paused

    run_virtual(story())


def test_B15_answers_to_interactions_wait_for_no_bucket_and_leave_none_behind():
    async def story():
        script = Script(latency=1.0)
        client = client_of(script)
        calls = [
            client.request("POST", f"/interactions/{n}/{INTERACTION}{n}/callback", data={"type": 5}) for n in range(500)
        ]
        await asyncio.gather(*calls)
        assert now() == pytest.approx(1.0)
        assert len(limits_of(client)) == 0

    run_virtual(story())


def test_B15_a_crowd_of_ordinary_requests_adds_nothing_to_an_interaction():
    async def story():
        model = Model(lambda target: None if target.is_interaction else Rule(5, 5.0, "b"), latency=(0.02, 0.02))
        client = client_of(model)
        crowd = [asyncio.create_task(client.request("GET", f"/channels/{n}/messages")) for n in range(1, 1001)]
        for n in range(20):
            before = now()
            await client.request("POST", f"/interactions/{n}/{INTERACTION}/callback", data={"type": 5})
            assert now() - before < 0.045
        await asyncio.gather(*crowd)
        assert model.refused == []

    run_virtual(story())


def test_B15_followups_keep_the_limit_of_their_own_token():
    async def story():
        model = Model(lambda target: Rule(5, 2.0, "followup"))
        client = client_of(model)
        await asyncio.gather(
            *(client.request("POST", f"/webhooks/7/{INTERACTION}", data={"content": str(n)}) for n in range(12))
        )
        assert model.refused == []

    run_virtual(story())


def test_B15_a_429_for_a_callback_is_waited_out_by_that_callback_alone():
    async def story():
        script = Script(limited(0.5, scope="global"))
        client = client_of(script)
        path = f"/interactions/1/{INTERACTION}/callback"
        limited_one = asyncio.create_task(client.request("POST", path, data={"type": 5}))
        await asyncio.sleep(0)
        await client.request("GET", "/channels/1/messages")
        assert now() == 0
        await limited_one
        assert now() == pytest.approx(0.5)

    run_virtual(story())


def test_B15_a_callback_that_would_have_to_wait_for_too_long_is_told_at_once():
    async def story():
        script = Script(limited(5.0, scope="user"))
        client = client_of(script)
        with pytest.raises(RateLimited) as caught:
            await client.request("POST", f"/interactions/1/{INTERACTION}/callback", data={"type": 5})
        assert caught.value.retry_after == 5
        assert now() == 0

    run_virtual(story())


def test_B14_requests_without_the_bots_token_do_not_spend_what_the_bot_has():
    async def story():
        script = Script()
        client = client_of(script, global_limit=5)
        await asyncio.gather(*(client.request("POST", f"/webhooks/{n}/abc", data={}) for n in range(5)))
        await asyncio.gather(*(client.request("GET", f"/channels/{n}/messages") for n in range(5)))
        assert now() == 0

    run_virtual(story())


def test_B14_cancelled_requests_give_the_places_back_they_had_not_used():
    async def story():
        script = Script(answer(200, {}))
        client = client_of(script, global_limit=10)
        crowd = [asyncio.create_task(client.request("GET", f"/channels/{n}/messages")) for n in range(1000)]
        await asyncio.sleep(0.5)
        for task in crowd:
            task.cancel()
        await asyncio.wait(crowd)
        assert at_rest(client)
        await asyncio.sleep(1.05)
        before = now()
        await asyncio.gather(*(client.request("GET", f"/guilds/{n}") for n in range(10)))
        assert now() == before

    run_virtual(story())


def test_B19_every_refusal_counts_but_those_for_shared_resources():
    async def story():
        invalid = InvalidRequests()
        script = Script(
            limited(0.1, scope="shared"),
            limited(0.1, scope="global"),
            answer(403, {"message": "Missing Access", "code": 50001}),
        )
        client = client_of(script, invalid=invalid)
        with pytest.raises(Exception, match="Missing Access"):
            await client.request("GET", "/channels/1/messages")
        assert invalid.count(now()) == 2
        assert invalid.count(now() + 601) == 0

    run_virtual(story())


def test_the_model_itself_refuses_what_is_too_fast():
    async def story():
        model = Model(lambda target: Rule(2, 5.0, "b"), seed=random.Random(3).randrange(100))
        client = client_of(model)
        other = client_of(model)
        calls = [one.request("GET", "/channels/1/messages") for one in (client, other) for _ in range(3)]
        await asyncio.gather(*calls)
        assert model.refused

    run_virtual(story())
