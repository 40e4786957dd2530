"""Discord's ids: 64-bit integers that carry the moment they were made."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Self, TypeAlias

from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.moments import UNIX_EPOCH, aware
from scurrypy.wire.types import is_whole

DISCORD_EPOCH = 1420070400000
"""The first second of 2015, in milliseconds since the Unix epoch: the zero of every snowflake."""

_LAST_MS = DISCORD_EPOCH + (1 << 42) - 1
"""The last millisecond that an id has room for, in the year 2154."""

_DIGITS = 20
"""Digits of the largest id."""

_Moment: TypeAlias = datetime  # within the class, `datetime` is the property


class SnowflakeParts(NamedTuple):
    """What an id is made of; `Snowflake.from_parts(*parts)` puts it together again."""

    timestamp_ms: int
    """Milliseconds since the Unix epoch at which it was made."""
    worker_id: int
    """Internal number of the Discord worker that made it, 0-31."""
    process_id: int
    """Internal number of the Discord process that made it, 0-31."""
    increment: int
    """How many ids that process had made before, modulo 4096."""


class Snowflake(int):
    """An id as Discord makes them: an `int` that knows when and where it was made.

    Ids grow with time, so a moment can stand where Discord asks for an id:

        since = Snowflake.smallest(datetime.now(UTC) - timedelta(days=1))
        messages = await channel.fetch_messages(after=since)

    See [Discord Docs/Snowflakes](https://docs.discord.com/developers/reference#snowflakes).
    """

    __slots__ = ()

    @classmethod
    def from_dict(cls, v: int | str) -> "Snowflake":
        """Return the snowflake for `v`, which is a number or its decimal text."""
        return cls(v)

    @classmethod
    def smallest(cls, moment: _Moment) -> Self:
        """Return the smallest id that can be made in the millisecond of `moment`.

        As `before` it finds what was made before that millisecond. As `after` it finds what was made in it or later,
        but for the one thing that bears this very id.

        Args:
            moment: A moment with a time zone, from 2015 to 2154.

        Raises:
            InvalidRequest: the moment has no time zone, or no id has room for it.
        """
        return cls.from_parts(_milliseconds(moment))

    @classmethod
    def largest(cls, moment: _Moment) -> Self:
        """Return the largest id that can be made in the millisecond of `moment`.

        As `after` it finds what was made after that millisecond.

        Args:
            moment: A moment with a time zone, from 2015 to 2154.

        Raises:
            InvalidRequest: the moment has no time zone, or no id has room for it.
        """
        return cls.from_parts(_milliseconds(moment), 0x1F, 0x1F, 0xFFF)

    @classmethod
    def from_parts(cls, timestamp_ms: int, worker_id: int = 0, process_id: int = 0, increment: int = 0) -> Self:
        """Return the id that is made of these parts.

        Args:
            timestamp_ms: Milliseconds since the Unix epoch, from 2015 to 2154.
            worker_id: Internal number of the Discord worker, 0-31.
            process_id: Internal number of the Discord process, 0-31.
            increment: How many ids that process had made before, 0-4095.

        Raises:
            InvalidRequest: a part does not fit into its bits.
        """
        for name, part, least, most in (
            ("timestamp_ms", timestamp_ms, DISCORD_EPOCH, _LAST_MS),
            ("worker_id", worker_id, 0, 0x1F),
            ("process_id", process_id, 0, 0x1F),
            ("increment", increment, 0, 0xFFF),
        ):
            if not least <= part <= most:
                raise InvalidRequest(name, f"{least}-{most}", part)
        return cls((timestamp_ms - DISCORD_EPOCH) << 22 | worker_id << 17 | process_id << 12 | increment)

    @property
    def parts(self) -> SnowflakeParts:
        """What this id is made of."""
        return SnowflakeParts(self.timestamp_ms, self.worker_id, self.process_id, self.increment)

    def shard_id(self, num_shards: int) -> int:
        """Return which of `num_shards` shards receives the events of the guild that has this id.

        See [Discord Docs/Sharding](https://docs.discord.com/developers/events/gateway#sharding).
        """
        return (self >> 22) % num_shards

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


def id_of(value: object, name: str) -> Snowflake:
    """Return the id that was given, as a number or as its decimal text.

    Args:
        value: What was given.
        name: What the caller knows it as.

    Raises:
        InvalidRequest: it is no id. What it is instead is not repeated, for it may be a secret in the wrong place.
    """
    if isinstance(value, str):
        if value.isascii() and value.isdecimal() and len(value) <= _DIGITS:
            return Snowflake(value)
        raise InvalidRequest(name, "an id, which is a whole number", "other text" if value else value)
    if is_whole(value):
        if 0 <= value < 1 << 64:
            return value if isinstance(value, Snowflake) else Snowflake(value)
        raise InvalidRequest(name, "an id, which is from 0 to 2**64 - 1", value)
    hint = "; Snowflake.smallest makes one of a time" if isinstance(value, datetime) else ""
    raise InvalidRequest(name, f"an id, which is a whole number{hint}", None if value is None else type(value).__name__)


def _milliseconds(moment: datetime) -> int:
    return (aware(moment, "moment") - UNIX_EPOCH) // timedelta(milliseconds=1)
