"""What the operations of the control API share: the world, the body, the refusal."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

import msgspec
from aiohttp import web

from scurrypy.sandbox.gateway import GatewayHub
from scurrypy.sandbox.rules.fields import Json, is_mapping
from scurrypy.sandbox.world import World

T = TypeVar("T")

WORLD: Final = web.AppKey("world", World)
"""The world to steer."""

GATEWAY: Final = web.AppKey("gateway", GatewayHub)
"""The gateway to disturb."""

LINES: Final = web.AppKey("lines", list[str])
"""The transcript so far."""


class ControlRefusal(Exception):
    """A request that makes no sense."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
        """HTTP status of the answer."""


async def read_json(request: web.Request) -> dict[str, Any]:
    """Return the body of a request, which is a JSON object or nothing."""
    data = await request.read()
    if not data:
        return {}
    try:
        body: Json = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ControlRefusal("the body is not JSON") from error
    if not is_mapping(body):
        raise ControlRefusal("the body must be a JSON object")
    return body


def take(body: Mapping[str, Any], name: str, kind: type[T], default: T | None = None) -> T:
    """Return a field of the body, or refuse where it is missing or of another type."""
    value = body.get(name, default)
    if not isinstance(value, kind):
        raise ControlRefusal(f"the field {name!r} must be a {kind.__name__}")
    return value


def take_id(body: Mapping[str, Any], name: str) -> int:
    """Return a field of the body that holds an id, or refuse."""
    value = body.get(name)
    if isinstance(value, bool) or not str(value).isdecimal():
        raise ControlRefusal(f"the field {name!r} must be an id")
    return int(str(value))


def take_mapping(body: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a field of the body that holds an object, an empty one where it is missing, or refuse."""
    value: Json = body.get(name, {})
    if not is_mapping(value):
        raise ControlRefusal(f"the field {name!r} must be an object")
    return value


def take_seconds(body: Mapping[str, Any], name: str, default: float) -> float:
    """Return a field of the body that holds seconds, or refuse where it is negative or no number."""
    value = body.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise ControlRefusal(f"the field {name!r} must be a number of seconds, 0 or more")
    return float(value)
