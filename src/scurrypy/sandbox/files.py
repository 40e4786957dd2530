"""The files of a world and their addresses, which are signed and expire as Discord's do.

See [Discord Docs/Signed Attachment CDN URLs](https://docs.discord.com/developers/reference#signed-attachment-cdn-urls).
"""

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256

from scurrypy.sandbox.clock import Clock

LIFETIME = 24 * 3600
"""Seconds for which a signed address works."""


class Files:
    """What the CDN serves, by path."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._stored: dict[str, tuple[bytes, str | None]] = {}
        self.base_url = "http://127.0.0.1/cdn"
        """Where the CDN is; the server fills it in."""

    def put(self, path: str, data: bytes, content_type: str | None) -> None:
        """Store a file."""
        self._stored[path] = (data, content_type)

    def get(self, path: str) -> tuple[bytes, str | None] | None:
        """Return a file's bytes and media type; None where there is no such file."""
        return self._stored.get(path)

    def discard(self, path: str) -> None:
        """Forget a file."""
        self._stored.pop(path, None)

    def clear(self) -> None:
        """Forget every file."""
        self._stored.clear()

    def signed_url(self, path: str) -> str:
        """Return an address of a file that works for a day."""
        issued = int(self._clock.now())
        # `&` ends the address, as it does Discord's, so that clients can append a size.
        return f"{self.base_url}/{path}?ex={issued + LIFETIME:x}&is={issued:x}&hm={self._mark(path, issued)}&"

    def is_signed(self, path: str, query: Mapping[str, str]) -> bool:
        """Return whether a query signs the path and has not expired."""
        try:
            expires, issued = int(query["ex"], 16), int(query["is"], 16)
        except (KeyError, ValueError):
            return False
        genuine = hmac.compare_digest(query.get("hm", "").encode(), self._mark(path, issued).encode())
        return genuine and expires == issued + LIFETIME and self._clock.now() < expires

    def _mark(self, path: str, issued: int) -> str:
        return hmac.new(self._secret, f"{path} {issued}".encode(), sha256).hexdigest()
