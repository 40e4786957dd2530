"""A sandbox with one bot on it, ready for the curtain."""

import argparse
import json
import os
from dataclasses import dataclass

from scurrypy.cli.output import Output
from scurrypy.routes import Route
from scurrypy.sandbox.records import Application, Channel, Guild
from scurrypy.sandbox.records.channels import TEXT
from scurrypy.sandbox.seed import SeedError, plant
from scurrypy.sandbox.server import Answer, Sandbox
from scurrypy.sandbox.transcript import Transcript
from scurrypy.sandbox.world import World

TOKEN_NAMES = ("DISCORD_TOKEN", "DISCORD_BOT_TOKEN", "BOT_TOKEN", "TOKEN")
"""Variables in which bots look for their token."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything a run of the sandbox needs."""

    sandbox: Sandbox
    """The server."""
    application: Application
    """The bot's application."""
    guild: Guild
    """The guild the bot is in."""
    channel: Channel
    """The channel where one talks to it."""

    def variables(self) -> dict[str, str]:
        """Return the variables that tell a bot all it needs."""
        return {
            "SCURRYPY_API_URL": self.sandbox.api_url,
            **dict.fromkeys(TOKEN_NAMES, self.application.token),
            "APPLICATION_ID": str(self.application.id),
            "GUILD_ID": str(self.guild.id),
            "CHANNEL_ID": str(self.channel.id),
        }


def build_stage(options: argparse.Namespace, output: Output) -> Stage:
    """Return a sandbox as the command line asks for it, with a bot in its first guild.

    Raises:
        SeedError: The file of the seed cannot be used.
    """
    world = World.default() if options.seed is None else _seeded(options)
    guild = next(iter(world.guilds.values()))
    channel = next((channel for channel in world.channels_of(guild.id) if channel.type == TEXT), None)
    if channel is None:
        raise SeedError(f"the guild {guild.name!r} has no text channel to talk in")
    application = world.create_application(options.bot)
    world.add_bot(guild, application)
    sandbox = Sandbox(world, port=options.port, rate_limits=options.rate_limits)
    transcript = output.follow(world)
    if transcript is not None:
        sandbox.on_answer(lambda answer: _note(transcript, answer))
    return Stage(sandbox, application, guild, channel)


def port_problem(port: int, error: OSError) -> str:
    """Return what to tell the user when the port cannot be listened on."""
    reason = os.strerror(error.errno).lower() if error.errno else error
    return f"cannot listen on port {port}: {reason}. Choose another with --port, or --port 0 for any."


def _seeded(options: argparse.Namespace) -> World:
    try:
        data = json.loads(options.seed.read_text(encoding="utf-8"))
    except OSError as error:
        raise SeedError(f"cannot read {options.seed}: {error.strerror}") from error
    except ValueError as error:
        raise SeedError(f"{options.seed} is not JSON: {error}") from error
    world = World()
    plant(world, data)
    return world


def _note(transcript: Transcript, answer: Answer) -> None:
    """Write down refusals, and the forms that bots open."""
    route: Route = answer.match.route
    if answer.status >= 400:
        transcript.note_refusal(f"{answer.operation.lower()} ({route.method})", answer.status, answer.words)
    elif answer.operation == "CREATE_INTERACTION_RESPONSE":
        transcript.note_modal(int(answer.match.values["interaction_id"]))
