"""A local Discord: the HTTP API and the gateway on one port of this machine, over a world held in memory."""

from scurrypy.sandbox.clock import Clock
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.errors import ApiError
from scurrypy.sandbox.ids import Ids
from scurrypy.sandbox.server import Sandbox
from scurrypy.sandbox.world import Actor, World

__all__ = ["Actor", "ApiError", "Clock", "Dispatch", "Ids", "Sandbox", "World"]
