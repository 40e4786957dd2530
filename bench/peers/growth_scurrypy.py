"""Counts the messages that reach this client by many shards or for many handlers, and the CPU from first to last."""

import os
import resource
import sys

from counted import Counted

port, what, count, compress, *counts = sys.argv[1:]
os.environ["SCURRYPY_API_URL"] = f"http://127.0.0.1:{port}/api/v10"

from scurrypy import Client, Intents  # noqa: E402 - it reads the variable above
from scurrypy.enums import EventType  # noqa: E402 - likewise
from scurrypy.events import MessageCreateEvent, ReadyEvent  # noqa: E402 - likewise

_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
SELDOM = [
    name for name in EventType if name.startswith(("GUILD_ROLE", "CHANNEL", "THREAD", "STAGE", "GUILD_SCHEDULED"))
]
counted = Counted(*map(int, counts))
client = Client(
    token="a.b.c",
    intents=Intents(sum(intent for intent in Intents)),
    compress=None if compress == "none" else compress,
    watchdog=None,
)


async def on_event(event: MessageCreateEvent | ReadyEvent) -> None:
    """Count a call."""
    counted.seen += 1
    if counted.seen in counted.marks:
        counted.reached()


def handler_like_others() -> object:
    """Return a handler of its own."""

    async def on_other(event: object) -> None:
        pass

    return on_other


client.add_event_listener(ReadyEvent, on_event)
for _ in range(int(count) if what == "same" else 1):
    client.add_event_listener(MessageCreateEvent, on_event)
for number in range(int(count) if what == "other" else 0):
    client.add_event_listener(SELDOM[number % len(SELDOM)], handler_like_others())
client.run()
