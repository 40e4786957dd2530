"""The application behind a token."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.payloads.applications import application_payload
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
    return application_payload(call.world, call.own_application())


@operation(routes.UPDATE_APPLICATION)
async def update_application(call: Call) -> dict[str, Any]:
    """Change the application's settings, by its id."""
    return edit_application(call.world, call.own_application(), call.body)
