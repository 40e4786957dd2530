"""Takes in all members of a large guild with hikari: `request_guild_members`, whose chunks its cache keeps."""

import asyncio
import sys

import hikari
from hikari_bot import make_bot
from weigh import Scale, tell

port, guild_id, chunks, _, traced = sys.argv[1:]
bot = make_bot(port, auto_chunk_members=False)
sizes = asyncio.Queue()


@bot.listen()
async def on_chunk(event: hikari.MemberChunkEvent) -> None:
    sizes.put_nowait(len(event.members))


@bot.listen()
async def on_started(event: hikari.StartedEvent) -> None:
    scale = Scale(traced=traced == "traced")
    await bot.request_guild_members(int(guild_id))
    count = sum([await sizes.get() for _ in range(int(chunks))])
    tell(count=count, **scale.weigh())


bot.run(check_for_updates=False)
