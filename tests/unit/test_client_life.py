"""How a client lives: start, hooks, shards, close; at the seams stands what a ScurryPy 2.3 user would put there."""

import asyncio
import math

import pytest

from scurrypy import Client, Intents
from scurrypy.core import GatewayClient
from scurrypy.events import MessageCreateEvent
from scurrypy.wire.errors import (
    AuthenticationFailed,
    ClientClosed,
    InvalidRequest,
    NoSession,
    RequestFailed,
    ServerError,
    SessionStartLimitReached,
)
from tests.support.fakes import GATEWAY, MESSAGE, FakeGateway, FakeHTTP, make_client, run_with
from tests.support.virtual_clock import run_virtual


def test_startup_hooks_run_in_order_after_the_http_client_and_before_any_shard(caplog):
    http = FakeHTTP()
    client = make_client(http=http)

    def sync_hook():
        http.log.append("sync hook")
        client.add_startup_hook(late_hook)

    async def broken_hook():
        raise RuntimeError("hook")

    async def async_hook():
        await asyncio.sleep(100)
        http.log.append(f"async hook, {len(FakeGateway.made)} shards")
        client.add_event_listener(MessageCreateEvent, handler)

    async def late_hook():
        http.log.append("late hook")

    async def handler(event):
        http.log.append("handler of a hook")

    for hook in (sync_hook, broken_hook, async_hook):
        client.add_startup_hook(hook)

    async def story():
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(1)

    run_with(client, story)
    assert http.log[:5] == ["http started", "sync hook", "async hook, 0 shards", "late hook", "handler of a hook"]
    assert "startup hook" in caplog.text
    assert "broken_hook" in caplog.text
    # A hook of more than a minute was cut in half by 2.3; here it is only named.
    assert "async_hook has been running for more than 60 s" in caplog.text


def test_shutdown_hooks_run_first_while_requests_and_shards_still_work():
    http = FakeHTTP()
    client = make_client(http=http)

    async def hook():
        http.log.append(f"hook, closed: {[shard.closed.is_set() for shard in client.shards]}")

    client.add_shutdown_hook(hook)

    async def story():
        await client.close()

    run_with(client, story)
    assert http.log == ["http started", "hook, closed: [False, False]", "http closed"]


def test_close_lets_handlers_end_and_cancels_and_names_who_does_not(caplog):
    client = make_client(drain_timeout=5)
    seen = []

    async def quick(event):
        await asyncio.sleep(4)
        seen.append("quick")

    async def endless(event):
        await asyncio.sleep(1000)

    client.add_event_listener(MessageCreateEvent, quick)
    client.add_event_listener(MessageCreateEvent, endless)

    async def story():
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(0.5)
        assert (client.handlers_in_flight, client.handlers_waiting) == (2, 0)
        before = asyncio.get_running_loop().time()
        await client.close()
        return asyncio.get_running_loop().time() - before

    assert run_with(client, story) == pytest.approx(5, abs=0.1)
    assert seen == ["quick"]
    assert "endless" in caplog.text
    assert "was cancelled" in caplog.text


def test_a_handler_may_close_the_client():
    client = make_client()
    seen = []

    async def handler(event):
        await client.close()
        seen.append("closed")

    client.add_event_listener(MessageCreateEvent, handler)

    async def story():
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(1)
        assert asyncio.get_running_loop().time() < 1009

    run_with(client, story)
    assert seen == ["closed"]


def test_the_recommended_number_of_shards_is_started_and_told_apart():
    client = make_client()

    async def story():
        return [(shard.shard_id, shard.total_shards, shard.token, shard.intents) for shard in client.shards]

    assert run_with(client, story) == [
        (0, 2, "made.up.token", Intents.DEFAULT),
        (1, 2, "made.up.token", Intents.DEFAULT),
    ]


