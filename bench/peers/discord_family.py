"""discord.py and the libraries that grew out of it, pointed at the bench through what holds their addresses."""

import importlib

from discord_names import NAMES
from meter import TOKEN, Meter, arguments, ready
from mix import others

args = arguments()
# discord.py and py-cord are both imported as `discord`.
library = importlib.import_module(args.library)
gateway = importlib.import_module(f"{args.library}.gateway")
route = importlib.import_module(f"{args.library}.http").Route
for address in ("BASE", "API_BASE_URL"):
    if hasattr(route, address):
        setattr(route, address, f"http://127.0.0.1:{args.port}/api/v10")
if hasattr(gateway.DiscordWebSocket, "DEFAULT_GATEWAY"):
    # discord.py alone does not ask for it.
    yarl = importlib.import_module("yarl")
    gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{args.port}/")

meter = Meter()
options = {"intents": library.Intents.all()}
if args.no_cache:
    options |= {
        "max_messages": None,
        "member_cache_flags": library.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
    }
if args.raw_presences:
    options["enable_raw_presences"] = True
client = library.Client(**options)


@client.event
async def on_ready() -> None:
    ready()


@client.event
async def on_message(message: object) -> None:
    meter.message(message.content)


async def on_other(*_: object) -> None:
    meter.event()


for dispatch in others(args.listen, args.mix):
    for name in NAMES[dispatch, "bare"] if args.no_cache and (dispatch, "bare") in NAMES else NAMES.get(dispatch, ()):
        setattr(client, f"on_{name}", on_other)
client.run(TOKEN)
