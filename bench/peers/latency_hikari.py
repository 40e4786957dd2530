"""When messages reach a handler of hikari, which keeps nothing."""

import asyncio
import sys

import hikari
import uvloop
from stopwatch import Stopwatch, ready

port, file, count, _ = sys.argv[1:]
# As hikari's own README has it.
asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
stopwatch = Stopwatch(file, int(count))
bot = hikari.GatewayBot(
    "OTAwMDAwMDAwMDAwMDAwMDAx.b.c",
    banner=None,
    logs=None,
    intents=hikari.Intents.ALL,
    auto_chunk_members=False,
    cache_settings=hikari.impl.CacheSettings(components=hikari.api.CacheComponents.NONE),
    rest_url=f"http://127.0.0.1:{port}/api/v10",
)


@bot.listen()
async def on_message(event: hikari.GuildMessageCreateEvent) -> None:
    stopwatch.stop()


@bot.listen()
async def on_started(event: hikari.StartedEvent) -> None:
    ready()


bot.run(check_for_updates=False)
