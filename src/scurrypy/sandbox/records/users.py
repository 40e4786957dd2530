"""Users and applications."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class User:
    """A person or a bot."""

    id: int
    """Id of the user."""
    username: str
    """Unique name."""
    global_name: str | None = None
    """Display name; bots have none."""
    bot: bool = False
    """Whether an application owns this user."""
    system: bool = False
    """Whether this user speaks for Discord itself."""
    discriminator: str = "0"
    """Four digits for bots, `0` for people."""
    avatar: str | None = None
    """Hash of the avatar."""
    banner: str | None = None
    """Hash of the banner."""
    accent_color: int | None = None
    """Colour of the profile."""
    public_flags: int = 0
    """Badges."""
    locale: str = "en-US"
    """Language of the user's client."""
    accepts_dms: bool = True
    """Whether bots may write to this user."""
    connections: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """The user's accounts elsewhere, in wire form."""


@dataclass(slots=True)
class Application:
    """A bot's owner in the developer portal's sense: settings, token, bot user."""

    id: int
    """Id of the application."""
    name: str
    """Name of the application."""
    token: str = field(repr=False)
    """The bot's token, made up by this world and worth nothing elsewhere."""
    bot_id: int = 0
    """Id of the bot user."""
    owner_id: int = 0
    """Id of the user who owns the application."""
    description: str = ""
    """Description."""
    icon: str | None = None
    """Hash of the icon."""
    cover_image: str | None = None
    """Hash of the cover image."""
    bot_public: bool = True
    """Whether anyone may add the bot."""
    privileged_intents: int = 0
    """The privileged intents that are switched on in the portal."""
    interactions_endpoint_url: str | None = None
    """Where interactions are sent instead of the gateway."""
    private_key: bytes = field(default=b"", repr=False)
    """Seed of the key that signs what is sent to the endpoints (32 bytes)."""
    verify_key: str = ""
    """Public key that verifies those signatures, in hexadecimal."""
    event_webhooks_url: str | None = None
    """Where webhook events are sent."""
    event_webhooks_status: int = 1
    """1 off, 2 on, 3 switched off by Discord."""
    event_webhooks_types: list[str] = field(default_factory=list[str])
    """Types of webhook events asked for."""
    role_connections_verification_url: str | None = None
    """Where linked roles send users."""
    custom_install_url: str | None = None
    """Link that adds the application, if it has its own."""
    install_params: dict[str, Any] | None = None
    """Scopes and permissions of the default link."""
    integration_types_config: dict[str, Any] = field(default_factory=lambda: {"0": {}, "1": {}})
    """How it may be installed: `0` to guilds, `1` to users."""
    tags: list[str] = field(default_factory=list[str])
    """Up to 5 tags."""
    flags: int = 0
    """Flags besides those that follow from the privileged intents."""
    role_metadata: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """What linked roles may demand, in wire form."""
    role_connections: dict[int, dict[str, Any]] = field(default_factory=dict[int, dict[str, Any]])
    """What users have proved, in wire form, by user id."""
    emojis: "dict[int, Any]" = field(default_factory=dict[int, Any])
    """Emojis that belong to the application, by id."""
