from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from scurrypy.sandbox import Sandbox
from scurrypy.sandbox.records import Application, Channel, Guild


@dataclass
class Api:
    """A bot's view of the HTTP API, over a real socket."""

    sandbox: Sandbox
    http: aiohttp.ClientSession
    application: Application
    guild: Guild
    general: Channel

    async def call(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, **rest: Any
    ) -> tuple[int, Any]:
        url = self.sandbox.api_url + path
        authorized = {"Authorization": f"Bot {self.application.token}"} | (headers or {})
        async with self.http.request(method, url, headers=authorized, **rest) as response:
            body = await response.read()
            if not body:
                return response.status, None
            assert response.headers["Content-Type"] == "application/json"
            return response.status, await response.json()


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with Sandbox(rate_limits="off") as sandbox, aiohttp.ClientSession() as http:
        world = sandbox.world
        guild = next(iter(world.guilds.values()))
        application = world.create_application("robot")
        world.add_bot(guild, application)
        general = next(channel for channel in world.channels.values() if channel.name == "general")
        yield Api(sandbox, http, application, guild, general)
