"""What is not tried again: refused tokens, dead webhooks, anything from an address that is shut out."""

import asyncio
import logging

import pytest

from scurrypy.http.invalid_requests import InvalidRequests, invalid_requests_to
from scurrypy.wire.errors import CloudflareBlocked, DiscordError, Forbidden, NoSession, NotFound, Unauthorized
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import Script, answer, at_rest, client_of, quota

INTERACTION = "aW50ZXJhY3Rpb246" + "A" * 120
REFUSED = answer(401, {"message": "401: Unauthorized", "code": 0})
UNKNOWN_WEBHOOK = answer(404, {"message": "Unknown Webhook", "code": 10015})
PAGE = b"<!doctype html><h1>Error 1015</h1><p>You are being rate limited</p>"


def page(status=429, headers=None):
    found = answer(status, PAGE, headers, content_type="text/html")
    del found.headers["Via"]
    return found


def now():
    return asyncio.get_running_loop().time()


async def fails(client, *args, **extras):
    with pytest.raises(DiscordError) as caught:
        await client.request(*args, **extras)
    return caught.value


def test_B20_a_refused_token_is_not_used_again():
    async def story():
        script = Script(REFUSED)
        client = client_of(script)
        await fails(client, "GET", "/users/@me")
        error = await fails(client, "GET", "/channels/1")
        assert isinstance(error, Unauthorized)
        assert (error.method, error.path, error.code) == ("GET", "/channels/1", 0)
        assert len(script.sent) == 1

    run_virtual(story())


def test_B20_those_who_wait_hear_of_a_refused_token_at_once():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 50.0)), REFUSED)
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        waiting = [asyncio.create_task(client.request("GET", "/channels/1/messages")) for _ in range(20)]
        await asyncio.sleep(1)
        await fails(client, "GET", "/users/@me")
        results = await asyncio.gather(*waiting, return_exceptions=True)
        assert [type(result) for result in results] == [Unauthorized] * 20
        assert now() == pytest.approx(1)
        assert at_rest(client)

    run_virtual(story())


def test_B20_a_refused_webhook_token_says_nothing_about_the_bots():
    async def story():
        client = client_of(Script(answer(401, {"message": "Invalid Webhook Token", "code": 50027})))
        await fails(client, "POST", "/webhooks/1/abc", data={})
        assert await client.request("GET", "/channels/1") == {"id": "1"}
        assert await client.request("POST", "/webhooks/1/other", data={}) == {"id": "1"}

    run_virtual(story())


def test_B20_a_refused_bearer_token_says_nothing_about_the_bots():
    async def story():
        script = Script(REFUSED)
        client = client_of(script)
        await fails(client, "GET", "/users/@me", authorization="Bearer old")
        await fails(client, "GET", "/users/@me", authorization="Bearer old")
        assert len(script.sent) == 1
        assert await client.request("GET", "/users/@me") == {"id": "1"}
        assert await client.request("GET", "/users/@me", authorization="Bearer new") == {"id": "1"}

    run_virtual(story())


def test_B20_a_webhook_that_is_gone_is_not_used_again():
    async def story():
        script = Script(UNKNOWN_WEBHOOK)
        client = client_of(script)
        await fails(client, "POST", "/webhooks/1/abc", data={})
        error = await fails(client, "PATCH", "/webhooks/1/abc/messages/5", data={})
        assert isinstance(error, NotFound)
        assert error.code == 10015
        assert "abc" not in repr(error) + str(error) + error.path
        assert len(script.sent) == 1
        await client.request("POST", "/webhooks/1/other", data={})

    run_virtual(story())


@pytest.mark.parametrize("code", [10008, 10003])
def test_B20_a_webhook_whose_message_or_thread_is_gone_lives_on(code):
    async def story():
        client = client_of(Script(answer(404, {"message": "Unknown", "code": code})))
        await fails(client, "PATCH", "/webhooks/1/abc/messages/5", data={})
        assert await client.request("POST", "/webhooks/1/abc", data={}) == {"id": "1"}

    run_virtual(story())


def test_B20_an_interaction_that_is_not_known_yet_may_be_tried_again():
    async def story():
        client = client_of(Script(UNKNOWN_WEBHOOK))
        await fails(client, "POST", f"/webhooks/1/{INTERACTION}", data={})
        assert await client.request("POST", f"/webhooks/1/{INTERACTION}", data={}) == {"id": "1"}

    run_virtual(story())


