"""Interactions: what a user did with an application, and how it answered."""

from dataclasses import dataclass, field
from typing import Any

PING, COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 1, 2, 3, 4, 5
"""Types of interaction."""

PENDING, DEFERRED, RESPONDED, FAILED = "pending", "deferred", "responded", "failed"
"""Where the answer stands: none yet, promised, given, not given in time."""


@dataclass(slots=True, eq=False)
class Interaction:
    """One use of a command, component or modal, from the user's deed to the last follow-up."""

    id: int
    """Id of the interaction."""
    type: int
    """Type of the interaction."""
    application_id: int
    """Application it is for."""
    token: str = field(repr=False)
    """Secret that lets the application answer."""
    user_id: int
    """User who did it."""
    channel_id: int
    """Channel it was done in."""
    guild_id: int | None
    """Guild it was done in; None in direct messages."""
    created_at: float
    """When it was done, in seconds since the Unix epoch."""
    data: dict[str, Any]
    """What was done, in wire form."""
    metadata: dict[str, Any]
    """What messages that answer it say of it, in wire form."""
    message_id: int | None = None
    """Message with the component that was used, or that the modal came from."""
    state: str = PENDING
    """Where the answer stands."""
    callback_type: int | None = None
    """Type of the first answer."""
    response_id: int | None = None
    """The original response: the message that answered, or that was updated."""
    ephemeral: bool = False
    """Whether the first answer is for the user alone."""
    loading: bool = False
    """Whether the user waits for a message that was promised."""
    followup_ids: list[int] = field(default_factory=list[int])
    """Follow-up messages, in order."""
    modal: dict[str, Any] | None = None
    """Modal it opened, in wire form."""
    choices: list[dict[str, Any]] | None = None
    """Choices offered while typing, in wire form."""
