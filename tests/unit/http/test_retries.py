"""What is sent again, what is not, and what makes that safe."""

import asyncio
import logging
import random

import pytest

from scurrypy.http.retries import MAX_TRIES, Retries, Safety
from scurrypy.http.routing import target_of
from scurrypy.wire.errors import BadRequest, DiscordError, NoSession, NotFound, RateLimited, RequestFailed, ServerError
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import Script, answer, at_rest, client_of, closed, limited, lost, quota, unreachable

INTERACTION = "aW50ZXJhY3Rpb246" + "A" * 120
CALLBACK = f"/interactions/1/{INTERACTION}/callback"
HTML = answer(502, b"<html>bad gateway</html>", content_type="text/html")


def now():
    return asyncio.get_running_loop().time()


async def outcome(script, method, path, **extras):
    """Return what one request gave or raised."""
    client = client_of(script)
    try:
        return await client.request(method, path, **extras)
    except (DiscordError, RequestFailed) as error:
        return error
    finally:
        assert at_rest(client)


def tries(method, path, *lines, **extras):
    """Return the outcome of one request and how often it was sent."""

    async def story():
        script = Script(*lines)
        return await outcome(script, method, path, **extras), len(script.sent)

    return run_virtual(story())


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("failure", [lost(), unreachable(), HTML, answer(500), answer(503), answer(504), answer(522)])
def test_B22_what_can_be_repeated_is_repeated_after_a_passing_failure(method, failure):
    assert tries(method, "/channels/1", failure, failure, failure) == ({"id": "1"}, 4)


@pytest.mark.parametrize("times", [1, 2])
def test_B22_the_first_connection_that_was_closed_before_costs_no_try_and_no_wait(times):
    async def story():
        script = Script(*[closed()] * times, *[HTML] * 9)
        failed = await outcome(script, "GET", "/channels/1")
        assert isinstance(failed, ServerError)
        assert len(script.sent) == 1 + MAX_TRIES
        assert (script.times[1], script.times[2] > 0) == (0, True)

    run_virtual(story())


def test_B22_what_goes_again_at_once_is_counted_and_goes_before_those_that_wait():
    async def story():
        script = Script(answer(200, {}, quota(2, 1, 5.0)), closed(), latency=0.1)
        client = client_of(script)
        await client.request("GET", "/channels/1/messages?limit=1")
        await asyncio.gather(*(client.request("GET", f"/channels/1/messages?limit={n}") for n in (2, 3)))
        assert [request.url.query["limit"] for request in script.sent] == ["1", "2", "2", "3"]
        # The second may have been counted, so there was none left.
        assert script.times == pytest.approx([0, 0.1, 5.101, 5.101])
        assert at_rest(client)

    run_virtual(story())


def test_B22_what_may_not_be_repeated_is_not_for_a_closed_connection_either():
    for method, extras in (("POST", {}), ("GET", {"retry": False})):
        failed, count = tries(method, "/guilds/1/channels", closed(), **extras)
        assert isinstance(failed, RequestFailed)
        assert count == 1


def test_B22_there_are_four_tries_and_no_more():
    failed, count = tries("GET", "/channels/1", *[HTML] * 9)
    assert isinstance(failed, ServerError)
    assert failed.status == 502
    assert count == MAX_TRIES == 4
    failed, count = tries("GET", "/channels/1", *[lost()] * 9)
    assert isinstance(failed, RequestFailed)
    assert "GET /channels/1" in str(failed)
    assert count == 4


def told(caplog, *lines):
    """Return the levels at which the failed tries of one request were logged."""
    with caplog.at_level(logging.DEBUG, "scurrypy.http.exchange"):
        tries("GET", "/channels/1", *lines)
    return [record.levelname for record in caplog.records if "next in" in record.message]


@pytest.mark.parametrize("failure", [lost(), unreachable(), HTML])
def test_B22_a_request_that_fails_again_warns_once(caplog, failure):
    """The retries of a connection that failed were seen only by those who debug."""
    assert told(caplog, failure, failure, failure) == ["DEBUG", "WARNING", "DEBUG"]
    warning = next(record.message for record in caplog.records if record.levelname == "WARNING")
    assert warning.startswith("GET /channels/1: ")
    assert ", try 2, next in " in warning


def test_B22_failures_of_different_kinds_warn_once_together(caplog):
    assert told(caplog, lost(), HTML, unreachable()) == ["DEBUG", "WARNING", "DEBUG"]


def test_B22_one_failure_that_passes_warns_nobody(caplog):
    assert told(caplog, lost()) == ["DEBUG"]


@pytest.mark.parametrize(
    "failure", [lost(), answer(503), limited(30.0), answer(403, {"code": 20016, "retry_after": 9})]
)
def test_B22_a_request_asleep_before_its_next_try_ends_with_the_client(failure):
    """It slept to the end, and only then noticed that the client was closed."""

    async def story():
        client = client_of(Script(failure))
        client._rng.uniform = lambda least, most: most
        task = asyncio.create_task(client.request("GET", "/channels/1"))
        await asyncio.sleep(0.25)
        await client.close()
        with pytest.raises(NoSession):
            await task
        assert now() == 0.25

    run_virtual(story())


