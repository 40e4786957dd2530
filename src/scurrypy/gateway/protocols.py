"""The gateway's seams: what can be replaced, and what a replacement must offer."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol, TypeAlias

from scurrypy.gateway.session import GatewaySession
from scurrypy.wire.errors import GatewayError


class EventQueueProtocol(Protocol):
    """Where a shard puts events and the client takes them."""

    async def get(self) -> tuple[str, Any]:
        """Wait for the next event and return its name and data: raw JSON, or the object it stands for."""
        ...

    async def put(self, item: tuple[str, Any]) -> None:
        """Append an event, waiting for room where there is none."""
        ...


class GatewayClientProtocol(Protocol):
    """A shard: one connection to the gateway, kept up."""

    shard_id: int
    """The shard's id."""
    total_shards: int
    """How many shards the bot has."""

    @property
    def event_queue(self) -> EventQueueProtocol:
        """Where the events arrive; a plain attribute will do."""
        ...

    async def start(self, token: str, intents: int, shard_id: int, total_shards: int) -> None:
        """Connect, and stay connected until closed."""
        ...

    async def close_ws(self) -> None:
        """Close for good."""
        ...


class IdentifyQueueProtocol(Protocol):
    """Says when a shard may send IDENTIFY; all shards of a bot share one."""

    def turn(self, shard_id: int) -> AbstractAsyncContextManager[None]:
        """Return a context that is entered when it is this shard's turn, and within which IDENTIFY is written.

        Leaving it normally means that IDENTIFY was written; leaving it by an exception, that it was not, so that
        the turn costs nothing.

        Raises:
            SessionStartLimitReached: on entering, the IDENTIFYs left for today do not suffice.
        """
        ...


class SessionStoreProtocol(Protocol):
    """Keeps sessions and the times of IDENTIFYs beyond the end of a process. May raise: the bot goes on without.

    `bot` stands for a token, which it does not reveal. Processes with different shards of a bot may share a store.
    """

    async def load(self, bot: str) -> Sequence[GatewaySession]:
        """Return the sessions that are kept for a bot, one per shard."""
        ...

    async def save(self, bot: str, sessions: Mapping[int, GatewaySession | None]) -> None:
        """Keep the session of each shard id in place of what was kept for it; None to keep none."""
        ...

    async def load_identifies(self, bot: str, since: float) -> Sequence[tuple[int, float]]:
        """Return the IDENTIFYs of a bot since a Unix time: shard id and Unix time of each, in seconds."""
        ...

    async def add_identify(self, bot: str, shard_id: int, when: float) -> None:
        """Keep note of an IDENTIFY, at a Unix time in seconds; it may be forgotten after a day."""
        ...

    async def close(self) -> None:
        """Release what is held; another call may take hold of it anew."""
        ...


class ReceiverProtocol(Protocol):
    """What a WebSocket tells what it receives. Nothing is told after `on_closed`."""

    def on_message(self, data: bytes) -> None:
        """Take one whole message, text or binary. Must not raise."""
        ...

    def on_messages(self, messages: Sequence[bytes]) -> None:
        """Take several, as they came, that are there at once: cheaper than one by one. Must not raise."""
        ...

    def on_closed(self, code: int | None, reason: str) -> None:
        """Take note that the connection is over: `code` is that of a close frame, None where none came."""
        ...


class WebSocketProtocol(Protocol):
    """An open WebSocket. No method raises because the connection is gone."""

    def send(self, payload: bytes) -> None:
        """Write one text message."""
        ...

    def close(self, code: int) -> None:
        """Write a close frame; the connection ends when the other side answers."""
        ...

    def abort(self) -> None:
        """End the connection at once."""
        ...

    def pause_reading(self) -> None:
        """Leave what arrives with the operating system until `resume_reading`."""
        ...

    def resume_reading(self) -> None:
        """Read again."""
        ...

    async def wait_closed(self) -> None:
        """Return once the connection has ended and everything it held is released."""
        ...


class ConnectFailed(GatewayError):
    """A WebSocket could not be opened."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        """HTTP status with which the upgrade was refused; None where there was no answer."""


Connect: TypeAlias = Callable[[str, ReceiverProtocol, float, str | None], Awaitable[WebSocketProtocol]]
"""Opens a WebSocket: address, receiver, seconds allowed, proxy's address. Raises `ConnectFailed`."""
