"""Channels, their permissions, their invites, typing."""

from typing import Any

from aiohttp import web

from scurrypy import routes
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.fields import read_fields, text
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.world import channels, invites, overwrites, target_users
from scurrypy.sandbox.world.typing_indicator import start_typing


@operation(routes.GET_CHANNEL)
async def get_channel(call: Call) -> dict[str, Any]:
    """Answer with a channel."""
    return channels.get_channel(call.world, call.actor, call.path["channel_id"])


@operation(routes.UPDATE_CHANNEL)
async def update_channel(call: Call) -> dict[str, Any]:
    """Change a channel or a thread."""
    return channels.edit_channel(call.world, call.actor, call.path["channel_id"], call.body)


@operation(routes.DELETE_CHANNEL)
async def delete_channel(call: Call) -> dict[str, Any]:
    """Delete a channel or a thread, or close a direct message channel."""
    return channels.delete_channel(call.world, call.actor, call.path["channel_id"])


@operation(routes.LIST_GUILD_CHANNELS)
async def list_guild_channels(call: Call) -> list[dict[str, Any]]:
    """Answer with the channels of a guild."""
    return channels.list_channels(call.world, call.actor, call.path["guild_id"])


@operation(routes.CREATE_GUILD_CHANNEL)
async def create_guild_channel(call: Call) -> Reply:
    """Make a channel."""
    return Reply(201, channels.create_channel(call.world, call.actor, call.path["guild_id"], call.body))


@operation(routes.BULK_UPDATE_GUILD_CHANNELS)
async def bulk_update_guild_channels(call: Call) -> None:
    """Move several channels."""
    channels.move_channels(call.world, call.actor, call.path["guild_id"], call.listed)


@operation(routes.SET_CHANNEL_PERMISSION_OVERWRITE)
async def set_channel_permission_overwrite(call: Call) -> None:
    """Set a permission overwrite."""
    channel_id, overwrite_id = call.path["channel_id"], call.path["overwrite_id"]
    overwrites.set_overwrite(call.world, call.actor, channel_id, overwrite_id, call.body)


@operation(routes.DELETE_CHANNEL_PERMISSION_OVERWRITE)
async def delete_channel_permission_overwrite(call: Call) -> None:
    """Take a permission overwrite away."""
    overwrites.delete_overwrite(call.world, call.actor, call.path["channel_id"], call.path["overwrite_id"])


@operation(routes.TRIGGER_TYPING_INDICATOR)
async def trigger_typing_indicator(call: Call) -> None:
    """Show that the bot is typing."""
    start_typing(call.world, call.actor, call.path["channel_id"])


@operation(routes.UPDATE_VOICE_CHANNEL_STATUS)
async def update_voice_channel_status(call: Call) -> None:
    """Set a voice channel's status."""
    problems = Problems()
    read = read_fields(call.body, {"status": text(nullable=True, most=500)}, problems)
    problems.raise_if_any()
    channels.set_voice_status(call.world, call.actor, call.path["channel_id"], read.get("status"))


@operation(routes.LIST_CHANNEL_INVITES)
async def list_channel_invites(call: Call) -> list[dict[str, Any]]:
    """Answer with the invites to a channel."""
    return invites.list_channel_invites(call.world, call.actor, call.path["channel_id"])


@operation(routes.CREATE_CHANNEL_INVITE)
async def create_channel_invite(call: Call) -> dict[str, Any]:
    """Make an invite, for some users alone where a list of them came along."""
    ids = target_users.read_target_users(call.files)
    body = call.body if ids is None else {**call.body, "unique": True}
    made = invites.create_invite(call.world, call.actor, call.path["channel_id"], body)
    if ids is not None:
        target_users.aim(call.world, call.world.invites[made["code"]], ids)
    return made


@operation(routes.LIST_GUILD_INVITES)
async def list_guild_invites(call: Call) -> list[dict[str, Any]]:
    """Answer with the invites to a guild."""
    return invites.list_guild_invites(call.world, call.actor, call.path["guild_id"])


@operation(routes.INVITE_RESOLVE)
async def invite_resolve(call: Call) -> dict[str, Any]:
    """Answer with an invite."""
    return invites.get_invite(call.world, call.names["code"], with_counts=call.query_flag("with_counts"))


@operation(routes.GET_INVITE_TARGET_USERS)
async def get_invite_target_users(call: Call) -> web.Response:
    """Answer with who alone may use an invite."""
    listed = target_users.get_target_users(call.world, call.actor, call.names["code"])
    return web.Response(body=listed.encode(), content_type="text/csv")


@operation(routes.UPDATE_INVITE_TARGET_USERS)
async def update_invite_target_users(call: Call) -> None:
    """Say who alone may use an invite."""
    target_users.set_target_users(call.world, call.actor, call.names["code"], call.files)


@operation(routes.GET_INVITE_TARGET_USERS_JOB_STATUS)
async def get_invite_target_users_job_status(call: Call) -> dict[str, Any]:
    """Answer with how far that list is."""
    return target_users.get_job_status(call.world, call.actor, call.names["code"])


@operation(routes.INVITE_REVOKE)
async def invite_revoke(call: Call) -> dict[str, Any]:
    """Revoke an invite."""
    return invites.revoke_invite(call.world, call.actor, call.names["code"])
