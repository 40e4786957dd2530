"""The application behind a token."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.payloads.applications import application_payload
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.world.applications import edit_application


@operation(routes.GET_MY_APPLICATION)
@operation(routes.GET_MY_OAUTH2_APPLICATION)
async def get_my_application(call: Call) -> dict[str, Any]:
    """Answer with the application itself."""
    return application_payload(call.world, call.application)


@operation(routes.UPDATE_MY_APPLICATION)
async def update_my_application(call: Call) -> dict[str, Any]:
    """Change the application's settings."""
    return edit_application(call.world, call.application, call.body)


@operation(routes.GET_APPLICATION)
async def get_application(call: Call) -> dict[str, Any]:
    """Answer with the application itself, by its id."""
    _require_own(call)
    return application_payload(call.world, call.application)


@operation(routes.UPDATE_APPLICATION)
async def update_application(call: Call) -> dict[str, Any]:
    """Change the application's settings, by its id."""
    _require_own(call)
    return edit_application(call.world, call.application, call.body)


def _require_own(call: Call) -> None:
    if call.path["application_id"] != call.application.id:
        raise Code.NOT_YOUR_APPLICATION.error()