def test_B16_a_page_of_the_edge_shuts_everything_down_for_as_long_as_it_says():
    async def story():
        script = Script(page(headers={"Retry-After": "900"}))
        invalid = InvalidRequests()
        client, other = client_of(script, invalid=invalid), client_of(script, invalid=invalid)
        error = await fails(client, "GET", "/gateway")
        assert isinstance(error, CloudflareBlocked)
        assert error.retry_after == 900
        error = await fails(other, "GET", "/channels/1")
        assert isinstance(error, CloudflareBlocked)
        assert 899 < error.retry_after <= 900
        assert len(script.sent) == 1
        await asyncio.sleep(901)
        assert await client.request("GET", "/gateway") == {"id": "1"}

    run_virtual(story())


def test_B16_a_429_that_did_not_pass_discords_proxy_is_the_edge_even_as_json():
    async def story():
        reply = answer(429, {"title": "Error 1015", "retry_after": 30})
        del reply.headers["Via"]
        script = Script(reply)
        client = client_of(script)
        assert isinstance(await fails(client, "GET", "/gateway"), CloudflareBlocked)
        assert len(script.sent) == 1

    run_virtual(story())


def test_B16_those_who_wait_hear_of_a_page_of_the_edge_at_once():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 50.0)), page())
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        waiting = asyncio.create_task(client.request("GET", "/channels/1/messages"))
        await asyncio.sleep(1)
        await fails(client, "GET", "/gateway")
        with pytest.raises(CloudflareBlocked):
            await waiting
        assert now() == pytest.approx(1)

    run_virtual(story())


def test_B19_the_log_warns_at_a_tenth_of_what_discord_allows(caplog):
    async def story():
        script = Script(*[answer(403, {"message": "Cannot send", "code": 50007}) for _ in range(1100)])
        client = client_of(script, global_limit=10_000)
        for number in range(999):
            await fails(client, "GET", f"/channels/{number}")
        assert not caplog.records
        for number in range(100):
            await fails(client, "GET", f"/channels/{number}")
        assert [record.levelno for record in caplog.records] == [logging.WARNING]

    with caplog.at_level(logging.WARNING, "scurrypy.http"):
        run_virtual(story())


def test_B19_what_was_refused_is_stopped_before_discord_shuts_the_address_out():
    async def story():
        invalid = InvalidRequests()
        for number in range(9000):
            invalid.note(now(), number, 429, None)
        forbidden = answer(403, {"message": "Missing Access", "code": 50001})
        script = Script(forbidden)
        client = client_of(script, invalid=invalid)
        await fails(client, "GET", "/channels/1")
        error = await fails(client, "GET", "/channels/1")
        assert isinstance(error, Forbidden)
        assert error.code == 50001
        assert len(script.sent) == 1
        # Whatever was not refused goes on.
        await client.request("GET", "/channels/2")
        await asyncio.sleep(601)
        assert await client.request("GET", "/channels/1") == {"id": "1"}

    run_virtual(story())


def test_B19_the_count_is_one_for_all_clients_of_a_server():
    assert invalid_requests_to("discord.com") is invalid_requests_to("discord.com")
    assert invalid_requests_to("discord.com") is not invalid_requests_to("127.0.0.1:1")


def test_B19_a_403_that_is_a_page_is_told_as_the_edges():
    async def story():
        client = client_of(Script(page(403)))
        assert isinstance(await fails(client, "GET", "/gateway"), CloudflareBlocked)
        assert await client.request("GET", "/gateway") == {"id": "1"}

    run_virtual(story())


def test_closing_sends_everybody_away_who_waits():
    async def story():
        script = Script(answer(200, {}, quota(1, 0, 50.0)))
        client = client_of(script)
        await client.request("GET", "/channels/1/messages")
        waiting = [asyncio.create_task(client.request("GET", "/channels/1/messages")) for _ in range(5)]
        await asyncio.sleep(1)
        await client.close()
        results = await asyncio.gather(*waiting, return_exceptions=True)
        assert [type(result) for result in results] == [NoSession] * 5
        assert now() == pytest.approx(1)

    run_virtual(story())
