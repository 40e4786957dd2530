"""What came back: status, headers and bytes, and what they stand for."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

import msgspec
from multidict import istr

from scurrypy.wire import codec
from scurrypy.wire.errors import (
    BadRequest,
    CloudflareBlocked,
    DiscordError,
    Forbidden,
    NotFound,
    ServerError,
    Unauthorized,
)
from scurrypy.wire.types import HTTPResponse

MAX_ANSWER: Final = 32 * 1024 * 1024
"""Bytes that an answer may have once inflated; the largest of Discord's, a thousand members, have about one million."""
_CONTENT_TYPE: Final = istr("Content-Type")
_JSON: Final = "application/json"
_BINARY: Final = ("image/", "audio/", "video/", "application/octet-stream")
"""How media types begin whose bytes are no text."""

_ERRORS: Final[dict[int, type[DiscordError]]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
}


class AttemptFailed(Exception):
    """No answer came back, or none that can be used."""

    def __init__(self, why: str, *, reached_discord: bool, is_final: bool = False) -> None:
        super().__init__(why)
        self.reached_discord = reached_discord
        """Whether Discord may have received the request."""
        self.is_final = is_final
        """Whether another try would fail in the same way."""
        self.was_kept = False
        """Whether the connection was kept from before, and broke before any answer: it may have been closed already."""


class Answer(msgspec.Struct, frozen=True):
    """One answer to one attempt."""

    status: int
    """HTTP status."""
    headers: Mapping[str, str]
    """Headers, whose names may be written in either case."""
    body: bytes
    """The bytes of the body."""

    def __rich_repr__(self) -> list[tuple[str, int]]:
        # What came may hold secrets.
        return [("status", self.status)]

    def __repr__(self) -> str:
        return f"Answer(status={self.status})"

    @property
    def media_type(self) -> str:
        """The media type without its parameters, in small letters; empty where none is told."""
        told = self.headers.get(_CONTENT_TYPE, "")
        return told if told == _JSON else told.partition(";")[0].strip().lower()

    @property
    def is_success(self) -> bool:
        """Whether the status says that the request succeeded."""
        return 200 <= self.status < 300

    def value(self, read: Callable[[bytes], Any] | None = None) -> HTTPResponse:
        """Return what the body stands for: decoded JSON, text, bytes of an image; None where there is no body.

        Args:
            read: Reads the JSON of an answer that has done what was asked; None for built-in values.

        Raises:
            AttemptFailed: it calls itself JSON and is not. The text of an error may do so.
        """
        if not self.body or self.status == 204:
            return None
        media_type = self.media_type
        if media_type == _JSON or media_type.endswith("+json"):
            return self._json(read)
        return self.body if media_type.startswith(_BINARY) else self._text()

    def _json(self, read: Callable[[bytes], Any] | None) -> Any:
        if read is not None and self.is_success and self.status != 202:
            # What does not fit may be JSON still; who asked for it decides what to make of that.
            with suppress(*codec.UNREADABLE):
                return read(self.body)
        try:
            return codec.decode(self.body)
        except codec.UNREADABLE:
            if self.is_success:
                raise AttemptFailed("the answer is not the JSON it says it is", reached_discord=True) from None
            return self._text()

    def _text(self) -> str:
        charset = self.headers.get(_CONTENT_TYPE, "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
        try:
            return self.body.decode(charset or "utf-8", errors="replace")
        except (LookupError, ValueError):
            # There is none of that name, or it is no name at all.
            return self.body.decode("utf-8", errors="replace")


def error_of(answer: Answer, value: Any, method: str, path: str) -> DiscordError:
    """Return the error that an answer stands for.

    Args:
        answer: The answer.
        value: Its body, decoded.
        method: HTTP method of the request.
        path: Path of the request, tokens left out.
    """
    if answer.status == 403 and "Via" not in answer.headers and not isinstance(value, dict):
        return CloudflareBlocked(answer.status, value, retry_after=0.0, method=method, path=path)
    kind = ServerError if answer.status >= 500 else _ERRORS.get(answer.status, DiscordError)
    return kind(answer.status, value, method=method, path=path)
