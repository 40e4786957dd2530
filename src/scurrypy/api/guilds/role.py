"""Roles."""

from typing import Annotated

from scurrypy.api.image_data import ImageDataPart
from scurrypy.enums.guild import RoleFlags
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.limits import Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildRoleColorModel(DataModel):
    """The colors of a role.

    See [Discord Docs/Role Colors](https://docs.discord.com/developers/topics/permissions#role-object-role-colors-object).
    """

    primary_color: int = REQUIRED
    """The color, or where its gradient begins, as an RGB number."""
    secondary_color: int | None = None
    """Where the gradient ends; None where there is none."""
    tertiary_color: int | None = None
    """Third color, for the holographic style; None where there is none."""


class RoleTagsModel(DataModel):
    """Whose role it is.

    See [Discord Docs/Role Tags](https://docs.discord.com/developers/topics/permissions#role-object-role-tags-structure).
    """

    bot_id: Snowflake | None = None
    """The bot it belongs to."""
    integration_id: Snowflake | None = None
    """The integration it belongs to."""
    premium_subscriber: bool | None = False
    """Whether it is the role of those who boost."""
    subscription_listing_id: Snowflake | None = None
    """The SKU it is sold as."""
    available_for_purchase: bool | None = False
    """Whether it can be bought."""
    guild_connections: bool | None = False
    """Whether it is linked to what users prove elsewhere."""

    def __post_init__(self) -> None:
        """Read a field that is there as True: Discord sends these three as null, or not at all."""
        self.premium_subscriber = self.premium_subscriber is not False
        self.available_for_purchase = self.available_for_purchase is not False
        self.guild_connections = self.guild_connections is not False


class GuildRoleModel(DataModel):
    """A role.

    See [Discord Docs/Role Object](https://docs.discord.com/developers/topics/permissions#role-object).
    """

    id: Snowflake = REQUIRED
    """Id of the role."""
    name: str = REQUIRED
    """Name."""
    colors: GuildRoleColorModel = REQUIRED
    """Colors."""
    hoist: bool = REQUIRED
    """Whether its members stand apart in the member list."""
    position: int = REQUIRED
    """Place among the roles, from the bottom."""
    permissions: Permissions = REQUIRED
    """What its members may do."""
    managed: bool = REQUIRED
    """Whether an integration manages it."""
    mentionable: bool = REQUIRED
    """Whether everybody may mention it."""
    flags: RoleFlags = REQUIRED
    """Peculiarities."""
    icon: str | None = None
    """Hash of the icon."""
    unicode_emoji: str | None = None
    """Emoji that serves as icon."""
    color: int = REQUIRED
    """Color as an RGB number; Discord calls `colors` the better choice."""
    tags: RoleTagsModel | None = None
    """Whose role it is."""


class GuildRoleColorsPart(DataModel):
    """The colors of a role to be created.

    See [Discord Docs/Role Colors](https://docs.discord.com/developers/topics/permissions#role-object-role-colors-object).
    """

    primary_color: Annotated[int, Range(0, 0xFFFFFF)] | None = None
    """The color, or where its gradient begins, as an RGB number."""
    secondary_color: Annotated[int, Range(0, 0xFFFFFF)] | None = None
    """Where the gradient ends; the guild needs the feature `ENHANCED_ROLE_COLORS`."""
    tertiary_color: Annotated[int, Range(0, 0xFFFFFF)] | None = None
    """Third color, for the holographic style, whose three colors are 11127295, 16759788 and 16761760."""


class GuildRolePart(DataModel):
    """A role to be created.

    See [Discord Docs/Create Guild Role](https://docs.discord.com/developers/resources/guild#create-guild-role).
    """

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    colors: GuildRoleColorsPart | None = None
    """Colors."""
    icon: ImageDataPart | None = None
    """Icon; the guild needs the feature `ROLE_ICONS`."""
    permissions: Permissions | None = None
    """What its members may do."""
    hoist: bool | None = None
    """Whether its members stand apart in the member list."""
    mentionable: bool | None = None
    """Whether everybody may mention it."""
    unicode_emoji: Annotated[str, Length(0, 100)] | None = None
    """Emoji that serves as icon; the guild needs the feature `ROLE_ICONS`."""
    color: Annotated[int, Range(0, 0xFFFFFF)] | None = None
    """Color as an RGB number; `colors` is the better choice."""
