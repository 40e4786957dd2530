"""The first answer to an interaction over HTTP; everything after it goes by way of webhooks."""

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.world.interaction_responses import respond


@operation(routes.CREATE_INTERACTION_RESPONSE, authenticated=False)
async def create_interaction_response(call: Call) -> Json:
    """Answer an interaction."""
    result = respond(call.world, call.path["interaction_id"], call.names["interaction_token"], call.body, call.files)
    return result if call.query_flag("with_response") else None
