"""When messages reach a handler of this client; `slow` adds a second handler, of which every hundredth call waits."""

import asyncio
import itertools
import os
import sys

from stopwatch import Stopwatch, ready

port, file, count, way = sys.argv[1:]
os.environ["SCURRYPY_API_URL"] = f"http://127.0.0.1:{port}/api/v10"

from scurrypy import Client, Intents  # noqa: E402 - it reads the variable above
from scurrypy.events import MessageCreateEvent, ReadyEvent  # noqa: E402 - likewise

stopwatch = Stopwatch(file, int(count))
numbers = itertools.count(1)
client = Client(token="a.b.c", intents=Intents(sum(intent for intent in Intents)))


async def on_message(event: MessageCreateEvent) -> None:
    stopwatch.stop()


async def on_message_slowly(event: MessageCreateEvent) -> None:
    if next(numbers) % 100 == 0:
        await asyncio.sleep(1.0)


async def on_ready(event: ReadyEvent) -> None:
    ready()


if way == "slow":
    client.add_event_listener(MessageCreateEvent, on_message_slowly)
client.add_event_listener(MessageCreateEvent, on_message)
client.add_event_listener(ReadyEvent, on_ready)
client.run()
