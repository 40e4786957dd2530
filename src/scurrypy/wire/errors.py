"""Every error this package raises.

    ScurrypyError                   misuse, or something on our side of the wire
    ├── InvalidCallbackSignature    a handler or hook takes the wrong number of parameters, or is not async
    ├── NotCallable                 something that cannot be called was registered
    ├── DispatchError               an event could not be handed to its handlers
    ├── DataModelTypeError          a field's type or value does not fit the model
    ├── OptionNotFound              a modal or command has no option of that name
    ├── MissingField                a field that was read is absent
    ├── InvalidFile                 a file is missing, unreadable or of the wrong kind
    ├── MissingIntents              what was asked for needs an intent that is not set
    ├── NoSession                   the connection that was used is not open
    │   └── ClientClosed            the client closes, and what was waited for will not come
    ├── InvalidRequest              refused locally, before it was sent (also a ValueError)
    ├── RequestFailed               no usable answer came back: connection, timeout (also a ConnectionError)
    └── GatewayError                the gateway
        ├── SessionStartLimitReached    today's IDENTIFYs do not suffice
        │   └── CrashLoop               so many were spent within a short time that something must be wrong
        ├── SessionStoreFailed          stored sessions could not be read or written
        ├── GatewayRequestFailed        the answer to what was asked over the gateway will not come
        │   └── RequestGuildMembersFailed   the same, of a request for guild members
        └── FatalClose                  Discord closed the connection and a reconnect cannot help
            ├── AuthenticationFailed    4004
            ├── InvalidShard            4010
            ├── ShardingRequired        4011
            ├── InvalidAPIVersion       4012
            ├── InvalidIntents          4013
            └── DisallowedIntents       4014

    DiscordError                    Discord answered a request with an error
    ├── BadRequest                  400
    ├── Unauthorized                401
    ├── Forbidden                   403
    │   └── StillForbidden              held back, for what is like it was refused again and again
    ├── NotFound                    404
    ├── RateLimited                 429
    ├── CloudflareBlocked           the edge in front of Discord refused the request; a page instead of JSON
    └── ServerError                 5xx

No message, repr or attribute of these carries a token.
"""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, TypeVar, cast

import msgspec

from scurrypy import enums

E = TypeVar("E", bound=Exception)


def _again(kind: type[E], args: tuple[Any, ...], attributes: dict[str, Any]) -> E:
    error = kind.__new__(kind, *args)
    error.args = args
    vars(error).update(attributes)
    return error


class ScurrypyError(Exception):
    """Misuse of this package, or a failure on this side of the wire."""

    def __reduce__(self) -> tuple[Any, ...]:
        # To copy an exception Python calls its class with its `args` alone, which the message is.
        return _again, (type(self), self.args, vars(self))


class InvalidCallbackSignature(ScurrypyError):
    """A handler or hook takes the wrong number of parameters, or is not async."""


class NotCallable(ScurrypyError):
    """Something that cannot be called was registered as a handler or hook."""


class DispatchError(ScurrypyError):
    """An event could not be handed to its handlers."""


class DataModelTypeError(ScurrypyError):
    """A field's type or value does not fit the model."""


class OptionNotFound(ScurrypyError):
    """A modal or command has no option of that name."""


class MissingField(ScurrypyError):
    """A field that was read is absent from what Discord sent."""


class InvalidFile(ScurrypyError):
    """A file is missing, unreadable or of the wrong kind."""

    @classmethod
    def unreadable(cls, name: str, error: Exception, path: object = None) -> "InvalidFile":
        """Return the error that tells why a file cannot be read, and where it was looked for if its name does not."""
        where = "" if path is None else f" ({path})"
        return cls(f"{name}: {getattr(error, 'strerror', None) or error}{where}")


class MissingIntents(ScurrypyError):
    """What was asked for needs an intent that is not set."""


class NoSession(ScurrypyError):
    """The connection that was used is not open."""


class ClientClosed(NoSession):
    """The client closes, and the event that was waited for will not come."""


class Problem(msgspec.Struct, frozen=True):
    """One thing in a request that Discord would refuse."""

    field: str
    """Path of the field in the caller's own objects, as in `embeds[0].title`; empty for the whole."""
    limit: str
    """What Discord allows, in words."""
    given: object
    """What was given; its length or count where the value itself is long."""

    def __str__(self) -> str:
        where = f"{self.field}: " if self.field else ""
        return f"{where}{self.limit}, got {self.given!r}"

    def below(self, step: str | int) -> "Problem":
        """Return the problem as one knows it who holds the value under a name, or at an index."""
        start = f"[{step}]" if isinstance(step, int) else step
        between = "." if self.field and start and not self.field.startswith("[") else ""
        return msgspec.structs.replace(self, field=f"{start}{between}{self.field}")


