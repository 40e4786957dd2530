"""Dispatches of every type that Discord documents, in its shapes, seeded like the busy mix of events.py.

READY begins a stream (events.opening). RESUMED says nothing and does not belong into one; it is here to be whole.
"""

from collections.abc import Callable, Iterator
from functools import partial

from events import JSON, World, message_create, payload
from events import MAKERS as BUSY
from peers.mix import EVERY, FIRST, LAST

from dispatches import applications, channels, community, guilds, messages
from dispatches.scene import Scene


def _of_world(make: Callable[[World], JSON], scene: Scene) -> JSON:
    """Make a dispatch of the busy mix in a scene."""
    return make(scene.world)


def resumed(_: Scene) -> JSON:
    """Return what is told when all events that were missed have come."""
    return {}


MAKERS: dict[str, Callable[[Scene], JSON]] = {
    **{name: partial(_of_world, make) for name, make in BUSY.items()},
    **guilds.MAKERS,
    **channels.MAKERS,
    **community.MAKERS,
    **messages.MAKERS,
    **applications.MAKERS,
    "RESUMED": resumed,
}
"""What makes the body of each dispatch."""


def every(world: World, count: int, sequence: int) -> Iterator[tuple[str, bytes]]:
    """Yield name and payload of `count` dispatches of every type; a message is the first and the last.

    Each type comes once before the rest is drawn by weight, so that even a short stream has them all.
    """
    scene = Scene(world)
    once = world.random.sample(list(EVERY), k=len(EVERY))
    drawn = world.random.choices(list(EVERY), weights=list(EVERY.values()), k=count)
    names = ["MESSAGE_CREATE", *once, *drawn]
    for index, name in enumerate(names[:count]):
        if index in (0, count - 1):
            body = message_create(world, content=LAST if index else FIRST)
            yield "MESSAGE_CREATE", payload("MESSAGE_CREATE", sequence + index, body)
        else:
            yield name, payload(name, sequence + index, MAKERS[name](scene))
