"""interactions.py, pointed at the bench through the attribute that holds its address.

It has no event for an interaction: a bot listens to one by a command.
"""

import interactions
from interactions.api import events
from interactions.api.http.route import Route
from interactions_names import NAMES
from meter import TOKEN, Meter, arguments, ready
from mix import others

args = arguments()
Route.BASE = f"http://127.0.0.1:{args.port}/api/v10"
meter = Meter()
options = {}
if args.no_cache:
    caches = ("user_cache", "member_cache", "message_cache", "role_cache", "voice_state_cache")
    options = {name: interactions.client.utils.cache.NullCache() for name in caches}
client = interactions.Client(intents=interactions.Intents.ALL, sync_interactions=False, **options)


@interactions.listen(events.Startup)
async def on_startup(event: events.Startup) -> None:
    ready()


@interactions.listen(events.MessageCreate)
async def on_message(event: events.MessageCreate) -> None:
    meter.message(event.message.content)


async def on_other(event: object) -> None:
    meter.event()


# Whatever is decorated in this module, the client finds when it starts.
if "INTERACTION_CREATE" in others(args.listen, args.mix):

    @interactions.slash_command("stash", description="Keep something for the winter.")
    @interactions.slash_option("what", "What to keep.", opt_type=interactions.OptionType.STRING)
    @interactions.slash_option("count", "How many.", opt_type=interactions.OptionType.INTEGER)
    async def stash(ctx: interactions.SlashContext, what: str = "", count: int = 0) -> None:
        meter.event()


for dispatch in others(args.listen, args.mix):
    for name in NAMES.get(dispatch, ()):
        client.add_listener(interactions.Listener.create(name)(on_other))
client.start(TOKEN)
