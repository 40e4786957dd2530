"""What the world tells the gateway: one event, and who may hear it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One gateway event with the conditions under which a session receives it."""

    name: str
    """Name of the event on the wire, as `MESSAGE_CREATE`."""
    data: dict[str, Any]
    """The event in full, before anything is withheld from a session."""
    guild_id: int | None = None
    """Guild it happened in, which names the shard; None goes to shard 0."""
    intents: int = 0
    """A session needs any one of these intents; 0 needs none."""
    application_id: int | None = None
    """Only sessions of this application hear it; None means every bot that is in the guild."""
    channel_id: int | None = None
    """Only bots that may view this channel hear it; None asks for nothing."""
