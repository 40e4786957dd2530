"""hikari, pointed at the bench by the address of its requests."""

import asyncio
import importlib

import hikari
from hikari_names import NAMES
from meter import TOKEN, Meter, arguments, ready
from mix import others

args = arguments()
if args.uvloop:
    # As hikari's own README has it.
    asyncio.set_event_loop_policy(importlib.import_module("uvloop").EventLoopPolicy())
meter = Meter()
options = {}
if args.no_cache:
    options = {
        "cache_settings": hikari.impl.CacheSettings(components=hikari.api.CacheComponents.NONE),
        "auto_chunk_members": False,
    }
bot = hikari.GatewayBot(
    TOKEN,
    banner=None,
    logs=None,
    intents=hikari.Intents.ALL,
    rest_url=f"http://127.0.0.1:{args.port}/api/v10",
    **options,
)


@bot.listen(hikari.StartedEvent)
async def on_started(event: hikari.StartedEvent) -> None:
    ready()


@bot.listen(hikari.GuildMessageCreateEvent)
async def on_message(event: hikari.GuildMessageCreateEvent) -> None:
    meter.message(event.content)


async def on_other(event: hikari.Event) -> None:
    meter.event()


for dispatch in others(args.listen, args.mix):
    for name in NAMES.get(dispatch, ()):
        bot.subscribe(getattr(hikari.events, name), on_other)
bot.run(check_for_updates=False)
