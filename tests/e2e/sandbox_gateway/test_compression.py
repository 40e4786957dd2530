"""The three compressions, and payloads that only look compressed."""

import aiohttp
import pytest

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.records import Application, Guild
from scurrypy.sandbox.server import Sandbox
from tests.e2e.sandbox_gateway.gateway_client import GatewayClient


@pytest.mark.parametrize("compress", ["", "zlib-stream", "zstd-stream"])
async def test_one_stream_carries_every_payload(
    sandbox: Sandbox, application: Application, guild: Guild, compress: str
) -> None:
    texts = ["short", "ä" * 70_000, "", "x" * 10]
    async with GatewayClient(sandbox, compress=compress) as client:
        await client.ready(application)
        for text in texts:
            sandbox.world.publish(Dispatch("TEST", {"text": text}, guild.id))
        assert [(await client.event("TEST"))["d"]["text"] for _ in texts] == texts
        await client.beat()


async def test_payload_compression_packs_long_payloads_and_leaves_short_ones(
    sandbox: Sandbox, application: Application, guild: Guild
) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, compress=True)
        await client.event("GUILD_CREATE")
        packed = client.binary_frames
        assert packed >= 1
        sandbox.world.publish(Dispatch("TEST", {}, guild.id))
        await client.event("TEST")
        assert client.binary_frames == packed


async def test_transport_compression_wins_over_payload_compression(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox, compress="zlib-stream") as client:
        await client.ready(application, compress=True)
        assert (await client.event("GUILD_CREATE"))["d"]["name"]


async def test_two_connections_have_streams_of_their_own(sandbox: Sandbox, application: Application) -> None:
    async with (
        GatewayClient(sandbox, compress="zlib-stream") as first,
        GatewayClient(sandbox, compress="zlib-stream") as second,
    ):
        await first.ready(application, shard=[0, 2])
        await second.ready(application, shard=[1, 2])
        await first.beat()
        await second.beat()
        assert len(sandbox.gateway.sessions()) == 2


async def test_the_websocket_itself_compresses_nothing(sandbox: Sandbox) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(sandbox.gateway_url, compress=15) as socket,
    ):
        assert socket.compress == 0
