"""The HTTP API of the local Discord, over aiohttp."""

from scurrypy.sandbox.http.app import rest_app, served_operations
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.operations import operation

__all__ = ["Call", "Reply", "operation", "rest_app", "served_operations"]
