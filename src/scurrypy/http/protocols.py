"""What resources need of an HTTP client; write your own to test without a network."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from scurrypy.wire.types import HTTPResponse


class HTTPClientProtocol(Protocol):
    """Sends requests to Discord.

    Resources also pass `reason`, `authorization`, `retry`, `form` and `headers`, but only where an operation or the
    caller needs them: an implementation that never sees them needs no parameter for them.
    """

    async def start(self, token: str) -> None:
        """Get ready to send requests as the bot that `token` belongs to."""
        ...

    async def request(
        self,
        method: str,
        endpoint: str,
        *,
        data: Any = None,
        params: Mapping[str, Any] | None = None,
        files: Sequence[Any] | None = None,
        assets: Mapping[str, Any] | None = None,
    ) -> HTTPResponse:
        """Send a request, and return the decoded answer; None where it has no body.

        Args:
            method: HTTP method.
            endpoint: Path below the API's base, with or without the slash in front.
            data: JSON body.
            params: Query parameters; those that are None are left out.
            files: Files beside the body.
            assets: Plain form fields instead of a JSON body.
        """
        ...

    async def close(self) -> None:
        """Close every connection."""
        ...
