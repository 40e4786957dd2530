"""One attempt: a request goes out, an answer comes back. Nothing here waits, repeats or judges."""

import os
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Final

import aiohttp
from yarl import URL

from scurrypy.config import USER_AGENT
from scurrypy.http.multipart import Form
from scurrypy.http.responses import Answer, AttemptFailed
from scurrypy.wire.errors import InvalidFile

_CONNECT_TIMEOUT: Final = 10.0
"""Seconds to open a connection."""
_UPLOAD_FACTOR: Final = 10
"""How many times longer an upload may take."""
_NO_CONTENT_TYPE: Final = ("Content-Type",)
"""Discord refuses the type that aiohttp gives to a body that is not there."""


@dataclass(slots=True)
class Outgoing:
    """One request, as it is sent: any number of times."""

    method: str
    """HTTP method, in capitals."""
    url: URL
    """The whole address, quoted already."""
    headers: Mapping[str, str]
    """Headers beside the user agent."""
    body: bytes | Form | None = None
    """Encoded JSON, a form, or nothing."""


class Transport:
    """The connections to Discord, shared by all requests."""

    def __init__(self, *, proxy: str | None, timeout: float) -> None:
        self._proxy = proxy
        self._timeout = timeout
        # The limiter bounds how many requests are on their way. A bound here would hold up answers to interactions.
        connector = aiohttp.TCPConnector(limit=0, ttl_dns_cache=300)
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": USER_AGENT},
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=self._limits_of(timeout),
        )

    async def send(self, request: Outgoing, *, timeout: float | None = None) -> Answer:
        """Send a request once, and return the answer.

        Redirects are not followed: they would carry the token to wherever they point.

        Args:
            request: What to send.
            timeout: Seconds the whole attempt may take, if it is no upload; None for the usual.

        Raises:
            AttemptFailed: no answer came back.
            InvalidFile: a file could not be read while it was sent.
        """
        content: bytes | AsyncIterator[bytes] | None
        if isinstance(request.body, Form):
            content = request.body.stream()
            limits = self._limits_of(self._timeout * _UPLOAD_FACTOR)
        else:
            content = request.body
            limits = self._session.timeout if timeout is None else self._limits_of(timeout)
        try:
            async with self._session.request(
                request.method,
                request.url,
                data=content,
                headers=request.headers,
                skip_auto_headers=_NO_CONTENT_TYPE if content is None else None,
                allow_redirects=False,
                proxy=self._proxy,
                timeout=limits,
            ) as response:
                return Answer(response.status, response.headers, await response.read())
        except (aiohttp.ClientError, OSError) as error:
            if isinstance(error.__cause__, InvalidFile):
                raise error.__cause__ from None
            # The text of some of these errors holds the whole address, with the token of a webhook.
            raise AttemptFailed(_why(error), reached_discord=not isinstance(error, _NEVER_CONNECTED)) from None

    async def close(self) -> None:
        """Close every connection."""
        await self._session.close()

    def _limits_of(self, seconds: float) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(total=seconds, sock_connect=min(seconds, _CONNECT_TIMEOUT))


_NEVER_CONNECTED: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


def _why(error: Exception) -> str:
    name = type(error).__name__
    if isinstance(error, TimeoutError):
        return f"{name}: no answer in time"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"{name}: {error}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name}: {os.strerror(error.errno)}"
    return name
