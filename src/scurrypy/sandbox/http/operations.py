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
    """Whether the request must carry a token."""
    bot: bool = True
    """Whether that may be a bot's."""
    scope: str | None = None
    """What a user's access token must be good for where one will do; empty for anything, None where none will."""


SERVED: dict[Route, Served] = {}
"""What is served; filled by `operation` as the modules with handlers are imported."""


def operation(
    route: Route, *, authenticated: bool = True, bot: bool = True, scope: str | None = None
) -> Callable[[Handler], Handler]:
    """Have the decorated function answer an operation.

    What it returns is sent as JSON with status 200, None as 204 without a body, a `Reply` as it says, a
    response of aiohttp's as it is.

    Args:
        route: The operation.
        authenticated: Whether the request must carry a token.
        bot: Whether that may be a bot's.
        scope: What a user's access token must be good for where one will do; empty for anything.
    """

    def register(handler: Handler) -> Handler:
        if route in SERVED:
            raise ValueError(f"{NAMES[route]} is served twice")
        SERVED[route] = Served(handler, authenticated, bot, scope)
        return handler

    return register
