"""Where the dispatches take place: the world of the busy mix, and what came to be in it since."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from events import JSON, World, place

MOMENT = "2026-08-06T10:11:12.345000+00:00"
LATER = "2026-08-07T20:00:00+00:00"
ALL_PERMISSIONS = "2251799813685247"


@dataclass
class Scene:
    """A world, and things that come, change and go in it."""

    world: World
    passing: defaultdict[str, list[JSON]] = field(default_factory=lambda: defaultdict(list))
    """What came and did not go, by kind."""

    def came(self, kind: str, thing: JSON) -> JSON:
        """Return a new thing, which may change and go later."""
        self.passing[kind].append(thing)
        return thing

    def one(self, kind: str, make: Callable[["Scene"], JSON]) -> JSON:
        """Return something that came before; something new where nothing did."""
        return self.world.random.choice(self.passing[kind]) if self.passing[kind] else self.came(kind, make(self))

    def gone(self, kind: str, make: Callable[["Scene"], JSON]) -> JSON:
        """Return something that came before, and forget it."""
        thing = self.one(kind, make)
        self.passing[kind].remove(thing)
        return thing

    def guild(self) -> JSON:
        """Return a guild."""
        return self.world.random.choice(self.world.guilds)

    def place(self) -> tuple[JSON, JSON, JSON]:
        """Return a guild, a text channel and a member of it."""
        return place(self.world)

    def role_ids(self, guild: JSON) -> list[str]:
        """Return the ids of a guild's roles, that of everyone first."""
        return [role["id"] for role in guild["roles"]]