_MOST_SHOWN = 10
"""Problems in the text of one error; the others are in its attribute."""


class InvalidRequest(ScurrypyError, ValueError):
    """Refused locally, before it was sent: Discord would have refused it."""

    def __init__(self, field: str, limit: str, given: object, others: Sequence[Problem] = ()) -> None:
        self.problems: list[Problem] = [Problem(field, limit, given), *others]
        """Everything found wrong; the other attributes tell the first of it."""
        shown = [str(problem) for problem in self.problems[:_MOST_SHOWN]]
        more = len(self.problems) - len(shown)
        super().__init__("\n".join([*shown, f"… and {more} more"] if more else shown))
        self.field = field
        """Path of the field, in the caller's own objects."""
        self.limit = limit
        """What Discord allows, in words."""
        self.given = given
        """What was given; its length or count where the value itself is long."""


def refuse(problems: Sequence[Problem]) -> None:
    """Raise the error that tells these problems, if there are any."""
    if problems:
        first, *others = problems
        raise InvalidRequest(first.field, first.limit, first.given, others)


class RequestFailed(ScurrypyError, ConnectionError):
    """No usable answer came back: the connection failed or the time ran out, after every retry allowed."""


class GatewayError(ScurrypyError):
    """The gateway refused something or cannot go on."""


class SessionStartLimitReached(GatewayError):
    """The IDENTIFYs left for today do not suffice; to go on would make Discord reset the token."""

    def __init__(self, remaining: int, required: int, reset_after: float) -> None:
        super().__init__(
            f"{required} shard(s) need an IDENTIFY each, but only {remaining} are left for today; "
            f"the count starts anew in {reset_after:.0f} s"
        )
        self.remaining = remaining
        """IDENTIFYs left."""
        self.required = required
        """IDENTIFYs needed."""
        self.reset_after = reset_after
        """Seconds until the count starts anew."""


class CrashLoop(SessionStartLimitReached):
    """So many IDENTIFYs were sent within a short time that the bot seems to crash and start over and over."""

    def __init__(self, shard_id: int, spent: int, within: float, reset_after: float) -> None:
        super().__init__(0, 1, reset_after)
        GatewayError.__init__(
            self,
            f"shard {shard_id} may not identify: {spent} IDENTIFYs within the last {within:.0f} s look like a bot that "
            f"crashes and is started over and over, and a day's worth of them would make Discord reset the token. "
            f"Look for what ends it; the next start is allowed in {reset_after:.0f} s",
        )
        self.spent = spent
        """IDENTIFYs sent within that time."""
        self.within = within
        """The time looked at, in seconds."""


class SessionStoreFailed(GatewayError):
    """Stored sessions could not be read or written."""


class GatewayRequestFailed(GatewayError):
    """The answer to what was asked over the gateway will not come, or not in time."""


class RequestGuildMembersFailed(GatewayRequestFailed):
    """The answer to a request for guild members will not come, or not in time."""


class FatalClose(GatewayError):
    """Discord closed the connection with a code that a reconnect cannot mend."""

    code: ClassVar[int] = 0
    """The close code this class stands for."""


class AuthenticationFailed(FatalClose):
    """4004: the token is wrong or was reset."""

    code = 4004


class InvalidShard(FatalClose):
    """4010: the shard id or count is not acceptable."""

    code = 4010


class ShardingRequired(FatalClose):
    """4011: the bot is in too many guilds for this number of shards."""

    code = 4011


class InvalidAPIVersion(FatalClose):
    """4012: the gateway no longer speaks this version."""

    code = 4012


class InvalidIntents(FatalClose):
    """4013: the intents are not a value Discord knows."""

    code = 4013


class DisallowedIntents(FatalClose):
    """4014: a privileged intent is not switched on in the developer portal."""

    code = 4014


class FieldError(msgspec.Struct, frozen=True):
    """One complaint of Discord about one field of a request body."""

    path: str
    """Where in the body, joined by dots: `embeds.0.title`; empty for the body itself."""
    code: str
    """Discord's name of the complaint, such as `BASE_TYPE_MAX_LENGTH`."""
    message: str
    """The complaint in words."""
    field: str = ""
    """The path in the caller's own objects, as in `embeds[0].title`; empty where no resource sent the request."""
    place: str = ""
    """The same, with the names of what it leads through: `options[1] ('size').choices[0].name`."""

    def __eq__(self, other: object) -> bool:
        # The same complaint, whether or not a resource has added where it is in the caller's objects.
        if not isinstance(other, FieldError):
            return NotImplemented
        return (self.path, self.code, self.message) == (other.path, other.code, other.message)

    def __hash__(self) -> int:
        return hash((self.path, self.code, self.message))

    def __str__(self) -> str:
        where = self.place or self.path
        code = f" ({self.code})" if self.code else ""
        return f"{where}: {self.message}{code}" if where else f"{self.message}{code}"


