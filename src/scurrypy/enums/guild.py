"""Settings and features of guilds."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordString, DiscordTypes


class PromptType(DiscordTypes):
    """How an onboarding prompt is shown.

    See [Discord Docs/Prompt Types](https://docs.discord.com/developers/resources/guild#guild-onboarding-object-prompt-types).
    """

    MULTIPLE_CHOICE = 0
    """Every option at once."""
    DROPDOWN = 1
    """A menu."""


class OnboardingMode(DiscordTypes):
    """What counts towards the limits of onboarding.

    See [Discord Docs/Onboarding Mode](https://docs.discord.com/developers/resources/guild#guild-onboarding-object-onboarding-mode).
    """

    ONBOARDING_DEFAULT = 0
    """Default channels only."""
    ONBOARDING_ADVANCED = 1
    """Default channels and questions."""


class StickerType(DiscordTypes):
    """Where a sticker comes from.

    See [Discord Docs/Sticker Types](https://docs.discord.com/developers/resources/sticker#sticker-object-sticker-types).
    """

    STANDARD = 1
    """An official pack."""
    GUILD = 2
    """A guild."""


class StickerFormatType(DiscordTypes):
    """File formats of stickers.

    See [Discord Docs/Sticker Format Types](https://docs.discord.com/developers/resources/sticker#sticker-object-sticker-format-types).
    """

    PNG = 1
    """PNG."""
    APNG = 2
    """Animated PNG."""
    LOTTIE = 3
    """Lottie."""
    GIF = 4
    """GIF."""


class GuildFeature(DiscordString):
    """What a guild has switched on or been granted.

    See [Discord Docs/Guild Features](https://docs.discord.com/developers/resources/guild#guild-object-guild-features).
    """

    ANIMATED_BANNER = "ANIMATED_BANNER"
    """Animated banner."""
    ANIMATED_ICON = "ANIMATED_ICON"
    """Animated icon."""
    APPLICATION_COMMAND_PERMISSIONS_V2 = "APPLICATION_COMMAND_PERMISSIONS_V2"
    """The old behaviour of command permissions."""
    AUTO_MODERATION = "AUTO_MODERATION"
    """Auto moderation rules exist."""
    BANNER = "BANNER"
    """Banner."""
    COMMUNITY = "COMMUNITY"
    """Welcome screen, stages, discovery and the like."""
    CREATOR_MONETIZABLE_PROVISIONAL = "CREATOR_MONETIZABLE_PROVISIONAL"
    """Monetization."""
    CREATOR_STORE_PAGE = "CREATOR_STORE_PAGE"
    """Page that promotes role subscriptions."""
    DEVELOPER_SUPPORT_SERVER = "DEVELOPER_SUPPORT_SERVER"
    """Support guild of an application."""
    DISCOVERABLE = "DISCOVERABLE"
    """Listed in the directory."""
    ENHANCED_ROLE_COLORS = "ENHANCED_ROLE_COLORS"
    """Gradients as role colors."""
    FEATURABLE = "FEATURABLE"
    """May be featured in the directory."""
    GUESTS_ENABLED = "GUESTS_ENABLED"
    """Guest invites."""
    GUILD_TAGS = "GUILD_TAGS"
    """Guild tags."""
    INVITES_DISABLED = "INVITES_DISABLED"
    """Nobody can join for now."""
    INVITE_SPLASH = "INVITE_SPLASH"
    """Background of invites."""
    MEMBER_VERIFICATION_GATE_ENABLED = "MEMBER_VERIFICATION_GATE_ENABLED"
    """Membership screening."""
    MORE_SOUNDBOARD = "MORE_SOUNDBOARD"
    """More room for soundboard sounds."""
    MORE_STICKERS = "MORE_STICKERS"
    """More room for stickers."""
    NEWS = "NEWS"
    """Announcement channels."""
    OFFICIAL_GAME_GUILD = "OFFICIAL_GAME_GUILD"
    """The official guild of a game."""
    PARTNERED = "PARTNERED"
    """Partner of Discord."""
    PREVIEW_ENABLED = "PREVIEW_ENABLED"
    """Can be looked at before joining."""
    PRUNE_REQUIRES_ADMIN = "PRUNE_REQUIRES_ADMIN"
    """Only administrators may prune."""
    RAID_ALERTS_DISABLED = "RAID_ALERTS_DISABLED"
    """No alerts for raids."""
    ROLE_ICONS = "ROLE_ICONS"
    """Role icons."""
    ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE = "ROLE_SUBSCRIPTIONS_AVAILABLE_FOR_PURCHASE"
    """Role subscriptions on sale."""
    ROLE_SUBSCRIPTIONS_ENABLED = "ROLE_SUBSCRIPTIONS_ENABLED"
    """Role subscriptions."""
    SOUNDBOARD = "SOUNDBOARD"
    """Soundboard sounds exist."""
    TICKETED_EVENTS_ENABLED = "TICKETED_EVENTS_ENABLED"
    """Ticketed events."""
    VANITY_URL = "VANITY_URL"
    """An invite URL of its own."""
    VERIFIED = "VERIFIED"
    """Verified by Discord."""
    VIP_REGIONS = "VIP_REGIONS"
    """384 kbit/s in voice channels."""
    WELCOME_SCREEN_ENABLED = "WELCOME_SCREEN_ENABLED"
    """Welcome screen."""


class VerificationLevel(DiscordTypes):
    """What members need before they may write.

    See [Discord Docs/Verification Level](https://docs.discord.com/developers/resources/guild#guild-object-verification-level).
    """

    NONE = 0
    """Nothing."""
    LOW = 1
    """A verified email address."""
    MEDIUM = 2
    """An account older than 5 minutes."""
    HIGH = 3
    """Membership for longer than 10 minutes."""
    VERY_HIGH = 4
    """A verified phone number."""


class ExplicitContentFilterLevel(DiscordTypes):
    """Whose media is scanned.

    See [Discord Docs/Explicit Content Filter Level](https://docs.discord.com/developers/resources/guild#guild-object-explicit-content-filter-level).
    """

    DISABLED = 0
    """Nobody's."""
    MEMBERS_WITHOUT_ROLES = 1
    """That of members without roles."""
    ALL_MEMBERS = 2
    """Everybody's."""


class MFALevel(DiscordTypes):
    """Whether moderators need two-factor authentication.

    See [Discord Docs/MFA Level](https://docs.discord.com/developers/resources/guild#guild-object-mfa-level).
    """

    NONE = 0
    """No."""
    ELEVATED = 1
    """Yes."""


class NSFWLevel(DiscordTypes):
    """Age rating of a guild.

    See [Discord Docs/Guild Age-Restriction Level](https://docs.discord.com/developers/resources/guild#guild-object-guild-nsfw-level).
    """

    DEFAULT = 0
    """Not rated."""
    EXPLICIT = 1
    """Explicit."""
    SAFE = 2
    """Safe."""
    AGE_RESTRICTED = 3
    """Adults only."""


class PremiumTier(DiscordTypes):
    """Boost level of a guild.

    See [Discord Docs/Premium Tier](https://docs.discord.com/developers/resources/guild#guild-object-premium-tier).
    """

    NONE = 0
    """No level yet."""
    TIER_1 = 1
    """Level 1."""
    TIER_2 = 2
    """Level 2."""
    TIER_3 = 3
    """Level 3."""


class NotificationLevel(DiscordTypes):
    """What members are notified of by default.

    See [Discord Docs/Default Message Notification Level](https://docs.discord.com/developers/resources/guild#guild-object-default-message-notification-level).
    """

    ALL_MESSAGES = 0
    """Every message."""
    ONLY_MENTIONS = 1
    """Messages that mention them."""


class SystemChannelFlags(DiscordFlags):
    """What is not announced in the system channel.

    See [Discord Docs/System Channel Flags](https://docs.discord.com/developers/resources/guild#guild-object-system-channel-flags).
    """

    SUPPRESS_JOIN_NOTIFICATIONS = 1 << 0
    """New members."""
    SUPPRESS_PREMIUM_SUBSCRIPTIONS = 1 << 1
    """Boosts."""
    SUPPRESS_GUILD_REMINDER_NOTIFICATIONS = 1 << 2
    """Tips for setting up the guild."""
    SUPPRESS_JOIN_NOTIFICATION_REPLIES = 1 << 3
    """Buttons that greet new members with a sticker."""
    SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATIONS = 1 << 4
    """Purchases and renewals of role subscriptions."""
    SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATION_REPLIES = 1 << 5
    """Buttons that answer those with a sticker."""


class RoleFlags(DiscordFlags):
    """Peculiarities of a role.

    See [Discord Docs/Role Flags](https://docs.discord.com/developers/topics/permissions#role-object-role-flags).
    """

    IN_PROMPT = 1 << 0
    """Members can choose it during onboarding."""


class AfkTimeout(DiscordTypes):
    """Seconds until someone in a voice channel counts as away.

    See [Discord Docs/Modify Guild](https://docs.discord.com/developers/resources/guild#modify-guild-json-params).
    """

    ONE_MINUTE = 60
    """One minute."""
    FIVE_MINUTES = 300
    """Five minutes."""
    FIFTEEN_MINUTES = 900
    """A quarter of an hour."""
    THIRTY_MINUTES = 1800
    """Half an hour."""
    ONE_HOUR = 3600
    """One hour."""
