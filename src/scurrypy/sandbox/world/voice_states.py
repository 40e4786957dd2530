"""Who is in which voice channel. There is no voice server here: nothing can be heard."""

import secrets
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.records import Channel, Guild
from scurrypy.sandbox.records.channels import STAGE
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.permissions import CONNECT, MOVE_MEMBERS
from scurrypy.sandbox.state import State


def move_in_voice(
    state: State, guild: Guild, user_id: int, channel: Channel | None, *, self_mute: bool, self_deaf: bool
) -> bool:
    """Let a user join, move between, or leave a guild's voice channels, and tell those who may hear of it.

    Args:
        state: The world.
        guild: The guild.
        user_id: Who moves.
        channel: Where to; None leaves.
        self_mute: Whether the user does not want to be heard.
        self_deaf: Whether the user does not want to hear.

    Returns:
        Whether anything happened. A channel that is full, or that the user may not enter, says nothing.
    """
    before = guild.voice_states.get(user_id)
    if channel is None and before is None:
        return False
    if channel is not None and not _may_enter(state, guild, user_id, channel):
        return False
    member = guild.members[user_id]
    stays = before is not None and channel is not None and before["channel_id"] == str(channel.id)
    voice_state: dict[str, Any] = {
        "channel_id": None if channel is None else str(channel.id),
        "user_id": str(user_id),
        "session_id": secrets.token_hex(16) if before is None else before["session_id"],
        "deaf": member.deaf,
        "mute": member.mute,
        "self_deaf": self_deaf,
        "self_mute": self_mute,
        "self_video": False,
        # Whoever comes to a stage listens until they are let speak.
        "suppress": before["suppress"] if before and stays else channel is not None and channel.type == STAGE,
        "request_to_speak_timestamp": before["request_to_speak_timestamp"] if before and stays else None,
    }
    if channel is None:
        del guild.voice_states[user_id]
    else:
        guild.voice_states[user_id] = voice_state
    _publish(state, guild, user_id, voice_state)
    return True


def publish_voice_state(state: State, guild: Guild, user_id: int) -> None:
    """Tell those who may hear of it how a user is in voice."""
    _publish(state, guild, user_id, guild.voice_states[user_id])


def _publish(state: State, guild: Guild, user_id: int, voice_state: dict[str, Any]) -> None:
    member = member_payload(state, guild.members[user_id])
    data = {"guild_id": str(guild.id), "member": member, **voice_state}
    state.publish(Dispatch("VOICE_STATE_UPDATE", data, guild.id, Intent.GUILD_VOICE_STATES))


def leave_voice(state: State, guild: Guild, user_id: int) -> None:
    """Take a user out of a guild's voice channels, if they are in one."""
    move_in_voice(state, guild, user_id, None, self_mute=False, self_deaf=False)


def move_by_moderator(state: State, guild: Guild, user_id: int, channel_id: int | None) -> None:
    """Put a user who is in a voice channel into another one, or out of voice."""
    before = guild.voice_states.get(user_id)
    if before is None:
        raise Code.NOT_IN_VOICE.error()
    if channel_id is None:
        leave_voice(state, guild, user_id)
        return
    channel = state.find_channel(channel_id)
    kept = {"self_mute": before["self_mute"], "self_deaf": before["self_deaf"]}
    if not move_in_voice(state, guild, user_id, channel, **kept):
        raise Code.MISSING_PERMISSIONS.error()


def require_in_voice(guild: Guild, user_id: int) -> None:
    """Refuse unless a user is in a voice channel."""
    if user_id not in guild.voice_states:
        raise Code.NOT_IN_VOICE.error()


def refresh_voice(state: State, guild: Guild, user_id: int) -> None:
    """Tell of a user's voice state again, after a moderator muted or deafened them."""
    before = guild.voice_states[user_id]
    channel = state.channels[int(before["channel_id"])]
    kept = {"self_mute": before["self_mute"], "self_deaf": before["self_deaf"]}
    move_in_voice(state, guild, user_id, channel, **kept)


def _may_enter(state: State, guild: Guild, user_id: int, channel: Channel) -> bool:
    if not channel.is_voice or channel.guild_id != guild.id:
        return False
    permissions = state.permissions(user_id, channel)
    if not permissions & CONNECT:
        return False
    others = [
        voice_state
        for id, voice_state in guild.voice_states.items()
        if id != user_id and voice_state["channel_id"] == str(channel.id)
    ]
    return not channel.user_limit or len(others) < channel.user_limit or bool(permissions & MOVE_MEMBERS)
