"""Requests to join guilds that let nobody in unasked."""

from dataclasses import dataclass, field
from typing import Any

SUBMITTED, APPROVED, REJECTED = "SUBMITTED", "APPROVED", "REJECTED"
"""How a request stands."""


@dataclass(slots=True)
class JoinRequest:
    """That somebody would like to join a guild."""

    id: int
    """Id of the request."""
    guild_id: int
    """The guild."""
    user_id: int
    """Who would like to."""
    created_at: float
    """Since when, in seconds since the Unix epoch."""
    status: str = SUBMITTED
    """How the request stands."""
    form_responses: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """What was asked and answered, in wire form."""
    reviewed_at: float | None = None
    """When it was answered, in seconds since the Unix epoch."""
    reviewer_id: int | None = None
    """Who answered it."""
    rejection_reason: str | None = None
    """Why not."""
