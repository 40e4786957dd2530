"""Takes in all members of a large guild with discord.py: `Guild.chunk`, which caches them."""

import asyncio
import sys

import discord
import discord.gateway
import yarl
from weigh import Scale, tell

port, guild_id, _, _, traced = sys.argv[1:]
discord.http.Route.BASE = f"http://127.0.0.1:{port}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/")
client = discord.Client(intents=discord.Intents.all(), chunk_guilds_at_startup=False)
tasks = []


async def chunk() -> None:
    """Ask for the members, and report."""
    guild = client.get_guild(int(guild_id))
    scale = Scale(traced=traced == "traced")
    await guild.chunk()
    tell(count=len(guild.members), **scale.weigh())


@client.event
async def on_ready() -> None:
    tasks.append(asyncio.create_task(chunk()))


client.run("a.b.c")
