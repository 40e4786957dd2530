"""The application behind a token."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.payloads.applications import application_payload
from scurrypy.sandbox.payloads.messages import attachment_payload
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.validation import invalid
from scurrypy.sandbox.world.applications import edit_application
from scurrypy.sandbox.world.attachments import store_uploads


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


@operation(routes.UPLOAD_APPLICATION_ATTACHMENT, scope="")
async def upload_application_attachment(call: Call) -> dict[str, Any]:
    """Keep a file for an activity to show."""
    application_id = call.path["application_id"]
    if application_id != (call.grant.application_id if call.user_grant else call.application.id):
        raise Code.NOT_YOUR_APPLICATION.error()
    file = next((file for file in call.files if file.field_name == "file"), None)
    if file is None:
        raise invalid("file", "BASE_TYPE_REQUIRED", "This field is required")
    (attachment,) = store_uploads(call.world, application_id, [file], [], ephemeral=True)
    return {"attachment": attachment_payload(call.world, attachment)}
