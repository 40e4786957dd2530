"""Snowflakes: ids that carry the moment they were made."""

from scurrypy.sandbox.clock import Clock

DISCORD_EPOCH = 1_420_070_400_000
"""The first second of 2015, in milliseconds since the Unix epoch: the zero of every snowflake."""


class Ids:
    """Makes the ids of one world: unique, increasing, true to its clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """Return a new id, greater than every id before it."""
        # After 4,194,304 ids in a millisecond, or a clock set back, the ids run ahead of the time instead of repeating.
        self._last = max(self._last + 1, snowflake_at(self._clock.now()))
        return self._last


def snowflake_at(seconds: float) -> int:
    """Return the least snowflake of a moment, given in seconds since the Unix epoch."""
    return (int(seconds * 1000) - DISCORD_EPOCH) << 22


def created_at(snowflake: int) -> float:
    """Return the moment a snowflake was made, in seconds since the Unix epoch."""
    return ((snowflake >> 22) + DISCORD_EPOCH) / 1000
