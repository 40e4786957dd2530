"""One attempt: a request goes out, an answer comes back. Nothing here waits, repeats or judges."""

import os
import ssl
from collections.abc import Callable
from types import SimpleNamespace
from typing import Final

import aiohttp
from aiohttp import http_exceptions

from scurrypy.config import USER_AGENT
from scurrypy.http.multipart import Form
from scurrypy.http.request import Outgoing
from scurrypy.http.responses import MAX_ANSWER, Answer, AttemptFailed
from scurrypy.wire.errors import InvalidFile

_CONNECT_TIMEOUT: Final = 10.0
"""Seconds to open a connection."""
_FIRST_TRIP: Final = 1.0
"""Seconds within which a request arrives that is the first on its connection: what lies between may open one, too."""
_UPLOAD_FACTOR: Final = 10
"""How many times longer an upload may take."""
_NO_CONTENT_TYPE: Final = ("Content-Type",)
"""Discord refuses the type that aiohttp gives to a body that is not there."""


class _Way:
    """How one request goes out."""

    __slots__ = ("depart", "is_kept")

    def __init__(self, depart: Callable[[float], None]) -> None:
        self.depart: Callable[[float], None] = depart
        self.is_kept = False


class _Broken(AttemptFailed):
    """The connection broke before an answer began."""


class Transport:
    """The connections to Discord, shared by all requests."""

    def __init__(self, *, proxy: str | None, timeout: float, max_answer: int = MAX_ANSWER) -> None:
        self._proxy = proxy
        self._max_answer = max_answer
        self._timeout = timeout
        # The limiter bounds how many requests are on their way. A bound here would hold up answers to interactions.
        connector = aiohttp.TCPConnector(limit=0, ttl_dns_cache=300)
        trace = aiohttp.TraceConfig()
        trace.on_connection_reuseconn.append(_on_reused_connection)
        trace.on_connection_create_end.append(_on_new_connection)
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": USER_AGENT},
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=self._limits_of(timeout),
            trace_configs=[trace],
            middlewares=(_once,),
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
        if isinstance(content, Form):
            limits = self._limits_of(self._timeout * _UPLOAD_FACTOR)
        else:
            limits = self._session.timeout if timeout is None else self._limits_of(timeout)
        way = _Way(depart)
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
                trace_request_ctx=way,
            ) as response:
                return Answer(response.status, response.headers, await self._read(response))
        except _Broken as failure:
            failure.was_kept = way.is_kept
            raise
        except (aiohttp.ClientError, OSError) as error:
            if isinstance(error.__cause__, InvalidFile):
                raise error.__cause__ from None
            # The text of some of these errors holds the whole address, with the token of a webhook.
            raise AttemptFailed(_why(error), reached_discord=not isinstance(error, _NEVER_CONNECTED)) from None

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        """Return the body; it comes inflated, piece by piece, and no more of it is kept than an answer may have."""
        pieces: list[bytes] = []
        left = self._max_answer
        async for piece in response.content.iter_any():
            left -= len(piece)
            if left < 0:
                response.close()
                raise AttemptFailed(f"the answer exceeds {self._max_answer} bytes", reached_discord=True, is_final=True)
            pieces.append(piece)
        return b"".join(pieces)

    async def close(self) -> None:
        """Close every connection."""
        await self._session.close()

    def _limits_of(self, seconds: float) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(total=seconds, sock_connect=min(seconds, _CONNECT_TIMEOUT))


_NEVER_CONNECTED: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


async def _once(request: aiohttp.ClientRequest, send: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Send a request, once: aiohttp would send some again where a connection broke, past every limit."""
    try:
        return await send(request)
    except _NEVER_CONNECTED:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        if isinstance(error.__cause__, InvalidFile):
            raise error.__cause__ from None
        raise _Broken(_why(error), reached_discord=True) from None


async def _on_reused_connection(
    _session: aiohttp.ClientSession, context: SimpleNamespace, _params: aiohttp.TraceConnectionReuseconnParams
) -> None:
    way: _Way = context.trace_request_ctx
    way.is_kept = True
    way.depart(0.0)


async def _on_new_connection(
    _session: aiohttp.ClientSession, context: SimpleNamespace, _params: aiohttp.TraceConnectionCreateEndParams
) -> None:
    way: _Way = context.trace_request_ctx
    way.depart(_FIRST_TRIP)


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"no {'connection' if isinstance(error, aiohttp.ConnectionTimeoutError) else 'answer'} in time"
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