def test_shards_of_another_implementation_start_in_batches_of_max_concurrency_and_no_pause_follows_the_last():
    started = []

    class Timed(FakeGateway):
        async def start(self, *args):
            started.append((args[2], asyncio.get_running_loop().time()))
            await super().start(*args)

    gateway = {**GATEWAY, "shards": 4, "session_start_limit": {**GATEWAY["session_start_limit"], "max_concurrency": 2}}
    client = Client(token="made.up.token", http=FakeHTTP({"GET /gateway/bot": gateway}), gateway_impl=Timed)

    async def story():
        assert len(client.shards) == 4

    run_with(client, story)
    assert [(shard, round(when)) for shard, when in started] == [(0, 0), (1, 0), (2, 5), (3, 5)]


def test_shards_of_our_own_connect_half_a_window_ahead_of_their_turn_to_identify():
    started = []

    class Timed(GatewayClient):
        async def start(self, token, intents, shard_id, total_shards):
            started.append((shard_id, round(asyncio.get_running_loop().time() - begin, 1)))
            await asyncio.Event().wait()

    limit = {**GATEWAY["session_start_limit"], "max_concurrency": 2}
    gateway = {**GATEWAY, "shards": 9, "session_start_limit": limit}
    client = Client(token="made.up.token", http=FakeHTTP({"GET /gateway/bot": gateway}), gateway_impl=Timed)

    async def story():
        nonlocal begin
        begin = asyncio.get_running_loop().time()
        starting = asyncio.create_task(client.start())
        await asyncio.sleep(12)
        # Those that are yet to come must not hold up the end.
        assert len(client.shards) == 9
        await client.close()
        await starting

    begin = 0.0
    run_virtual(story())
    assert started == [(0, 0.0), (1, 0.0), (2, 2.5), (3, 2.5), (4, 7.5), (5, 7.5)]


def test_shard_ids_choose_the_shards_of_this_process():
    client = make_client(shard_count=8, shard_ids=[3, 5])

    async def whole():
        starting = asyncio.create_task(client.start())
        await asyncio.sleep(10)
        ids = [(shard.shard_id, shard.total_shards) for shard in client.shards]
        await client.close()
        await starting
        return ids

    assert run_virtual(whole()) == [(3, 8), (5, 8)]


def test_scurrypy_2_3_bug_the_days_budget_of_sessions_was_never_read():
    limit = {**GATEWAY["session_start_limit"], "remaining": 1}
    client = make_client(http=FakeHTTP({"GET /gateway/bot": {**GATEWAY, "session_start_limit": limit}}))
    with pytest.raises(SessionStartLimitReached, match=r"2 shard\(s\) need an IDENTIFY each, but only 1 .* 3600 s"):
        run_virtual(client.start())
    assert FakeGateway.made == []


@pytest.mark.parametrize("token", ["", "   ", None, "Bot made.up.token", "made.up.token\n"])
def test_what_cannot_be_a_token_is_refused_in_a_sentence_without_repeating_it(token):
    # Not where the client is made: `run` tells it in a sentence, and without a traceback.
    client = Client(token=token, http=FakeHTTP(), gateway_impl=FakeGateway)
    with pytest.raises(AuthenticationFailed, match="token") as caught:
        run_virtual(client.start())
    assert "made.up" not in str(caught.value)


def test_an_error_of_a_shard_ends_start():
    class Refused(FakeGateway):
        async def start(self, *args):
            await asyncio.sleep(3)
            raise AuthenticationFailed("4004")

    client = Client(token="made.up.token", http=FakeHTTP(), gateway_impl=Refused)

    async def whole():
        with pytest.raises(AuthenticationFailed):
            await client.start()
        await client.close()

    run_virtual(whole())


def test_latency_and_state_of_own_shards_are_told_and_commands_need_one():
    client = Client(token="made.up.token")
    shard = GatewayClient()
    client.shards.append(shard)
    assert [math.isnan(value) for value in client.latencies.values()] == [True]
    assert [state.name for state in client.shard_states.values()] == ["DISCONNECTED"]
    client.shards.clear()
    with pytest.raises(NoSession, match="no shard of this process serves guild 5"):
        run_virtual(client.update_voice_state(5, None))


