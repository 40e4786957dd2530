"""The wall clock is set by an hour, forth and back, while the client is connected, and while it is rate limited."""

import asyncio
import itertools
import json
import time

import pytest

from scurrypy.gateway import ShardState
from scurrypy.http import HTTPClient
from tests.chaos.wire.discord import TOKEN, AtOnce, Discord, sharding
from tests.chaos.wire.peer import Peer, until

HOUR = 3600.0


@pytest.fixture
def clock(monkeypatch):
    """Return a dict whose `ahead` is how far the wall clock is ahead, in seconds."""
    true, state = time.time, {"ahead": 0.0}
    monkeypatch.setattr(time, "time", lambda: true() + state["ahead"])
    monkeypatch.setattr(time, "time_ns", lambda: int((true() + state["ahead"]) * 1e9))
    return state


async def test_a_connected_shard_notices_nothing(clock):
    # Long enough that a busy machine takes no answer for missing.
    async with Discord(interval=0.5) as discord, sharding(discord) as shard:
        await shard.catch_up()
        for ahead in (HOUR, -HOUR):
            clock["ahead"] = ahead
            beats = len(discord.link.said)
            await until(lambda beats=beats: len(discord.link.said) >= beats + 2)
            discord.link.writer.write(discord.link.framed(discord.note("E", ahead)))
            await shard.catch_up()
            assert 0 <= shard.client.latency < 60
        assert (shard.client.metrics.zombies, shard.client.metrics.connections) == (0, 1)


@pytest.mark.parametrize("ahead", [HOUR, -HOUR])
async def test_a_shard_that_waits_to_reconnect_does_not_wait_longer(ahead, clock):
    async with Discord() as discord, sharding(discord) as shard:
        await shard.catch_up()
        clock["ahead"] = ahead
        discord.link.reset()
        await until(lambda: len(discord.links) == 2)
        await until(lambda: shard.client.state is ShardState.ACTIVE)
        await shard.catch_up()
        assert discord.identifies == 1


def answer(status, body, **headers):
    data = json.dumps(body).encode()
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = [f"HTTP/1.1 {status}", "Via: 1.1 google", "Content-Type: application/json", f"Content-Length: {len(data)}"]
    return "\r\n".join([*head, *lines, "", ""]).encode() + data


@pytest.mark.parametrize("ahead", [HOUR, -HOUR])
@pytest.mark.parametrize("scope", ["user", "global", "shared"])
async def test_a_limited_request_goes_out_when_its_time_has_come(scope, ahead, clock):
    """Neither at once nor an hour later; Discord's own clock, in X-RateLimit-Reset, is an hour off as well."""
    times = []
    reset = {"X_RateLimit_Limit": 1, "X_RateLimit_Reset_After": 0.4, "X_RateLimit_Bucket": "b"}

    async def limit(link):
        loop = asyncio.get_running_loop()
        await link.request()
        times.append(loop.time())
        refusal = {"message": "slowly", "retry_after": 0.4, "global": scope == "global"}
        told = {**reset, "X_RateLimit_Remaining": 0, "X_RateLimit_Reset": time.time() - ahead, "Retry_After": 1}
        await link.write(answer("429 X", refusal, **told, X_RateLimit_Scope=scope))
        clock["ahead"] += ahead
        while True:
            await link.request()
            times.append(loop.time())
            await link.write(answer("200 OK", {"id": "1"}, **reset, X_RateLimit_Remaining=1))

    async with Peer(limit) as peer:
        client = HTTPClient(base_url=f"http://127.0.0.1:{peer.port}", rng=AtOnce(1))
        await client.start(TOKEN)
        async with asyncio.timeout(20):
            assert await client.request("GET", "/channels/1") == {"id": "1"}
        await client.close()
    assert times[1] - times[0] >= 0.4


@pytest.mark.parametrize("ahead", [HOUR, -HOUR])
async def test_a_spent_bucket_is_left_alone_until_it_resets(ahead, clock):
    times = []

    async def serve(link):
        loop = asyncio.get_running_loop()
        while True:
            await link.request()
            times.append(loop.time())
            told = {"X_RateLimit_Limit": 1, "X_RateLimit_Remaining": 0, "X_RateLimit_Reset_After": 0.3}
            await link.write(
                answer("200 OK", {"id": "1"}, **told, X_RateLimit_Reset=time.time() + 0.3, X_RateLimit_Bucket="b")
            )

    async with Peer(serve) as peer:
        client = HTTPClient(base_url=f"http://127.0.0.1:{peer.port}", rng=AtOnce(1))
        await client.start(TOKEN)
        async with asyncio.timeout(20):
            for _ in range(3):
                await client.request("GET", "/channels/1")
                clock["ahead"] += ahead
        await client.close()
    assert [later - earlier >= 0.3 for earlier, later in itertools.pairwise(times)] == [True, True]
