"""Users, direct message channels, one's own guilds."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.payloads.users import own_user, user_payload
from scurrypy.sandbox.world import users
from scurrypy.sandbox.world.members import get_member, leave_guild


@operation(routes.GET_MY_USER, scope="identify")
async def get_my_user(call: Call) -> dict[str, Any]:
    """Answer with the bot itself, or with the user."""
    return own_user(call.world.find_user(call.actor.user_id))


@operation(routes.UPDATE_MY_USER)
async def update_my_user(call: Call) -> dict[str, Any]:
    """Change the bot's name or pictures."""
    return users.edit_own_user(call.world, call.actor, call.body)


@operation(routes.GET_USER)
async def get_user(call: Call) -> dict[str, Any]:
    """Answer with a user."""
    return user_payload(call.world.find_user(call.path["user_id"]))


@operation(routes.LIST_MY_GUILDS, scope="guilds")
async def list_my_guilds(call: Call) -> list[dict[str, Any]]:
    """Answer with the guilds the bot, or the user, is in."""
    return users.list_own_guilds(
        call.world,
        call.actor,
        before=call.query_id("before"),
        after=call.query_id("after"),
        limit=call.query_int("limit", 200, least=1, most=200),
        with_counts=call.query_flag("with_counts"),
    )


@operation(routes.GET_MY_GUILD_MEMBER, bot=False, scope="guilds.members.read")
async def get_my_guild_member(call: Call) -> dict[str, Any]:
    """Answer with the user as a member of a guild."""
    return get_member(call.world, call.actor, call.path["guild_id"], call.actor.user_id)


@operation(routes.LEAVE_GUILD)
async def leave(call: Call) -> None:
    """Take the bot out of a guild."""
    leave_guild(call.world, call.actor, call.path["guild_id"])


@operation(routes.CREATE_DM)
async def create_dm(call: Call) -> dict[str, Any]:
    """Open a direct message channel."""
    return users.create_dm(call.world, call.actor, call.body)
