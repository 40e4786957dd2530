"""Many shards of one client that have nothing to do: how much they hold, and when the last of them was ready."""

import asyncio
import resource
import sys
import time

from weigh import Scale, tell

from scurrypy import Client, Intents
from scurrypy.core import HTTPClient
from scurrypy.events import ReadyEvent

url, token, count, compress, traced = sys.argv[1:]
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
client = Client(
    token=token,
    intents=Intents.GUILDS,
    http=HTTPClient(base_url=url),
    shard_count=int(count),
    compress=None if compress == "none" else compress,
    watchdog=None,
)
ready: list[float] = []
tasks: list[asyncio.Task[None]] = []


async def on_ready(event: ReadyEvent) -> None:
    """Note that one more shard is ready; when it was the last, wait until nothing is under way, and report."""
    ready.append(time.perf_counter())
    if len(ready) == int(count):
        tasks.append(asyncio.create_task(report()))


async def report() -> None:
    await asyncio.sleep(2.0)
    figures = scale.weigh()
    identifies = sum(shard.metrics.identifies for shard in client.shards)
    tell(**figures | {"wall": ready[-1] - began, "spread": ready[-1] - ready[0], "identifies": identifies})


client.add_event_listener(ReadyEvent, on_ready)
scale = Scale(traced=traced == "traced")
began = time.perf_counter()
client.run()
