"""No redirect is followed: neither with a request, which carries the token, nor with a connection to the gateway."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from scurrypy.gateway import ConnectFailed
from scurrypy.gateway.websocket import connect_websocket
from scurrypy.wire.errors import DiscordError
from tests.unit.gateway.test_websocket import Recorder
from tests.unit.http.server import Server, serving, talking

STATUSES = [301, 302, 303, 307, 308]


@asynccontextmanager
async def two() -> AsyncIterator[tuple[Server, Server]]:
    async with serving() as asked, serving() as elsewhere:
        yield asked, elsewhere


@pytest.mark.parametrize("status", STATUSES)
async def test_a_request_follows_no_redirect(status: int) -> None:
    async with serving() as elsewhere, talking() as (server, client):
        for number, place in enumerate(
            (f"{elsewhere.url}/steal", f"{server.url}/steal", "/steal", "//evil.example"), 1
        ):
            server.replies = [web.Response(status=status, headers={"Location": place})]
            with pytest.raises(DiscordError) as caught:
                await client.request("GET", "/users/@me")
            assert caught.value.status == status
            assert len(server.arrivals) == number
        assert elsewhere.arrivals == []


@pytest.mark.parametrize("status", STATUSES)
async def test_a_connection_to_the_gateway_follows_no_redirect(status: int) -> None:
    async with two() as (asked, elsewhere):
        for number, place in enumerate((f"{elsewhere.url}/steal", f"{asked.url}/steal", "/steal"), 1):
            asked.replies = [web.Response(status=status, headers={"Location": place})]
            with pytest.raises(ConnectFailed):
                await connect_websocket(asked.url.replace("http", "ws", 1) + "/", Recorder(), 5, None)
            assert len(asked.arrivals) == number
        assert elsewhere.arrivals == []