def test_B22_an_interaction_asleep_before_its_next_try_ends_with_the_client():
    async def story():
        client = client_of(Script(limited(2.0)))
        task = asyncio.create_task(client.request("POST", CALLBACK, data={"type": 5}))
        await asyncio.sleep(0.25)
        await client.close()
        with pytest.raises(NoSession):
            await task
        assert now() == 0.25

    run_virtual(story())


@pytest.mark.parametrize("failure", [lost(), HTML, answer(500)])
def test_B22_a_post_that_may_have_worked_is_not_repeated(failure):
    failed, count = tries("POST", "/guilds/1/channels", failure, data={"name": "x"})
    assert isinstance(failed, (ServerError, RequestFailed))
    assert count == 1


def test_B22_a_post_whose_outcome_is_open_says_so():
    failed, _ = tries("POST", "/guilds/1/channels", lost(), data={"name": "x"})
    assert "may have done it" in str(failed)


def test_B22_a_post_that_never_left_is_repeated():
    assert tries("POST", "/guilds/1/channels", unreachable(), data={"name": "x"}) == ({"id": "1"}, 2)


def test_B22_the_caller_decides_where_it_says_so():
    assert tries("POST", "/guilds/1/channels", lost(), data={"name": "x"}, retry=True) == ({"id": "1"}, 2)
    failed, count = tries("GET", "/channels/1", lost(), retry=False)
    assert isinstance(failed, RequestFailed)
    assert count == 1


def test_B22_limits_are_waited_for_even_where_the_caller_forbids_to_retry():
    assert tries("GET", "/channels/1", limited(1.0), retry=False) == ({"id": "1"}, 2)


def test_B22_a_deletion_whose_answer_was_lost_is_done_when_the_thing_is_gone():
    gone = answer(404, {"code": 10008, "message": "Unknown Message"})
    assert tries("DELETE", "/channels/1/messages/2", HTML, gone) == (None, 2)
    assert tries("DELETE", "/channels/1/messages/2", lost(), gone) == (None, 2)


def test_B22_a_deletion_that_never_left_is_not_taken_for_done():
    gone = answer(404, {"code": 10008, "message": "Unknown Message"})
    failed, count = tries("DELETE", "/channels/1/messages/2", unreachable(), gone)
    assert isinstance(failed, NotFound)
    assert count == 2


def test_B22_an_interaction_answered_by_a_lost_try_counts_as_answered():
    twice = answer(400, {"code": 40060, "message": "Interaction has already been acknowledged."})
    assert tries("POST", CALLBACK, lost(), twice, data={"type": 5}) == (None, 2)
    failed, count = tries("POST", CALLBACK, twice, data={"type": 5})
    assert isinstance(failed, BadRequest)
    assert count == 1


def test_B22_who_needs_the_answer_to_a_callback_is_told_that_it_is_lost():
    twice = answer(400, {"code": 40060, "message": "Interaction has already been acknowledged."})
    failed, _ = tries("POST", CALLBACK, lost(), twice, data={"type": 5}, params={"with_response": True})
    assert isinstance(failed, BadRequest)


def test_B22_an_interaction_is_not_answered_after_three_seconds():
    async def story():
        script = Script(*[lost()] * 9, latency=1.4)
        failed = await outcome(script, "POST", CALLBACK, data={"type": 5})
        assert isinstance(failed, RequestFailed)
        assert len(script.sent) == 2
        assert script.times[-1] < 3.0

    run_virtual(story())


def test_B22_the_first_try_to_answer_an_interaction_leaves_time_for_a_second():
    async def story():
        seen = []

        class Timed(Script):
            async def send(self, request, *, depart=None, timeout=None):
                seen.append(timeout)
                return await super().send(request)

        await outcome(Timed(lost()), "POST", CALLBACK, data={"type": 5})
        await outcome(Timed(), "GET", "/channels/1")
        assert seen == [2.0, None, None]

    run_virtual(story())


def test_B22_a_followup_that_may_have_worked_is_not_repeated():
    failed, count = tries("POST", f"/webhooks/1/{INTERACTION}", lost(), data={"content": "x"})
    assert isinstance(failed, RequestFailed)
    assert count == 1


def test_B22_waits_between_tries_are_spread_and_grow():
    def waits(seed):
        retries = Retries(target_of("GET", "/gateway"), Safety.ALWAYS, random.Random(seed), 0.0)
        return [retries.after_failure(0.0, reached_discord=True) for _ in range(MAX_TRIES)]

    found = [waits(seed) for seed in range(200)]
    assert all(wait[-1] is None for wait in found)
    for number in range(3):
        column = sorted(wait[number] for wait in found)
        assert column[0] < 0.1 * 2**number
        assert 0.9 * 2**number < column[-1] <= 2**number


