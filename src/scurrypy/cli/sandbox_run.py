"""`scurrypy sandbox run -- COMMAND`: a local Discord around a bot of any library."""

import argparse
import asyncio
import os
import signal
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scurrypy.cli.output import Output
from scurrypy.cli.prompt import Prompt
from scurrypy.cli.stage import Stage, build_stage, port_problem
from scurrypy.sandbox.attach import environment
from scurrypy.sandbox.seed import SeedError

NOT_EXECUTABLE, NOT_FOUND, USAGE, BY_SIGNAL = 126, 127, 2, 128
"""Exit statuses as shells use them; `BY_SIGNAL` is added to the number of the signal."""
CONNECT_PATIENCE = 10.0
"""Seconds after which a bot that has not connected is worth a hint."""
STOP_PATIENCE = 10.0
"""Seconds that a bot has to end after it was told to."""
FORWARDED = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that are passed on to the bot."""


SUMMARY = "start a bot on a local Discord"
"""What `scurrypy sandbox --help` says of the command."""
DESCRIPTION = (
    "Start a bot on a local Discord, show what happens, and end with the bot's exit status. The bot needs no change:"
    " ScurryPy, discord.py, disnake, nextcord, py-cord, interactions.py, hikari, discord.js."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Make `parser` that of the command; the options of every sandbox are there already."""
    parser.description = DESCRIPTION
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND …", help="what starts the bot")


def run(options: argparse.Namespace) -> int:
    """Start a bot on a local Discord and return its exit status."""
    output = Output.of_process(options.transcript)
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        output.problem("what shall run? For example: scurrypy sandbox run -- python bot.py")
        return USAGE
    try:
        stage = build_stage(options, output)
        return asyncio.run(_run(stage, output, command, options.port))
    except SeedError as error:
        output.problem(str(error))
        return USAGE


async def _run(stage: Stage, output: Output, command: Sequence[str], port: int) -> int:
    try:
        await stage.sandbox.start()
    except OSError as error:
        output.problem(port_problem(port, error))
        return 1
    try:
        return await _with_bot(stage, output, command)
    finally:
        await stage.sandbox.stop()


async def _with_bot(stage: Stage, output: Output, command: Sequence[str]) -> int:
    is_interactive = Prompt.is_possible()
    variables = {
        **os.environ,
        **environment(stage.sandbox.url, control_token=stage.sandbox.control_token),
        **stage.variables(),
    }
    try:
        bot = await _start(command, variables, is_interactive=is_interactive)
    except FileNotFoundError:
        output.problem(f"there is no program {command[0]!r}.{_advice(command[0])}")
        return NOT_FOUND
    except PermissionError:
        output.problem(f"{command[0]!r} cannot be run as a program.{_advice(command[0])}")
        return NOT_EXECUTABLE
    for name in FORWARDED:
        _forward(name, bot)
    output.say(f"A local Discord listens on {stage.sandbox.url}; {stage.application.name} starts.")
    prompt = Prompt(stage, output, lambda: _signal(bot, signal.SIGTERM)) if is_interactive else None
    if prompt is not None:
        prompt.start()
    waiting = asyncio.get_running_loop().call_later(CONNECT_PATIENCE, _hint, stage, output)
    status = await bot.wait()
    waiting.cancel()
    if prompt is not None:
        prompt.stop()
    await stage.sandbox.settle()
    return BY_SIGNAL - status if status < 0 else status


def _advice(program: str) -> str:
    return f" Did you mean: python {program}" if program.endswith(".py") else ""


async def _start(command: Sequence[str], variables: Mapping[str, str], *, is_interactive: bool) -> Process:
    # In a group of its own, the bot gets each signal once: from here, and not from the terminal as well.
    group: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {}
    stdin = DEVNULL if is_interactive else None
    return await asyncio.create_subprocess_exec(*command, env=variables, stdin=stdin, **group)


def _forward(name: str, bot: Process) -> None:
    number = getattr(signal, name, None)
    if number is not None and os.name == "posix":
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(number, _passing_on(bot, number))


def _passing_on(bot: Process, number: signal.Signals) -> Callable[[], None]:
    """Return what to do on a signal: pass it on, and kill a bot that goes on regardless."""
    loop = asyncio.get_running_loop()

    def pass_on() -> None:
        _signal(bot, number)
        if number != signal.SIGHUP:
            loop.call_later(STOP_PATIENCE, _signal, bot, signal.SIGKILL)

    return pass_on


def _signal(bot: Process, number: signal.Signals) -> None:
    if bot.returncode is not None:
        return
    if os.name == "posix":
        os.killpg(bot.pid, number)
    else:
        bot.terminate()


def _hint(stage: Stage, output: Output) -> None:
    if not stage.sandbox.gateway.sessions():
        output.say(
            f"Nothing has connected for {CONNECT_PATIENCE:.0f} seconds. Does the bot take its token from"
            " DISCORD_TOKEN, and is its library one of those that `scurrypy sandbox run --help` names?"
        )
