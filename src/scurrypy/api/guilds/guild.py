"""Guilds."""

from scurrypy.api.emoji import EmojiModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.api.guilds.welcome_screen import GuildWelcomeScreenModel
from scurrypy.api.sticker import StickerModel
from scurrypy.enums.guild import (
    AfkTimeout,
    ExplicitContentFilterLevel,
    GuildFeature,
    MFALevel,
    NotificationLevel,
    NSFWLevel,
    PremiumTier,
    SystemChannelFlags,
    VerificationLevel,
)
from scurrypy.enums.locale import Locale
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class IncidentsDataModel(DataModel):
    """What is suspended because of an incident.

    See [Discord Docs/Incidents Data Object](https://docs.discord.com/developers/resources/guild#incidents-data-object).
    """

    invites_disabled_until: str | None = None
    """Until when nobody can join, ISO 8601."""
    dms_disabled_until: str | None = None
    """Until when members cannot write to each other, ISO 8601."""
    dm_spam_detected_at: str | None = None
    """When spam in direct messages was noticed, ISO 8601."""
    raid_detected_at: str | None = None
    """When a raid was noticed, ISO 8601."""


class GuildModel(DataModel):
    """A guild, which clients call a server.

    See [Discord Docs/Guild Object](https://docs.discord.com/developers/resources/guild#guild-object).
    """

    id: Snowflake = REQUIRED
    """Id of the guild."""
    name: str = REQUIRED
    """Name, 2-100 characters."""
    icon: str | None = None
    """Hash of the icon; None where there is none."""
    splash: str | None = None
    """Hash of the background of invites; None where there is none."""
    owner: bool | None = None
    """Whether the user owns it; in lists of a user's guilds only."""
    owner_id: Snowflake = REQUIRED
    """Who owns it."""
    emojis: list[EmojiModel] = REQUIRED
    """Custom emojis."""
    roles: list[GuildRoleModel] = REQUIRED
    """Roles."""
    mfa_level: MFALevel = REQUIRED
    """Whether moderators need two-factor authentication."""
    application_id: Snowflake | None = None
    """Application that made the guild; None where it was a user."""
    system_channel_id: Snowflake | None = None
    """Channel that announces new members and boosts; None where there is none."""
    system_channel_flags: SystemChannelFlags = REQUIRED
    """What is not announced there."""
    rules_channel_id: Snowflake | None = None
    """Channel of the rules; None where there is none."""
    max_members: int = REQUIRED
    """Most members it can have."""
    description: str | None = None
    """What it is for; None where nobody said."""
    banner: str | None = None
    """Hash of the banner; None where there is none."""
    preferred_locale: Locale = REQUIRED
    """Language."""
    public_updates_channel_id: Snowflake | None = None
    """Channel for notices of Discord to moderators; None where there is none."""
    approximate_member_count: int | None = None
    """About how many members; only where counts were asked for."""
    nsfw_level: NSFWLevel | None = None
    """Age rating."""
    safety_alerts_channel_id: Snowflake | None = None
    """Channel for safety alerts of Discord; None where there is none."""
    icon_hash: str | None = None
    """Hash of the icon; in templates only."""
    discovery_splash: str | None = None
    """Hash of the background in the directory; None where there is none."""
    permissions: Permissions | None = None
    """What the user may do, overwrites left out; in lists of a user's guilds only."""
    region: str | None = None
    """Voice region; deprecated."""
    afk_channel_id: Snowflake | None = None
    """Voice channel for those who are away; None where there is none."""
    afk_timeout: AfkTimeout = REQUIRED
    """Seconds until someone counts as away."""
    widget_enabled: bool = REQUIRED
    """Whether the widget is on."""
    widget_channel_id: Snowflake | None = None
    """Channel the widget invites to."""
    verification_level: VerificationLevel | None = None
    """What members need before they may write."""
    default_message_notifications: NotificationLevel = REQUIRED
    """What members are notified of by default."""
    explicit_content_filter: ExplicitContentFilterLevel = REQUIRED
    """Whose media is scanned."""
    features: list[GuildFeature] = REQUIRED
    """What is switched on or was granted."""
    max_presences: int | None = None
    """Most presences it can have; None but for the largest guilds."""
    vanity_url_code: str | None = None
    """Code of its own invite URL; None where there is none."""
    premium_tier: PremiumTier = REQUIRED
    """Boost level."""
    premium_subscription_count: int = REQUIRED
    """How many boosts."""
    max_video_channel_users: int = REQUIRED
    """Most users in a voice channel with video."""
    max_stage_video_channel_users: int = REQUIRED
    """Most users on a stage with video."""
    approximate_presence_count: int | None = None
    """About how many are online; only where counts were asked for."""
    nsfw: bool | None = None
    """Whether adults only, derived from `nsfw_level`; deprecated."""
    stickers: list[StickerModel] = REQUIRED
    """Custom stickers."""
    premium_progress_bar_enabled: bool = REQUIRED
    """Whether the bar of boosts is shown."""
    premium_progress_bar_enabled_user_updated_at: str | None = None
    """When a user last switched that bar, ISO 8601."""
    home_header: str | None = None
    """Hash of the image above the server guide."""
    incidents_data: IncidentsDataModel | None = None
    """What is suspended because of an incident; None where nothing is."""
    welcome_screen: GuildWelcomeScreenModel | None = None
    """What new members see first; in invites only."""


class UnavailableGuildModel(DataModel):
    """A guild that is not there: an outage, or the bot left.

    See [Discord Docs/Unavailable Guild Object](https://docs.discord.com/developers/resources/guild#unavailable-guild-object).
    """

    id: Snowflake = REQUIRED
    """Id of the guild."""
    unavailable: bool = REQUIRED
    """True in an outage; absent where the bot left."""


class ReadyGuildModel(DataModel):
    """A guild as READY names it; GUILD_CREATE brings the rest.

    See [Discord Docs/Unavailable Guild Object](https://docs.discord.com/developers/resources/guild#unavailable-guild-object).
    """

    id: Snowflake = REQUIRED
    """Id of the guild."""
    unavailable: bool = REQUIRED
    """Whether its GUILD_CREATE is still to come."""
