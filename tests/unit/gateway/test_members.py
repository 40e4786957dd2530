"""Requests for guild members: the payload, the chunks, and every way in which they do not come (A33 to A35)."""

import asyncio
import json

import pytest

from scurrypy.gateway import ShardState
from scurrypy.gateway.pending import Pending
from scurrypy.wire.errors import DataModelTypeError, InvalidRequest, RequestGuildMembersFailed
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import FakeGateway, drain, until


def chunk(request, index, count, **more):
    return {
        "guild_id": request["guild_id"],
        "members": [{"user": {"id": str(index)}}],
        "chunk_index": index,
        "chunk_count": count,
        "nonce": request["nonce"],
    } | more


async def ask(gateway, client, guild_id=7, **settings):
    """Start a request and return its task and the payload that was sent."""
    before = len(gateway.sent(8))
    task = asyncio.create_task(client.request_guild_members(guild_id, **settings))
    await until(lambda: len(gateway.sent(8)) > before or task.done())
    return task, gateway.sent(8)[-1] if gateway.sent(8) else None


def test_A33_the_payload_says_what_is_asked_for():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            cases = [
                ({}, {"query": "", "limit": 0}),
                ({"limit": 5000}, {"query": "", "limit": 5000}),
                ({"query": "al"}, {"query": "al", "limit": 100}),
                ({"query": "al", "limit": 7, "presences": True}, {"query": "al", "limit": 7, "presences": True}),
                ({"user_ids": [1, 2]}, {"user_ids": ["1", "2"]}),
            ]
            for settings, expected in cases:
                task, sent = await ask(gateway, client, **settings)
                assert sent.pop("guild_id") == "7"  # one, as text: an array closes the connection
                assert len(sent.pop("nonce").encode()) <= 32
                assert sent == {"presences": False} | expected
                task.cancel()

    run_virtual(story())


@pytest.mark.parametrize(
    "wrong",
    [
        {"query": "a", "user_ids": [1]},
        {"user_ids": []},
        {"user_ids": list(range(101))},
        {"query": "a", "limit": 101},
        {"limit": -1},
    ],
)
def test_A33_impossible_requests_are_refused_before_they_are_sent(wrong):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            with pytest.raises(InvalidRequest):
                await client.request_guild_members(7, **wrong)
            assert gateway.sent(8) == []
            assert len(client._requests) == 0

    run_virtual(story())


def test_A33_chunks_are_returned_in_order_and_reach_the_queue_too():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, sent = await ask(gateway, client)
            for index in (2, 0, 1):
                # `not_found` may hold numbers.
                gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(sent, index, 3, not_found=[9]))
            chunks = await task
            assert [part["chunk_index"] for part in chunks] == [0, 1, 2]
            assert chunks[0]["members"] == [{"user": {"id": "0"}}]
            assert [name for name, _ in drain(client)].count("GUILD_MEMBERS_CHUNK") == 3

    run_virtual(story())


def test_A33_each_chunk_is_read_when_it_comes():
    async def story():
        gateway = FakeGateway()
        read = []

        def read_index(data):
            read.append(json.loads(bytes(data))["chunk_index"])
            return read[-1]

        async with gateway.active_shard() as client:
            task = asyncio.create_task(client.read_guild_members(read_index, 7))
            await until(lambda: gateway.sent(8))
            for index in (1, 0):
                gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(gateway.sent(8)[-1], index, 2))
                assert read[-1] == index
            assert await task == [0, 1]

    run_virtual(story())


def test_A34_a_chunk_that_does_not_fit_ends_the_request_and_not_the_connection():
    async def story():
        gateway = FakeGateway()

        def refuse(data):
            raise DataModelTypeError("members: expected a list")

        async with gateway.active_shard() as client:
            task = asyncio.create_task(client.read_guild_members(refuse, 7))
            await until(lambda: gateway.sent(8))
            gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(gateway.sent(8)[-1], 0, 1))
            with pytest.raises(RequestGuildMembersFailed, match="expected a list"):
                await task
            assert client.state is ShardState.ACTIVE

    run_virtual(story())


def test_A33_requests_side_by_side_get_their_own_chunks():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            one, sent_one = await ask(gateway, client)
            two, sent_two = await ask(gateway, client)
            gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(sent_two, 5, 1))
            gateway.socket.event("GUILD_MEMBERS_CHUNK", {"guild_id": "7", "members": []})
            assert (await two)[0]["chunk_index"] == 5
            assert not one.done()
            gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(sent_one, 0, 1))
            await one

    run_virtual(story())


@pytest.mark.parametrize("by_nonce", [True, False])
def test_A34_a_rate_limit_fails_the_request_at_once_and_says_when_to_try_again(by_nonce):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, sent = await ask(gateway, client)
            other, _ = await ask(gateway, client, guild_id=8)
            meta = {"guild_id": "7"} | ({"nonce": sent["nonce"]} if by_nonce else {})
            gateway.socket.event("RATE_LIMITED", {"opcode": 8, "retry_after": 23.5, "meta": meta})
            with pytest.raises(RequestGuildMembersFailed, match=r"23\.5 s"):
                await task
            assert gateway.now < 41
            assert not other.done()
            other.cancel()
            assert "RATE_LIMITED" in [name for name, _ in drain(client)]

    run_virtual(story())


