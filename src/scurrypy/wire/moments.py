"""Moments: always with a time zone, for without one it is not known which moment is meant."""

from datetime import UTC, datetime
from typing import Final

from scurrypy.wire.errors import InvalidRequest

UNIX_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The zero of Unix time."""


def aware(moment: datetime, name: str) -> datetime:
    """Return `moment`, which the caller knows as `name`.

    Raises:
        InvalidRequest: it has no time zone.
    """
    if moment.tzinfo is None:
        raise InvalidRequest(name, "a time with a time zone, such as `datetime.now(UTC)`", moment.isoformat())
    return moment


def or_now(now: datetime | None) -> datetime:
    """Return the moment that is asked about: `now`, or the present one where that is None.

    Raises:
        InvalidRequest: `now` has no time zone.
    """
    return datetime.now(UTC) if now is None else aware(now, "now")
