"""This client."""

import os

from meter import TOKEN, Meter, arguments, ready
from mix import others

args = arguments()
os.environ["SCURRYPY_API_URL"] = f"http://127.0.0.1:{args.port}/api/v10"

from scurrypy import Client, Intents  # noqa: E402 - it reads the variable above
from scurrypy.enums import EventType  # noqa: E402 - likewise

meter = Meter()
client = Client(token=TOKEN, intents=Intents(sum(intent for intent in Intents)))


async def on_message(event: object) -> None:
    meter.message(event.content)


async def on_other(event: object) -> None:
    meter.event()


async def on_ready(event: object) -> None:
    ready()


client.add_event_listener(EventType.READY, on_ready)
client.add_event_listener(EventType.MESSAGE_CREATE, on_message)
for name in others(args.listen, args.mix):
    client.add_event_listener(EventType(name), on_other)
client.run()