def test_B22_an_answer_that_is_not_the_json_it_says_is_a_lost_answer():
    broken = answer(200, b'{"id": ')
    assert tries("GET", "/channels/1", broken) == ({"id": "1"}, 2)
    failed, count = tries("POST", "/guilds/1/channels", broken, data={"name": "x"})
    assert isinstance(failed, RequestFailed)
    assert count == 1


def test_B22_what_was_refused_for_good_is_not_repeated():
    for status in (400, 403, 404, 405, 409, 413, 501):
        failed, count = tries("GET", "/channels/1", answer(status, {"message": "no"}))
        assert isinstance(failed, DiscordError)
        assert (failed.status, count) == (status, 1)


def test_B21_a_search_whose_index_is_not_ready_is_asked_again():
    async def story():
        later = {"message": "Index not yet available. Try again later", "code": 110000, "documents_indexed": 0}
        script = Script(
            answer(202, {**later, "retry_after": 5}), answer(202, {**later, "retry_after": 0}), answer(200, {"m": []})
        )
        assert await outcome(script, "GET", "/guilds/1/messages/search") == {"m": []}
        assert script.times == [0, 5, 7]

    run_virtual(story())


def test_B21_an_index_that_never_gets_ready_is_told():
    failed, count = tries("GET", "/guilds/1/messages/search", *[answer(202, {"code": 110000, "retry_after": 1})] * 9)
    assert isinstance(failed, RateLimited)
    assert (failed.code, failed.retry_after, count) == (110000, 1.0, 5)


@pytest.mark.parametrize("code", [130000, 40062, 20016, 20028, 20029])
@pytest.mark.parametrize("status", [400, 403, 503])
def test_B21_refusals_that_ask_to_try_later_are_waited_out_even_for_a_post(code, status):
    async def story():
        script = Script(answer(status, {"code": code, "message": "later", "retry_after": 4.5}))
        assert await outcome(script, "POST", "/guilds/1/channels", data={"name": "x"}) == {"id": "1"}
        assert script.times == [0, 4.5]

    run_virtual(story())


def test_B21_a_wait_beyond_max_wait_is_told_at_once():
    failed, count = tries("POST", "/guilds/1/channels", answer(403, {"code": 20016, "retry_after": 900}), data={})
    assert isinstance(failed, RateLimited)
    assert (failed.retry_after, count) == (900, 1)


def test_B21_an_accepted_request_that_is_simply_accepted_is_done():
    assert tries("POST", "/guilds/1/channels", answer(202, {"accepted": 1}), data={}) == ({"accepted": 1}, 1)


def test_B23_each_message_has_one_nonce_however_often_it_is_sent():
    async def story():
        script = Script(lost(), HTML, limited(1.0))
        client = client_of(script)
        data = {"content": "x"}
        await client.request("POST", "/channels/1/messages", data=data)
        await client.request("POST", "channels/1/messages", data=data)
        nonces = [body["nonce"] for body in script.bodies]
        assert len(nonces) == 5
        assert len(set(nonces[:4])) == 1
        assert nonces[4] != nonces[0]
        assert all(body["enforce_nonce"] is True and 1 <= len(body["nonce"]) <= 25 for body in script.bodies)
        assert data == {"content": "x"}

    run_virtual(story())


def test_B23_a_nonce_of_the_callers_own_is_left_alone():
    async def story():
        script = Script()
        client = client_of(script)
        await client.request("POST", "/channels/1/messages", data={"content": "x", "nonce": "mine"})
        assert script.bodies == [{"content": "x", "nonce": "mine"}]

    run_virtual(story())


def test_B23_only_an_enforced_nonce_makes_a_message_repeatable():
    failed, count = tries("POST", "/channels/1/messages", lost(), data={"content": "x", "nonce": 1})
    assert isinstance(failed, RequestFailed)
    assert count == 1
    enforced = {"content": "x", "nonce": 1, "enforce_nonce": True}
    assert tries("POST", "/channels/1/messages", lost(), data=enforced) == ({"id": "1"}, 2)


@pytest.mark.parametrize(
    "path",
    [
        f"/webhooks/1/{INTERACTION}",
        "/webhooks/1/abc",
        "/channels/1/threads",
        "/channels/1/messages/2/crosspost",
        CALLBACK,
    ],
)
def test_B23_nothing_but_a_message_in_a_channel_gets_a_nonce(path):
    async def story():
        script = Script()
        await outcome(script, "POST", path, data={"content": "x"})
        assert script.bodies == [{"content": "x"}]

    run_virtual(story())


def test_B23_a_server_that_answers_after_the_client_gave_up_has_one_message():
    async def story():
        stored = {}

        def post(request):
            return answer(200, {"id": stored.setdefault(script.bodies[-1]["nonce"], str(len(stored)))})

        def commit_and_hang(request):
            post(request)
            return lost()

        script = Script(commit_and_hang, commit_and_hang, post)
        assert await outcome(script, "POST", "/channels/1/messages", data={"content": "x"}) == {"id": "0"}
        assert len(stored) == 1

    run_virtual(story())
