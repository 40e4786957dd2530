"""Guilds, their roles, their audit log."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import audit, guilds, roles


@operation(routes.GET_GUILD)
async def get_guild(call: Call) -> dict[str, Any]:
    """Answer with a guild."""
    with_counts = call.query_flag("with_counts")
    return guilds.get_guild(call.world, call.actor, call.path["guild_id"], with_counts=with_counts)


@operation(routes.GET_GUILD_PREVIEW)
async def get_guild_preview(call: Call) -> dict[str, Any]:
    """Answer with what anyone may know of a guild."""
    return guilds.get_guild_preview(call.world, call.actor, call.path["guild_id"])


@operation(routes.UPDATE_GUILD)
async def update_guild(call: Call) -> dict[str, Any]:
    """Change a guild."""
    return guilds.edit_guild(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.LIST_GUILD_AUDIT_LOG_ENTRIES)
async def list_guild_audit_log_entries(call: Call) -> dict[str, Any]:
    """Answer with a part of the audit log."""
    action_type = call.query.get("action_type")
    return audit.get_audit_log(
        call.world,
        call.actor,
        call.path["guild_id"],
        user_id=call.query_id("user_id"),
        target_id=call.query_id("target_id"),
        action_type=None if action_type is None else call.query_int("action_type", 0, least=1, most=1000),
        before=call.query_id("before"),
        after=call.query_id("after"),
        limit=call.query_int("limit", 50, least=1, most=100),
    )


@operation(routes.LIST_GUILD_ROLES)
async def list_guild_roles(call: Call) -> list[dict[str, Any]]:
    """Answer with the roles of a guild."""
    return roles.list_roles(call.world, call.actor, call.path["guild_id"])


@operation(routes.GUILD_ROLE_MEMBER_COUNTS)
async def guild_role_member_counts(call: Call) -> dict[str, int]:
    """Answer with how many members each role has."""
    return roles.count_role_members(call.world, call.actor, call.path["guild_id"])


@operation(routes.GET_GUILD_ROLE)
async def get_guild_role(call: Call) -> dict[str, Any]:
    """Answer with a role."""
    return roles.get_role(call.world, call.actor, call.path["guild_id"], call.path["role_id"])


@operation(routes.CREATE_GUILD_ROLE)
async def create_guild_role(call: Call) -> dict[str, Any]:
    """Make a role."""
    return roles.create_role(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.UPDATE_GUILD_ROLE)
async def update_guild_role(call: Call) -> dict[str, Any]:
    """Change a role."""
    return roles.edit_role(call.world, call.actor, call.path["guild_id"], call.path["role_id"], call.body)


@operation(routes.BULK_UPDATE_GUILD_ROLES)
async def bulk_update_guild_roles(call: Call) -> list[dict[str, Any]]:
    """Change the ranks of roles."""
    return roles.move_roles(call.world, call.actor, call.path["guild_id"], call.listed)


@operation(routes.DELETE_GUILD_ROLE)
async def delete_guild_role(call: Call) -> None:
    """Delete a role."""
    roles.delete_role(call.world, call.actor, call.path["guild_id"], call.path["role_id"])
