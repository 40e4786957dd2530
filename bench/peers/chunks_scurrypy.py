"""Takes in all members of a large guild with this client: `models` that a call returns, or `events` to a handler."""

import asyncio
import os
import sys

from weigh import Scale, tell

port, guild_id, chunks, way, traced = sys.argv[1:]
os.environ["SCURRYPY_API_URL"] = f"http://127.0.0.1:{port}/api/v10"

from scurrypy import Client, Intents  # noqa: E402 - it reads the variable above
from scurrypy.events import GuildCreateEvent, GuildMembersChunkEvent  # noqa: E402 - likewise

client = Client(token="a.b.c", intents=Intents(sum(intent for intent in Intents)))
sizes: asyncio.Queue[int] = asyncio.Queue()


async def on_chunk(event: GuildMembersChunkEvent) -> None:
    """Count the members, and keep none."""
    sizes.put_nowait(len(event.members))


async def count_chunks() -> int:
    """Ask for the members, and return how many a handler has seen."""
    client.add_event_listener(GuildMembersChunkEvent, on_chunk)
    await client.shards[0].send({"op": 8, "d": {"guild_id": guild_id, "query": "", "limit": 0, "nonce": "events"}})
    return sum([await sizes.get() for _ in range(int(chunks))])


async def on_guild(event: GuildCreateEvent) -> None:
    """Ask for the members, and report."""
    scale = Scale(traced=traced == "traced")
    if way == "events":
        count = await count_chunks()
    else:
        members = await client.request_guild_members(int(guild_id))
        count = len(members)
    tell(count=count, **scale.weigh())


client.add_event_listener(GuildCreateEvent, on_guild)
client.run()
