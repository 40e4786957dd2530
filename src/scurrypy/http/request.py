"""One request, as it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yarl import URL

    from scurrypy import http


class Outgoing(msgspec.Struct):
    """One request, as it is sent: any number of times."""

    method: str
    """HTTP method, in capitals."""
    url: URL
    """The whole address, quoted already."""
    headers: Mapping[str, str]
    """Headers beside the user agent."""
    body: bytes | http.Form | None = None
    """Encoded JSON, a form, or nothing."""

    def __repr__(self) -> str:
        # The other fields may hold tokens.
        return f"<Outgoing {self.method}>"
