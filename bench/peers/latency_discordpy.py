"""When messages reach a handler of discord.py, which keeps no members and messages."""

import sys

import discord
import discord.gateway
import yarl
from stopwatch import Stopwatch, ready

port, file, count, _ = sys.argv[1:]
discord.http.Route.BASE = f"http://127.0.0.1:{port}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/")
stopwatch = Stopwatch(file, int(count))
client = discord.Client(
    intents=discord.Intents.all(),
    max_messages=None,
    member_cache_flags=discord.MemberCacheFlags.none(),
    chunk_guilds_at_startup=False,
    enable_raw_presences=True,
)


@client.event
async def on_message(message: discord.Message) -> None:
    stopwatch.stop()


@client.event
async def on_ready() -> None:
    ready()


client.run("a.b.c", log_handler=None)
