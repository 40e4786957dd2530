"""One session: its sequence numbers, what it can replay, and the connection it has at the moment."""

from collections import deque

from scurrypy.sandbox.gateway.connection import Connection
from scurrypy.sandbox.gateway.identify import Identify, Presence
from scurrypy.sandbox.gateway.opcodes import REASONS, CloseCode, Opcode


def replay_limit(guilds: int) -> int:
    """Return how many events Discord keeps for replay, for a session with so many guilds."""
    return max(100, min(3500, 75 * guilds))


class Session:
    """What one IDENTIFY started. It outlives its connection, so that the client can resume it."""

    def __init__(self, id: str, application_id: int, user_id: int, version: int, identify: Identify) -> None:
        self.id = id
        """The `session_id` of READY."""
        self.application_id = application_id
        """Application of the bot."""
        self.user_id = user_id
        """User of the bot."""
        self.version = version
        """Version of the API that the client speaks."""
        self.shard_id: int = identify.shard_id
        """Which shard this session is."""
        self.shard_count: int = identify.shard_count
        """How many shards the bot runs."""
        self.is_sharded: bool = identify.sharded
        """Whether the client named a shard."""
        self.intents: int = identify.intents
        """Which groups of events the session receives."""
        self.large_threshold: int = identify.large_threshold
        """Above how many members a guild's offline members are left out."""
        self.presence: Presence = identify.presence
        """What the bot shows."""
        self.sequence: int = 0
        """Sequence number of the last event."""
        self.connection: Connection | None = None
        """Where events go now; None while the client is away."""
        self.detached_at: float | None = None
        """When the client went away, in seconds of the world's clock; None while it is connected."""
        self.hidden_channels: dict[int, frozenset[int]] = {}
        """For each guild, the channels that the bot knows only as hidden."""
        self.full_lists: dict[int, float] = {}
        """When all members of a guild were last asked for, in seconds of the world's clock."""
        self._replay: deque[tuple[int, bytes]] = deque(maxlen=replay_limit(0))

    def keep_for_replay(self, guilds: int) -> None:
        """Keep as many events for replay as Discord does for a session with so many guilds."""
        self._replay = deque(self._replay, maxlen=replay_limit(guilds))

    def covers(self, guild_id: int | None) -> bool:
        """Whether this session's shard hears of a guild; what belongs to no guild goes to shard 0."""
        return (0 if guild_id is None else (guild_id >> 22) % self.shard_count) == self.shard_id

    def send(self, name: str, body: bytes) -> None:
        """Send an event whose data is the JSON in `body`, or keep it until the client is back."""
        self.sequence += 1
        frame = b'{"t":"%s","s":%d,"op":0,"d":%s}' % (name.encode(), self.sequence, body)
        self._replay.append((self.sequence, frame))
        if self.connection is not None:
            self.connection.send(frame)

    def missed_since(self, sequence: int) -> list[bytes] | None:
        """Return the events after `sequence`, or None when some of them are no longer kept."""
        if sequence < self.sequence and (not self._replay or self._replay[0][0] > sequence + 1):
            return None
        return [frame for number, frame in self._replay if number > sequence]

    # What a test does to a session. Each needs a connected client and does nothing without one.

    def close(self, code: int = CloseCode.UNKNOWN_ERROR, reason: str | None = None) -> None:
        """Close the connection with `code`; the session stays and can be resumed."""
        if self.connection is not None:
            if reason is None:
                reason = REASONS[CloseCode(code)] if code in REASONS else ""
            self.connection.close(code, reason)

    def abort(self) -> None:
        """Reset the TCP connection, without a close frame."""
        if self.connection is not None:
            self.connection.abort()

    def reconnect(self) -> None:
        """Tell the client to reconnect (op 7)."""
        self._control(Opcode.RECONNECT)

    def request_heartbeat(self) -> None:
        """Ask the client for a heartbeat at once (op 1)."""
        self._control(Opcode.HEARTBEAT)

    def stop_acks(self) -> None:
        """Leave heartbeats unanswered for the rest of this connection, as a zombie does."""
        if self.connection is not None:
            self.connection.is_acking = False

    def go_silent(self) -> None:
        """Send nothing more on this connection, although it stays up."""
        if self.connection is not None:
            self.connection.is_silent = True

    def send_raw(self, payload: bytes) -> None:
        """Send bytes that need not be a payload at all; they get no sequence number and no replay."""
        if self.connection is not None:
            self.connection.send(payload)

    def send_invalid(self, resumable: bool) -> None:
        """Tell the client that its session is invalid (op 9); `hub.invalidate` also ends the session."""
        if self.connection is not None:
            self.connection.send_control(Opcode.INVALID_SESSION, resumable)

    def _control(self, opcode: Opcode) -> None:
        if self.connection is not None:
            self.connection.send_control(opcode)
