"""Integrations: services connected to a guild."""

from typing import ClassVar

from scurrypy.api.integration import IntegrationModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildIntegrationsUpdateEvent(Event):
    """Something about the integrations of a guild was changed. Needs the GUILD_INTEGRATIONS intent.

    See [Discord Docs/Guild Integrations Update](https://docs.discord.com/developers/events/gateway-events#guild-integrations-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_INTEGRATIONS_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class GuildIntegrationCreateEvent(Event, IntegrationModel):
    """An integration was created. Needs the GUILD_INTEGRATIONS intent.

    See [Discord Docs/Integration Create](https://docs.discord.com/developers/events/gateway-events#integration-create).
    """

    dispatch_name: ClassVar[str] = EventType.INTEGRATION_CREATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class GuildIntegrationUpdateEvent(Event, IntegrationModel):
    """An integration was changed. Needs the GUILD_INTEGRATIONS intent.

    See [Discord Docs/Integration Update](https://docs.discord.com/developers/events/gateway-events#integration-update).
    """

    dispatch_name: ClassVar[str] = EventType.INTEGRATION_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class GuildIntegrationDeleteEvent(Event):
    """An integration was deleted. Needs the GUILD_INTEGRATIONS intent.

    See [Discord Docs/Integration Delete](https://docs.discord.com/developers/events/gateway-events#integration-delete).
    """

    dispatch_name: ClassVar[str] = EventType.INTEGRATION_DELETE

    id: Snowflake = REQUIRED
    """Id of the integration."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    application_id: Snowflake | None = None
    """Id of its bot's application."""
