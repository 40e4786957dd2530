"""Reactions."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import reactions


@operation(routes.ADD_MY_MESSAGE_REACTION)
async def add_my_message_reaction(call: Call) -> None:
    """React to a message."""
    channel_id, message_id = call.path["channel_id"], call.path["message_id"]
    reactions.add_reaction(call.world, call.actor, channel_id, message_id, call.names["emoji_name"])


@operation(routes.DELETE_MY_MESSAGE_REACTION)
async def delete_my_message_reaction(call: Call) -> None:
    """Take the bot's reaction back."""
    channel_id, message_id = call.path["channel_id"], call.path["message_id"]
    reactions.remove_reaction(call.world, call.actor, channel_id, message_id, call.names["emoji_name"])


@operation(routes.DELETE_USER_MESSAGE_REACTION)
async def delete_user_message_reaction(call: Call) -> None:
    """Take a user's reaction off a message."""
    channel_id, message_id, user_id = call.path["channel_id"], call.path["message_id"], call.path["user_id"]
    emoji = call.names["emoji_name"]
    reactions.remove_reaction(call.world, call.actor, channel_id, message_id, emoji, user_id=user_id)


@operation(routes.DELETE_ALL_MESSAGE_REACTIONS)
async def delete_all_message_reactions(call: Call) -> None:
    """Take every reaction off a message."""
    reactions.clear_reactions(call.world, call.actor, call.path["channel_id"], call.path["message_id"])


@operation(routes.DELETE_ALL_MESSAGE_REACTIONS_BY_EMOJI)
async def delete_all_message_reactions_by_emoji(call: Call) -> None:
    """Take every reaction with one emoji off a message."""
    channel_id, message_id = call.path["channel_id"], call.path["message_id"]
    reactions.clear_emoji(call.world, call.actor, channel_id, message_id, call.names["emoji_name"])


@operation(routes.LIST_MESSAGE_REACTIONS_BY_EMOJI)
async def list_message_reactions_by_emoji(call: Call) -> list[dict[str, Any]]:
    """Answer with those who reacted with an emoji."""
    return reactions.list_reactions(
        call.world,
        call.actor,
        call.path["channel_id"],
        call.path["message_id"],
        call.names["emoji_name"],
        after=call.query_id("after"),
        limit=call.query_int("limit", 25, least=1, most=100),
    )
