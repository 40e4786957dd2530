"""What an application may change of itself.

See [Discord Docs/Edit Current Application](https://docs.discord.com/developers/resources/application#edit-current-application).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.applications import INTENT_FLAGS, application_payload
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.rules.fields import Field, mapping, read_fields, text, whole
from scurrypy.sandbox.rules.shapes import image, items, url
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.users import store_picture

_FIELDS: Mapping[str, Field] = {
    "description": text(most=400),
    "custom_install_url": url(nullable=True),
    "role_connections_verification_url": url(nullable=True),
    "install_params": mapping(nullable=True),
    "integration_types_config": mapping(nullable=True),
    "flags": whole(least=0, nullable=True),
    "icon": image(nullable=True),
    "cover_image": image(nullable=True),
    "interactions_endpoint_url": url(nullable=True),
    "tags": items(text(least=1, most=20), most=5, nullable=True),
    "event_webhooks_url": url(nullable=True),
    "event_webhooks_status": whole(choices=(1, 2)),
    "event_webhooks_types": items(text(), nullable=True),
}
_LIMITED = sum(INTENT_FLAGS.values())


def edit_application(state: State, application: Application, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change an application's settings; of its flags, only which privileged intents it may use."""
    problems = Problems()
    read = read_fields(body, _FIELDS, problems)
    problems.raise_if_any()
    if read.get("interactions_endpoint_url"):
        words = "The local Discord sends interactions over the gateway only."
        raise invalid("interactions_endpoint_url", "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID", words)
    for name in ("icon", "cover_image"):
        if name in read:
            read[name] = store_picture(state, f"app-icons/{application.id}", read[name])
    flags = read.pop("flags", None)
    if flags is not None:
        if (flags ^ application.flags) & ~_LIMITED:
            raise invalid("flags", "APPLICATION_FLAGS_INVALID", "Only flags of limited intents can be changed.")
        granted = [intent for intent, flag in INTENT_FLAGS.items() if flags & flag]
        application.privileged_intents = sum(granted)
    for name, value in read.items():
        setattr(application, name, [] if value is None and name in ("tags", "event_webhooks_types") else value)
    return application_payload(state, application)
