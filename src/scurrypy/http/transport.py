"""One attempt: a request goes out, an answer comes back. Nothing here waits, repeats or judges."""

import asyncio
import os
import ssl
from collections.abc import Callable
from typing import Final

import aiohttp
from aiohttp import http_exceptions

from scurrypy.config import USER_AGENT
from scurrypy.http.deadlines import Deadlines
from scurrypy.http.departure import Batch, Connector, Departing, Way, way_of_request
from scurrypy.http.request import Outgoing
from scurrypy.http.responses import MAX_ANSWER, Answer, AttemptFailed
from scurrypy.wire.errors import InvalidFile

_CONNECT_TIMEOUT: Final = 10.0
"""Seconds to open a connection."""
_MANY_AT_ONCE: Final = 8
"""Requests under way from which on they are written together; to wait for others costs as much as it saves for few."""
_UPLOAD_FACTOR: Final = 10
"""How many times longer an upload may take."""
_NO_CONTENT_TYPE: Final = ("Content-Type",)
"""Discord refuses the type that aiohttp gives to a body that is not there."""


class _Broken(Exception):
    """The connection broke before an answer began; of no kind after which aiohttp would send the request again."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error: Exception = error


class Transport:
    """The connections to Discord, shared by all requests."""

    def __init__(self, *, proxy: str | None, timeout: float, max_answer: int = MAX_ANSWER) -> None:
        self._proxy = proxy
        self._max_answer = max_answer
        self._timeout = timeout
        self._deadlines: dict[float, Deadlines] = {}
        self._batch = Batch()
        self._session = aiohttp.ClientSession(
            # The limiter bounds how many requests are on their way. A bound here would hold up answers to interactions.
            connector=Connector(limit=0, ttl_dns_cache=300),
            request_class=Departing,
            headers={"User-Agent": USER_AGENT},
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=min(timeout, _CONNECT_TIMEOUT)),
        )

    async def send(self, request: Outgoing, *, depart: Callable[[float], None], timeout: float | None = None) -> Answer:
        """Send a request once, and return the answer.

        Redirects are not followed: they would carry the token to wherever they point.

        Args:
            request: What to send.
            depart: Called when there is a connection and the request goes out, with the seconds within which it
                arrives.
            timeout: Seconds the whole attempt may take, if it is no upload; None for the usual.

        Raises:
            AttemptFailed: no answer came back.
            InvalidFile: a file could not be read while it was sent.
        """
        content = request.body
        is_upload = content is not None and not isinstance(content, bytes)
        seconds = self._timeout if timeout is None else timeout
        deadlines = self._deadlines_after(self._timeout * _UPLOAD_FACTOR if is_upload else seconds)
        way = Way(
            depart, content if self._proxy is None else None, self._batch if len(deadlines) >= _MANY_AT_ONCE else None
        )
        way_of_request.set(way)
        attempt = deadlines.begin()
        try:
            response = await self._session.request(
                request.method,
                request.url,
                data=content if way.content is None else None,
                headers=request.headers,
                skip_auto_headers=_NO_CONTENT_TYPE if content is None else None,
                allow_redirects=False,
                proxy=self._proxy,
                # What posts aiohttp sends once by itself.
                middlewares=() if request.method == "POST" else _ONCE,
            )
            way.is_answered = True
            answer = Answer(response.status, response.headers, await self._read(response))
        except BaseException as error:
            if deadlines.finish(attempt) and isinstance(error, asyncio.CancelledError):
                raise _failure(TimeoutError(), way) from None
            if not isinstance(error, _EXPECTED):
                raise
            # Their text is never shown: that of some holds the whole address, with the token of a webhook.
            raise _failure(error.error if isinstance(error, _Broken) else error, way) from None
        deadlines.finish(attempt)
        return answer

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        """Return the body; it comes inflated, piece by piece, and no more of it is kept than an answer may have.

        With its last byte the connection is free for the next request.
        """
        pieces: list[bytes] = []
        left = self._max_answer
        content = response.content
        try:
            while left >= 0 and not content.at_eof():
                # What is there need not be waited for: nearly every answer is whole when it begins.
                pieces.append(content.read_nowait() if content.is_eof() else await content.readany())
                left -= len(pieces[-1])
        except BaseException:
            response.close()
            raise
        if left < 0:
            response.close()
            raise AttemptFailed(f"the answer exceeds {self._max_answer} bytes", reached_discord=True, is_final=True)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    async def close(self) -> None:
        """Close every connection."""
        for deadlines in self._deadlines.values():
            deadlines.close()
        await self._session.close()

    def _deadlines_after(self, seconds: float) -> Deadlines:
        found = self._deadlines.get(seconds)
        if found is None:
            found = self._deadlines[seconds] = Deadlines(seconds)
        return found


_NEVER_CONNECTED: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
_BROKEN: Final = (aiohttp.ClientOSError, aiohttp.ClientConnectionResetError, aiohttp.ServerDisconnectedError)


async def _once(request: aiohttp.ClientRequest, send: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Send a request, once: aiohttp would send some again where a connection broke, past every limit."""
    try:
        return await send(request)
    except _NEVER_CONNECTED:
        raise
    except _BROKEN as error:
        raise _Broken(error) from None


_ONCE: Final = (_once,)
_EXPECTED: Final = (_Broken, aiohttp.ClientError, OSError)


def _failure(error: Exception, way: Way) -> Exception:
    """Return what a caller is told of an attempt that ended without an answer."""
    if isinstance(error.__cause__, InvalidFile):
        return error.__cause__
    failure = AttemptFailed(_why(error, way), reached_discord=way.is_connected)
    failure.was_kept = way.is_connected and way.is_kept and not way.is_answered and isinstance(error, _BROKEN)
    return failure


def _why(error: Exception, way: Way) -> str:
    if isinstance(error, TimeoutError):
        return f"no {'answer' if way.is_connected else 'connection'} in time"
    if isinstance(error, aiohttp.ClientConnectorError):
        whose = "the proxy " if isinstance(error, aiohttp.ClientProxyConnectionError) else ""
        return f"cannot connect to {whose}{error.host}:{error.port}: {_reason(error.os_error)}"
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return "the connection was closed before an answer came"
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"the proxy answered {error.status}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"the connection broke: {_reason(error)}"
    return _what_is_wrong_with_the_answer(error)


def _what_is_wrong_with_the_answer(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientPayloadError):
        is_packed = isinstance(error.__cause__, http_exceptions.ContentEncodingError)
        return "the answer cannot be inflated" if is_packed else "the answer broke off"
    if isinstance(error, aiohttp.ClientResponseError):
        # Its text repeats what came, and the address that was asked.
        return f"what answered speaks no HTTP: {type(error.__cause__ or error).__name__}"
    return f"the exchange broke off: {type(error).__name__}"


def _reason(error: OSError) -> str:
    """Return why the system, or TLS, gave up."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    # The numbers of TLS and of name lookups are not those of the system.
    if error.errno is None or error.errno < 0 or isinstance(error, ssl.SSLError):
        return error.strerror or str(error)
    return os.strerror(error.errno)
