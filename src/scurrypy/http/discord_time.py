"""What time it is at Discord: the age of a message decides which limit its deletion counts under.

The clock of this machine may be wrong, and be set at any time; so may the `Date` that answers tell. Where the two
agree, `Date` is taken: it comes from where the age is judged. Where they do not, one of them is wrong. No message is
from the future, so a clock that makes one so is not believed; of two that are possible, the earlier one is.
"""

import asyncio
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Final

from multidict import istr

_DATE: Final = istr("Date")
_AGREES: Final = 5.0
"""Seconds that two clocks may differ by and still agree."""
_FUTURE: Final = 2.0
"""Seconds that a message may seem to be from the future: `Date` tells whole seconds, and takes time to arrive."""
_KEPT: Final = 60.0
"""Seconds after which a reading is replaced, for clocks drift."""


class DiscordTime:
    """Tells the age of messages, in seconds."""

    __slots__ = ("_before", "_best", "_loop", "_newest", "_since", "_told")

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._told = ""
        # Each is by how much a clock is ahead of the event loop's, which never jumps.
        self._best: float | None = None
        self._before: float | None = None
        self._since = 0.0
        self._newest = float("-inf")

    def note(self, headers: Mapping[str, str]) -> None:
        """Take in what an answer tells."""
        told = headers.get(_DATE, "")
        if told == self._told:
            return
        self._told = told
        try:
            ahead = parsedate_to_datetime(told).timestamp() - self._loop.time()
        except ValueError:
            return
        if self._best is None or self._loop.time() - self._since > _KEPT:
            self._before, self._best, self._since = self._best, ahead, self._loop.time()
        else:
            # What comes closest to the true time is an answer that was sent just as the second began.
            self._best = max(self._best, ahead)

    def age(self, sent_at: float) -> float:
        """Return the age of a message.

        Args:
            sent_at: When its id says it was sent, in seconds since the Unix epoch.
        """
        now = self._loop.time()
        self._newest = max(self._newest, sent_at - now)
        return self._ahead(time.time() - now) + now - sent_at

    def _ahead(self, wall: float) -> float:
        if self._best is None:
            return wall
        told = self._best if self._before is None else max(self._best, self._before)
        if abs(wall - told) <= _AGREES:
            return told
        possible = [clock for clock in (wall, told) if clock >= self._newest - _FUTURE]
        return min(possible, default=self._newest)
