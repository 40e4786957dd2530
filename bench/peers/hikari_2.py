"""hikari, as `hikari_bot` makes it."""

import hikari
from hikari_bot import NOTHING_KEPT, make_bot
from hikari_names import NAMES
from meter import Meter, arguments, ready
from mix import others

args = arguments()
meter = Meter()
bot = make_bot(args.port, uvloop=args.uvloop, **(NOTHING_KEPT if args.no_cache else {}))


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
