"""Somebody starts to type."""

from typing import Any

from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import require, visible_channel
from scurrypy.sandbox.world.actor import Actor


def start_typing(state: State, actor: Actor, channel_id: int) -> None:
    """Show for a while that the actor is typing."""
    channel = visible_channel(state, actor, channel_id)
    if not channel.is_dm:
        sending = permissions.SEND_MESSAGES_IN_THREADS if channel.is_thread else permissions.SEND_MESSAGES
        require(state, actor, channel, sending)
    data: dict[str, Any] = {
        "channel_id": str(channel.id),
        "user_id": str(actor.user_id),
        "timestamp": int(state.clock.now()),
    }
    if channel.guild_id is not None:
        member = state.guilds[channel.guild_id].members[actor.user_id]
        data["member"] = member_payload(state, member)
    intents = {"guild_intent": Intent.GUILD_MESSAGE_TYPING, "dm_intent": Intent.DIRECT_MESSAGE_TYPING}
    state.publish_in_channel(channel, "TYPING_START", data, **intents)