def test_A35_the_timeout_counts_from_the_last_chunk():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, sent = await ask(gateway, client, timeout=10)
            for index in range(5):
                await asyncio.sleep(9)
                gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(sent, index, 6))
            last = gateway.now
            with pytest.raises(RequestGuildMembersFailed, match="10 s"):
                await task
            assert gateway.now == pytest.approx(last + 10)
            assert len(client._requests) == 0
            # A chunk that is too late harms nothing.
            gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(sent, 5, 6))

    run_virtual(story())


def test_A35_an_answer_that_comes_with_the_end_of_the_time_is_too_late():
    async def story():
        loop = asyncio.get_running_loop()
        pending, written = Pending([7], 5.0), loop.create_future()
        waiting = asyncio.create_task(pending.wait(written))
        await asyncio.sleep(0)
        # After the timer of the request, in the same moment.
        loop.call_at(5.0, pending.touch)
        assert await waiting == "nothing came for 5 s"
        assert loop.time() == 5.0

    run_virtual(story())


def test_A35_a_request_given_up_the_moment_it_is_written_is_not_complained_about():
    async def story():
        complaints = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda loop, context: complaints.append(context))
        pending, written = Pending([7], 5.0), loop.create_future()
        waiting = asyncio.create_task(pending.wait(written))
        await asyncio.sleep(0)
        waiting.cancel()
        written.set_result(None)
        await asyncio.wait({waiting})
        await asyncio.sleep(0)
        assert complaints == []

    run_virtual(story())


def test_A35_a_new_session_ends_the_request():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, _ = await ask(gateway, client, timeout=1000)
            gateway.socket.close_from_peer(4009)
            with pytest.raises(RequestGuildMembersFailed, match="session"):
                await task

    run_virtual(story())


def test_A35_what_is_asked_before_the_first_session_is_sent_in_it_and_answered():
    async def story():
        gateway = FakeGateway()
        async with gateway.shard() as client:
            await asyncio.sleep(0)
            assert client.session is None
            task, sent = await ask(gateway, client)
            gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(sent, 0, 1))
            assert len(await task) == 1

    run_virtual(story())


@pytest.mark.parametrize("gone", [{"id": "7"}, {"id": "7", "unavailable": True}])
def test_A35_a_guild_that_goes_away_ends_its_requests_only(gone):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, _ = await ask(gateway, client)
            other, _ = await ask(gateway, client, guild_id=8)
            gateway.socket.event("GUILD_DELETE", gone)
            with pytest.raises(RequestGuildMembersFailed, match="guild"):
                await task
            assert not other.done()
            other.cancel()

    run_virtual(story())


def test_A35_a_request_survives_a_resume():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, sent = await ask(gateway, client)
            gateway.socket.event("GUILD_MEMBERS_CHUNK", chunk(sent, 0, 2))
            gateway.socket.drop()
            gateway.dispatch(client.session.session_id, "GUILD_MEMBERS_CHUNK", chunk(sent, 1, 2))
            assert len(await task) == 2
            assert len(gateway.sent(8)) == 1

    run_virtual(story())


def test_A35_closing_the_shard_ends_the_requests():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, _ = await ask(gateway, client)
            gateway.socket.drop()
            await until(lambda: client.state is not ShardState.ACTIVE)
            waiting = asyncio.create_task(client.request_guild_members(7))
            await asyncio.sleep(0)
            await client.close_ws()
            for request in (task, waiting):
                with pytest.raises(RequestGuildMembersFailed, match="closed"):
                    await request

    run_virtual(story())


def test_A35_a_cancelled_request_is_forgotten_and_not_sent():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.drop()
            task = asyncio.create_task(client.request_guild_members(7))
            await asyncio.sleep(0)
            task.cancel()
            await until(lambda: client.state is ShardState.ACTIVE)
            await asyncio.sleep(1)
            assert gateway.sent(8) == []
            assert len(client._requests) == 0
            assert len(client._outbox) == 0

    run_virtual(story())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("GUILD_MEMBERS_CHUNK", {"chunk_index": "x"}),
        ("RATE_LIMITED", {"opcode": 8}),
        ("GUILD_DELETE", None),
    ],
)
def test_A43_an_odd_answer_is_logged_and_kills_nothing(name, data, caplog):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            task, _ = await ask(gateway, client)
            for _ in range(3):
                gateway.socket.event(name, data)
            assert gateway.socket.is_open
            assert drain(client)[-1] == (name, json.loads(json.dumps(data)))
            task.cancel()

    run_virtual(story())
    assert sum(name in record.getMessage() for record in caplog.records) == 1
