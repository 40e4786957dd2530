"""Where requests go: the base address of Discord's HTTP API, or of what stands in for it."""

import ipaddress
import os
from typing import Final
from urllib.parse import urlsplit

from scurrypy.config import API_VERSION, DEFAULT_API_URL
from scurrypy.wire.errors import InvalidRequest

VARIABLE: Final = "SCURRYPY_API_URL"
"""Name of the environment variable that names another base address."""


def base_url_of(given: str | None) -> str:
    """Return the base address, without a slash at its end.

    An address without a path, or with just `/api`, gets the version that this package speaks. One that comes from the
    environment must be https, or http to this very machine: a token must not travel in the open because of a
    variable. One given in code may be plain http, for a proxy inside one's own network.

    Args:
        given: What the code says; None for the environment, and then for Discord itself.

    Raises:
        InvalidRequest: it is not an address that a token can be sent to.
    """
    where, address = ("base_url", given) if given is not None else (VARIABLE, os.environ.get(VARIABLE))
    if not address:
        return DEFAULT_API_URL
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise InvalidRequest(where, "an http or https address without credentials", _without_credentials(address))
    if parts.query or parts.fragment:
        raise InvalidRequest(where, "an address without ? and #", address)
    if given is None and parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise InvalidRequest(where, "https, or http to this machine", address)
    path = parts.path.rstrip("/")
    if path in ("", "/api"):
        path = f"/api/v{API_VERSION}"
    return f"{parts.scheme}://{parts.netloc}{path}"


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _without_credentials(address: str) -> str:
    _, found, rest = address.rpartition("@")
    return f"…@{rest}" if found else rest
