"""Webhooks."""

from dataclasses import dataclass, field

INCOMING, FOLLOWER, APPLICATION = 1, 2, 3
"""Types of webhook."""


@dataclass(slots=True)
class Webhook:
    """A way into one channel that needs no member."""

    id: int
    """Id of the webhook."""
    type: int
    """Type of the webhook."""
    guild_id: int
    """Guild it posts in."""
    channel_id: int
    """Channel it posts in."""
    name: str
    """Name its messages carry unless they choose another."""
    token: str | None = field(default=None, repr=False)
    """Secret that lets anyone post; only incoming webhooks have one."""
    avatar: str | None = None
    """Hash of its avatar."""
    creator_id: int | None = None
    """User who made it."""
    application_id: int | None = None
    """Application whose bot made it."""
    source_channel_id: int | None = None
    """Channel it follows."""
