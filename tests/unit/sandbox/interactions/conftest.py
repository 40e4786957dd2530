from dataclasses import dataclass, field

import pytest

from scurrypy.sandbox import Actor, ApiError, Clock, Dispatch, World
from scurrypy.sandbox.actors import Outcome, Person
from scurrypy.sandbox.records import Application, Channel, Guild, UploadedFile
from scurrypy.sandbox.world import interaction_messages as answers
from scurrypy.sandbox.world.commands import Scope, create_command
from scurrypy.sandbox.world.interaction_responses import respond

START = 1_790_000_000.0
EPHEMERAL = 1 << 6


@dataclass
class Stage:
    """A small world at a frozen moment, with a bot that a test plays itself."""

    world: World
    guild: Guild
    general: Channel
    application: Application
    events: list[Dispatch] = field(default_factory=list)

    @property
    def bot(self) -> Actor:
        return Actor(self.application.bot_id, self.application.id)

    def person(self, name: str) -> Person:
        return self.world.user(name)

    def command(self, name: str, options: object = (), *, guild: bool = False, **fields: object) -> dict:
        scope = Scope(self.application.id, self.guild.id if guild else None)
        body = {"name": name, "description": "d", "options": list(options), **fields}
        if fields.get("type", 1) != 1:
            del body["description"], body["options"]
        return create_command(self.world, self.bot, scope, body)[0]

    def heard(self, name: str) -> list[Dispatch]:
        return [event for event in self.events if event.name == name]

    def interaction(self) -> dict:
        """Return the payload of the latest interaction."""
        return self.heard("INTERACTION_CREATE")[-1].data

    def answer(self, outcome: Outcome, type: int = 4, files: list[UploadedFile] | None = None, **data: object) -> dict:
        used = outcome.interaction
        return respond(self.world, used.id, used.token, {"type": type, "data": data}, files or [])

    def follow_up(self, outcome: Outcome, **body: object) -> dict:
        token = outcome.interaction.token
        return answers.create_followup(self.world, self.application.id, token, body, [])

    def edit_original(self, outcome: Outcome, **body: object) -> dict:
        token = outcome.interaction.token
        return answers.edit_answer(self.world, self.application.id, token, None, body, files=[])


@pytest.fixture
def stage() -> Stage:
    clock = Clock(lambda: START)
    clock.freeze()
    world = World.default(clock)
    guild = next(iter(world.guilds.values()))
    application = world.create_application("Robo")
    world.add_bot(guild, application)
    general = next(channel for channel in world.channels.values() if channel.name == "general")
    stage = Stage(world, guild, general, application)
    world.subscribe(stage.events.append)
    return stage


def code_of(caught: pytest.ExceptionInfo[ApiError]) -> int:
    return caught.value.code
