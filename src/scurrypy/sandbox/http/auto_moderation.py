"""Auto moderation rules."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import auto_moderation


@operation(routes.LIST_AUTO_MODERATION_RULES)
async def list_auto_moderation_rules(call: Call) -> list[dict[str, Any]]:
    """Answer with the rules of a guild."""
    return auto_moderation.list_rules(call.world, call.actor, call.path["guild_id"])


@operation(routes.GET_AUTO_MODERATION_RULE)
async def get_auto_moderation_rule(call: Call) -> dict[str, Any]:
    """Answer with a rule."""
    return auto_moderation.get_rule(call.world, call.actor, call.path["guild_id"], call.path["rule_id"])


@operation(routes.CREATE_AUTO_MODERATION_RULE)
async def create_auto_moderation_rule(call: Call) -> dict[str, Any]:
    """Make a rule."""
    return auto_moderation.create_rule(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.UPDATE_AUTO_MODERATION_RULE)
async def update_auto_moderation_rule(call: Call) -> dict[str, Any]:
    """Change a rule."""
    return auto_moderation.edit_rule(call.world, call.actor, call.path["guild_id"], call.path["rule_id"], call.body)


@operation(routes.DELETE_AUTO_MODERATION_RULE)
async def delete_auto_moderation_rule(call: Call) -> None:
    """Delete a rule."""
    auto_moderation.delete_rule(call.world, call.actor, call.path["guild_id"], call.path["rule_id"])
