"""Applications."""

from typing import Annotated

from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.team import TeamModel
from scurrypy.api.user import UserModel
from scurrypy.enums.application import (
    ApplicationFlags,
    ApplicationIntegrationType,
    ApplicationType,
    EventWebhooksStatus,
    ExplicitContentFilterType,
)
from scurrypy.enums.events import EventType
from scurrypy.enums.oauth2 import OAuth2Scope
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.limits import Count, Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class InstallParamsModel(DataModel):
    """What an application asks for when it is installed.

    See [Discord Docs/Install Params Object](https://docs.discord.com/developers/resources/application#install-params-object).
    """

    scopes: list[OAuth2Scope] = REQUIRED
    """Scopes."""
    permissions: Permissions = REQUIRED
    """Permissions of the bot."""


class IntegrationTypeConfigurationModel(DataModel):
    """How an application is installed in one place.

    See [Discord Docs/Integration Type Configuration](https://docs.discord.com/developers/resources/application#application-object-application-integration-type-configuration-object).
    """

    oauth2_install_params: InstallParamsModel | None = None
    """What it asks for."""


class InstallParamsPart(DataModel):
    """What an application is to ask for when it is installed.

    See [Discord Docs/Install Params Object](https://docs.discord.com/developers/resources/application#install-params-object).
    """

    scopes: Annotated[list[OAuth2Scope], Count(1)] | None = None
    """Scopes, of which only BOT and APPLICATIONS_COMMANDS are possible."""
    permissions: Permissions | None = None
    """Permissions of the bot."""


class IntegrationTypeConfigurationPart(DataModel):
    """How an application is to be installed in one place.

    See [Discord Docs/Integration Type Configuration](https://docs.discord.com/developers/resources/application#application-object-application-integration-type-configuration-object).
    """

    oauth2_install_params: InstallParamsPart | None = None
    """What it asks for."""


class ApplicationDescriptionPart(DataModel):
    """What an application does, in several languages.

    See [Discord Docs/Edit Current Application](https://docs.discord.com/developers/resources/application#edit-current-application).
    """

    default: Annotated[str, Length(0, 400)] | None = None
    """The text where none in the user's language is given, at most 400 characters."""
    localizations: dict[str, Annotated[str, Length(0, 400)]] | None = None
    """The text in other languages, by locale."""


class ApplicationModel(DataModel):
    """An application, to which a bot belongs.

    See [Discord Docs/Application Object](https://docs.discord.com/developers/resources/application#application-object).
    """

    id: Snowflake = REQUIRED
    """Id of the application."""
    name: str = REQUIRED
    """Name."""
    icon: str | None = None
    """Hash of the icon."""
    description: str = REQUIRED
    """What it does."""
    bot_public: bool | None = None
    """Whether everybody may add the bot."""
    bot_require_code_grant: bool | None = None
    """Whether the bot joins only after the whole OAuth2 flow."""
    bot: UserModel | None = None
    """The bot's user."""
    terms_of_service_url: str | None = None
    """Address of the terms of service."""
    privacy_policy_url: str | None = None
    """Address of the privacy policy."""
    owner: UserModel = REQUIRED
    """Who owns it."""
    guild_id: Snowflake | None = None
    """Guild it belongs to."""
    guild: GuildModel | None = None
    """That guild, in part."""
    cover_image: str | None = None
    """Hash of the cover image."""
    flags: ApplicationFlags = REQUIRED
    """What it was granted or uses."""
    approximate_guild_count: int = REQUIRED
    """About how many guilds it is in."""
    type: ApplicationType | None = None
    """Kind, for special applications."""
    rpc_origins: list[str] | None = None
    """Origins for RPC."""
    verify_key: str = REQUIRED
    """Key that verifies interactions and webhook events, in hexadecimal."""
    team: TeamModel | None = None
    """Team that owns it."""
    primary_sku_id: Snowflake | None = None
    """SKU of the game it sells."""
    slug: str | None = None
    """Address of the page where that is sold."""
    approximate_user_install_count: int = REQUIRED
    """About how many users installed it."""
    approximate_user_authorization_count: int = REQUIRED
    """About how many users authorized it."""
    redirect_uris: list[str] = REQUIRED
    """Addresses OAuth2 may lead back to."""
    interactions_endpoint_url: str | None = None
    """Where interactions are sent over HTTP."""
    role_connections_verification_url: str | None = None
    """Where users prove themselves for linked roles."""
    event_webhooks_url: str | None = None
    """Where webhook events are sent."""
    event_webhooks_status: EventWebhooksStatus | None = None
    """Whether they are sent."""
    event_webhooks_types: list[EventType] | None = None
    """Which are sent."""
    tags: list[str] | None = None
    """Up to 5 words for the directory."""
    install_params: InstallParamsModel | None = None
    """What it asks for by default."""
    integration_types_config: dict[ApplicationIntegrationType, IntegrationTypeConfigurationModel] | None = None
    """How it is installed, for each place."""
    custom_install_url: str | None = None
    """Its own address for installing it."""
    explicit_content_filter: ExplicitContentFilterType = REQUIRED
    """Whether its uploads are filtered."""
    max_participants: int | None = None
    """Most users in its activity; -1 for no limit."""
    flags_new: str = REQUIRED
    """Every flag as decimal text."""
    eligible_oauth2_scopes: list[OAuth2Scope] = REQUIRED
    """Scopes it may ask for."""

    @property
    def privacy_policy(self) -> str | None:
        """ScurryPy 2's name of `privacy_policy_url`."""
        return self.privacy_policy_url

    @privacy_policy.setter
    def privacy_policy(self, url: str | None) -> None:
        self.privacy_policy_url = url
