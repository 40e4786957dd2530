"""The HTTP client: sends a request, keeps every limit on the way, and turns what comes back into a value or an error.

1. The path tells what the request is about, and which limits apply.
2. The limits are passed; that may take a while.
3. One attempt is made. What its answer tells about the limits is remembered.
4. A limit, or a failure that may pass, leads back to 2, unless that could do the work twice.
5. The answer is decoded and returned, or raised.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from scurrypy import http
from scurrypy.http.base_url import base_url_of
from scurrypy.http.exchange import Call, Exchange
from scurrypy.http.invalid_requests import invalid_requests_to
from scurrypy.http.limits import Limits
from scurrypy.http.outgoing import body_of, headers_of, nonces_from, url_of, with_nonce
from scurrypy.http.request import Outgoing
from scurrypy.http.responses import MAX_ANSWER
from scurrypy.http.retries import Retries, safety_of
from scurrypy.http.routing import limited_fields, target_of
from scurrypy.http.standing import Standing
from scurrypy.wire.errors import InvalidRequest, NoSession
from scurrypy.wire.types import HTTPResponse
from scurrypy.wire.upload import File, Upload

BOT: Final = "bot"
"""Who sends a request unless its caller says otherwise: the bot, with the token given to `start`."""


class HTTPClient:
    """Sends requests to Discord's HTTP API as one bot.

    See [Discord Docs/API Reference](https://docs.discord.com/developers/reference).

    Args:
        base_url: Address of the API; None for what the environment variable `SCURRYPY_API_URL` says, and then for
            Discord itself. Plain http from the environment must lead to this machine.
        proxy: Address of an HTTP proxy that all connections go through; those of a client's shards, too.
        global_limit: Requests per second in all. Discord allows 50 unless it has told you otherwise; give each process
            its share.
        max_wait: Seconds that a request waits for one limit to reset; `RateLimited` is raised at once where it would
            be longer. None to wait as long as it takes.
        timeout: Seconds that one attempt may take; an upload may take ten times as long.
        rng: Source of nonces and of the spread of retries.
        max_answer: Bytes that one answer may have once inflated; a longer one raises `RequestFailed`.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        proxy: str | None = None,
        global_limit: int = 50,
        max_wait: float | None = 60.0,
        timeout: float = 30.0,
        rng: random.Random | None = None,
        max_answer: int = MAX_ANSWER,
    ) -> None:
        if max_answer < 1:
            raise InvalidRequest("max_answer", "at least 1 byte", max_answer)
        if global_limit < 1:
            raise InvalidRequest("global_limit", "at least 1 request per second", global_limit)
        self._base_url = base_url_of(base_url)
        self._proxy = proxy
        self._global_limit = global_limit
        self._max_wait = max_wait
        self._timeout = timeout
        self._max_answer = max_answer
        self._rng = rng or random.SystemRandom()
        self._nonces = nonces_from(self._rng)
        self._token = ""
        self._exchange: Exchange | None = None

    def __repr__(self) -> str:
        return f"<HTTPClient {self._base_url} {'started' if self._exchange else 'not started'}>"

    @property
    def base_url(self) -> str:
        """Address of the API, without a slash at its end."""
        return self._base_url

    @property
    def proxy(self) -> str | None:
        """Address of the proxy; it may hold a password."""
        return self._proxy

    async def start(self, token: str) -> None:
        """Get ready to send requests as the bot that `token` belongs to. Nothing is sent yet.

        To start again with the same token changes nothing; with another, the client begins anew.

        Raises:
            InvalidRequest: this cannot be a token.
        """
        token = token.strip().removeprefix("Bot ").lstrip()
        if not token or not token.isprintable() or not token.isascii() or " " in token:
            raise InvalidRequest(
                "token", "the bot's token, as the developer portal shows it", f"{len(token)} characters"
            )
        if self._exchange is not None and token == self._token:
            return
        await self.close()
        self._token = token
        self._nonces = nonces_from(self._rng)
        origin = urlsplit(self._base_url).netloc
        self._exchange = Exchange(
            http.Transport(proxy=self._proxy, timeout=self._timeout, max_answer=self._max_answer),
            Limits(self._global_limit, self._max_wait),
            Standing(invalid_requests_to(origin)),
            self._max_wait,
        )

    async def close(self) -> None:
        """Close every connection. Requests that wait or are on their way raise `NoSession`."""
        exchange, self._exchange = self._exchange, None
        if exchange is not None:
            await exchange.close()

    async def request(
        self,
        method: str,
        endpoint: str,
        *,
        data: Any = None,
        params: Mapping[str, Any] | None = None,
        files: Sequence[File] | None = None,
        assets: Mapping[str, str | Upload | None] | None = None,
        reason: str | None = None,
        authorization: str | None = BOT,
        retry: bool | None = None,
        form: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        read: Callable[[bytes], Any] | None = None,
    ) -> HTTPResponse:
        """Send a request, and return the decoded answer: JSON, text where it is none, None where there is no body.

        A message that is created gets a nonce unless `data` has one, so that it is not posted twice when the answer to
        a first try was lost. Interactions and webhooks are answered with the token in their path, not the bot's.

        Args:
            method: HTTP method.
            endpoint: Path below the API's base, with or without the slash in front.
            data: JSON body, of built-in values, enums and snowflakes.
            params: Query parameters; those that are None are left out, a list repeats its name.
            files: Files beside the body: paths or uploads. What `data` says about each in `attachments` is kept.
            assets: Fields of a multipart form instead of a JSON body, text or uploads.
            reason: Why, for the guild's audit log, 1-512 characters.
            authorization: Who sends it: `bot`, a whole header value such as `Bearer …` for a user, or None for nobody.
            retry: Whether a try that failed may be repeated although its work may be done already; None to repeat
                only what is safe. Limits are waited for in each case.
            form: Fields of a URL-encoded form instead of a JSON body, as OAuth2 takes; None is left out.
            headers: Headers that only this operation has.
            read: Reads the JSON of an answer that succeeded, instead of built-in values being made of it; where it
                finds that the bytes do not fit, they are.

        Raises:
            NoSession: the client is not started, or was closed.
            InvalidRequest: the request cannot be sent as it is.
            InvalidFile: a file cannot be read.
            RequestFailed: no answer came back.
            RateLimited: a limit does not reset soon enough.
            DiscordError: Discord answered with an error.
        """
        exchange = self._exchange
        if exchange is None:
            raise NoSession(
                "the HTTP client is not started, or was closed; call `await http.start(token)` before the first request"
            )
        method = method.upper()
        target = target_of(method, endpoint.partition("?")[0])
        sender = self._sender(authorization, with_token=target.with_token)
        data = with_nonce(target, data, self._nonces)
        body = body_of(data, files, assets, form)
        call = Call(
            target=target,
            identity=(authorization or "") if sender else "",
            fields=limited_fields(target, data),
            outgoing=Outgoing(
                method, url_of(self._base_url, endpoint, params), headers_of(sender, reason, body, headers), body
            ),
            # Only the answer to an interaction can come too late.
            retries=Retries(
                target, safety_of(target, data, retry), self._rng, exchange.now if target.is_callback else 0.0
            ),
            wants_answer=bool(params and params.get("with_response")),
            read=read,
        )
        return await exchange.perform(call)

    def _sender(self, authorization: str | None, *, with_token: bool) -> str | None:
        """Return the value of the `Authorization` header; None for none."""
        if authorization != BOT:
            return authorization
        return f"Bot {self._token}" if with_token else None
