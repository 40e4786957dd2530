"""Users, and users as members of a guild."""

from scurrypy.enums.guild import GuildFeature
from scurrypy.enums.locale import Locale
from scurrypy.enums.permissions import Permissions
from scurrypy.enums.user import GuildMemberFlags, NameplatePalette, PremiumType, UserFlags
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class AvatarDecorationModel(DataModel):
    """What surrounds a user's avatar.

    See [Discord Docs/Avatar Decoration Data](https://docs.discord.com/developers/resources/user#avatar-decoration-data-object).
    """

    asset: str = REQUIRED
    """Hash of the image."""
    sku_id: Snowflake | None = None
    """SKU of the decoration."""


class NameplateModel(DataModel):
    """What stands behind a user's name.

    See [Discord Docs/Nameplate](https://docs.discord.com/developers/resources/user#nameplate).
    """

    sku_id: Snowflake | None = None
    """SKU of the nameplate."""
    asset: str = REQUIRED
    """Path of the image."""
    label: str = REQUIRED
    """Name of the nameplate; not used by clients."""
    palette: NameplatePalette = REQUIRED
    """Background color."""


class CollectiblesModel(DataModel):
    """What a user has bought and wears.

    See [Discord Docs/Collectibles](https://docs.discord.com/developers/resources/user#collectibles).
    """

    nameplate: NameplateModel | None = None
    """What stands behind the name."""


class PrimaryGuildModel(DataModel):
    """The guild whose tag a user wears.

    See [Discord Docs/User Primary Guild](https://docs.discord.com/developers/resources/user#user-object-user-primary-guild).
    """

    identity_guild_id: Snowflake | None = None
    """Id of the guild."""
    identity_enabled: bool | None = None
    """Whether the tag is shown; None where Discord removed it."""
    tag: str | None = None
    """Text of the tag, at most 4 characters."""
    badge: str | None = None
    """Hash of the badge."""


class UserModel(DataModel):
    """A user, human or bot.

    See [Discord Docs/User Object](https://docs.discord.com/developers/resources/user#user-object).
    """

    id: Snowflake = REQUIRED
    """Id of the user."""
    username: str = REQUIRED
    """Unique name."""
    discriminator: str = REQUIRED
    """Four digits after the name; "0" where the user has a unique name."""
    global_name: str | None = None
    """Name that is shown; None where there is none, or for bots."""
    avatar: str | None = None
    """Hash of the avatar; None where there is none."""
    bot: bool | None = None
    """Whether it is a bot."""
    banner: str | None = None
    """Hash of the banner."""
    accent_color: int | None = None
    """Color of the profile as an RGB number."""
    locale: Locale = REQUIRED
    """Language; only of whom the token stands for."""
    system: bool | None = None
    """Whether it belongs to Discord's own message system."""
    mfa_enabled: bool = REQUIRED
    """Whether two-factor authentication is on; only of whom the token stands for."""
    verified: bool | None = None
    """Whether the email address is verified; needs the `email` scope."""
    email: str | None = None
    """Email address; needs the `email` scope."""
    flags: UserFlags = REQUIRED
    """Badges and peculiarities; absent in the gateway's events."""
    premium_type: PremiumType | None = None
    """Nitro subscription; needs the `identify.premium` scope."""
    public_flags: UserFlags = REQUIRED
    """Those that others may see."""
    avatar_decoration_data: AvatarDecorationModel | None = None
    """What surrounds the avatar."""
    collectibles: CollectiblesModel | None = None
    """What the user has bought and wears."""
    primary_guild: PrimaryGuildModel | None = None
    """The guild whose tag the user wears."""

    @property
    def avatar_url(self) -> str:
        """Address of the avatar, or of the default one where there is none."""
        if self.avatar is not None:
            return f"https://cdn.discordapp.com/avatars/{self.id}/{self.avatar}.png"
        discriminator = int(self.discriminator or 0)
        index = discriminator % 5 if discriminator else (self.id >> 22) % 6
        return f"https://cdn.discordapp.com/embed/avatars/{index}.png"


class UserGuildModel(DataModel):
    """A guild as the list of a user's guilds names it.

    See [Discord Docs/Get Current User Guilds](https://docs.discord.com/developers/resources/user#get-current-user-guilds).
    """

    id: Snowflake = REQUIRED
    """Id of the guild."""
    name: str = REQUIRED
    """Name."""
    icon: str | None = None
    """Hash of the icon; None where there is none."""
    banner: str | None = None
    """Hash of the banner; None where there is none."""
    owner: bool = REQUIRED
    """Whether the user owns it."""
    permissions: Permissions = REQUIRED
    """What the user may do, overwrites left out."""
    features: list[GuildFeature] = REQUIRED
    """What is switched on or was granted."""
    approximate_member_count: int | None = None
    """About how many members; only where counts were asked for."""
    approximate_presence_count: int | None = None
    """About how many are online; only where counts were asked for."""


class GuildMemberModel(DataModel):
    """A user as a member of a guild.

    See [Discord Docs/Guild Member Object](https://docs.discord.com/developers/resources/guild#guild-member-object).
    """

    roles: list[Snowflake] = REQUIRED
    """Ids of the roles; `@everyone` is not among them."""
    user: UserModel = REQUIRED
    """The user; absent in messages and resolved data."""
    nick: str | None = None
    """Nickname in the guild; None where there is none."""
    avatar: str | None = None
    """Hash of the avatar in the guild; None where there is none."""
    joined_at: str | None = None
    """When the user joined, ISO 8601; None for guests."""
    permissions: Permissions | None = None
    """Everything the member may do in the channel of the interaction; interactions only."""
    banner: str | None = None
    """Hash of the banner in the guild."""
    premium_since: str | None = None
    """Since when the member boosts the guild, ISO 8601."""
    deaf: bool | None = None
    """Whether the member is deafened in voice channels; absent in resolved data, and where nothing changed."""
    mute: bool | None = None
    """Whether the member is muted in voice channels; absent in resolved data, and where nothing changed."""
    flags: GuildMemberFlags = REQUIRED
    """Peculiarities."""
    pending: bool | None = None
    """Whether membership screening is still to be passed; absent where only full members can be."""
    communication_disabled_until: str | None = None
    """Until when the member is timed out, ISO 8601; may lie in the past."""
    avatar_decoration_data: AvatarDecorationModel | None = None
    """What surrounds the avatar in the guild."""
    collectibles: CollectiblesModel | None = None
    """What the member wears in the guild."""
    unusual_dm_activity_until: str | None = None
    """Until when the member's direct messages count as unusual, ISO 8601."""


class UserMentionModel(UserModel):
    """A user that a message mentions.

    See [Discord Docs/Message Create](https://docs.discord.com/developers/events/gateway-events#message-create).
    """

    member: GuildMemberModel | None = None
    """The user as a member, without `user`; in the gateway's events only."""
