"""Everything the local Discord knows, and what can be done in it. No sockets, no event loop."""

from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.world import World

__all__ = ["Actor", "World"]
