"""When messages reach a handler of hikari, which keeps nothing."""

import sys

import hikari
from hikari_bot import NOTHING_KEPT, make_bot
from stopwatch import Stopwatch, ready

port, file, count, _ = sys.argv[1:]
stopwatch = Stopwatch(file, int(count))
bot = make_bot(port, **NOTHING_KEPT)


@bot.listen()
async def on_message(event: hikari.GuildMessageCreateEvent) -> None:
    stopwatch.stop()


@bot.listen()
async def on_started(event: hikari.StartedEvent) -> None:
    ready()


bot.run(check_for_updates=False)
