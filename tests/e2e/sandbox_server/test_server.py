"""The server itself: where it listens, and whom it answers."""

import asyncio

import aiohttp
import pytest

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.server import Sandbox
from tests.e2e.sandbox_gateway.gateway_client import GatewayClient


@pytest.mark.parametrize("host", ["10.0.0.1", "::", "192.168.0.1", "example.com", ""])
def test_it_listens_on_this_machine_only(host: str) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        Sandbox(host=host)


async def test_its_addresses() -> None:
    async with Sandbox() as sandbox:
        assert sandbox.url.startswith("http://127.0.0.1:")
        assert sandbox.api_url == f"{sandbox.url}/api/v10"
        assert sandbox.gateway_url == sandbox.url.replace("http", "ws", 1)
        assert sandbox.world.gateway_info.url == sandbox.gateway_url


@pytest.mark.parametrize("base", ["/api/v10", "/api/v9", "/api"])
async def test_every_base_of_the_api_is_served(base: str) -> None:
    async with (
        Sandbox() as sandbox,
        aiohttp.ClientSession() as http,
        http.get(f"{sandbox.url}{base}/gateway") as response,
    ):
        assert response.status == 200
        assert response.headers["Content-Type"] == "application/json"
        assert await response.json() == {"url": sandbox.gateway_url}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "attacker.example"}, 421),
        ({"Host": "localhost:1234"}, 200),
        ({"Host": "[::1]:1234"}, 200),
        ({"Origin": "https://attacker.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:8000"}, 200),
    ],
)
async def test_pages_of_other_sites_cannot_reach_it(headers: dict[str, str], status: int) -> None:
    async with (
        Sandbox() as sandbox,
        aiohttp.ClientSession() as http,
        http.get(f"{sandbox.api_url}/gateway", headers=headers) as response,
    ):
        assert response.status == status


async def test_two_sandboxes_run_side_by_side_and_a_stopped_one_is_gone() -> None:
    async with Sandbox() as first, Sandbox() as second:
        assert first.url != second.url
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientConnectorError):
            await http.get(first.url)


async def test_stopping_closes_connected_clients() -> None:
    sandbox = Sandbox()
    await sandbox.start()
    async with GatewayClient(sandbox) as client:
        await client.op(10)
        stopping = asyncio.create_task(sandbox.stop())
        assert (await client.closed())[0] == 1001
        await stopping
    assert sandbox.gateway.connections == 0


async def test_settle_waits_until_every_event_is_on_its_way() -> None:
    async with Sandbox() as sandbox:
        application = sandbox.world.create_application("helper")
        async with GatewayClient(sandbox) as client:
            await client.ready(application, 0)
            for number in range(1000):
                sandbox.world.publish(Dispatch("TEST", {"n": number, "text": "x" * 2000}, None, 0, application.id))
            assert not sandbox.gateway.is_drained
            settling = asyncio.create_task(sandbox.settle())
            for number in range(1000):
                assert (await client.event("TEST"))["d"]["n"] == number
            await settling
            assert sandbox.gateway.is_drained


async def test_an_outage_a_sandbox_comes_back_where_it_was() -> None:
    sandbox = Sandbox()
    application = sandbox.world.create_application("helper")
    for _ in range(2):
        async with sandbox, GatewayClient(sandbox) as client:
            url = sandbox.url
            sandbox.world.clock.advance(5)
            await client.ready(application, 0)
            sandbox.world.publish(Dispatch("TEST", {}, None, 0, application.id))
            await client.event("TEST")
            assert sandbox.gateway.sessions()[0].sequence == 2
    assert sandbox.url == url
    assert sandbox.gateway.sessions() == []
