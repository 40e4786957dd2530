"""One request, as it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from yarl import URL

from scurrypy.http.multipart import Form


@dataclass(slots=True)
class Outgoing:
    """One request, as it is sent: any number of times."""

    method: str
    """HTTP method, in capitals."""
    url: URL = field(repr=False)
    """The whole address, quoted already."""
    headers: Mapping[str, str] = field(repr=False)
    """Headers beside the user agent."""
    body: bytes | Form | None = field(default=None, repr=False)
    """Encoded JSON, a form, or nothing."""
