"""Searches whose index Discord may first have to build."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, cast

from scurrypy import enums
from scurrypy.wire.errors import RateLimited, RequestFailed

_SOON: Final = 1.0
"""Seconds to wait where Discord does not say, or says 0."""


async def ask_until_indexed(ask: Callable[[], Awaitable[Any]], what: str, timeout: float) -> Any:
    """Return the answer of a search, asked again and again until the index is built.

    The HTTP client of this package asks again by itself, a few times; another may know nothing of this answer.

    Args:
        ask: Sends the search.
        what: What it searches, for errors.
        timeout: Seconds until that is given up.

    Raises:
        RateLimited: the index was not built in time (110000); `retry_after` says when to ask again.
        RequestFailed: no answer came in time.
    """
    told: dict[str, Any] | None = None
    try:
        async with asyncio.timeout(timeout):
            while True:
                answer = await _ask(ask)
                if not _is_not_ready(answer):
                    return answer
                told = answer
                await asyncio.sleep(_wait_of(answer))
    except TimeoutError:
        if told is None:
            raise RequestFailed(f"{what}: no answer within {timeout:g} s") from None
        raise RateLimited(202, told, retry_after=_wait_of(told), path=what) from None


async def _ask(ask: Callable[[], Awaitable[Any]]) -> Any:
    try:
        return await ask()
    except RateLimited as error:
        if not _is_not_ready(error.data):
            raise
        return error.data


def _is_not_ready(answer: Any) -> bool:
    code = cast("dict[str, Any]", answer).get("code") if isinstance(answer, dict) else None
    # An answer of this code is a success (202) without a result.
    return code == enums.JSONErrorCode.INDEX_NOT_YET_AVAILABLE


def _wait_of(answer: dict[str, Any]) -> float:
    return max(float(answer.get("retry_after") or 0), _SOON)
