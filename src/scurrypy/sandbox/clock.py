"""What time it is in the local Discord."""

import time
from collections.abc import Callable
from datetime import UTC, datetime


class Clock:
    """The time in one world: real time, unless it is frozen or moved ahead."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._ahead = 0.0
        self._frozen: float | None = None

    def now(self) -> float:
        """Return the moment, in seconds since the Unix epoch."""
        moment = self._source() if self._frozen is None else self._frozen
        return moment + self._ahead

    def advance(self, seconds: float) -> None:
        """Move the time ahead by `seconds`."""
        if seconds < 0:
            raise ValueError(f"time does not run backwards, got {seconds} seconds")
        self._ahead += seconds

    def freeze(self) -> None:
        """Stop the time; from here on only `advance` moves it."""
        if self._frozen is None:
            self._frozen = self._source()

    def thaw(self) -> None:
        """Let the time run again, from the moment it stands at."""
        if self._frozen is not None:
            self._ahead += self._frozen - self._source()
            self._frozen = None

    def iso(self) -> str:
        """Return the moment as Discord writes moments: ISO 8601 with microseconds, in UTC."""
        return iso(self.now())


def iso(seconds: float) -> str:
    """Return a moment, in seconds since the Unix epoch, as Discord writes moments."""
    return datetime.fromtimestamp(seconds, tz=UTC).isoformat(timespec="microseconds")


def parse_iso(text: str) -> float | None:
    """Return the seconds since the Unix epoch of an ISO 8601 moment, or None where `text` is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
