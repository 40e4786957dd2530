import asyncio
from collections.abc import AsyncIterator, Awaitable
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from scurrypy import Client, Intents
from scurrypy.core import HTTPClient
from scurrypy.events import Event, ReadyEvent
from scurrypy.sandbox import Sandbox
from scurrypy.sandbox.records import Application, Channel, Guild
from scurrypy.sandbox.rules.permissions import ADMINISTRATOR

E = TypeVar("E", bound=Event)


@dataclass
class Talk:
    """Our own client at work on the local Discord, as an administrator with every intent."""

    sandbox: Sandbox
    client: Client
    application: Application
    guild: Guild
    general: Channel

    async def hear(self, event: type[E], deed: Awaitable[Any]) -> tuple[Any, E]:
        """Do something, and return what came of it with the event that told of it."""
        waiting = asyncio.create_task(self.client.wait_for(event, timeout=5))
        await asyncio.sleep(0)
        return await deed, await waiting


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    async with Sandbox(rate_limits="off") as sandbox:
        world = sandbox.world
        guild = next(iter(world.guilds.values()))
        application = world.create_application("robot")
        world.add_bot(guild, application, ADMINISTRATOR)
        general = next(channel for channel in world.channels.values() if channel.name == "general")
        intents = Intents(sum(intent for intent in Intents))
        client = Client(token=application.token, http=HTTPClient(base_url=sandbox.api_url), intents=intents)
        ready = asyncio.create_task(client.wait_for(ReadyEvent, timeout=10))
        starting = asyncio.create_task(client.start())
        await ready
        yield Talk(sandbox, client, application, guild, general)
        await client.close()
        await asyncio.wait({starting}, timeout=5)
