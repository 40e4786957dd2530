"""What the scripted Discord allows: operations, the buckets they count in, and the limits it tells nobody of."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

YOUNG, OLD = 10.0, 14 * 86400.0
"""Seconds of age up to which, and from which, a message is deleted under limits of their own."""
DISCORD_EPOCH = 1_420_070_400.0


@dataclass(frozen=True, slots=True)
class Bucket:
    """A limit whose headers are told."""

    name: str
    limit: int
    period: float
    is_leaky: bool = False
    is_silent: bool = False
    """Whether no answer tells anything of it."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A limit that no header tells."""

    limit: int
    period: float
    scope: str
    """What a refusal says whose it is."""
    key: Callable[[str, bytes], str | None]
    """From the resource and the body to what is limited; None where the request is not."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of request."""

    method: str
    template: str
    """Path below the API's base; braces hold the names of values."""
    major: str
    """Names of the values it has limits of its own for, with a comma between them."""
    buckets: dict[str, Bucket]
    """By variant; most have only the empty one."""
    hidden: Hidden | None = None
    is_bound: bool = True
    """Whether the global limit applies."""


def _renames(resource: str, body: bytes) -> str | None:
    return resource if b'"name"' in body or b'"topic"' in body else None


def channel_of_webhook(resource: str) -> str:
    """Return the channel of a webhook: four webhooks share one."""
    return str(int(resource.partition("/")[0]) // 4)


MESSAGES = Bucket("create message", 5, 5.0)
EDITS = Bucket("edit message", 5, 5.0)
READS = Bucket("read messages", 10, 2.0, is_leaky=True)
REACTIONS = Bucket("reactions", 4, 1.0)
CHANNEL = Bucket("edit channel", 10, 15.0)
MEMBER = Bucket("member", 10, 10.0, is_leaky=True)
EDIT_MEMBER = Bucket("edit member", 10, 10.0)
ROLES = Bucket("member roles", 10, 10.0)
WEBHOOK = Bucket("execute webhook", 5, 2.0)
FOLLOWUP = Bucket("followup", 5, 5.0)
SILENT = Bucket("user", 1000, 1.0, is_silent=True)
DELETES = {
    "young": Bucket("delete young", 5, 1.0),
    "": Bucket("delete", 3, 0.333),
    "old": Bucket("delete old", 30, 4.0),
}

OPERATIONS = (
    Operation("POST", "/channels/{channel}/messages", "channel", {"": MESSAGES}),
    Operation("PATCH", "/channels/{channel}/messages/{message}", "channel", {"": EDITS}),
    Operation("GET", "/channels/{channel}/messages", "channel", {"": READS}),
    Operation("GET", "/channels/{channel}/messages/{message}", "channel", {"": READS}),
    Operation("DELETE", "/channels/{channel}/messages/{message}", "channel", DELETES),
    # Four in a second is what the headers say, and not true.
    Operation(
        "PUT",
        "/channels/{channel}/messages/{message}/reactions/{emoji}/@me",
        "channel",
        {"": REACTIONS},
        Hidden(1, 0.25, "user", lambda resource, body: resource),
    ),
    Operation(
        "DELETE",
        "/channels/{channel}/messages/{message}/reactions/{emoji}/@me",
        "channel",
        {"": REACTIONS},
        Hidden(1, 0.25, "user", lambda resource, body: resource),
    ),
    Operation("PATCH", "/channels/{channel}", "channel", {"": CHANNEL}, Hidden(2, 600.0, "user", _renames)),
    Operation("GET", "/guilds/{guild}/members/{user}", "guild", {"": MEMBER}),
    Operation("PATCH", "/guilds/{guild}/members/{user}", "guild", {"": EDIT_MEMBER}),
    Operation("PUT", "/guilds/{guild}/members/{user}/roles/{role}", "guild", {"": ROLES}),
    Operation("DELETE", "/guilds/{guild}/members/{user}/roles/{role}", "guild", {"": ROLES}),
    Operation("GET", "/users/{user}", "", {"": SILENT}),
    Operation(
        "POST",
        "/webhooks/{webhook}/{token}",
        "webhook,token",
        {"": WEBHOOK},
        Hidden(30, 60.0, "shared", lambda resource, body: channel_of_webhook(resource)),
    ),
    Operation("POST", "/webhooks/{application}/{interaction}", "application,interaction", {"": FOLLOWUP}, None, False),
    Operation(
        "POST",
        "/interactions/{id}/{interaction}/callback",
        "",
        {"": Bucket("", 10**9, 1.0, is_silent=True)},
        None,
        False,
    ),
)
BY_SHAPE = {(operation.method, operation.template): operation for operation in OPERATIONS}


@dataclass(slots=True)
class Matched:
    """A request's path, read."""

    operation: Operation
    resource: str
    """The top-level resource."""
    values: dict[str, str] = field(default_factory=dict)


_VALUES = {"token": r"[^/]{1,68}", "interaction": "aW50[^/]+", "emoji": "[^/]+"}


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"{(\w+)}", lambda name: f"(?P<{name[1]}>{_VALUES.get(name[1], '[0-9]+')})", template))


_PATTERNS = [(operation, _pattern(operation.template)) for operation in reversed(OPERATIONS)]


@lru_cache(maxsize=4096)
def match(method: str, path: str) -> Matched | None:
    """Return what a request is for; None for no operation of this server.

    Args:
        method: HTTP method.
        path: Path below the API's base, without its query.
    """
    for operation, pattern in _PATTERNS:
        if operation.method == method and (found := pattern.fullmatch(path)):
            values = found.groupdict()
            return Matched(operation, "/".join(values[name] for name in operation.major.split(",") if name), values)
    return None


def age_variant(message_id: str, wall: float) -> str:
    """Return under which limit a message is deleted.

    Args:
        message_id: Its id, which says when it was sent.
        wall: Seconds since the Unix epoch.
    """
    age = wall - DISCORD_EPOCH - (int(message_id) >> 22) / 1000
    return "young" if age <= YOUNG else "old" if age > OLD else ""


def message_id(age: float, wall: float, number: int = 0) -> int:
    """Return the id of a message that is `age` seconds old at `wall`."""
    return int((wall - age - DISCORD_EPOCH) * 1000) << 22 | number % (1 << 22)


def message_number(message_id: str) -> int:
    """Return the number that was put into the id of a message."""
    return int(message_id) % (1 << 22)
