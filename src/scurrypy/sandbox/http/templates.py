"""Templates of guilds."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import templates


@operation(routes.GET_GUILD_TEMPLATE)
async def get_guild_template(call: Call) -> dict[str, Any]:
    """Answer with a template."""
    return templates.get_template(call.world, call.names["code"])


@operation(routes.LIST_GUILD_TEMPLATES)
async def list_guild_templates(call: Call) -> list[dict[str, Any]]:
    """Answer with the templates of a guild."""
    return templates.list_templates(call.world, call.actor, call.path["guild_id"])


@operation(routes.CREATE_GUILD_TEMPLATE)
async def create_guild_template(call: Call) -> dict[str, Any]:
    """Take a template of a guild."""
    return templates.create_template(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.SYNC_GUILD_TEMPLATE)
async def sync_guild_template(call: Call) -> dict[str, Any]:
    """Take a template anew."""
    return templates.sync_template(call.world, call.actor, call.path["guild_id"], call.names["code"])


@operation(routes.UPDATE_GUILD_TEMPLATE)
async def update_guild_template(call: Call) -> dict[str, Any]:
    """Change what a template is called."""
    return templates.edit_template(call.world, call.actor, call.path["guild_id"], call.names["code"], call.body)


@operation(routes.DELETE_GUILD_TEMPLATE)
async def delete_guild_template(call: Call) -> dict[str, Any]:
    """Delete a template."""
    return templates.delete_template(call.world, call.actor, call.path["guild_id"], call.names["code"])
