"""discord.py, pointed at the bench through the class attributes that hold its addresses."""

import discord
import discord.gateway
import yarl
from meter import Meter, arguments, ready

args = arguments()
discord.http.Route.BASE = f"http://127.0.0.1:{args.port}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{args.port}/")
meter = Meter()
options = {"intents": discord.Intents.all()}
if args.no_cache:
    options |= {
        "max_messages": None,
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "enable_raw_presences": True,
    }
client = discord.Client(**options)


@client.event
async def on_ready() -> None:
    ready()


@client.event
async def on_message(message: discord.Message) -> None:
    meter.message(message.content)


async def on_other(*_: object) -> None:
    meter.event()


OTHERS = ["raw_typing", "raw_reaction_add", "member_update", "voice_state_update", "interaction"]
OTHERS.append("raw_presence_update" if args.no_cache else "presence_update")

if args.listen == "everything":
    for other in OTHERS:
        setattr(client, f"on_{other}", on_other)
client.run("a.b.c", log_handler=None)
