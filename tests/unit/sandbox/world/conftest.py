from dataclasses import dataclass, field

import pytest

from scurrypy.sandbox import Actor, ApiError, Clock, Dispatch, World
from scurrypy.sandbox.records import Application, Channel, Guild, User
from scurrypy.sandbox.rules.permissions import DEFAULT_EVERYONE

START = 1_790_000_000.0


@dataclass
class Scene:
    """A small world at a frozen moment, with a bot in it, and everything that was published since."""

    world: World
    guild: Guild
    general: Channel
    application: Application
    events: list[Dispatch] = field(default_factory=list)
    role_id: int = 0

    @property
    def bot(self) -> Actor:
        return Actor(self.application.bot_id, self.application.id)

    def person(self, name: str) -> Actor:
        return Actor(self.user(name).id)

    def user(self, name: str) -> User:
        return next(user for user in self.world.users.values() if user.username == name)

    def allow_bot(self, granted: int) -> None:
        """Have the bot's own role grant these permissions and no others."""
        role_id = self.guild.members[self.application.bot_id].role_ids[0]
        self.guild.roles[role_id].permissions = granted
        self.guild.roles[self.guild.id].permissions = 0

    def names(self) -> list[str]:
        return [event.name for event in self.events]

    def last(self, name: str) -> Dispatch:
        return [event for event in self.events if event.name == name][-1]


@pytest.fixture
def scene() -> Scene:
    world = World.default(Clock(lambda: START))
    guild = next(iter(world.guilds.values()))
    general = next(channel for channel in world.channels.values() if channel.name == "general")
    application = world.create_application("robot")
    world.add_bot(guild, application)
    scene = Scene(world, guild, general, application)
    world.subscribe(scene.events.append)
    return scene


def refusal(caught: pytest.ExceptionInfo[ApiError]) -> tuple[int, int]:
    return caught.value.status, caught.value.code


EVERYONE = DEFAULT_EVERYONE
