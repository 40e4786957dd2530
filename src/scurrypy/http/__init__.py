"""The HTTP client: requests to Discord's API within its limits, uploads, retries and errors."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.http.client import HTTPClient
    from scurrypy.http.protocols import HTTPClientProtocol
    from scurrypy.http.transport import Transport
else:
    # aiohttp is imported with the transport, when a client starts.
    __getattr__ = lazily(
        __name__,
        {".client": ["HTTPClient"], ".protocols": ["HTTPClientProtocol"], ".transport": ["Transport"]},
    )

__all__ = ["HTTPClient", "HTTPClientProtocol", "Transport"]
