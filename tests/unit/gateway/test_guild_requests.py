"""Requests for soundboard sounds and channel info: payloads, answers, and every way in which none comes (A36)."""

import asyncio

import pytest

from scurrypy.gateway import GatewayClient
from scurrypy.wire.errors import GatewayRequestFailed, InvalidRequest, NoSession
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import FakeGateway, drain, until

SOUNDS, CHANNEL_INFO = 31, 43


def sounds(guild_id, *names):
    return {"guild_id": str(guild_id), "soundboard_sounds": [{"sound_id": "1", "name": name} for name in names]}


def channel_info(guild_id, status="raid"):
    return {"guild_id": str(guild_id), "channels": [{"id": "5", "status": status}]}


async def ask(gateway, op, request):
    """Start a request and return its task once it is sent."""
    before = len(gateway.sent(op))
    task = asyncio.create_task(request)
    await until(lambda: len(gateway.sent(op)) > before or task.done())
    return task


def told(run):
    """Return what the request raised."""
    with pytest.raises(GatewayRequestFailed) as failure:
        run_virtual(run)
    return str(failure.value)


def test_A36_the_payloads_say_what_is_asked_for():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task = await ask(gateway, SOUNDS, client.request_soundboard_sounds([2, 1, 2]))
            assert gateway.socket.only(SOUNDS) == {"guild_ids": ["2", "1"]}
            task.cancel()
            task = await ask(gateway, CHANNEL_INFO, client.request_channel_info(3))
            assert gateway.socket.only(CHANNEL_INFO) == {"guild_id": "3", "fields": ["status", "voice_start_time"]}
            task.cancel()
            with pytest.raises(InvalidRequest):
                await client.request_channel_info(3, ["name"])
            assert await client.request_soundboard_sounds([]) == []
            assert len(gateway.sent(SOUNDS)) == 1

    run_virtual(story())


def test_A36_sounds_come_one_event_a_guild_and_are_returned_in_the_order_asked_for():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task = await ask(gateway, SOUNDS, client.request_soundboard_sounds([2, 1]))
            gateway.socket.event("SOUNDBOARD_SOUNDS", sounds(1, "quack"))
            gateway.socket.event("SOUNDBOARD_SOUNDS", sounds(9, "not asked for"))
            gateway.socket.event("SOUNDBOARD_SOUNDS", sounds(2))
            assert await task == [sounds(2), sounds(1, "quack")]
            assert [name for name, _ in drain(client)].count("SOUNDBOARD_SOUNDS") == 3
            assert len(client._requests) == 0

    run_virtual(story())


def test_A36_more_guilds_than_one_payload_holds_are_asked_about_in_several():
    async def story():
        gateway = FakeGateway()
        gateway.on_hear = answer
        async with gateway.active_shard() as client:
            guild_ids = [2**63 + number for number in range(400)]
            answers = await client.request_soundboard_sounds(guild_ids)
            assert [answer["guild_id"] for answer in answers] == [str(guild_id) for guild_id in guild_ids]
            assert [len(sent["guild_ids"]) for sent in gateway.sent(SOUNDS)] == [150, 150, 100]

    def answer(socket, op, d):
        if op == SOUNDS:
            for guild_id in d["guild_ids"]:
                socket.event("SOUNDBOARD_SOUNDS", sounds(guild_id))
        return op == SOUNDS

    run_virtual(story())


def test_A36_channel_info_is_the_event_that_answers():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task = await ask(gateway, CHANNEL_INFO, client.request_channel_info(3, ["status"]))
            gateway.socket.event("CHANNEL_INFO", channel_info(4))
            assert not task.done()
            gateway.socket.event("CHANNEL_INFO", channel_info(3))
            assert await task == channel_info(3)

    run_virtual(story())


def test_A36_of_two_requests_about_a_guild_the_first_gets_the_first_answer():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            one = await ask(gateway, CHANNEL_INFO, client.request_channel_info(3))
            two = await ask(gateway, CHANNEL_INFO, client.request_channel_info(3))
            gateway.socket.event("CHANNEL_INFO", channel_info(3, "first"))
            assert await one == channel_info(3, "first")
            assert not two.done()
            gateway.socket.event("CHANNEL_INFO", channel_info(3, "second"))
            assert await two == channel_info(3, "second")

    run_virtual(story())


