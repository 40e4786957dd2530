"""`scurrypy sandbox`: a local Discord, by itself or around a bot."""

import argparse
import asyncio
import os
import signal
from functools import partial
from pathlib import Path
from typing import Any

from scurrypy.cli import sandbox_run
from scurrypy.cli.output import Output
from scurrypy.cli.prompt import Prompt
from scurrypy.cli.stage import Stage, build_stage, port_problem
from scurrypy.sandbox.seed import SeedError

DEFAULT_PORT = 7410
"""Port of a sandbox that runs by itself, so that its address stays the same from one start to the next."""
MAX_PORT = 65_535
"""The highest port there is."""

SUMMARY = "run a local Discord"
"""What `scurrypy --help` says of the command."""
DESCRIPTION = """\
Run a local Discord on this machine. Nothing leaves it, and no account is needed.

  scurrypy sandbox                       serve, and print how to point a bot at it
  scurrypy sandbox run -- python bot.py  serve, start the bot with a token, and talk to it
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Make `parser` that of the command."""
    parser.usage = "scurrypy sandbox [OPTION …] [run [OPTION …] -- COMMAND …]"
    parser.description = DESCRIPTION
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add_options(parser)
    # No subparser: it would take the value of a mistyped option for a command, and complain of that alone.
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="run", help=sandbox_run.SUMMARY)
    parser.set_defaults(run=partial(_run, parser))


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if not options.rest:
        options.port = DEFAULT_PORT if options.port is None else options.port
        return serve(options)
    name, *rest = options.rest
    if name != "run":
        parser.error(f"there is no command {name!r}; there is: run")
    run = argparse.ArgumentParser(prog="scurrypy sandbox run")
    add_options(run)
    sandbox_run.configure(run)
    # What was given before the command holds for it too, unless it is given again.
    run.parse_args(rest, options)
    options.port = options.port or 0
    return sandbox_run.run(options)


def port_number(text: str) -> int:
    """Return the port that an argument names."""
    if not text.isdecimal() or int(text) > MAX_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {MAX_PORT}, not {text!r}")
    return int(text)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that hold for every sandbox."""
    parser.add_argument(
        "--port",
        type=port_number,
        help=f"port to listen on; 0 picks a free one (default: {DEFAULT_PORT}, or a free one around a bot)",
    )
    parser.add_argument("--seed", type=Path, metavar="FILE", help="JSON file that says who and what exists at first")
    parser.add_argument("--bot", metavar="NAME", default="helper", help="name of the bot (default: %(default)s)")
    parser.add_argument(
        "--rate-limits", choices=("on", "off", "strict"), default="on", help="Discord's rate limits (default: on)"
    )
    parser.add_argument(
        "--transcript",
        choices=("text", "jsonl", "none"),
        default="text",
        help="how to print what happens: for people, for programs, or not at all (default: text)",
    )


def serve(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    output = Output.of_process(options.transcript)
    try:
        stage = build_stage(options, output)
        return asyncio.run(_serve(stage, output))
    except SeedError as error:
        output.problem(str(error))
        return 2
    except OSError as error:
        output.problem(port_problem(options.port, error))
        return 1


async def _serve(stage: Stage, output: Output) -> int:
    stopped = asyncio.Event()
    async with stage.sandbox as sandbox:
        for number in (signal.SIGINT, signal.SIGTERM):
            _on_signal(number, stopped)
        output.say(
            f"A local Discord listens on {sandbox.url}",
            "",
            "Point a bot at it with these variables:",
            *(f"  {name}={value}" for name, value in stage.variables().items()),
            "",
            "Other libraries need no change when started by: scurrypy sandbox run -- COMMAND",
            "Press Ctrl+C to stop.",
            "",
        )
        prompt = Prompt(stage, output, stopped.set) if Prompt.is_possible() else None
        if prompt is not None:
            prompt.start()
        await stopped.wait()
        if prompt is not None:
            prompt.stop()
    return 0


def _on_signal(number: int, stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    if os.name == "posix":
        loop.add_signal_handler(number, stopped.set)
        return

    def stop(_number: int, _frame: Any) -> None:
        loop.call_soon_threadsafe(stopped.set)

    signal.signal(number, stop)
