"""Stages under way."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import stages


@operation(routes.CREATE_STAGE_INSTANCE)
async def create_stage_instance(call: Call) -> dict[str, Any]:
    """Open a stage."""
    return stages.create_stage(call.world, call.actor, call.body)


@operation(routes.GET_STAGE_INSTANCE)
async def get_stage_instance(call: Call) -> dict[str, Any]:
    """Answer with a stage."""
    return stages.get_stage(call.world, call.actor, call.path["channel_id"])


@operation(routes.UPDATE_STAGE_INSTANCE)
async def update_stage_instance(call: Call) -> dict[str, Any]:
    """Change a stage."""
    return stages.edit_stage(call.world, call.actor, call.path["channel_id"], call.body)


@operation(routes.DELETE_STAGE_INSTANCE)
async def delete_stage_instance(call: Call) -> None:
    """Close a stage."""
    stages.delete_stage(call.world, call.actor, call.path["channel_id"])
