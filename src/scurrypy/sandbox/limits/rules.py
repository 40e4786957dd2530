"""Which limits hold for which operation.

Discord publishes no figures; these are what libraries and their users have observed. A client must
read them from the headers, so their exact size only decides how realistic the waiting feels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from scurrypy import routes
from scurrypy.routes import Route
from scurrypy.sandbox.ids import created_at
from scurrypy.sandbox.limits.buckets import Limit

GLOBAL: Final = Limit(50, 1.0)
"""Requests of one bot, whatever they ask for."""
MAJOR: Final = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id")
"""Names in a path whose values have windows of their own."""
OLD_MESSAGE: Final = 14 * 86_400.0
"""Seconds after which deleting a message counts as deleting an old one."""
YOUNG_MESSAGE: Final = 10.0
"""Seconds within which deleting a message counts as taking it back."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A limit that one operation, or several together, count against."""

    name: str
    """What it limits."""
    limit: Limit
    """How much it lets pass."""

    @property
    def hash(self) -> str:
        """The name under which clients see the bucket in `X-RateLimit-Bucket`."""
        return sha256(self.name.encode()).hexdigest()[:32]


_REACTIONS = Bucket("reactions", Limit(1, 0.25))
_EMOJIS = Bucket("guild emojis", Limit(3, 5.0))
_WEBHOOK = Bucket("webhook messages", Limit(5, 2.0))
_COMMANDS = Bucket("application commands", Limit(5, 20.0))
_DELETE_OLD = Bucket("delete message older than two weeks", Limit(30, 4.0))
_DELETE = Bucket("delete message", Limit(3, 0.333))
_DELETE_YOUNG = Bucket("delete message of the last ten seconds", Limit(5, 1.0))

_BUCKETS: Final[Mapping[Route, Bucket]] = {
    routes.CREATE_MESSAGE: Bucket("create message", Limit(5, 5.0)),
    routes.UPDATE_MESSAGE: Bucket("update message", Limit(5, 5.0)),
    routes.BULK_DELETE_MESSAGES: Bucket("bulk delete messages", Limit(1, 1.0)),
    routes.TRIGGER_TYPING_INDICATOR: Bucket("typing", Limit(5, 5.0)),
    routes.CROSSPOST_MESSAGE: Bucket("crosspost", Limit(10, 3600.0)),
    routes.ADD_MY_MESSAGE_REACTION: _REACTIONS,
    routes.DELETE_MY_MESSAGE_REACTION: _REACTIONS,
    routes.DELETE_USER_MESSAGE_REACTION: _REACTIONS,
    routes.DELETE_ALL_MESSAGE_REACTIONS: _REACTIONS,
    routes.DELETE_ALL_MESSAGE_REACTIONS_BY_EMOJI: _REACTIONS,
    routes.LIST_GUILD_EMOJIS: _EMOJIS,
    routes.CREATE_GUILD_EMOJI: _EMOJIS,
    routes.GET_GUILD_EMOJI: _EMOJIS,
    routes.UPDATE_GUILD_EMOJI: _EMOJIS,
    routes.DELETE_GUILD_EMOJI: _EMOJIS,
    routes.EXECUTE_WEBHOOK: _WEBHOOK,
    routes.UPDATE_WEBHOOK_MESSAGE: _WEBHOOK,
    routes.UPDATE_ORIGINAL_WEBHOOK_MESSAGE: _WEBHOOK,
    routes.DELETE_WEBHOOK_MESSAGE: _WEBHOOK,
    routes.DELETE_ORIGINAL_WEBHOOK_MESSAGE: _WEBHOOK,
    routes.GET_WEBHOOK_MESSAGE: _WEBHOOK,
    routes.GET_ORIGINAL_WEBHOOK_MESSAGE: _WEBHOOK,
    routes.CREATE_APPLICATION_COMMAND: _COMMANDS,
    routes.UPDATE_APPLICATION_COMMAND: _COMMANDS,
    routes.DELETE_APPLICATION_COMMAND: _COMMANDS,
    routes.CREATE_GUILD_APPLICATION_COMMAND: _COMMANDS,
    routes.UPDATE_GUILD_APPLICATION_COMMAND: _COMMANDS,
    routes.DELETE_GUILD_APPLICATION_COMMAND: _COMMANDS,
    routes.CREATE_GUILD_CHANNEL: Bucket("create channel", Limit(10, 15.0)),
    routes.UPDATE_CHANNEL: Bucket("update channel", Limit(5, 15.0)),
    routes.UPDATE_MY_USER: Bucket("update current user", Limit(2, 60.0)),
    routes.GET_BOT_GATEWAY: Bucket("gateway for bots", Limit(2, 5.0)),
}
_NO_BUCKET: Final = frozenset({routes.CREATE_INTERACTION_RESPONSE, routes.GET_GATEWAY})
_DEFAULT: Final = Limit(10, 10.0)

CHANNEL_NAME: Final = Limit(2, 600.0)
"""Changes of one channel's name, and likewise of its topic; no header tells of it."""


def bucket_for(route: Route, values: Mapping[str, str], now: float) -> Bucket | None:
    """Return what a request counts against; None where Discord sends no headers.

    Args:
        route: The operation.
        values: What its path is filled with.
        now: The moment, in seconds since the Unix epoch.
    """
    if route in _NO_BUCKET:
        return None
    if route == routes.DELETE_MESSAGE:
        return _delete_bucket(values["message_id"], now)
    return _BUCKETS.get(route) or Bucket(f"{route.method} {route.template}", _DEFAULT)


def major_of(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the values in a path that have windows of their own."""
    return tuple(values[name] for name in MAJOR if name in values)


def hidden_limits(route: Route, values: Mapping[str, str], body: Any) -> list[tuple[str, str]]:
    """Return what a request counts against beyond its bucket, each as a name and what it is kept for."""
    if route != routes.UPDATE_CHANNEL or not isinstance(body, dict):
        return []
    return [(f"channel {field}", values["channel_id"]) for field in ("name", "topic") if field in body]


def _delete_bucket(message_id: str, now: float) -> Bucket:
    age = now - created_at(int(message_id)) if message_id.isdecimal() else 0.0
    if age > OLD_MESSAGE:
        return _DELETE_OLD
    return _DELETE if age > YOUNG_MESSAGE else _DELETE_YOUNG
