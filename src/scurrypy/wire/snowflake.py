"""Discord's ids: 64-bit integers that carry the moment they were made."""

from datetime import UTC, datetime

DISCORD_EPOCH = 1420070400000
"""The first second of 2015, in milliseconds since the Unix epoch: the zero of every snowflake."""


class Snowflake(int):
    """An id as Discord makes them: an `int` that knows when and where it was made.

    See [Discord Docs/Snowflakes](https://docs.discord.com/developers/reference#snowflakes).
    """

    __slots__ = ()

    @classmethod
    def from_dict(cls, v: int | str) -> "Snowflake":
        """Return the snowflake for `v`, which is a number or its decimal text."""
        return cls(v)

    @property
    def timestamp_ms(self) -> int:
        """Milliseconds since the Unix epoch at which this id was made."""
        return (self >> 22) + DISCORD_EPOCH

    @property
    def datetime(self) -> datetime:
        """The moment this id was made, in UTC."""
        return datetime.fromtimestamp(self.timestamp_ms / 1000, tz=UTC)

    @property
    def isoformat(self) -> str:
        """The moment this id was made, as ISO 8601 text in UTC."""
        return self.datetime.isoformat()

    @property
    def worker_id(self) -> int:
        """Internal number of the Discord worker that made this id (5 bits)."""
        return (self & 0x3E0000) >> 17

    @property
    def process_id(self) -> int:
        """Internal number of the Discord process that made this id (5 bits)."""
        return (self & 0x1F000) >> 12

    @property
    def increment(self) -> int:
        """How many ids that process had made before this one, modulo 4096."""
        return self & 0xFFF
