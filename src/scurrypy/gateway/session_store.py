"""Asking a session store, which may be the user's own and fail in ways of its own."""

from collections.abc import Awaitable
from typing import TypeVar

from scurrypy.wire.errors import SessionStoreFailed

T = TypeVar("T")


async def asked(answer: Awaitable[T]) -> T:
    """Return what a store answers.

    Args:
        answer: The call of the store.

    Raises:
        SessionStoreFailed: it failed, in whatever way.
    """
    try:
        return await answer
    except SessionStoreFailed:
        raise
    except Exception as error:
        raise SessionStoreFailed(f"the session store failed: {error!r}") from error
