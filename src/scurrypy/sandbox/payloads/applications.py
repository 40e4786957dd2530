"""Applications on the wire.

See [Discord Docs/Application Resource](https://docs.discord.com/developers/resources/application).
"""

from typing import Any

from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State

INTENT_FLAGS = {
    Intent.GUILD_PRESENCES: 1 << 13,
    Intent.GUILD_MEMBERS: 1 << 15,
    Intent.MESSAGE_CONTENT: 1 << 19,
}
"""Which application flag says that a privileged intent is allowed, for an application below 100 guilds."""


def application_flags(application: Application) -> int:
    """Return the application's flags, with those that follow from its privileged intents."""
    flags = application.flags
    for intent, flag in INTENT_FLAGS.items():
        if application.privileged_intents & intent:
            flags |= flag
    return flags


def partial_application(application: Application) -> dict[str, Any]:
    """Return what READY says of the application."""
    return {"id": str(application.id), "flags": application_flags(application)}


def application_payload(state: State, application: Application) -> dict[str, Any]:
    """Return an application as its own bot sees it."""
    bot = state.users[application.bot_id]
    flags = application_flags(application)
    optional = {name: getattr(application, name) for name in ("cover_image", "custom_install_url", "install_params")}
    return {name: value for name, value in optional.items() if value is not None} | {
        "id": str(application.id),
        "name": application.name,
        "icon": application.icon,
        "description": application.description,
        "type": None,
        "bot": user_payload(bot),
        "summary": "",
        "bot_public": application.bot_public,
        "bot_require_code_grant": False,
        "integration_types_config": dict(application.integration_types_config),
        "verify_key": application.verify_key,
        "flags": flags,
        "flags_new": str(flags),
        "tags": list(application.tags),
        "redirect_uris": [],
        "interactions_endpoint_url": application.interactions_endpoint_url,
        "role_connections_verification_url": application.role_connections_verification_url,
        "owner": user_payload(state.users[application.owner_id]),
        "team": None,
        "approximate_guild_count": len(state.guilds_of(application.bot_id)),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "event_webhooks_url": application.event_webhooks_url,
        "event_webhooks_status": application.event_webhooks_status,
        "event_webhooks_types": list(application.event_webhooks_types),
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": ["applications.commands", "bot"],
    }
