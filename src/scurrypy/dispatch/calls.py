"""What a call is made of: a handler, the event, and the receipt that the event came with; and what it was before."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

import msgspec

from scurrypy.gateway.event_queue import Origin
from scurrypy.gateway.progress import Receipt

Handler: TypeAlias = Callable[[Any], Coroutine[Any, Any, None]]
"""What is called with an event."""

Call: TypeAlias = tuple[Handler, Any, Receipt | None]
"""A handler, an event, and the receipt of the event if there is one."""

Dispatch: TypeAlias = tuple[str, Any, Origin | None, Receipt | None]
"""A dispatch that nobody has decoded: its name; its body, or the whole message around it if it has an origin, which is
to be told if it cannot be read; and its receipt if there is one."""


def dispatch_of(item: tuple[str, Any]) -> Dispatch:
    """Return the dispatch that a shard's queue held: name and body, and the receipt that it carries."""
    name, data = item
    receipt = None if type(item) is tuple else getattr(item, "receipt", None)
    return name, msgspec.Raw(data) if isinstance(data, bytes) else data, None, receipt
