"""What can be edited about a guild, its roles, stickers, welcome screen and onboarding."""

from typing import Annotated, TypedDict

from scurrypy.api.guilds.onboarding import OnboardingPromptPart
from scurrypy.api.guilds.role import GuildRoleColorsPart
from scurrypy.api.guilds.welcome_screen import WelcomeScreenChannelPart
from scurrypy.api.image_data import ImageDataPart
from scurrypy.enums.guild import (
    ExplicitContentFilterLevel,
    GuildFeature,
    NotificationLevel,
    OnboardingMode,
    SystemChannelFlags,
    VerificationLevel,
)
from scurrypy.enums.locale import Locale
from scurrypy.wire.limits import Length, Pattern


class EditGuildRoleParams(TypedDict, total=False):
    """Changes to a role.

    See [Discord Docs/Modify Guild Role](https://docs.discord.com/developers/resources/guild#modify-guild-role).
    """

    name: str | None
    """Name, up to 100 characters."""
    colors: GuildRoleColorsPart | None
    """Colours."""
    hoist: bool | None
    """Whether members with the role are listed apart."""
    icon: ImageDataPart | None
    """Icon; the guild needs the ROLE_ICONS feature."""
    permissions: int | None
    """Permissions of the role, made of `Permissions` members."""
    unicode_emoji: str | None
    """Standard emoji shown as the icon; the guild needs the ROLE_ICONS feature."""
    mentionable: bool | None
    """Whether everyone may mention the role."""


class EditGuildParams(TypedDict, total=False):
    """Changes to a guild.

    See [Discord Docs/Modify Guild](https://docs.discord.com/developers/resources/guild#modify-guild).
    """

    name: str
    """Name, 2-100 characters."""
    afk_channel_id: int | None
    """Voice channel that idle members are moved to."""
    icon: ImageDataPart | None
    """Icon; may be animated if the guild has the ANIMATED_ICON feature."""
    splash: ImageDataPart | None
    """Background of the invite page; the guild needs the INVITE_SPLASH feature."""
    discovery_splash: ImageDataPart | None
    """Image in discovery; the guild needs the DISCOVERABLE feature."""
    banner: ImageDataPart | None
    """Banner; the guild needs the BANNER feature."""
    system_channel_id: int | None
    """Channel for notices such as members joining."""
    rules_channel_id: int | None
    """Channel with the rules of a community guild."""
    public_updates_channel_id: int | None
    """Channel in which moderators of a community guild get notices from Discord."""
    description: str | None
    """Description, up to 300 characters."""
    premium_progress_bar_enabled: bool
    """Whether the boost progress bar is shown."""
    safety_alerts_channel_id: int | None
    """Channel in which moderators of a community guild get safety alerts from Discord."""
    verification_level: VerificationLevel | None
    """What members must have verified before they can write."""
    default_message_notifications: NotificationLevel | None
    """What members are notified of, unless they decide otherwise."""
    explicit_content_filter: ExplicitContentFilterLevel | None
    """Whose media is scanned."""
    afk_timeout: int
    """Seconds of idleness before a member is moved to the AFK channel: 60, 300, 900, 1800 or 3600."""
    system_channel_flags: SystemChannelFlags
    """Notices not to post in the system channel."""
    preferred_locale: Locale | str | None
    """Locale of a community guild."""
    features: list[GuildFeature | str]
    """All features the guild is to have; only some can be changed."""


class EditGuildWelcomeScreenParams(TypedDict, total=False):
    """Changes to a guild's welcome screen.

    See [Discord Docs/Modify Guild Welcome Screen](https://docs.discord.com/developers/resources/guild#modify-guild-welcome-screen).
    """

    enabled: bool | None
    """Whether the welcome screen is shown."""
    welcome_channels: list[WelcomeScreenChannelPart] | None
    """Channels shown, up to 5."""
    description: str | None
    """Description, up to 140 characters."""


class EditOnboardingParams(TypedDict, total=False):
    """Changes to a guild's onboarding.

    See [Discord Docs/Modify Guild Onboarding](https://docs.discord.com/developers/resources/guild#modify-guild-onboarding).
    """

    prompts: list[OnboardingPromptPart]
    """All prompts, up to 15."""
    default_channel_ids: list[int]
    """Channels that every member is opted into, up to 500."""
    enabled: bool
    """Whether onboarding is on."""
    mode: OnboardingMode
    """What counts towards the channels that onboarding needs."""


class EditGuildStickerParams(TypedDict, total=False):
    """Changes to a sticker of a guild.

    See [Discord Docs/Modify Guild Sticker](https://docs.discord.com/developers/resources/sticker#modify-guild-sticker).
    """

    name: Annotated[str, Length(2, 30)]
    """Name, 2-30 characters."""
    description: Annotated[str, Length(0, 100), Pattern(r"(?s:|.{2,})", "empty, or at least 2 characters")] | None
    """Description, empty or 2-100 characters."""
    tags: Annotated[str, Length(1, 200)]
    """Text that suggests the sticker, usually the name of an emoji, up to 200 characters."""