def _walk(node: object, path: tuple[str, ...]) -> Iterator[FieldError]:
    if not isinstance(node, dict):
        return
    for key, child in cast("dict[str, object]", node).items():
        if key == "_errors" and isinstance(child, list):
            for entry in cast("list[object]", child):
                if not isinstance(entry, dict):
                    continue
                entry = cast("dict[str, object]", entry)
                yield FieldError(".".join(path), str(entry.get("code", "")), str(entry.get("message", "")))
        else:
            yield from _walk(child, (*path, str(key)))


class DiscordError(Exception):
    """Discord answered a request with an error.

    See [Discord Docs/Error Messages](https://docs.discord.com/developers/reference#error-messages).
    """

    def __init__(self, status: int, data: Any, *, method: str = "", path: str = "") -> None:
        body = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
        self.status = status
        """HTTP status."""
        self.data: Any = data
        """The body: an object, or text where the answer is not JSON."""
        self.method = method
        """HTTP method of the request; empty where unknown."""
        self.path = path
        """Path of the request below the API's base, tokens left out; empty where unknown."""
        self.reason: str = str(
            body.get("message") or body.get("error_description") or body.get("error") or f"HTTP {status}"
        )
        """Discord's explanation."""
        code = body.get("code")
        self.code: enums.JSONErrorCode | None = enums.JSONErrorCode(code) if isinstance(code, int) else None
        """Discord's JSON error code, such as `JSONErrorCode.UNKNOWN_MESSAGE`, a number; None where there is none."""
        self.error_data: Any = body.get("errors")
        """The nested `errors` of the body as they came; None where there are none."""
        self.errors: list[FieldError] = list(_walk(self.error_data, ()))
        """Every complaint in `error_data`, flattened; a resource has added where that is in the caller's objects."""
        self.details: list[tuple[str, str]] = self.walk(self.error_data)
        """`(path, message)` of each complaint."""
        self.is_fatal: bool = status in (401, 403)
        """Whether the same request can never succeed as things stand."""
        super().__init__(self.full_message)

    def __reduce__(self) -> tuple[Any, ...]:
        # To copy an exception Python calls its class with its `args` alone, which the message is.
        return _again, (type(self), self.args, vars(self))

    @property
    def full_message(self) -> str:
        """The explanation, the code, and a line for each complaint."""
        head = self.reason if self.code is None else f"{self.reason} ({self.code})"
        return "\n".join([head, *(f"→ {error}" for error in self.errors)])

    def walk(self, node: object, path: list[str] | None = None) -> list[tuple[str, str]]:
        """Return `(path, message)` of each complaint in a part of `error_data`; `path` is where that part is."""
        return [(error.path, error.message) for error in _walk(node, tuple(path or ()))]

    def __str__(self) -> str:
        return self.full_message


class BadRequest(DiscordError):
    """400: the request is malformed; `errors` says where."""


class Unauthorized(DiscordError):
    """401: the token is missing, wrong or was reset."""


class Forbidden(DiscordError):
    """403: the bot lacks a permission or access."""


class StillForbidden(Forbidden):
    """403, and nothing was sent: what is like this request was refused again and again a moment ago.

    Discord shuts out an address that is refused too often, so only one such request goes every few seconds, to find out
    whether it is forbidden still.
    """

    def __init__(self, status: int, data: Any, *, retry_after: float, method: str = "", path: str = "") -> None:
        super().__init__(status, data, method=method, path=path)
        self.retry_after = retry_after
        """Seconds until the next request of this kind is sent."""


class NotFound(DiscordError):
    """404: there is no such thing, or the bot cannot see it."""


class RateLimited(DiscordError):
    """429: too many requests, and to wait was not possible or not allowed."""

    def __init__(
        self, status: int, data: Any, *, retry_after: float, scope: str = "user", method: str = "", path: str = ""
    ) -> None:
        super().__init__(status, data, method=method, path=path)
        self.retry_after = retry_after
        """Seconds until the same request may succeed."""
        self.scope = scope
        """Whose limit it is: `user`, `global` or `shared`."""


class CloudflareBlocked(DiscordError):
    """The edge in front of Discord refused this address; requests from here fail for a while."""

    def __init__(self, status: int, data: Any, *, retry_after: float, method: str = "", path: str = "") -> None:
        super().__init__(status, data, method=method, path=path)
        self.retry_after = retry_after
        """Seconds to stay away; a guess where the answer does not say."""


class ServerError(DiscordError):
    """5xx: Discord failed to answer."""
