"""ScurryPy: the Discord client for Python. Clarity over magic."""

from scurrypy.bases import Addon
from scurrypy.client import Client
from scurrypy.intents import Intents

__all__ = ["Addon", "Client", "Intents"]
