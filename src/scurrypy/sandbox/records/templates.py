"""Templates of guilds."""

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Template:
    """What a guild looked like once, under a code."""

    code: str
    """What follows `discord.new/`."""
    name: str
    """Name."""
    creator_id: int
    """User who made it."""
    guild_id: int
    """Guild it was taken from."""
    created_at: float
    """When it was made, in seconds since the Unix epoch."""
    updated_at: float
    """When it was last taken anew, in seconds since the Unix epoch."""
    snapshot: dict[str, Any]
    """The guild at that time, in wire form."""
    description: str | None = None
    """What it is for."""
