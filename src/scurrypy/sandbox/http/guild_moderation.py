"""What keeps order in a guild as a whole: integrations, join requests, pruning, measures against raids."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import incidents, integrations, join_requests, pruning


@operation(routes.LIST_GUILD_INTEGRATIONS)
async def list_guild_integrations(call: Call) -> list[dict[str, Any]]:
    """Answer with the applications in a guild."""
    return integrations.list_integrations(call.world, call.actor, call.path["guild_id"])


@operation(routes.DELETE_GUILD_INTEGRATION)
async def delete_guild_integration(call: Call) -> None:
    """Take an application out of a guild."""
    integration_id = call.path["integration_id"]
    integrations.delete_integration(call.world, call.actor, call.path["guild_id"], integration_id)


@operation(routes.PREVIEW_PRUNE_GUILD)
async def preview_prune_guild(call: Call) -> dict[str, Any]:
    """Answer with how many members would go."""
    roles = [part for text in call.request.query.getall("include_roles", []) for part in text.split(",") if part]
    query = {**call.query, "include_roles": roles}
    return pruning.count_idle(call.world, call.actor, call.path["guild_id"], query)


@operation(routes.PRUNE_GUILD)
async def prune_guild(call: Call) -> dict[str, Any]:
    """Have members go who have been away."""
    return pruning.prune(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.UPDATE_GUILD_INCIDENT_ACTIONS)
async def update_guild_incident_actions(call: Call) -> dict[str, Any]:
    """Suspend invites or direct messages."""
    return incidents.edit_incident_actions(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.GET_GUILD_JOIN_REQUESTS)
async def get_guild_join_requests(call: Call) -> dict[str, Any]:
    """Answer with who would like to join."""
    return join_requests.list_join_requests(call.world, call.actor, call.path["guild_id"], call.query)


@operation(routes.ACTION_GUILD_JOIN_REQUEST)
async def action_guild_join_request(call: Call) -> dict[str, Any]:
    """Let somebody in, or not."""
    guild_id, request_id = call.path["guild_id"], call.path["request_id"]
    return join_requests.answer_join_request(call.world, call.actor, guild_id, request_id, call.body)
