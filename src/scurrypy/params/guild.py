"""What can be edited about a guild, its roles, stickers, welcome screen and onboarding."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from scurrypy.api.guilds.onboarding import OnboardingPromptPart
from scurrypy.api.guilds.role import GuildRoleColorsPart
from scurrypy.api.guilds.welcome_screen import WelcomeScreenChannelPart
from scurrypy.api.image_data import ImageDataPart
from scurrypy.api.sticker import StickerDescription
from scurrypy.enums.channel import ChannelFlags
from scurrypy.enums.guild import (
    AfkTimeout,
    ExplicitContentFilterLevel,
    GuildFeature,
    NotificationLevel,
    OnboardingMode,
    SystemChannelFlags,
    VerificationLevel,
)
from scurrypy.enums.locale import Locale
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.sent import SentTime


class EditGuildRoleParams(TypedDict, total=False):
    """Changes to a role.

    See [Discord Docs/Modify Guild Role](https://docs.discord.com/developers/resources/guild#modify-guild-role).
    """

    name: Annotated[str, Length(1, 100)] | None
    """Name, 1-100 characters."""
    colors: GuildRoleColorsPart | None
    """Colours."""
    hoist: bool | None
    """Whether members with the role are listed apart."""
    icon: ImageDataPart | None
    """Icon; the guild needs the ROLE_ICONS feature."""
    permissions: Permissions | int | None
    """Permissions of the role, made of `Permissions` members."""
    unicode_emoji: Annotated[str, Length(0, 100)] | None
    """Standard emoji shown as the icon; the guild needs the ROLE_ICONS feature."""
    mentionable: bool | None
    """Whether everyone may mention the role."""
    color: Annotated[int, Range(0, 0xFFFFFF)] | None
    """Colour as an RGB number; deprecated, `colors` is the better choice."""


class EditGuildParams(TypedDict, total=False):
    """Changes to a guild.

    See [Discord Docs/Modify Guild](https://docs.discord.com/developers/resources/guild#modify-guild).
    """

    name: Annotated[str, Length(2, 100)]
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
    description: Annotated[str, Length(0, 300)] | None
    """Description, up to 300 characters."""
    premium_progress_bar_enabled: bool | None
    """Whether the boost progress bar is shown."""
    safety_alerts_channel_id: int | None
    """Channel in which moderators of a community guild get safety alerts from Discord."""
    verification_level: VerificationLevel | None
    """What members must have verified before they can write."""
    default_message_notifications: NotificationLevel | None
    """What members are notified of, unless they decide otherwise."""
    explicit_content_filter: ExplicitContentFilterLevel | None
    """Whose media is scanned."""
    afk_timeout: AfkTimeout | int | None
    """Seconds of idleness before a member is moved to the AFK channel: 60, 300, 900, 1800 or 3600."""
    system_channel_flags: SystemChannelFlags | None
    """Notices not to post in the system channel."""
    preferred_locale: Locale | str | None
    """Locale of a community guild."""
    features: Sequence[GuildFeature | str] | None
    """All features the guild is to have.

    Only COMMUNITY and DISCOVERABLE (both need ADMINISTRATOR), INVITES_DISABLED and RAID_ALERTS_DISABLED can be changed.
    """
    home_header: ImageDataPart | None
    """Image above the server guide."""
    region: str | None
    """Id of the voice region; deprecated, each channel has its own `rtc_region`."""


class EditGuildWelcomeScreenParams(TypedDict, total=False):
    """Changes to a guild's welcome screen.

    See [Discord Docs/Modify Guild Welcome Screen](https://docs.discord.com/developers/resources/guild#modify-guild-welcome-screen).
    """

    enabled: bool | None
    """Whether the welcome screen is shown."""
    welcome_channels: Annotated[Sequence[WelcomeScreenChannelPart], Count(0, 5)] | None
    """Channels shown, up to 5."""
    description: Annotated[str, Length(0, 140)] | None
    """Description, up to 140 characters."""


class EditOnboardingParams(TypedDict, total=False):
    """Changes to a guild's onboarding.

    See [Discord Docs/Modify Guild Onboarding](https://docs.discord.com/developers/resources/guild#modify-guild-onboarding).
    """

    prompts: Annotated[Sequence[OnboardingPromptPart], Count(0, 15)] | None
    """All prompts, up to 15."""
    default_channel_ids: Annotated[Sequence[int], Count(0, 500)] | None
    """Channels that every member is opted into, up to 500.

    While onboarding is on there must be 7 or more, and everybody must be able to write in 5 of them.
    """
    enabled: bool | None
    """Whether onboarding is on."""
    mode: OnboardingMode | None
    """What counts towards the channels that onboarding needs."""


class EditGuildStickerParams(TypedDict, total=False):
    """Changes to a sticker of a guild.

    See [Discord Docs/Modify Guild Sticker](https://docs.discord.com/developers/resources/sticker#modify-guild-sticker).
    """

    name: Annotated[str, Length(2, 30)]
    """Name, 2-30 characters."""
    description: StickerDescription | None
    """Description, empty or 2-100 characters."""
    tags: Annotated[str, Length(1, 200)]
    """Text that suggests the sticker, usually the name of an emoji, up to 200 characters."""


class EditGuildWidgetParams(TypedDict, total=False):
    """Changes to a guild's widget.

    See [Discord Docs/Modify Guild Widget](https://docs.discord.com/developers/resources/guild#modify-guild-widget).
    """

    enabled: bool | None
    """Whether the widget is on."""
    channel_id: int | None
    """Channel the widget invites to; None for none."""


class EditIncidentActionsParams(TypedDict, total=False):
    """Changes to what is suspended because of an incident.

    See [Discord Docs/Modify Guild Incident Actions](https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions).
    """

    invites_disabled_until: SentTime | None
    """ISO 8601 time until which nobody can join, at most 24 hours ahead; None ends it."""
    dms_disabled_until: SentTime | None
    """ISO 8601 time until which members cannot write to each other, at most 24 hours ahead; None ends it."""


class EditChannelPositionParams(TypedDict, total=False):
    """Changes to the place of one channel; `id` says which.

    See [Discord Docs/Modify Guild Channel Positions](https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions).
    """

    id: int
    """Id of the channel."""
    position: Annotated[int, Range(0)] | None
    """Place in the list; channels of the same position are sorted by id."""
    lock_permissions: bool | None
    """Whether the channel takes over the permission overwrites of its new category; needs MANAGE_ROLES."""
    parent_id: int | None
    """Category to move the channel to, None for none; only one channel at a time can be moved."""
    flags: ChannelFlags | None
    """Flags of the channel."""


class EditRolePositionParams(TypedDict, total=False):
    """Changes to the place of one role; `id` says which.

    See [Discord Docs/Modify Guild Role Positions](https://docs.discord.com/developers/resources/guild#modify-guild-role-positions).
    """

    id: int
    """Id of the role."""
    position: int | None
    """Place from the bottom; roles of the same position are sorted by id."""
