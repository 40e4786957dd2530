"""What users have linked with their account: accounts elsewhere, and what they prove for linked roles."""

from scurrypy.api.integration import IntegrationAccountModel
from scurrypy.enums.connection import ConnectedAccountProvider, ConnectedAccountVisibility
from scurrypy.enums.integration import IntegrationType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class ConnectionGuildModel(DataModel):
    """The guild of an integration that works with a user's account elsewhere.

    See [Discord Docs/Connection Object](https://docs.discord.com/developers/resources/user#connection-object).
    """

    id: Snowflake = REQUIRED
    """Id of the guild."""
    name: str = REQUIRED
    """Name."""
    icon: str | None = None
    """Hash of the icon; None where there is none."""


class ConnectionIntegrationModel(DataModel):
    """An integration of a guild that works with a user's account elsewhere.

    See [Discord Docs/Connection Object](https://docs.discord.com/developers/resources/user#connection-object).
    """

    id: str = REQUIRED
    """Id of the integration."""
    type: IntegrationType = REQUIRED
    """Kind."""
    account: IntegrationAccountModel = REQUIRED
    """The account it works with."""
    guild: ConnectionGuildModel = REQUIRED
    """The guild it belongs to."""


class ConnectionModel(DataModel):
    """A user's account elsewhere.

    See [Discord Docs/Connection Object](https://docs.discord.com/developers/resources/user#connection-object).
    """

    id: str = REQUIRED
    """Id of the account, by the other service."""
    name: str | None = None
    """Name of the account."""
    type: ConnectedAccountProvider = REQUIRED
    """The other service."""
    revoked: bool | None = None
    """Whether the connection was revoked."""
    integrations: list[ConnectionIntegrationModel] | None = None
    """Integrations of guilds that work with the account."""
    verified: bool = REQUIRED
    """Whether the account is certain to be the user's."""
    friend_sync: bool = REQUIRED
    """Whether friends there are looked for here."""
    show_activity: bool = REQUIRED
    """Whether presences show what the user does there."""
    two_way_link: bool = REQUIRED
    """Whether the other service holds a token of Discord, too."""
    visibility: ConnectedAccountVisibility = REQUIRED
    """Who sees the connection."""


class RoleConnectionModel(DataModel):
    """What a user has proved to an application, for linked roles.

    See [Discord Docs/Application Role Connection Object](https://docs.discord.com/developers/resources/user#application-role-connection-object).
    """

    platform_name: str | None = None
    """Name of the platform, at most 50 characters."""
    platform_username: str | None = None
    """The user's name there, at most 100 characters."""
    metadata: dict[str, str] | None = None
    """What the application says of the user, as text, by the keys of its role connection metadata."""
