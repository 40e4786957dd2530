"""Guilds and what lives inside them."""

from dataclasses import dataclass, field
from typing import Any

from scurrypy.sandbox.records.auto_moderation import AutoModerationRule
from scurrypy.sandbox.records.community import Onboarding, WelcomeScreen, Widget
from scurrypy.sandbox.records.integrations import Integration
from scurrypy.sandbox.records.join_requests import JoinRequest
from scurrypy.sandbox.records.scheduled_events import ScheduledEvent
from scurrypy.sandbox.records.sounds import Sound


@dataclass(slots=True)
class Role:
    """A role; the one with the guild's id is @everyone."""

    id: int
    """Id of the role."""
    guild_id: int
    """Guild the role belongs to."""
    name: str
    """Name."""
    permissions: int = 0
    """Permission bits."""
    position: int = 0
    """Rank: higher outranks lower, the lower id wins a tie."""
    color: int = 0
    """Colour; 0 is none."""
    secondary_color: int | None = None
    """Second colour of a gradient."""
    tertiary_color: int | None = None
    """Third colour, of the holographic style."""
    hoist: bool = False
    """Whether its members are listed apart."""
    icon: str | None = None
    """Hash of the icon."""
    unicode_emoji: str | None = None
    """Emoji that stands for the role."""
    managed: bool = False
    """Whether an integration owns the role."""
    mentionable: bool = False
    """Whether anyone may mention it."""
    flags: int = 0
    """Role flags."""
    tags: dict[str, Any] | None = None
    """Whom a managed role belongs to."""


@dataclass(slots=True)
class Member:
    """A user in a guild."""

    user_id: int
    """Id of the user."""
    guild_id: int
    """Id of the guild."""
    joined_at: float
    """When the user joined, in seconds since the Unix epoch."""
    nick: str | None = None
    """Name in this guild."""
    avatar: str | None = None
    """Hash of the avatar in this guild."""
    banner: str | None = None
    """Hash of the banner in this guild."""
    bio: str | None = None
    """About the member, in this guild."""
    role_ids: list[int] = field(default_factory=list[int])
    """Roles besides @everyone."""
    premium_since: float | None = None
    """When the member began boosting, in seconds since the Unix epoch."""
    deaf: bool = False
    """Whether moderators deafened the member in voice."""
    mute: bool = False
    """Whether moderators muted the member in voice."""
    pending: bool = False
    """Whether the member has yet to pass membership screening."""
    flags: int = 0
    """Guild member flags."""
    timeout_until: float | None = None
    """When the timeout ends, in seconds since the Unix epoch."""


@dataclass(slots=True)
class Ban:
    """A user who may not join."""

    user_id: int
    """Id of the user."""
    reason: str | None = None
    """Why."""


@dataclass(slots=True)
class Emoji:
    """An emoji of a guild or of an application."""

    id: int
    """Id of the emoji."""
    name: str
    """Name, without colons."""
    creator_id: int
    """User who made it."""
    guild_id: int | None = None
    """Guild it belongs to; None for an application's."""
    animated: bool = False
    """Whether it moves."""
    role_ids: list[int] = field(default_factory=list[int])
    """Roles that may use it; none means everyone."""


@dataclass(slots=True)
class Sticker:
    """A sticker of a guild."""

    id: int
    """Id of the sticker."""
    guild_id: int
    """Guild it belongs to."""
    name: str
    """Name."""
    description: str | None
    """Description."""
    tags: str
    """Text that finds it."""
    format_type: int
    """1 PNG, 2 APNG, 3 Lottie, 4 GIF."""
    creator_id: int
    """User who made it."""


@dataclass(slots=True)
class Invite:
    """A link into a guild."""

    code: str
    """What follows `discord.gg/`."""
    guild_id: int
    """Guild it leads to."""
    channel_id: int
    """Channel it leads to."""
    inviter_id: int
    """User who made it."""
    created_at: float
    """When it was made, in seconds since the Unix epoch."""
    max_age: int = 86_400
    """Seconds it lasts; 0 is for ever."""
    max_uses: int = 0
    """How often it may be used; 0 is without end."""
    temporary: bool = False
    """Whether members who get no role leave when they go offline."""
    uses: int = 0
    """How often it was used."""
    role_ids: list[int] = field(default_factory=list[int])
    """Roles that whoever joins through it receives."""
    target_user_ids: list[int] | None = None
    """Who alone may use it; None lets in everyone."""
    targeted_at: float | None = None
    """When that was said, in seconds since the Unix epoch."""