def test_a_startup_hook_may_close_the_client_and_no_shard_is_started():
    http = FakeHTTP()
    client = make_client(http=http)
    client.add_startup_hook(client.close)

    async def whole():
        await client.start()
        await client.close()

    run_virtual(whole())
    assert FakeGateway.made == []
    assert http.log == ["http started", "http closed"]


def test_a_shutdown_hook_may_close_the_client_that_is_closing():
    http = FakeHTTP()
    client = make_client(http=http)

    async def hook():
        await client.close()
        http.log.append("hook")

    client.add_shutdown_hook(hook)

    async def story():
        await client.close()

    run_with(client, story)
    assert http.log == ["http started", "hook", "http closed"]


def test_a_handler_that_closes_a_client_which_is_closing_already_is_not_waited_for():
    client = make_client(drain_timeout=10)
    seen = []

    async def handler(event):
        await asyncio.sleep(2)
        await client.close()
        seen.append("closed")

    client.add_event_listener(MessageCreateEvent, handler)

    async def story():
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(1)
        before = asyncio.get_running_loop().time()
        await client.close()
        return asyncio.get_running_loop().time() - before

    assert run_with(client, story) < 2
    assert seen == ["closed"]


def test_a_closed_client_says_that_it_cannot_be_started_again():
    client = make_client()

    async def whole():
        await client.close()
        with pytest.raises(NoSession, match="make a new one"):
            await client.start()

    run_virtual(whole())


def test_a_client_that_runs_cannot_be_started_a_second_time():
    client = make_client()

    async def story():
        with pytest.raises(NoSession, match="runs already"):
            await client.start()

    run_with(client, story)
    assert len(client.shards) == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"shard_ids": [2]}, "shard_ids: each once, from 0 to 1 as there are 2 shard"),
        ({"shard_ids": [1, 5]}, "shard_ids: each once"),
    ],
)
def test_shards_that_discord_has_not_are_refused_before_any_connects(options, words):
    client = make_client(**options)
    with pytest.raises(InvalidRequest, match=words):
        run_virtual(client.start())
    assert FakeGateway.made == []


@pytest.mark.parametrize("failure", [RequestFailed("no route to host"), ServerError(503, None)])
def test_a_bot_that_is_started_before_the_network_is_up_waits_for_it_and_says_so(failure, caplog):
    http = FakeHTTP({"GET /gateway/bot": failure})
    client = make_client(http=http)

    async def whole():
        starting = asyncio.create_task(client.start())
        await asyncio.sleep(100)
        assert len(http.requests) == 7
        http.answers["GET /gateway/bot"] = GATEWAY
        await asyncio.sleep(100)
        assert len(client.shards) == 2
        await client.close()
        await starting

    run_virtual(whole())
    assert "Discord cannot be reached, next try in 32 s" in caplog.text


def test_a_wait_without_a_timeout_ends_with_the_client(caplog):
    """It held the client up for `drain_timeout`, and one outside of handlers hung for ever."""
    client, ends = make_client(), []

    async def asks(event):
        try:
            await client.wait_for("MESSAGE_UPDATE")
        finally:
            ends.append((asyncio.get_running_loop().time(), await client.channel(1).send("never mind")))

    client.http.answers["POST /channels/1/messages"] = MESSAGE
    client.add_event_listener("MESSAGE_CREATE", asks)

    async def story():
        FakeGateway.made[0].event_queue.put_nowait(("MESSAGE_CREATE", MESSAGE))
        outside = asyncio.create_task(client.wait_for("MESSAGE_DELETE"))
        await asyncio.sleep(1)
        began = asyncio.get_running_loop().time()
        await client.close()
        with pytest.raises(ClientClosed, match="MESSAGE_DELETE"):
            await outside
        assert [(when, answer.content) for when, answer in ends] == [(began, "hi")]
        assert asyncio.get_running_loop().time() == began

    run_with(client, story)
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []
