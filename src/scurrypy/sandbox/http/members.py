"""Members of guilds and bans."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.validation import invalid
from scurrypy.sandbox.world import bans, members


@operation(routes.GET_GUILD_MEMBER)
async def get_guild_member(call: Call) -> dict[str, Any]:
    """Answer with a member."""
    return members.get_member(call.world, call.actor, call.path["guild_id"], call.path["user_id"])


@operation(routes.LIST_GUILD_MEMBERS)
async def list_guild_members(call: Call) -> list[dict[str, Any]]:
    """Answer with a page of members."""
    limit = call.query_int("limit", 1, least=1, most=1000)
    after = call.query_id("after") or 0
    return members.list_members(call.world, call.actor, call.path["guild_id"], after=after, limit=limit)


@operation(routes.SEARCH_GUILD_MEMBERS)
async def search_guild_members(call: Call) -> list[dict[str, Any]]:
    """Answer with members by name."""
    query = call.query.get("query")
    if not query:
        raise invalid("query", "BASE_TYPE_REQUIRED", "This field is required")
    limit = call.query_int("limit", 1, least=1, most=1000)
    return members.search_members(call.world, call.actor, call.path["guild_id"], query, limit=limit)


@operation(routes.ADD_GUILD_MEMBER)
async def add_guild_member(call: Call) -> None:
    """Refuse: joining a user needs that user's own OAuth2 token, and nobody signs in here."""
    call.world.find_guild(call.path["guild_id"])
    raise Code.INVALID_OAUTH2_TOKEN.error()


@operation(routes.UPDATE_GUILD_MEMBER)
async def update_guild_member(call: Call) -> dict[str, Any]:
    """Change a member."""
    return members.edit_member(call.world, call.actor, call.path["guild_id"], call.path["user_id"], call.body)


@operation(routes.UPDATE_MY_GUILD_MEMBER)
async def update_my_guild_member(call: Call) -> dict[str, Any]:
    """Change the bot's own membership."""
    return members.edit_own_member(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.DELETE_GUILD_MEMBER)
async def delete_guild_member(call: Call) -> None:
    """Kick a member."""
    members.kick_member(call.world, call.actor, call.path["guild_id"], call.path["user_id"])


@operation(routes.ADD_GUILD_MEMBER_ROLE)
async def add_guild_member_role(call: Call) -> None:
    """Give a member a role."""
    guild_id, user_id, role_id = call.path["guild_id"], call.path["user_id"], call.path["role_id"]
    members.add_member_role(call.world, call.actor, guild_id, user_id, role_id)


@operation(routes.DELETE_GUILD_MEMBER_ROLE)
async def delete_guild_member_role(call: Call) -> None:
    """Take a role from a member."""
    guild_id, user_id, role_id = call.path["guild_id"], call.path["user_id"], call.path["role_id"]
    members.remove_member_role(call.world, call.actor, guild_id, user_id, role_id)


@operation(routes.LIST_GUILD_BANS)
async def list_guild_bans(call: Call) -> list[dict[str, Any]]:
    """Answer with a page of bans."""
    return bans.list_bans(
        call.world,
        call.actor,
        call.path["guild_id"],
        before=call.query_id("before"),
        after=call.query_id("after"),
        limit=call.query_int("limit", 1000, least=1, most=1000),
    )


@operation(routes.GET_GUILD_BAN)
async def get_guild_ban(call: Call) -> dict[str, Any]:
    """Answer with a ban."""
    return bans.get_ban(call.world, call.actor, call.path["guild_id"], call.path["user_id"])


@operation(routes.BAN_USER_FROM_GUILD)
async def ban_user_from_guild(call: Call) -> None:
    """Ban a user."""
    bans.ban_user(call.world, call.actor, call.path["guild_id"], call.path["user_id"], call.body)


@operation(routes.BULK_BAN_USERS_FROM_GUILD)
async def bulk_ban_users_from_guild(call: Call) -> dict[str, Any]:
    """Ban several users."""
    return bans.bulk_ban(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.UNBAN_USER_FROM_GUILD)
async def unban_user_from_guild(call: Call) -> None:
    """Lift a ban."""
    bans.unban_user(call.world, call.actor, call.path["guild_id"], call.path["user_id"])
