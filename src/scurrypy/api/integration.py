"""Integrations of a guild."""

from scurrypy.api.application import ApplicationModel
from scurrypy.api.user import UserModel
from scurrypy.enums.integration import IntegrationExpireBehavior, IntegrationExpireGracePeriod, IntegrationType
from scurrypy.enums.oauth2 import OAuth2Scope
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class IntegrationAccountModel(DataModel):
    """The account an integration works with.

    See [Discord Docs/Integration Account Object](https://docs.discord.com/developers/resources/guild#integration-account-object).
    """

    id: str = REQUIRED
    """Id of the account."""
    name: str | None = None
    """Name of the account."""


class IntegrationModel(DataModel):
    """A bot, or a channel elsewhere whose subscribers get a role.

    See [Discord Docs/Integration Object](https://docs.discord.com/developers/resources/guild#integration-object).
    """

    id: Snowflake = REQUIRED
    """Id of the integration."""
    name: str | None = None
    """Name."""
    type: IntegrationType = REQUIRED
    """Kind."""
    enabled: bool = REQUIRED
    """Whether it is on."""
    application: ApplicationModel | None = None
    """The application, for bots."""
    syncing: bool | None = None
    """Whether it is being synchronized."""
    role_id: Snowflake | None = None
    """Role of the subscribers."""
    enable_emoticons: bool | None = None
    """Whether emoticons are synchronized; Twitch only."""
    expire_behavior: IntegrationExpireBehavior | None = None
    """What happens to those whose subscription ends."""
    expire_grace_period: IntegrationExpireGracePeriod | None = None
    """Days until it happens."""
    user: UserModel | None = None
    """Who added it; None for some old integrations."""
    account: IntegrationAccountModel = REQUIRED
    """The account it works with."""
    synced_at: str | None = None
    """When it was last synchronized, ISO 8601."""
    subscriber_count: int | None = None
    """How many subscribers it has."""
    revoked: bool | None = None
    """Whether it was revoked."""
    scopes: list[OAuth2Scope] | None = None
    """Scopes the application was granted."""
    application_id: Snowflake | None = None
    """Id of the application; in audit logs only."""
