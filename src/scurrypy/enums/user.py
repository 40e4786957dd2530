"""Peculiarities of users and members."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordString, DiscordTypes


class GuildMemberFlags(DiscordFlags):
    """Peculiarities of a member.

    See [Discord Docs/Guild Member Flags](https://docs.discord.com/developers/resources/guild#guild-member-object-guild-member-flags).
    """

    DID_REJOIN = 1 << 0
    """Left and came back."""
    COMPLETED_ONBOARDING = 1 << 1
    """Finished onboarding."""
    BYPASSES_VERIFICATION = 1 << 2
    """Exempt from the guild's verification; can be edited."""
    STARTED_ONBOARDING = 1 << 3
    """Began onboarding."""
    IS_GUEST = 1 << 4
    """Guest of one voice channel."""
    STARTED_HOME_ACTIONS = 1 << 5
    """Began the tasks of the server guide."""
    COMPLETED_HOME_ACTIONS = 1 << 6
    """Finished the tasks of the server guide."""
    AUTOMOD_QUARANTINED_USERNAME = 1 << 7
    """Name blocked by auto moderation."""
    DM_SETTINGS_UPSELL_ACKNOWLEDGED = 1 << 9
    """Closed the hint about direct message settings."""
    AUTOMOD_QUARANTINED_GUILD_TAG = 1 << 10
    """Guild tag blocked by auto moderation."""
    AUTOMOD_QUARANTINED_TAG = AUTOMOD_QUARANTINED_GUILD_TAG
    """The same by its name in ScurryPy 2, where the value was wrong."""


class UserFlags(DiscordFlags):
    """Badges and peculiarities of a user.

    See [Discord Docs/User Flags](https://docs.discord.com/developers/resources/user#user-object-user-flags).
    """

    STAFF = 1 << 0
    """Works at Discord."""
    PARTNER = 1 << 1
    """Owns a partnered guild."""
    HYPESQUAD = 1 << 2
    """HypeSquad events."""
    BUG_HUNTER_LEVEL_1 = 1 << 3
    """Bug hunter, level 1."""
    HYPESQUAD_ONLINE_HOUSE_1 = 1 << 6
    """House of Bravery."""
    HYPESQUAD_ONLINE_HOUSE_2 = 1 << 7
    """House of Brilliance."""
    HYPESQUAD_ONLINE_HOUSE_3 = 1 << 8
    """House of Balance."""
    PREMIUM_EARLY_SUPPORTER = 1 << 9
    """Had Nitro early."""
    TEAM_PSEUDO_USER = 1 << 10
    """Stands for a team."""
    BUG_HUNTER_LEVEL_2 = 1 << 14
    """Bug hunter, level 2."""
    VERIFIED_BOT = 1 << 16
    """Verified bot."""
    VERIFIED_DEVELOPER = 1 << 17
    """Early developer of verified bots."""
    CERTIFIED_MODERATOR = 1 << 18
    """Was in the moderator programs."""
    BOT_HTTP_INTERACTIONS = 1 << 19
    """Bot that is reached over HTTP only."""


class PremiumType(DiscordTypes):
    """Nitro subscriptions.

    See [Discord Docs/Premium Types](https://docs.discord.com/developers/resources/user#user-object-premium-types).
    """

    NONE = 0
    """None."""
    NITRO_CLASSIC = 1
    """Nitro Classic."""
    NITRO = 2
    """Nitro."""
    NITRO_BASIC = 3
    """Nitro Basic."""


class NameplatePalette(DiscordString):
    """Background colors of nameplates.

    See [Discord Docs/Nameplate](https://docs.discord.com/developers/resources/user#nameplate).
    """

    CRIMSON = "crimson"
    """Crimson."""
    BERRY = "berry"
    """Berry."""
    SKY = "sky"
    """Sky."""
    TEAL = "teal"
    """Teal."""
    FOREST = "forest"
    """Forest."""
    BUBBLE_GUM = "bubble_gum"
    """Bubble gum."""
    VIOLET = "violet"
    """Violet."""
    COBALT = "cobalt"
    """Cobalt."""
    CLOVER = "clover"
    """Clover."""
    LEMON = "lemon"
    """Lemon."""
    WHITE = "white"
    """White."""
    BLACK = "black"
    """Black."""
