"""What one call is, and the values that calls share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from scurrypy.http.client import BOT
from scurrypy.wire.snowflake import Snowflake

Resources: TypeAlias = dict[str, Callable[[Any], Any]]
"""How each resource is made of an HTTP client, by the name that cases call it."""

ONE, TWO, THREE = Snowflake(1), Snowflake(2), Snowflake(3)
NOW = Snowflake((2**41 - 1) << 22)  # far from fourteen days old, whenever this runs

ITEMS = {"items": []}


@dataclass
class Case:
    """A call, and the one request it makes."""

    resource: str
    method: str
    args: tuple[Any, ...]
    route: str
    path: str
    data: Any = None
    params: Any = None
    answer: Any = field(default_factory=dict)
    kwargs: dict[str, Any] = field(default_factory=dict)
    assets: Any = None
    authorization: str | None = BOT
    form: Any = None
    headers: Any = None

    def __str__(self) -> str:
        return f"{self.resource}.{self.method}"


def case(target: str, *args: Any, to: str, path: str, **rest: Any) -> Case:
    resource, _, method = target.partition(".")
    return Case(resource, method, args, to, path, **rest)
