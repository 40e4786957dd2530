"""Lobbies of games."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.world import lobbies, lobby_players

_PLAYER = "sdk.social_layer"


@operation(routes.CREATE_LOBBY)
async def create_lobby(call: Call) -> Reply:
    """Open a lobby."""
    return Reply(201, lobbies.create_lobby(call.world, call.application, call.body))


@operation(routes.GET_LOBBY)
async def get_lobby(call: Call) -> dict[str, Any]:
    """Answer with a lobby."""
    return lobbies.get_lobby(call.world, call.application, call.path["lobby_id"])


@operation(routes.EDIT_LOBBY)
async def edit_lobby(call: Call) -> dict[str, Any]:
    """Change a lobby."""
    return lobbies.edit_lobby(call.world, call.application, call.path["lobby_id"], call.body)


@operation(routes.DELETE_LOBBY)
async def delete_lobby(call: Call) -> None:
    """Close a lobby."""
    lobbies.delete_lobby(call.world, call.application, call.path["lobby_id"])


@operation(routes.ADD_LOBBY_MEMBER)
async def add_lobby_member(call: Call) -> dict[str, Any]:
    """Put a user into a lobby."""
    lobby_id, user_id = call.path["lobby_id"], call.path["user_id"]
    return lobbies.put_member(call.world, call.application, lobby_id, user_id, call.body)


@operation(routes.BULK_UPDATE_LOBBY_MEMBERS)
async def bulk_update_lobby_members(call: Call) -> list[dict[str, Any]]:
    """Put users into a lobby, and remove some."""
    return lobbies.put_members(call.world, call.application, call.path["lobby_id"], call.json)


@operation(routes.DELETE_LOBBY_MEMBER)
async def delete_lobby_member(call: Call) -> None:
    """Remove a user from a lobby."""
    lobbies.remove_member(call.world, call.application, call.path["lobby_id"], call.path["user_id"])


@operation(routes.CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_USER)
async def create_linked_lobby_guild_invite_for_user(call: Call) -> dict[str, Any]:
    """Invite a user to the channel of a lobby."""
    lobby_id, user_id = call.path["lobby_id"], call.path["user_id"]
    return lobbies.invite_to_channel(call.world, call.application, lobby_id, user_id)


@operation(routes.UPDATE_LOBBY_MESSAGE_EXTERNAL_MODERATION_METADATA)
async def update_lobby_message_external_moderation_metadata(call: Call) -> None:
    """Say what moderation says of a message."""
    lobby_id, message_id = call.path["lobby_id"], call.path["message_id"]
    lobbies.judge_message(call.world, call.application, lobby_id, message_id, call.json)


@operation(routes.CREATE_OR_JOIN_LOBBY, bot=False, scope=_PLAYER)
async def create_or_join_lobby(call: Call) -> dict[str, Any]:
    """Join a lobby by its secret."""
    return lobby_players.join_lobby(call.world, _game(call), call.grant.user_id, call.body)


@operation(routes.LEAVE_LOBBY, bot=False, scope=_PLAYER)
async def leave_lobby(call: Call) -> None:
    """Leave a lobby."""
    lobbies.remove_member(call.world, _game(call), call.path["lobby_id"], call.grant.user_id)


@operation(routes.EDIT_LOBBY_CHANNEL_LINK, bot=False, scope=_PLAYER)
async def edit_lobby_channel_link(call: Call) -> dict[str, Any]:
    """Link a lobby to a channel."""
    lobby_id, user_id = call.path["lobby_id"], call.grant.user_id
    return lobby_players.link_channel(call.world, _game(call), lobby_id, user_id, call.body)


@operation(routes.CREATE_LOBBY_MESSAGE, bot=False, scope=_PLAYER)
async def create_lobby_message(call: Call) -> Reply:
    """Say something in a lobby."""
    lobby_id, user_id = call.path["lobby_id"], call.grant.user_id
    return Reply(201, lobby_players.send_message(call.world, _game(call), lobby_id, user_id, call.body))


@operation(routes.GET_LOBBY_MESSAGES, bot=False, scope=_PLAYER)
async def get_lobby_messages(call: Call) -> list[dict[str, Any]]:
    """Answer with what was said in a lobby."""
    lobby_id, limit = call.path["lobby_id"], call.query_int("limit", 50, least=1, most=200)
    return lobby_players.list_messages(call.world, _game(call), lobby_id, call.grant.user_id, limit=limit)


@operation(routes.CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_SELF, bot=False, scope=_PLAYER)
async def create_linked_lobby_guild_invite_for_self(call: Call) -> dict[str, Any]:
    """Invite the player to the channel of a lobby."""
    lobby = lobbies.find_lobby(call.world, _game(call), call.path["lobby_id"])
    lobby_players.member_of(lobby, call.grant.user_id)
    return lobbies.invite_to_channel(call.world, _game(call), lobby.id, call.grant.user_id)


def _game(call: Call) -> Application:
    return call.world.applications[call.grant.application_id]
