"""The command line: `scurrypy <command>`."""

import argparse
import sys
from collections.abc import Sequence

from scurrypy import config
from scurrypy.cli import sandbox

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        arguments: What stands after `scurrypy` on the command line; by default this process's own.
    """
    parser = argparse.ArgumentParser(prog="scurrypy", description="Tools for Discord bots.")
    parser.add_argument("--version", action="version", version=f"{config.__title__} {config.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    sandbox.configure(commands.add_parser("sandbox", help=sandbox.SUMMARY))
    given = sys.argv[1:] if arguments is None else list(arguments)
    if not given:
        parser.print_help()
        return 0
    options = parser.parse_args(given)
    status: int = options.run(options)
    return status
