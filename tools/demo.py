"""Runs `examples/tour.py` on the local Discord, plays the human, and checks every answer.

Prints the conversation as it happens. Ends with exit status 0 when every answer was as expected, else with 1 and the
differences. Under a terminal it then stays open: talk to the bot, `help` says how, `quit` ends it.
"""

import argparse
import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable
from pathlib import Path

from scurrypy.cli.output import Output
from scurrypy.cli.prompt import Prompt
from scurrypy.cli.stage import Stage, build_stage
from scurrypy.sandbox.actors import Person
from scurrypy.sandbox.records import Message

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 15.0
"""Seconds the bot has for each answer."""


class Play:
    """A human, a bot, and what has been seen to be right or wrong so far."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.alice: Person = stage.sandbox.world.user("alice")
        self.differences: list[str] = []
        self.checks = 0

    def check(self, what: str, got: object, wanted: object) -> None:
        """Compare, say so, and remember a difference."""
        self.checks += 1
        if got == wanted:
            print(f"    ✓ {what}", flush=True)
            return
        difference = f"    ✗ {what}\n        expected {wanted!r}\n        but got  {got!r}"
        self.differences.append(difference)
        print(difference, flush=True)

    async def answer_in(self, place: str | int, after: Message) -> Message:
        """Return the bot's first message in a channel after another message."""
        return await self.stage.sandbox.until(lambda: self._first_of_bot(place, after), PATIENCE)

    def _first_of_bot(self, place: str | int, after: Message) -> Message | None:
        there = self.alice.messages(place)
        return next((m for m in there if m.id > after.id and m.author_id == self.stage.application.bot_id), None)


async def messages(play: Play) -> None:
    """A message is replied to."""
    said = play.alice.send("general", "hello")
    reply = await play.answer_in("general", said)
    play.check("the bot replies to a message", reply.content, "Hello yourself!")
    play.check("the reply refers to it", (reply.reference or {}).get("message_id"), str(said.id))


async def commands(play: Play) -> None:
    """A slash command gets its options, with the types they were declared with."""
    outcome = await play.alice.slash("general", "greet", who="bob", times=2).wait()
    bob = play.stage.sandbox.world.user("bob").id
    play.check("a slash command with options is answered", text(outcome.response), f"Hi <@{bob}>! Hi <@{bob}>!")


async def autocomplete(play: Play) -> None:
    """Choices come while one is typing."""
    typing = await play.alice.autocomplete("general", "travel", city="L").wait()
    offered = [choice["name"] for choice in typing.choices or []]
    play.check("autocomplete offers what fits", offered, ["Lima", "Lisbon", "London"])
    outcome = await play.alice.slash("general", "travel", city=offered[1] if len(offered) > 1 else "Lisbon").wait()
    play.check("the choice arrives", text(outcome.response), "Off to Lisbon!")


async def components(play: Play) -> None:
    """A select answers privately, a button changes the message it is on."""
    menu = await play.alice.slash("general", "menu").wait()
    play.check("a command shows components", text(menu.response), "What would you like?")
    cake = await play.alice.select(menu.response, "cake", ["apple", "plum"]).wait()
    play.check("a select is answered", text(cake.response), "Cake: apple, plum")
    seen_by = cake.response.ephemeral_to if cake.response else None
    play.check("only whoever chose sees it", seen_by, play.alice.id)
    tea = await play.alice.click(menu.response, label="Tea").wait()
    play.check("a button changes its message", text(tea.response), "Tea it is. ☕")
    play.check("and takes itself away", tea.response.components if tea.response else None, [])


async def modals(play: Play) -> None:
    """A form opens, and what is written in it comes back."""
    card = await play.alice.slash("general", "card").wait()
    play.check("a command opens a modal", (card.modal or {}).get("title"), "Visiting card")
    outcome = await play.alice.submit(card, {"name": "Alice", "motto": "Curiouser and curiouser"}).wait()
    embed = (outcome.response.embeds if outcome.response else [{}])[0]
    play.check(
        "the form comes back", (embed.get("title"), embed.get("description")), ("Alice", "Curiouser and curiouser")
    )


async def reactions(play: Play) -> None:
    """A reaction is answered with one."""
    said = play.alice.send("general", "Is it not a fine day?")
    play.alice.react(said, "⭐")
    bot = play.stage.application.bot_id
    reaction = await play.stage.sandbox.until(
        lambda: next((r for r in said.reactions.values() if bot in r.user_ids), None), PATIENCE
    )
    play.check("a reaction is answered", reaction.emoji["name"], "🌟")


