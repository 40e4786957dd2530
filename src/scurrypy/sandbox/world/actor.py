"""Who does something in the world."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A user at work: their permissions decide what succeeds."""

    user_id: int
    """Id of the user."""
    application_id: int | None = None
    """The user's application, where a bot acts through the HTTP API."""
    reason: str | None = None
    """What the audit log is to say."""
