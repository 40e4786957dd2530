"""What went wrong in ScurryPy 2.3's core/http.py, each shown to be right now."""

import asyncio
import time

import pytest
from aiohttp import web

from scurrypy.http.refusals import retry_after_of
from scurrypy.wire.errors import BadRequest, FieldError
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import Model, Rule, Script, answer, at_rest, client_of, limited, limits_of, quota
from tests.unit.http.server import talking

INTERACTION = "aW50ZXJhY3Rpb246" + "A" * 120


def now():
    return asyncio.get_running_loop().time()


def test_C3_a_429_is_waited_out_and_sent_again():
    """ScurryPy 2.3 raised every 429."""

    async def story():
        script = Script(limited(2.0, headers=quota(1, 0, 2.0)))
        assert await client_of(script).request("GET", "/channels/1") == {"id": "1"}
        assert now() == pytest.approx(2.0, abs=0.01)

    run_virtual(story())


def test_C3_a_bucket_of_one_waits_between_requests():
    """ScurryPy 2.3 slept when one was left, so a bucket of one never waited: five requests a second took 0.01 s."""

    async def story():
        model = Model(lambda target: Rule(1, 1.0, "one"), latency=(0.001, 0.002))
        client = client_of(model)
        await asyncio.gather(*(client.request("GET", "/channels/1/messages") for _ in range(5)))
        assert model.refused == []
        assert 4.0 < now() < 4.2

    run_virtual(story())


def test_C3_nobody_sleeps_after_an_answer_that_leaves_one():
    """ScurryPy 2.3 held up whoever got the answer that left one."""

    async def story():
        script = Script(answer(200, {"id": "2"}, quota(2, 1, 9.0)))
        assert await client_of(script).request("GET", "/channels/1/messages") == {"id": "2"}
        assert now() == 0

    run_virtual(story())


def test_C3_requests_leave_no_tasks_behind():
    """ScurryPy 2.3 kept a task and a queue for every path: 200 answers to interactions made 200 of each."""

    async def story():
        client = client_of(Script())
        for number in range(200):
            await client.request("POST", f"/interactions/{number}/{INTERACTION}{number}/callback", data={"type": 5})
            await client.request("GET", f"/channels/{number}/messages")
        assert asyncio.all_tasks() == {asyncio.current_task()}
        await client.close()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run_virtual(story())


def test_C3_a_caller_that_gives_up_does_not_break_the_path_for_others():
    """ScurryPy 2.3: a timeout around one request killed the worker, and the path hung for ever."""

    async def story():
        script = Script(latency=10.0)
        client = client_of(script)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(client.request("GET", "/channels/1/messages"), 1.0)
        script.latency = 0.0
        assert await asyncio.wait_for(client.request("GET", "/channels/1/messages"), 1.0) == {"id": "1"}
        assert at_rest(client)

    run_virtual(story())


async def test_C3_every_complaint_about_every_field_is_told_with_its_code():
    """ScurryPy 2.3 kept the first complaint of each field, and dropped the codes."""
    errors = {
        "embeds": {"0": {"title": {"_errors": [{"code": "A", "message": "a"}, {"code": "B", "message": "b"}]}}},
        "_errors": [{"code": "C", "message": "c"}],
    }
    async with talking() as (server, client):
        server.replies = [web.json_response({"code": 50035, "message": "Invalid", "errors": errors}, status=400)]
        with pytest.raises(BadRequest) as caught:
            await client.request("POST", "/channels/1/messages", data={})
        assert caught.value.errors == [
            FieldError("embeds.0.title", "A", "a"),
            FieldError("embeds.0.title", "B", "b"),
            FieldError("", "C", "c"),
        ]


def test_C48_a_clock_that_is_wrong_changes_no_wait(monkeypatch):
    async def story():
        script = Script(answer(200, {}, {**quota(1, 0, 1.0), "X-RateLimit-Reset": str(time.time() + 41)}))
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        monkeypatch.setattr(time, "time", lambda: 0.0)
        await client.request("GET", "/channels/1/messages")
        assert now() == pytest.approx(1.0, abs=0.01)

    run_virtual(story())


def test_C52_a_request_on_its_way_when_the_window_ends_counts_in_the_next():
    async def story():
        script = Script(answer(200, {}, quota(2, 1, 1.0)), latency=0.1)
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        script.latency = 5.0
        slow = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        await asyncio.sleep(2.0)
        others = [asyncio.create_task(client.request("GET", "/channels/1/messages")) for _ in range(3)]
        await asyncio.sleep(0.1)
        assert len(script.sent) == 3
        await asyncio.gather(slow, *others)

    run_virtual(story())


def test_C53_a_long_queue_in_one_channel_holds_up_no_other():
    async def story():
        model = Model(lambda target: Rule(1, 5.0, "b"))
        client = client_of(model)
        queue = [asyncio.create_task(client.request("GET", "/channels/1/messages")) for _ in range(100)]
        await asyncio.sleep(1)
        before = now()
        await client.request("GET", "/channels/2/messages")
        assert now() - before < 0.1
        assert sum(task.done() for task in queue) == 1
        for task in queue:
            task.cancel()
        await asyncio.wait(queue)
        assert at_rest(client)
        assert len(limits_of(client)) == 2

    run_virtual(story())


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        ({"retry_after": 0.35}, {"Retry-After": "1"}, 0.35),
        ({}, {"Retry-After": "65"}, 65.0),
        ({"retry_after": "soon"}, {}, 1.0),
        ({"retry_after": -3}, {"Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"}, 1.0),
        ({"retry_after": True}, {}, 1.0),
        ({"retry_after": 10**400}, {}, 1.0),
    ],
)
def test_C63_the_time_to_wait_is_read_in_seconds_and_never_nonsense(body, headers, seconds):
    assert retry_after_of(body, headers) == seconds