async def direct_messages(play: Play) -> None:
    """A direct message is answered where it was written."""
    said = play.alice.dm(play.stage.application.bot_id, "psst")
    reply = await play.answer_in(said.channel_id, said)
    play.check("a direct message is answered", reply.content, "Just between us: you wrote 4 characters.")


async def files(play: Play) -> None:
    """A file arrives whole."""
    said = play.alice.send("general", "look", files=[("notes.txt", b"x" * 1234)])
    reply = await play.answer_in("general", said)
    play.check("a file is received", reply.content, "`notes.txt` weighs 1234 bytes.")


async def errors(play: Play) -> None:
    """What Discord refuses is told in plain words."""
    outcome = await play.alice.slash("general", "ban", who="alice").wait()
    play.check("an error is answered well", text(outcome.response), "Discord says no: Missing Permissions (50013)")


def text(message: Message | None) -> str | None:
    """Return a message's text; None where there is no message."""
    return None if message is None else message.content


STORY: list[Callable[[Play], Awaitable[None]]] = [
    messages, commands, autocomplete, components, modals, reactions, direct_messages, files, errors,
]  # fmt: skip


async def start_bot(bot: Path, stage: Stage) -> Process:
    """Start the bot as its author would, with the local Discord in its environment."""
    return await asyncio.create_subprocess_exec(
        sys.executable, str(bot), env={**os.environ, **stage.variables()}, stdin=asyncio.subprocess.DEVNULL
    )


async def until_ready(play: Play, bot: Process) -> None:
    """Wait until the bot has registered its commands, or has ended without."""
    ready = asyncio.ensure_future(play.stage.sandbox.until(lambda: "greet" in play.alice.commands("general"), 30.0))
    ended = asyncio.ensure_future(bot.wait())
    await asyncio.wait({ready, ended}, return_when=asyncio.FIRST_COMPLETED)
    if not ready.done():
        ready.cancel()
        raise SystemExit(f"the bot ended before it was ready, with status {ended.result()}")
    ended.cancel()
    ready.result()


async def tell(play: Play) -> None:
    """Play every part of the story; one that gets no answer is a difference like any other."""
    for part in STORY:
        print(f"\n  {part.__doc__}", flush=True)
        try:
            await part(play)
        except (TimeoutError, LookupError, AttributeError) as error:
            play.check(f"{part.__name__} goes on to its end", f"{type(error).__name__}: {error}", "an answer")


async def stop_bot(play: Play, bot: Process) -> None:
    """Ask the bot to stop, as a supervisor does, and check that it ends well."""
    if bot.returncode is None:
        bot.send_signal(signal.SIGTERM)
    try:
        async with asyncio.timeout(PATIENCE):
            status = await bot.wait()
    except TimeoutError:
        bot.kill()
        status = await bot.wait()
    play.check("the bot ends cleanly when it is told to", status, 0)


async def run(bot_file: Path) -> int:
    """Run the whole demo and return the exit status."""
    began = time.monotonic()
    options = argparse.Namespace(seed=None, bot="tour", port=0, rate_limits="on")
    output = Output.of_process("text")
    stage = build_stage(options, output)
    async with stage.sandbox as sandbox:
        print(f"A local Discord listens on {sandbox.url}. {bot_file.name} starts.", flush=True)
        play = Play(stage)
        bot = await start_bot(bot_file, stage)
        try:
            await until_ready(play, bot)
            await tell(play)
            if sys.stdin.isatty() and not play.differences:
                await stay_open(stage, output, bot)
        finally:
            await stop_bot(play, bot)
    right = play.checks - len(play.differences)
    print(f"\n{right} of {play.checks} answers as expected, in {time.monotonic() - began:.1f} s", flush=True)
    for difference in play.differences:
        print(difference, file=sys.stderr, flush=True)
    return 1 if play.differences else 0


async def stay_open(stage: Stage, output: Output, bot: Process) -> None:
    """Let one talk to the bot until `quit`, the end of input, or the bot's own end."""
    over = asyncio.Event()
    prompt = Prompt(stage, output, over.set)
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, over.set)
    output.say("", "All of that worked. Now it is your turn: say hello, or /menu; `help` says what else, `quit` ends.")
    prompt.start()
    ended = asyncio.ensure_future(bot.wait())
    quitting = asyncio.ensure_future(over.wait())
    await asyncio.wait({ended, quitting}, return_when=asyncio.FIRST_COMPLETED)
    for waiting in (ended, quitting):
        waiting.cancel()
    prompt.stop()


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples" / "tour.py"
    sys.exit(asyncio.run(run(chosen)))
