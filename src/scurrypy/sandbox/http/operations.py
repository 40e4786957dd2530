"""The table of what is served: from an operation of the API to the function that answers it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from scurrypy import routes
from scurrypy.routes import Route
from scurrypy.sandbox.http.call import Call

Handler: TypeAlias = Callable[[Call], Awaitable[Any]]

NAMES: Final = {value: name for name, value in vars(routes).items() if isinstance(value, Route)}
"""Every operation of the API, with the name of its constant in `scurrypy.routes`."""


@dataclass(frozen=True, slots=True)
class Served:
    """A function that answers an operation."""

    handler: Handler
    """The function."""
    authenticated: bool
    """Whether the request must carry a bot's token."""


SERVED: dict[Route, Served] = {}
"""What is served; filled by `operation` as the modules with handlers are imported."""


def operation(route: Route, *, authenticated: bool = True) -> Callable[[Handler], Handler]:
    """Have the decorated function answer an operation.

    What it returns is sent as JSON with status 200, None as 204 without a body, a `Reply` as it says, a
    response of aiohttp's as it is.

    Args:
        route: The operation.
        authenticated: Whether the request must carry a bot's token.
    """

    def register(handler: Handler) -> Handler:
        if route in SERVED:
            raise ValueError(f"{NAMES[route]} is served twice")
        SERVED[route] = Served(handler, authenticated)
        return handler

    return register
