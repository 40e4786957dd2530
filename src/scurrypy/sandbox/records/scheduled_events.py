"""Scheduled events."""

from dataclasses import dataclass, field
from typing import Any

IN_STAGE, IN_VOICE, EXTERNAL = 1, 2, 3
"""Where an event takes place."""
SCHEDULED, ACTIVE, COMPLETED, CANCELED = 1, 2, 3, 4
"""How far an event is."""


@dataclass(slots=True)
class EventException:
    """One time of a recurring event that differs; its id is the snowflake of the moment it would have begun."""

    id: int
    """Id of the exception."""
    scheduled_start_time: str | None = None
    """When it begins instead, in wire form."""
    scheduled_end_time: str | None = None
    """When it ends instead, in wire form."""
    is_canceled: bool = False
    """Whether it does not take place."""
    user_ids: list[int] = field(default_factory=list[int])
    """Who is interested in this one time."""


@dataclass(slots=True)
class ScheduledEvent:
    """Something a guild plans."""

    id: int
    """Id of the event."""
    guild_id: int
    """Guild it belongs to."""
    creator_id: int
    """User who made it."""
    name: str
    """Name."""
    entity_type: int
    """Where it takes place."""
    scheduled_start_time: str
    """When it begins, in wire form."""
    scheduled_end_time: str | None = None
    """When it ends, in wire form."""
    channel_id: int | None = None
    """Channel it takes place in; None outside Discord."""
    entity_metadata: dict[str, Any] | None = None
    """Place outside Discord, in wire form."""
    entity_id: int | None = None
    """Stage instance it takes place in, while it does."""
    description: str | None = None
    """What it is about."""
    privacy_level: int = 2
    """Who sees it."""
    status: int = SCHEDULED
    """How far it is."""
    image: str | None = None
    """Hash of the cover."""
    recurrence_rule: dict[str, Any] | None = None
    """When it recurs, in wire form."""
    exceptions: dict[int, EventException] = field(default_factory=dict[int, EventException])
    """Times that differ, by id."""
    user_ids: list[int] = field(default_factory=list[int])
    """Who is interested in the whole of it."""

    @property
    def is_over(self) -> bool:
        """Whether it took place or was called off."""
        return self.status in (COMPLETED, CANCELED)
