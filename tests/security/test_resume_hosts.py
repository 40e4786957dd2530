"""To resume, the token is sent to Discord or where the session was opened, unless more is allowed."""

import asyncio
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import Client, Intents
from scurrypy.gateway import GatewayClient, GatewayOptions, GatewaySession, ShardState
from scurrypy.gateway.resume_hosts import may_resume_at
from scurrypy.http import HTTPClient
from scurrypy.sandbox import Sandbox
from scurrypy.wire.errors import InvalidRequest
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway import fake_gateway
from tests.unit.gateway.fake_gateway import GENERIC, RESUME, FakeGateway, until
from tests.unit.gateway.test_websocket import RealGateway, RunningShard

DISCORD = "wss://gateway.discord.gg"
EVIL = "wss://evil.example"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("wss://gateway-us-east1-b.discord.gg", DISCORD),
        ("wss://gateway-us-east1-b.discord.gg:443/?v=10", DISCORD),
        ("wss://GATEWAY.DISCORD.GG/", DISCORD),
        # A proxy that lets Discord's own address through.
        ("wss://gateway-us-east1-b.discord.gg", "ws://proxy.internal:7878"),
        ("wss://proxy.internal", "wss://proxy.internal:443/"),
        ("ws://127.0.0.1:4000/gateway", "ws://127.0.0.1:4000"),
        ("ws://[::1]:4000", "ws://[::1]:4000"),
    ],
)
def test_discord_and_the_host_that_opened_the_session_are_trusted(address: str, url: str) -> None:
    assert may_resume_at(address, url, ())


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (EVIL, DISCORD),
        ("ws://gateway.discord.gg", DISCORD),
        ("http://gateway.discord.gg", DISCORD),
        ("ws://gateway.discord.gg", "ws://127.0.0.1:4000"),
        ("wss://evildiscord.gg", DISCORD),
        ("wss://discord.gg.evil.example", DISCORD),
        ("wss://discord.gg@evil.example", DISCORD),
        ("wss://evil.example#.discord.gg", DISCORD),
        ("wss://evil.example/.discord.gg", DISCORD),
        ("wss://evil.example?.discord.gg", DISCORD),
        ("wss://evil.example\\.discord.gg", DISCORD),
        ("wss://evil.example%2f.discord.gg", DISCORD),
        ("wss://evil.example:1/.discord.gg", DISCORD),
        ("wss://user:password@gateway.discord.gg", DISCORD),
        ("wss://gateway.discord.gg:port", DISCORD),
        ("wss://[::1", DISCORD),
        ("ws://127.0.0.1:4001", "ws://127.0.0.1:4000"),
        ("gateway.discord.gg", DISCORD),
        ("", DISCORD),
    ],
)
def test_nothing_else_is(address: str, url: str) -> None:
    assert not may_resume_at(address, url, ())


@given(st.text(alphabet="adegiorscv.:/\\@?#%[]0\t\n ", max_size=30))
def test_no_address_is_trusted_that_leads_elsewhere(text: str) -> None:
    for address in (f"wss://evil.example{text}", f"wss://evil.example{text}discord.gg", f"wss://{text}@evil.example"):
        if may_resume_at(address, DISCORD, ()):
            host = address.removeprefix("wss://").partition("/")[0].partition("?")[0].partition(":")[0]
            assert host.endswith((".discord.gg", ".discord.com", ".discord.media"))


def test_further_domains_can_be_allowed_with_what_is_below_them() -> None:
    assert may_resume_at("wss://a.example.com", DISCORD, ["example.com"])
    assert may_resume_at("wss://example.com", DISCORD, [".Example.com."])
    assert may_resume_at("ws://example.com", "ws://proxy.internal", ["example.com"])
    assert not may_resume_at("ws://example.com", DISCORD, ["example.com"])
    assert not may_resume_at("wss://badexample.com", DISCORD, ["example.com"])
    assert not may_resume_at(EVIL, DISCORD, ["", "."])
    with pytest.raises(InvalidRequest, match="resume_hosts"):
        GatewayOptions(resume_hosts="example.com")


def test_a_session_that_ready_leads_astray_is_resumed_where_it_was_opened(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fake_gateway, "RESUME", EVIL)

    async def story() -> None:
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            gateway.socket.drop()
            await until(lambda: client.metrics.resumes == 1 and client.state is ShardState.ACTIVE)
            assert {url.partition("/?")[0] for _, url in gateway.attempts} == {GENERIC}
            assert client.metrics.sessions_lost == 0

    run_virtual(story())
    (told,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert "does not send the token to 'wss://evil.example'" in told.getMessage()


def test_a_stored_session_is_held_to_the_same() -> None:
    async def story() -> None:
        for address, expected in ((EVIL, GENERIC), (RESUME, RESUME)):
            gateway = FakeGateway()
            gateway.sessions["stored"] = []
            client = GatewayClient(gateway.options())
            client.restore(GatewaySession("stored", address, 0, 0, 1))
            task = asyncio.create_task(client.start(fake_gateway.TOKEN, 513, 0, 1))
            await until(lambda client=client: client.state is ShardState.ACTIVE)
            assert gateway.attempts[0][1].startswith(expected)
            await client.close_ws()
            await task

    run_virtual(story())


async def test_over_a_socket_no_connection_is_made_to_a_stranger_and_no_token_leaves() -> None:
    async with RealGateway() as stranger, RealGateway() as server:
        opened = server.url
        server.url = stranger.url
        async with RunningShard(server, url=opened) as client:
            server.ws.transport_of_test.abort()
            await until(lambda: client.metrics.resumes == 1 and client.state is ShardState.ACTIVE, step=0.001)
            assert (len(server.connections), stranger.connections) == (2, [])


@pytest.mark.parametrize("is_given", [True, False])
async def test_the_local_discord_needs_no_setting(is_given: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Sandbox() as sandbox:
        application = sandbox.world.create_application("helper")
        sandbox.world.add_bot(next(iter(sandbox.world.guilds.values())), application)
        monkeypatch.setenv("SCURRYPY_API_URL", "http://127.0.0.1:9" if is_given else sandbox.api_url)
        http = HTTPClient(base_url=sandbox.api_url if is_given else None)
        client = Client(token=application.token, intents=Intents.GUILDS, http=http)
        running = asyncio.create_task(client.start())
        await until(lambda: client.shards and client.shards[0].state is ShardState.ACTIVE, step=0.001)
        (shard,) = client.shards
        sandbox.gateway.sessions()[0].abort()
        await until(lambda: shard.metrics.resumes == 1 and shard.state is ShardState.ACTIVE, step=0.001)
        assert shard.session.resume_gateway_url == sandbox.gateway_url
        await client.close()
        await running
