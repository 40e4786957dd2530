"""Auto moderation rules."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class AutoModerationRule:
    """What a guild does not want to read, and what happens then."""

    id: int
    """Id of the rule."""
    guild_id: int
    """Guild it belongs to."""
    name: str
    """Name."""
    creator_id: int
    """User who made it."""
    event_type: int
    """1 messages, 2 member profiles."""
    trigger_type: int
    """1 keywords, 3 spam, 4 Discord's word lists, 5 mentions, 6 keywords in profiles."""
    trigger_metadata: dict[str, Any] = field(default_factory=dict[str, Any])
    """What it looks for, in wire form."""
    actions: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """What it does, in wire form."""
    enabled: bool = False
    """Whether it is at work."""
    exempt_roles: list[int] = field(default_factory=list[int])
    """Roles it leaves alone."""
    exempt_channels: list[int] = field(default_factory=list[int])
    """Channels it leaves alone."""
