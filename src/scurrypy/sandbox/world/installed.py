"""Applications come into guilds and leave them."""

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.integrations import integration_payload
from scurrypy.sandbox.records import Application, Guild
from scurrypy.sandbox.records.integrations import Integration
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State


def add_integration(state: State, guild: Guild, application: Application) -> Integration:
    """Note that an application is in a guild, and tell the guild's bots."""
    integration = Integration(state.ids.next(), guild.id, application.id, guild.owner_id)
    guild.integrations[integration.id] = integration
    data = {"guild_id": str(guild.id)} | integration_payload(state, integration, with_user=False)
    state.publish(Dispatch("INTEGRATION_CREATE", data, guild.id, Intent.GUILD_INTEGRATIONS))
    _tell_update(state, guild)
    return integration


def forget_integrations(state: State, guild: Guild, application_id: int) -> None:
    """Note that an application has left a guild, and tell the guild's bots."""
    for integration in [each for each in guild.integrations.values() if each.application_id == application_id]:
        del guild.integrations[integration.id]
        data = {"id": str(integration.id), "guild_id": str(guild.id), "application_id": str(application_id)}
        state.publish(Dispatch("INTEGRATION_DELETE", data, guild.id, Intent.GUILD_INTEGRATIONS))
        _tell_update(state, guild)


def _tell_update(state: State, guild: Guild) -> None:
    data = {"guild_id": str(guild.id)}
    state.publish(Dispatch("GUILD_INTEGRATIONS_UPDATE", data, guild.id, Intent.GUILD_INTEGRATIONS))
