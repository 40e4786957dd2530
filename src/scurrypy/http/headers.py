"""What the headers of an answer tell about rate limits."""

import math
from collections.abc import Mapping
from typing import Final

import msgspec
from multidict import istr

# A name that is an `istr` is found in half the time: that of a header need not be made small each time.
_BUCKET: Final = istr("X-RateLimit-Bucket")
_LIMIT: Final = istr("X-RateLimit-Limit")
_REMAINING: Final = istr("X-RateLimit-Remaining")
_RESET_AFTER: Final = istr("X-RateLimit-Reset-After")


class Quota(msgspec.Struct, frozen=True):
    """What one answer tells about its bucket.

    See [Discord Docs/Rate Limits](https://docs.discord.com/developers/topics/rate-limits#header-format).
    """

    bucket: str
    """Discord's name of the bucket; empty where the answer does not say."""
    limit: int
    """Requests that fit into one window."""
    remaining: int
    """Requests left in this window."""
    reset_after: float
    """Seconds until the window is over. The moment itself is told too, but would need Discord's clock to be ours."""


def quota_of(headers: Mapping[str, str]) -> Quota | None:
    """Return what the headers tell about the bucket; None where they tell nothing that can be used."""
    try:
        limit = int(headers[_LIMIT])
        remaining = int(headers[_REMAINING])
        reset_after = float(headers[_RESET_AFTER])
    except (KeyError, ValueError):
        return None
    if limit < 1 or remaining < 0 or not 0 <= reset_after < math.inf:
        return None
    return Quota(headers.get(_BUCKET, ""), limit, remaining, reset_after)


def number(value: object) -> float | None:
    """Return `value` as a number that is not negative; None where it is none."""
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) and found >= 0 else None