def test_A36_what_comes_before_the_request_is_sent_is_no_answer_to_it():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.drop()
            task = asyncio.create_task(client.request_channel_info(3, timeout=100))
            gateway.dispatch(client.session.session_id, "CHANNEL_INFO", channel_info(3, "older"))
            await until(lambda: gateway.sent(CHANNEL_INFO))
            assert not task.done()
            gateway.socket.event("CHANNEL_INFO", channel_info(3, "newer"))
            assert await task == channel_info(3, "newer")

    run_virtual(story())


def test_A36_silence_fails_the_request_and_names_the_guilds_that_were_silent():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task = await ask(gateway, SOUNDS, client.request_soundboard_sounds([1, 2, 3], timeout=10))
            await asyncio.sleep(9)
            gateway.socket.event("SOUNDBOARD_SOUNDS", sounds(2))
            last = gateway.now
            try:
                await task
            finally:
                assert gateway.now == pytest.approx(last + 10)
                assert len(client._requests) == 0

    assert told(story()) == "soundboard sounds of guild 1, 3: nothing came for 10 s"


@pytest.mark.parametrize("meta", [{}, {"guild_id": "3"}])
def test_A36_a_rate_limit_fails_the_requests_of_its_kind(meta):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            members = asyncio.create_task(client.request_guild_members(3))
            other = asyncio.create_task(client.request_soundboard_sounds([3]))
            task = await ask(gateway, CHANNEL_INFO, client.request_channel_info(3))
            gateway.socket.event("RATE_LIMITED", {"opcode": CHANNEL_INFO, "retry_after": 7.5, "meta": meta})
            try:
                await task
            finally:
                assert not other.done()
                assert not members.done()
                other.cancel()
                members.cancel()

    assert "7.5 s" in told(story())


def test_A36_a_guild_that_goes_away_ends_the_requests_that_wait_for_it():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            other = await ask(gateway, SOUNDS, client.request_soundboard_sounds([1, 2]))
            task = await ask(gateway, SOUNDS, client.request_soundboard_sounds([3]))
            gateway.socket.event("SOUNDBOARD_SOUNDS", sounds(2))
            gateway.socket.event("GUILD_DELETE", {"id": "2"})
            gateway.socket.event("GUILD_DELETE", {"id": "3", "unavailable": True})
            try:
                await task
            finally:
                gateway.socket.event("SOUNDBOARD_SOUNDS", sounds(1))
                assert len(await other) == 2

    assert "unavailable" in told(story())


def test_A36_a_new_session_and_the_shards_end_end_the_requests():
    async def story(end):
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task = await ask(gateway, CHANNEL_INFO, client.request_channel_info(3, timeout=1000))
            await end(gateway, client)
            await task

    async def lose(gateway, _):
        gateway.socket.close_from_peer(4009)

    async def close(_, client):
        await client.close_ws()

    assert "session" in told(story(lose))
    assert "closed" in told(story(close))


def test_A36_a_request_survives_a_resume():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task = await ask(gateway, SOUNDS, client.request_soundboard_sounds([1]))
            gateway.socket.drop()
            gateway.dispatch(client.session.session_id, "SOUNDBOARD_SOUNDS", sounds(1))
            assert await task == [sounds(1)]
            assert len(gateway.sent(SOUNDS)) == 1

    run_virtual(story())


def test_a_shard_that_does_not_run_cannot_ask():
    async def story():
        client = GatewayClient(FakeGateway().options())
        for request in (client.request_soundboard_sounds([1]), client.request_channel_info(1)):
            with pytest.raises(NoSession):
                await request
        assert len(client._requests) == 0

    run_virtual(story())


@pytest.mark.parametrize(
    ("name", "data"), [("CHANNEL_INFO", {}), ("CHANNEL_INFO", {"guild_id": "x"}), ("GUILD_DELETE", {"id": "x"})]
)
def test_A43_an_odd_answer_is_logged_and_kills_nothing(name, data, caplog):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task = await ask(gateway, CHANNEL_INFO, client.request_channel_info(3))
            gateway.socket.event(name, data)
            gateway.socket.event(name, data)
            assert gateway.socket.is_open
            task.cancel()

    run_virtual(story())
    assert sum(name in record.getMessage() for record in caplog.records) == 1


def test_A36_what_is_asked_before_the_first_session_is_sent_in_it_and_answered():
    async def story():
        gateway = FakeGateway()
        async with gateway.shard() as client:
            await asyncio.sleep(0)
            assert client.session is None
            task = await ask(gateway, SOUNDS, client.request_soundboard_sounds([1]))
            gateway.socket.event("SOUNDBOARD_SOUNDS", sounds(1))
            assert await task == [sounds(1)]

    run_virtual(story())
