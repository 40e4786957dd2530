"""From what a caller gives to what is sent: address, query, headers and body."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import count
from typing import Any, Final, cast
from urllib.parse import quote, urlencode

from multidict import CIMultiDict, istr
from yarl import URL

from scurrypy import http
from scurrypy.http.retries import is_message
from scurrypy.http.routing import Target
from scurrypy.wire import codec
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.upload import File, Upload

_MAX_REASON: Final = 512
"""Characters of an audit log reason."""
_AS_THEY_ARE: Final = "/%:@!$&'()*+,;=-._~?"
"""Characters of a path that need no quoting, or are quoted already."""
_AUTHORIZATION: Final = istr("Authorization")
_CONTENT_LENGTH: Final = istr("Content-Length")
_CONTENT_TYPE: Final = istr("Content-Type")
_REASON: Final = istr("X-Audit-Log-Reason")
_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"
_NEEDS_QUOTING: Final = re.compile(f"[^A-Za-z0-9_{re.escape(_AS_THEY_ARE)}]")


def url_of(base: str, path: str, params: Mapping[str, Any] | None) -> URL:
    """Return the whole address.

    What is quoted stays as it is, for a quoted slash must not become one; what cannot stand in an address is quoted.

    Args:
        base: Address of the API, without a slash at its end.
        path: Path below it, and perhaps a query.
        params: Query parameters: None is left out, a list repeats its name.
    """
    path = path.lstrip("/")
    address = f"{base}/{quote(path, safe=_AS_THEY_ARE) if _NEEDS_QUOTING.search(path) else path}"
    query = urlencode(list(_pairs(params))) if params else ""
    if query:
        address += ("&" if "?" in address else "?") + query
    return URL(address, encoded=True)


def _pairs(params: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for name, value in params.items():
        if value is None:
            continue
        if isinstance(value, (list, tuple, set, frozenset)):
            yield from ((name, _text(item)) for item in cast("Iterable[object]", value))
        else:
            yield name, _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value.value) if isinstance(value, Enum) else str(value)


class UrlForm(bytes):
    """Plain fields in the encoding that addresses have, the only one OAuth2's token endpoints take."""

    __slots__ = ()

    def __repr__(self) -> str:
        # Its fields are tokens and secrets.
        return f"<UrlForm {len(self)} bytes>"

    __str__ = __repr__


def headers_of(
    authorization: str | None,
    reason: str | None,
    body: bytes | http.Form | None,
    extra: Mapping[str, str] | None = None,
) -> CIMultiDict[str]:
    """Return the headers of a request.

    Args:
        authorization: Value of the header that says who sends; None for nobody.
        reason: Why, for the guild's audit log.
        body: What the request carries.
        extra: Headers that only this operation has.

    Raises:
        InvalidRequest: the reason is empty, too long or no text.
    """
    headers: CIMultiDict[str] = CIMultiDict(extra or ())
    if authorization is not None:
        headers[_AUTHORIZATION] = authorization
    if reason is not None:
        headers[_REASON] = quote(_checked_reason(reason), safe="")
    if isinstance(body, bytes):
        headers[_CONTENT_TYPE] = _FORM if isinstance(body, UrlForm) else _JSON
    elif body is not None:
        headers[_CONTENT_TYPE] = body.content_type
        if body.size is not None:
            headers[_CONTENT_LENGTH] = str(body.size)
    return headers


def _checked_reason(reason: object) -> str:
    if not isinstance(reason, str):
        raise InvalidRequest("reason", f"text of 1-{_MAX_REASON} characters", type(reason).__name__)
    if not 1 <= len(reason) <= _MAX_REASON:
        raise InvalidRequest("reason", f"1-{_MAX_REASON} characters", len(reason))
    return reason


def body_of(
    data: Any,
    files: Sequence[File] | None,
    assets: Mapping[str, str | Upload | None] | None,
    form: Mapping[str, Any] | None = None,
) -> bytes | http.Form | None:
    """Return the body of a request: encoded JSON, a form where there are files or fields, or nothing.

    Raises:
        InvalidRequest: form fields are given beside a JSON body or files.
    """
    if form is not None:
        if data is not None or files or assets is not None:
            raise InvalidRequest("form", "fields instead of data, files and assets", "both")
        return UrlForm(urlencode(list(_pairs(form))).encode())
    if assets is not None:
        if data is not None or files:
            raise InvalidRequest("assets", "form fields instead of data and files", "both")
        return http.plain_form(assets)
    if files:
        return http.message_form(data, files)
    return None if data is None else codec.encode(data)


def nonces_from(rng: random.Random) -> Iterator[str]:
    """Yield nonces of 24 characters, each another; those of another client differ in the first 16.

    Args:
        rng: Makes these first ones.
    """
    client = rng.getrandbits(64)
    for number in count():
        yield f"{client:016x}{number:08x}"


def with_nonce(target: Target, data: Any, nonces: Iterator[str]) -> Any:
    """Return the body with a nonce if it is a message that has none: by it Discord knows a repetition from a new one.

    See [Discord Docs/Create Message](https://docs.discord.com/developers/resources/message#create-message).

    Args:
        target: What the request is about.
        data: The body; it is not changed.
        nonces: Where the nonce is taken from.
    """
    if not is_message(target) or not isinstance(data, (dict, Mapping)):
        return data
    body = cast("Mapping[str, Any]", data)
    if body.get("nonce") is not None:
        return body
    return {**body, "nonce": next(nonces), "enforce_nonce": True}
