"""Two records that ScurryPy 2.3's HTTP client showed to the world, so that what imports their names still can.

This client neither makes nor reads them: its limits live in `limits`, and a request waits as a coroutine.
"""

import asyncio
from dataclasses import dataclass
from typing import Any


@dataclass
class Bucket:
    """What ScurryPy 2.3 knew of a rate limit."""

    remaining: int
    """Requests left in the window."""
    reset_after: float
    """Seconds until the window ends."""
    reset_on: float
    """When the window ends, in seconds since the Unix epoch."""
    sleep_task: asyncio.Task[Any] | None = None
    """The task that waited for it."""


@dataclass
class RequestItem:
    """A request as ScurryPy 2.3 queued it."""

    method: str
    """HTTP method."""
    endpoint: str
    """Path below the API's base."""
    data: Any
    """Body."""
    params: dict[str, Any] | None
    """Query parameters."""
    files: list[str] | None
    """Paths of files to upload."""
    assets: Any
    """Form fields."""
    future: asyncio.Future[Any]
    """Where the answer was awaited."""
