"""Integrations of guilds: which applications are in them.

See [Discord Docs/Get Guild Integrations](https://docs.discord.com/developers/resources/guild#get-guild-integrations).
"""

from typing import Any

from scurrypy.sandbox.payloads.integrations import integration_payload, partial_integration
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.members import dismiss
from scurrypy.sandbox.world.webhooks import remove_webhook

MOST_LISTED = 50
"""Integrations that are listed; a guild may have more."""


def list_integrations(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return the applications in a guild."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    return [integration_payload(state, each) for each in list(guild.integrations.values())[:MOST_LISTED]]


def delete_integration(state: State, actor: Actor, guild_id: int, integration_id: int) -> None:
    """Take an application out of a guild: its webhooks and its bot."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    integration = guild.integrations.get(integration_id)
    if integration is None:
        raise Code.UNKNOWN_INTEGRATION.error()
    changes = changes_between(partial_integration(state, integration), {})
    for webhook in [hook for hook in state.webhooks.values() if hook.application_id == integration.application_id]:
        if webhook.guild_id == guild.id:
            remove_webhook(state, webhook)
    record(state, guild, actor, Action.INTEGRATION_DELETE, integration.id, changes=changes)
    dismiss(state, guild, state.applications[integration.application_id].bot_id)
