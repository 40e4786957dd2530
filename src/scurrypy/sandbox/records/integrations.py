"""Integrations: applications as guilds know them."""

from dataclasses import dataclass


@dataclass(slots=True)
class Integration:
    """An application in a guild."""

    id: int
    """Id of the integration."""
    guild_id: int
    """The guild."""
    application_id: int
    """The application."""
    user_id: int
    """Who added it."""
