"""What a 429 means: there are five kinds, and each calls for something else."""

import math
from collections.abc import Mapping
from typing import Any, Final, Literal, cast

import msgspec

from scurrypy.http.headers import number, quota_of
from scurrypy.http.responses import Answer

_AWAY: Final = 300.0
"""Seconds to stay away from an edge that does not say for how long it shuts us out."""
_AT_ONCE: Final = 1.0
"""Seconds to wait where an answer does not say."""
_LATER: Final = 1.0
"""Seconds between the end of a window and the time to wait, from which on another limit must be behind it."""


class Refusal(msgspec.Struct, frozen=True):
    """One answer that says: not now."""

    kind: Literal["cloudflare", "global", "shared", "bucket", "hidden"]
    """Which limit it was: the edge's, the bot's, that of a resource others use too, the bucket's, or one not told."""
    retry_after: float
    """Seconds until the same request may succeed."""
    scope: str
    """Whose limit it is, as Discord names it."""


def refusal_of(answer: Answer, body: Any) -> Refusal:
    """Return what a 429 means.

    See [Discord Docs/Rate Limits](https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit).

    Args:
        answer: The answer, whose status is 429.
        body: Its body, decoded.
    """
    headers = answer.headers
    if "Via" not in headers or not isinstance(body, dict):
        # Whatever Discord itself answers has come through its own proxy, and is JSON.
        return Refusal("cloudflare", number(headers.get("Retry-After")) or _AWAY, "user")
    told = cast("dict[str, Any]", body)
    wait = retry_after_of(told, headers)
    scope = headers.get("X-RateLimit-Scope", "user")
    if scope == "global" or "X-RateLimit-Global" in headers or told.get("global") is True:
        return Refusal("global", wait, "global")
    if scope == "shared":
        return Refusal("shared", wait, scope)
    quota = quota_of(headers)
    if quota is not None and (quota.remaining > 0 or wait > quota.reset_after + _LATER):
        return Refusal("hidden", wait, scope)
    return Refusal("bucket", wait, scope)


def retry_after_of(body: Mapping[str, Any], headers: Mapping[str, str]) -> float:
    """Return the seconds to wait; the body is exact, the header rounded."""
    for told in (body.get("retry_after"), headers.get("Retry-After")):
        found = number(told)
        if found is not None and not math.isclose(found, 0.0):
            return found
    return _AT_ONCE
