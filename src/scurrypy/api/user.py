"""Users, and users as members of a guild."""

from scurrypy.enums.permissions import Permissions
from scurrypy.enums.user import GuildMemberFlags, PremiumType, UserFlags
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
    palette: str = REQUIRED
    """Background color, such as `crimson`."""


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
    locale: str | None = None
    """Language; the bot's own user only."""
    system: bool | None = None
    """Whether it belongs to Discord's own message system."""
    mfa_enabled: bool | None = None
    """Whether two-factor authentication is on; the bot's own user only."""
    verified: bool | None = None
    """Whether the email address is verified; needs the `email` scope."""
    email: str | None = None
    """Email address; needs the `email` scope."""
    flags: UserFlags | None = None
    """Badges and peculiarities."""
    premium_type: PremiumType | None = None
    """Nitro subscription."""
    public_flags: UserFlags | None = None
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
    """Whether the member is deafened in voice channels."""
    mute: bool | None = None
    """Whether the member is muted in voice channels."""
    flags: GuildMemberFlags | None = None
    """Peculiarities."""
    pending: bool | None = None
    """Whether membership screening is still to be passed."""
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
