"""Lobbies of games."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class LobbyMember:
    """A user in a lobby."""

    user_id: int
    """The user."""
    metadata: dict[str, str] | None = None
    """What the game keeps of the member."""
    flags: int = 0
    """1 lets the member link a channel."""
    additional_name: str | None = None
    """Name in the game."""


@dataclass(slots=True)
class LobbyMessage:
    """A message in a lobby."""

    id: int
    """Id of the message."""
    author_id: int
    """Who wrote it."""
    content: str
    """Text."""
    flags: int = 0
    """Message flags."""
    additional_name: str | None = None
    """Name the author had in the game."""
    metadata: dict[str, str] | None = None
    """What the game sent along."""
    moderation: dict[str, str] | None = None
    """What moderation says of it."""


@dataclass(slots=True)
class Lobby:
    """Where players of a game meet."""

    id: int
    """Id of the lobby."""
    application_id: int
    """The game."""
    metadata: dict[str, str] | None = None
    """What the game keeps of the lobby."""
    flags: int = 0
    """Lobby flags."""
    idle_timeout_seconds: int = 300
    """Seconds after which an idle lobby closes; none does so here."""
    override_event_webhooks_url: str | None = None
    """Where the lobby's webhook events are sent instead."""
    secret: str | None = field(default=None, repr=False)
    """What players join it by."""
    linked_channel_id: int | None = None
    """Channel it is linked to."""
    members: dict[int, LobbyMember] = field(default_factory=dict[int, LobbyMember])
    """Who is in it, by user id."""
    messages: dict[int, LobbyMessage] = field(default_factory=dict[int, LobbyMessage])
    """What was said, by message id."""
