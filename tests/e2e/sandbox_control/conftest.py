from collections.abc import AsyncIterator

import aiohttp
import pytest

from scurrypy.sandbox import Sandbox
from scurrypy.sandbox.control import ControlClient


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        application = sandbox.world.create_application("Robo")
        sandbox.world.add_bot(next(iter(sandbox.world.guilds.values())), application)
        yield sandbox


@pytest.fixture
async def control(sandbox: Sandbox) -> AsyncIterator[ControlClient]:
    async with ControlClient(sandbox.url, sandbox.control_token) as client:
        yield client


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    """The bot's side of the HTTP API, below `/api/v10`."""
    application = next(iter(sandbox.world.applications.values()))
    headers = {"Authorization": f"Bot {application.token}"}
    async with aiohttp.ClientSession(f"{sandbox.api_url}/", headers=headers) as session:
        yield session
