"""The gateway itself: where it is, what it permits, and what became of a session."""

from typing import Any, ClassVar, Self

from scurrypy.enums.events import EventType
from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.events.base_event import Event
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class SessionStartLimit(Event):
    """How many sessions the bot may start. Not a dispatch: part of `GatewayEvent`.

    See [Discord Docs/Session Start Limit Object](https://docs.discord.com/developers/events/gateway#session-start-limit-object).
    """

    total: int = REQUIRED
    """IDENTIFYs per day."""
    remaining: int = REQUIRED
    """IDENTIFYs left."""
    reset_after: int = REQUIRED
    """Milliseconds until the count starts anew."""
    max_concurrency: int = REQUIRED
    """IDENTIFYs within 5 seconds."""


class GatewayEvent(Event):
    """Where the gateway is and how to connect. Not a dispatch: the answer to `GET /gateway/bot`.

    See [Discord Docs/Get Gateway Bot](https://docs.discord.com/developers/events/gateway#get-gateway-bot).
    """

    url: str = REQUIRED
    """Address of the gateway."""
    shards: int = REQUIRED
    """How many shards Discord recommends."""
    session_start_limit: SessionStartLimit = REQUIRED
    """How many sessions the bot may start."""


class ResumedEvent(Event):
    """A lost connection was resumed: every event missed meanwhile has been sent again. Needs no intent.

    See [Discord Docs/Resumed](https://docs.discord.com/developers/events/gateway-events#resumed).
    """

    dispatch_name: ClassVar[str] = EventType.RESUMED


class RateLimitMetadataModel(DataModel):
    """What a gateway request was about that was refused."""

    guild_id: Snowflake | None = None
    """Id of the guild the request was about."""
    nonce: str | None = None
    """The request's own nonce."""


class RateLimitedEvent(Event):
    """A request to the gateway was refused: too many of its kind. Needs no intent.

    See [Discord Docs/Rate Limited](https://docs.discord.com/developers/events/gateway-events#rate-limited).
    """

    dispatch_name: ClassVar[str] = EventType.RATE_LIMITED

    opcode: GatewayOpcode = REQUIRED
    """Opcode of the request."""
    retry_after: float = REQUIRED
    """Seconds until the same request may succeed."""
    meta: RateLimitMetadataModel = REQUIRED
    """What the request was about."""


class SessionLostEvent(Event):
    """A session could not be resumed: events after `seq` are lost, and state built from events may be stale.

    Not one of Discord's, and needs no intent: this package tells it, once for each session that ends without having
    been closed, after the last event of that session and before the READY of the next. A connection that is lost and
    resumed loses nothing and is not told. How many events are missing nobody knows.

    What to do on it: forget what was kept of the guilds of this shard (`shard_id` tells which they are, as
    `(guild_id >> 22) % client.shard_count`), and build it anew from the `GUILD_CREATE`s that follow READY; fetch what
    these do not bring, such as messages since `since`.
    """

    dispatch_name: ClassVar[str] = EventType.SESSION_LOST

    shard_id: int = REQUIRED
    """Id of the shard."""
    session_id: str = REQUIRED
    """Id of the lost session."""
    seq: int | None = None
    """Sequence number of its last event that was handed over."""
    reason: str = REQUIRED
    """Why it was lost."""
    since: str | None = None
    """When the line was cut, ISO 8601 in UTC: nothing that happened before is missing. None for a session of another
    process that could not be resumed in this one."""


class RawEvent(Event):
    """A dispatch as it came: for those this package does not know, and for those who want every one.

    Its `dispatch_name` stands for every dispatch; no dispatch of Discord has that name.
    """

    dispatch_name: ClassVar[str] = "*"
    _secrets = ("data",)  # an interaction's holds its token

    name: str = ""
    """Discord's name of the dispatch."""
    data: Any = None
    """Its body, decoded; unlike every other event's body it need not be an object."""

    @classmethod
    def of(cls, name: str, data: Any) -> Self:
        """Return the event for a dispatch; `raw` is its body where that is an object."""
        event = cls(name, data)
        if isinstance(data, dict):
            vars(event)["_raw"] = data
        return event
