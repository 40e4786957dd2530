"""Everything goes on where the user has tasks start at once, which Python 3.12 and later offer."""

import asyncio
import sys

import pytest

from scurrypy.events import MessageCreateEvent
from scurrypy.sandbox import Sandbox
from tests.e2e.test_client import make_client, running

pytestmark = pytest.mark.skipif(sys.version_info < (3, 12), reason="Python 3.11 starts no task eagerly")


async def test_a_bot_hears_and_answers_and_ends():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with Sandbox() as sandbox:
        client = make_client(sandbox)
        alice = sandbox.world.user("alice")
        ended = []

        async def answer(event: MessageCreateEvent) -> None:
            if event.author.id == alice.user.id:
                waiting = asyncio.create_task(client.wait_for(MessageCreateEvent, timeout=5))
                await client.channel(event.channel_id).send(f"heard {event.content}")
                heard = await waiting
                ended.append(heard.content)

        client.add_event_listener(MessageCreateEvent, answer)
        async with asyncio.timeout(5), running(client):
            for number in range(3):
                alice.send("general", f"{number}")
                await sandbox.until(lambda number=number: len(ended) == number + 1)
    assert ended == ["heard 0", "heard 1", "heard 2"]
    assert client.handlers_in_flight == 0
