"""The index that searches look into."""

from dataclasses import dataclass


@dataclass(slots=True)
class SearchIndex:
    """How far the index of messages and threads is."""

    not_ready: int = 0
    """How many more searches are told to come back later."""
    retry_after: int = 1
    """Seconds after which they are told to."""
