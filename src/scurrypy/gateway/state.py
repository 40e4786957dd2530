"""What a shard is doing, and why a connection ended."""

from enum import Enum

import msgspec


class ShardState(Enum):
    """What a shard is doing."""

    DISCONNECTED = "disconnected"
    """No connection: not started, waiting to reconnect, or closed."""
    CONNECTING = "connecting"
    """Opening the WebSocket."""
    WAIT_HELLO = "wait_hello"
    """Connected; the gateway has not said HELLO."""
    IDENTIFY_QUEUED = "identify_queued"
    """Waiting for its turn to send IDENTIFY."""
    IDENTIFYING = "identifying"
    """IDENTIFY is sent; READY has not come."""
    RESUMING = "resuming"
    """RESUME is sent; missed events arrive, RESUMED has not come."""
    ACTIVE = "active"
    """In a session."""
    CLOSING = "closing"
    """The connection is over and being closed."""
    FATAL = "fatal"
    """Given up: `start` has raised the reason."""


class Cause(Enum):
    """Why a connection ended."""

    REFUSED = "could not connect"
    """It never opened: name, network, TLS or HTTP."""
    CLOSED = "closed by the other side"
    """Discord closed it, with a code."""
    LOST = "connection lost"
    """It ended without a close frame: the network, TLS, or a frame that breaks the protocol."""
    RECONNECT = "asked to reconnect"
    """Opcode 7."""
    INVALID_SESSION = "session invalidated"
    """Opcode 9."""
    ZOMBIE = "nothing heard since the last heartbeat"
    """The other side no longer answers."""
    UNREADABLE = "a payload could not be read"
    """What arrived could not be inflated or decoded."""
    TIMED_OUT = "no answer in time"
    """HELLO, READY or RESUMED did not come."""
    STOPPED = "closed by this side"
    """`close_ws`, `suspend`, or the task of `start` was cancelled."""


class Ending(msgspec.Struct, frozen=True):
    """How a connection ended."""

    cause: Cause
    """Why."""
    code: int | None = None
    """The close code received, or the status of a refused HTTP upgrade; None where there was none."""
    reason: str = ""
    """Details in words: the text with a close code, or of an error."""
    resumable: bool = True
    """Whether Discord says that the session may go on; false only with opcode 9."""

    def __str__(self) -> str:
        details = ", ".join(text for text in (str(self.code or ""), self.reason) if text)
        return f"{self.cause.value} ({details})" if details else self.cause.value
