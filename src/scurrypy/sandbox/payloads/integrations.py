"""Integrations on the wire.

See [Discord Docs/Integration Object](https://docs.discord.com/developers/resources/guild#integration-object).
"""

from typing import Any

from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records.integrations import Integration
from scurrypy.sandbox.state import State


def integration_payload(state: State, integration: Integration, *, with_user: bool = True) -> dict[str, Any]:
    """Return an application as a guild knows it, with who added it unless an event carries it."""
    application = state.applications[integration.application_id]
    payload = partial_integration(state, integration) | {
        "enabled": True,
        "scopes": ["applications.commands", "bot"],
        "application": {
            "id": str(application.id),
            "name": application.name,
            "icon": application.icon,
            "description": application.description,
            "type": None,
            "bot": user_payload(state.users[application.bot_id]),
        },
    }
    if with_user:
        payload["user"] = user_payload(state.users[integration.user_id])
    return payload


def partial_integration(state: State, integration: Integration) -> dict[str, Any]:
    """Return what the audit log tells of an integration."""
    application = state.applications[integration.application_id]
    return {
        "id": str(integration.id),
        "name": application.name,
        "type": "discord",
        "account": {"id": str(application.id), "name": application.name},
        "application_id": str(application.id),
    }
