"""What a call is made of: a handler, the event, and the receipt that the event came with; and what it was before."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeAlias

Handler: TypeAlias = Callable[[Any], Coroutine[Any, Any, None]]
"""What is called with an event."""


class Receipt(Protocol):
    """Counts the handlers that an event still concerns."""

    def hold(self) -> None:
        """Note that one more handler is to see the event."""

    def begin(self, now: float) -> None:
        """Note that one handler has begun, by the event loop's time."""

    def release(self) -> None:
        """Note that one handler is done with it."""

    def abandon(self) -> None:
        """Note that one handler was cut off because the pool ends."""


Call: TypeAlias = tuple[Handler, Any, Receipt | None]
"""A handler, an event, and the receipt of the event if there is one."""

Dispatch: TypeAlias = tuple[str, Any]
"""A dispatch whose body nobody has decoded: its name and its body; it may carry a receipt."""


def receipt_of(dispatch: Dispatch) -> Receipt | None:
    """Return the receipt that a dispatch carries; None where its shard keeps no track."""
    return None if type(dispatch) is tuple else getattr(dispatch, "receipt", None)
