"""Figures that a shard keeps about itself."""

import msgspec


class GatewayMetrics(msgspec.Struct):
    """What a shard has counted and measured since it was made."""

    _last_heartbeat_sent: float = 0.0
    heartbeat_rrt: float = 0.0
    """Seconds between the last heartbeat that was answered and its answer; 0 before the first."""
    loop_lag: float = 0.0
    """Seconds by which the last scheduled heartbeat was late because the event loop was busy."""
    connections: int = 0
    """WebSockets opened."""
    identifies: int = 0
    """IDENTIFYs sent: new sessions asked for."""
    resumes: int = 0
    """RESUMEs sent."""
    sessions_lost: int = 0
    """Sessions that could not be resumed: events between the old and the new one are lost."""
    zombies: int = 0
    """Connections given up because nothing was heard from one heartbeat to the next."""
    events: int = 0
    """Events taken: handed to the queue, or dropped because nobody wants them."""
    duplicates: int = 0
    """Events dropped because their sequence number had been seen."""
    gaps: int = 0
    """Sequence numbers that never arrived."""
    unreadable: int = 0
    """Payloads passed over because they could not be read, even after a resume."""

    @property
    def last_heartbeat_sent(self) -> float:
        """When the last heartbeat was sent, by the event loop's clock, in seconds; 0 before the first."""
        return self._last_heartbeat_sent

    def heartbeat_sent(self, now: float) -> None:
        """Note when a heartbeat was sent, by the event loop's clock, in seconds."""
        self._last_heartbeat_sent = now
