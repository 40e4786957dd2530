"""Stages under way."""

from dataclasses import dataclass


@dataclass(slots=True)
class StageInstance:
    """What makes a stage channel live."""

    id: int
    """Id of the stage."""
    guild_id: int
    """Guild it is in."""
    channel_id: int
    """Stage channel it is in."""
    topic: str
    """What it is about."""
    privacy_level: int = 2
    """1 public, 2 members only."""
    scheduled_event_id: int | None = None
    """Scheduled event it belongs to."""
