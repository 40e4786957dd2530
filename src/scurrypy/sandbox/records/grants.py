"""What users let applications do."""

from dataclasses import dataclass


@dataclass(slots=True)
class Grant:
    """That an application may act for a user; the access token that stands for it is its key."""

    application_id: int
    """The application."""
    user_id: int
    """The user."""
    scopes: list[str]
    """What it may do."""
    expires_at: float
    """Until when, in seconds since the Unix epoch."""
