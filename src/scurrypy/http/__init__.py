"""The HTTP client: requests to Discord's API within its limits, uploads, retries and errors."""

from scurrypy.http.client import HTTPClient
from scurrypy.http.protocols import HTTPClientProtocol

__all__ = ["HTTPClient", "HTTPClientProtocol"]
