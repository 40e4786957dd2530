"""The HTTP client: requests to Discord's API within its limits, uploads, retries and errors."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.http.client import HTTPClient
    from scurrypy.http.contents import content_of
    from scurrypy.http.multipart import Form, message_form, plain_form
    from scurrypy.http.protocols import HTTPClientProtocol
    from scurrypy.http.transport import Transport
else:
    # aiohttp is imported with the transport, when a client starts; what files need, with the first file.
    __getattr__ = lazily(
        __name__,
        {
            ".client": ["HTTPClient"],
            ".contents": ["content_of"],
            ".multipart": ["Form", "message_form", "plain_form"],
            ".protocols": ["HTTPClientProtocol"],
            ".transport": ["Transport"],
        },
    )

__all__ = ["Form", "HTTPClient", "HTTPClientProtocol", "Transport", "content_of", "message_form", "plain_form"]
