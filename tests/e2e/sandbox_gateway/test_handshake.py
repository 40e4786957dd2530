"""HELLO, IDENTIFY, READY, and every close code a client can earn."""

import asyncio

import aiohttp
import pytest

from scurrypy.sandbox.gateway import GatewayOptions
from scurrypy.sandbox.records import Application, Guild
from scurrypy.sandbox.server import Sandbox
from tests.e2e.sandbox_gateway.gateway_client import CONTENT, GUILDS, MEMBERS, PRESENCES, GatewayClient


async def test_hello_comes_first_with_discords_interval(sandbox: Sandbox) -> None:
    async with GatewayClient(sandbox) as client:
        hello = await client.receive()
        assert hello["op"] == 10
        assert hello["d"]["heartbeat_interval"] == 41_250


async def test_ready_then_the_guilds(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    async with GatewayClient(sandbox) as client:
        await client.op(10)
        await client.identify(application, GUILDS)
        ready, created = await client.receive(), await client.receive()
    assert (ready["t"], ready["s"], ready["op"]) == ("READY", 1, 0)
    assert ready["d"]["v"] == 10
    assert ready["d"]["guilds"] == [{"id": str(guild.id), "unavailable": True}]
    assert ready["d"]["user"]["id"] == ready["d"]["application"]["id"] == str(application.id)
    assert ready["d"]["resume_gateway_url"] == sandbox.gateway_url
    assert "shard" not in ready["d"]
    assert (created["t"], created["s"], created["d"]["id"]) == ("GUILD_CREATE", 2, str(guild.id))


async def test_no_guilds_without_their_intent(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, 0)
        await client.send(1, 1)
        await client.op(11)
        assert sandbox.gateway.sessions()[0].sequence == 1


@pytest.mark.parametrize("path", ["/?v=10", "/gateway?v=10&encoding=json", "/gateway/?encoding=json&v=9", ""])
async def test_every_form_of_the_address_is_served(sandbox: Sandbox, path: str) -> None:
    async with aiohttp.ClientSession() as http, http.ws_connect(sandbox.gateway_url + path) as socket:
        assert (await socket.receive_json())["op"] == 10


async def test_a_bot_prefix_dollar_properties_and_outer_compress_are_borne_with(
    sandbox: Sandbox, application: Application
) -> None:
    async with GatewayClient(sandbox) as client:
        data = {"token": f"Bot {application.token}", "intents": GUILDS, "properties": {"$os": "linux"}}
        await client.send(2, data, compress=True)
        ready = await client.event("READY")
        assert ready["d"]["session_id"]


async def test_heartbeats_are_acknowledged_before_identify(sandbox: Sandbox) -> None:
    async with GatewayClient(sandbox) as client:
        await client.send(1, None)
        assert (await client.op(11))["d"] is None


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ('{"op":99,"d":null}', 4001),
        ('{"op":0,"d":null}', 4001),
        ("{not json", 4002),
        ("[]", 4002),
        ('{"d":null}', 4002),
        ('{"op":"1"}', 4002),
        ('{"op":1,"d":"' + "x" * 4096 + '"}', 4002),
        ('{"op":3,"d":{}}', 4003),
        ('{"op":8,"d":{}}', 4003),
        ('{"op":2,"d":[]}', 4002),
        ('{"op":2,"d":{}}', 4004),
        ('{"op":2,"d":{"token":"no such token","intents":1,"properties":{}}}', 4004),
        ('{"op":6,"d":{"token":"no such token","session_id":"x","seq":1}}', 4004),
    ],
)
async def test_close_codes_before_identify(sandbox: Sandbox, payload: str, code: int) -> None:
    async with GatewayClient(sandbox) as client:
        await client.socket.send_str(payload)
        assert (await client.closed())[0] == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"shard": [1, 1]}, 4010),
        ({"shard": [0]}, 4010),
        ({"shard": [-1, 2]}, 4010),
        ({"shard": "0/1"}, 4010),
        ({"intents": 1 << 30}, 4013),
        ({"intents": -1}, 4013),
        ({"intents": None}, 4013),
        ({"properties": None}, 4002),
        ({"large_threshold": "many"}, 4002),
        ({"presence": {"status": "asleep"}}, 4002),
    ],
)
async def test_close_codes_of_a_wrong_identify(
    sandbox: Sandbox, application: Application, fields: dict[str, object], code: int
) -> None:
    async with GatewayClient(sandbox) as client:
        await client.identify(application, **fields)
        assert (await client.closed())[0] == code


@pytest.mark.parametrize("intent", [MEMBERS, PRESENCES, CONTENT])
async def test_4014_for_a_privileged_intent_that_is_switched_off(
    sandbox: Sandbox, application: Application, intent: int
) -> None:
    application.privileged_intents &= ~intent
    async with GatewayClient(sandbox) as client:
        await client.identify(application, GUILDS | intent)
        assert await client.closed() == (4014, "Disallowed intent(s).")


async def test_4005_for_a_second_identify_and_the_session_survives(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        await client.identify(application)
        assert (await client.closed())[0] == 4005
    assert len(sandbox.gateway.sessions()) == 1


async def test_4012_for_a_version_that_is_not_served(sandbox: Sandbox) -> None:
    async with GatewayClient(sandbox, query="v=5") as client:
        assert (await client.closed())[0] == 4012


@pytest.mark.parametrize("sandbox", [GatewayOptions(max_guilds_per_shard=1)], indirect=True)
async def test_4011_when_one_shard_would_hold_too_many_guilds(sandbox: Sandbox, application: Application) -> None:
    owner = next(iter(sandbox.world.users.values()))
    sandbox.world.add_bot(sandbox.world.create_guild("Second", owner), application)
    async with GatewayClient(sandbox) as client:
        await client.identify(application)
        assert (await client.closed())[0] == 4011


async def test_4008_for_the_121st_payload_in_a_minute(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as client:
        for _ in range(120):
            await client.send(1, None)
        for _ in range(120):
            await client.op(11)
        await client.send(1, None)
        assert (await client.closed())[0] == 4008


@pytest.mark.parametrize("sandbox", [GatewayOptions(heartbeat_interval=0.1)], indirect=True)
async def test_a_client_that_stops_its_heartbeats_is_closed_and_may_resume(
    sandbox: Sandbox, application: Application
) -> None:
    async with GatewayClient(sandbox) as client:
        ready = await client.ready(application)
        assert (await client.closed())[0] == 4009
    async with GatewayClient(sandbox) as client:
        await client.resume(application, ready["session_id"], 1)
        assert await client.event("RESUMED")


@pytest.mark.parametrize("sandbox", [GatewayOptions(heartbeat_interval=0.2)], indirect=True)
async def test_heartbeats_keep_a_connection(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        for _ in range(6):
            await client.beat()
            await asyncio.sleep(0.1)
        await client.beat()
        assert sandbox.gateway.connections == 1


async def test_what_is_no_websocket_is_told_so(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as http, http.get(sandbox.url) as response:
        assert response.status == 426


@pytest.mark.parametrize("query", ["encoding=etf", "compress=lz4"])
async def test_encodings_that_are_not_served_are_refused_loudly(sandbox: Sandbox, query: str) -> None:
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await http.ws_connect(f"{sandbox.gateway_url}/?{query}")
        assert refused.value.status == 501