@dataclass(slots=True)
class AuditEntry:
    """One line of a guild's audit log."""

    id: int
    """Id of the entry."""
    action_type: int
    """What was done."""
    user_id: int
    """Who did it."""
    target_id: int | None = None
    """To what it was done."""
    changes: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Which values changed."""
    options: dict[str, Any] | None = None
    """Further facts of some actions."""
    reason: str | None = None
    """Why, as the actor gave it."""


@dataclass(slots=True)
class Guild:
    """A guild and its settings."""

    id: int
    """Id of the guild."""
    name: str
    """Name."""
    owner_id: int
    """User who owns it."""
    created_at: float
    """When it was made, in seconds since the Unix epoch."""
    icon: str | None = None
    """Hash of the icon."""
    splash: str | None = None
    """Hash of the invite splash."""
    discovery_splash: str | None = None
    """Hash of the discovery splash."""
    banner: str | None = None
    """Hash of the banner."""
    description: str | None = None
    """Description."""
    features: list[str] = field(default_factory=list[str])
    """Features switched on."""
    verification_level: int = 0
    """Whom it lets write."""
    default_message_notifications: int = 0
    """0 every message, 1 mentions only."""
    explicit_content_filter: int = 0
    """Whose media are scanned."""
    mfa_level: int = 0
    """Whether moderators need two factors."""
    nsfw_level: int = 0
    """How explicit it is."""
    afk_channel_id: int | None = None
    """Where idle voice members go."""
    afk_timeout: int = 300
    """Seconds until they go there."""
    system_channel_id: int | None = None
    """Where joins and boosts are announced."""
    system_channel_flags: int = 0
    """What is not announced there."""
    rules_channel_id: int | None = None
    """Where the rules stand."""
    public_updates_channel_id: int | None = None
    """Where Discord's notices go."""
    safety_alerts_channel_id: int | None = None
    """Where safety alerts go."""
    premium_tier: int = 0
    """Boost level."""
    premium_progress_bar_enabled: bool = False
    """Whether the boost progress bar shows."""
    preferred_locale: str = "en-US"
    """Language of the guild."""
    invites_disabled_until: float | None = None
    """Until when invites let nobody in, in seconds since the Unix epoch."""
    dms_disabled_until: float | None = None
    """Until when members cannot write to each other directly, in seconds since the Unix epoch."""
    vanity_url_code: str | None = None
    """Code of the invite with a name of the guild's choice."""
    widget: Widget = field(default_factory=Widget)
    """What other websites may show of it."""
    welcome_screen: WelcomeScreen | None = None
    """What newcomers see first."""
    onboarding: Onboarding | None = None
    """What newcomers are asked."""
    new_member_welcome: dict[str, Any] | None = None
    """The guide for new members, in wire form."""
    roles: dict[int, Role] = field(default_factory=dict[int, Role])
    """Roles, by id."""
    members: dict[int, Member] = field(default_factory=dict[int, Member])
    """Members, by user id."""
    bans: dict[int, Ban] = field(default_factory=dict[int, Ban])
    """Bans, by user id."""
    emojis: dict[int, Emoji] = field(default_factory=dict[int, Emoji])
    """Emojis, by id."""
    stickers: dict[int, Sticker] = field(default_factory=dict[int, Sticker])
    """Stickers, by id."""
    auto_moderation_rules: dict[int, AutoModerationRule] = field(default_factory=dict[int, AutoModerationRule])
    """Auto moderation rules, by id."""
    scheduled_events: dict[int, ScheduledEvent] = field(default_factory=dict[int, ScheduledEvent])
    """Scheduled events, past ones included, by id."""
    integrations: dict[int, Integration] = field(default_factory=dict[int, Integration])
    """Applications in it, by the integration's id."""
    join_requests: dict[int, JoinRequest] = field(default_factory=dict[int, JoinRequest])
    """Requests to join it, by id."""
    sounds: dict[int, Sound] = field(default_factory=dict[int, Sound])
    """Soundboard sounds, by id."""
    voice_states: dict[int, dict[str, Any]] = field(default_factory=dict[int, dict[str, Any]])
    """Voice states in wire form, by user id."""
    presences: dict[int, dict[str, Any]] = field(default_factory=dict[int, dict[str, Any]])
    """Presences in wire form, by user id; absent is offline."""
    audit_log: list[AuditEntry] = field(default_factory=list[AuditEntry])
    """Audit log, oldest first."""
