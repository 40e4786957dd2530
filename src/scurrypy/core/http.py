"""The HTTP client."""

from scurrypy.config import USER_AGENT
from scurrypy.http import HTTPClient, HTTPClientProtocol
from scurrypy.http.inherited import Bucket, RequestItem
from scurrypy.wire.errors import DiscordError, NoSession

__all__ = [
    "USER_AGENT",
    "Bucket",
    "DiscordError",
    "HTTPClient",
    "HTTPClientProtocol",
    "NoSession",
    "RequestItem",
]
