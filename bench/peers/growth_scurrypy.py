"""Counts the messages that reach this client by many shards or for many handlers, and the CPU from first to last."""

import json
import os
import resource
import sys
import time

port, messages, handlers, where, compress = sys.argv[1:]
os.environ["SCURRYPY_API_URL"] = f"http://127.0.0.1:{port}/api/v10"

from scurrypy import Client, Intents  # noqa: E402 - it reads the variable above
from scurrypy.enums import EventType  # noqa: E402 - likewise
from scurrypy.events import MessageCreateEvent, ReadyEvent  # noqa: E402 - likewise

_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
SELDOM = [
    name for name in EventType if name.startswith(("GUILD_ROLE", "CHANNEL", "THREAD", "STAGE", "GUILD_SCHEDULED"))
]
calls = ready = 0
last = int(messages) * (int(handlers) if where == "same" else 1)
cpu = wall = 0.0
client = Client(
    token="a.b.c",
    intents=Intents(sum(intent for intent in Intents)),
    compress=None if compress == "none" else compress,
    watchdog=None,
)


async def on_message(event: MessageCreateEvent) -> None:
    """Count a call; the first begins the measurement, the last reports it."""
    global calls, cpu, wall  # noqa: PLW0603 - a script
    calls += 1
    if calls == 1:
        cpu, wall = time.process_time(), time.perf_counter()
    if calls == last:
        print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}), flush=True)
        os._exit(0)


async def on_ready(event: ReadyEvent) -> None:
    """Tell the bench that the stream may begin once all shards are ready."""
    global ready  # noqa: PLW0603 - a script
    ready += 1
    if ready == client.shard_count:
        print("ready", flush=True)


def handler_like_others() -> object:
    """Return a handler of its own."""

    async def on_other(event: object) -> None:
        pass

    return on_other


client.add_event_listener(ReadyEvent, on_ready)
for _ in range(int(handlers) if where == "same" else 1):
    client.add_event_listener(MessageCreateEvent, on_message)
for number in range(int(handlers) if where == "other" else 0):
    client.add_event_listener(SELDOM[number % len(SELDOM)], handler_like_others())
client.run()
