"""Who speaks on a stage, who listens, and who would like to speak.

See [Discord Docs/Voice Resource](https://docs.discord.com/developers/resources/voice#modify-current-user-voice-state).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.records import Channel, Guild
from scurrypy.sandbox.records.channels import STAGE
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields
from scurrypy.sandbox.rules.shapes import identity, moment
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import joined_guild, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.voice_states import publish_voice_state

_OTHERS: Mapping[str, Field] = {"channel_id": identity(nullable=True), "suppress": flag(nullable=True)}
_OWN: Mapping[str, Field] = {**_OTHERS, "request_to_speak_timestamp": moment(nullable=True)}


def edit_own_voice_state(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> None:
    """Speak on the stage one is on, ask to, or join the audience."""
    guild, _ = joined_guild(state, actor, guild_id)
    read = _read(body, _OWN)
    channel = _stage_of(state, guild, actor.user_id, read.get("channel_id"))
    voice_state = guild.voice_states[actor.user_id]
    asked = read.get("request_to_speak_timestamp")
    if asked is not None:
        require(state, actor, channel, permissions.REQUEST_TO_SPEAK)
        # Discord rounds nothing, but a client's clock may be a little behind.
        if (parse_iso(asked) or 0) < state.clock.now() - 60:
            words = "The time must not be in the past"
            raise invalid("request_to_speak_timestamp", "REQUEST_TO_SPEAK_IN_THE_PAST", words)
    if read.get("suppress") is False and voice_state["suppress"]:
        require(state, actor, channel, permissions.MUTE_MEMBERS)
    if read.get("suppress") is not None:
        voice_state["suppress"] = read["suppress"]
        voice_state["request_to_speak_timestamp"] = None
    if "request_to_speak_timestamp" in read:
        voice_state["request_to_speak_timestamp"] = asked
    publish_voice_state(state, guild, actor.user_id)


def edit_voice_state(state: State, actor: Actor, guild_id: int, user_id: int, body: Mapping[str, Any]) -> None:
    """Let somebody speak on the stage they are on, or send them to the audience."""
    guild, _ = joined_guild(state, actor, guild_id)
    read = _read(body, _OTHERS)
    channel = _stage_of(state, guild, user_id, read.get("channel_id"))
    require(state, actor, channel, permissions.MUTE_MEMBERS)
    if read.get("suppress") is None:
        return
    voice_state = guild.voice_states[user_id]
    invited = not read["suppress"] and not state.users[user_id].bot
    voice_state["suppress"] = read["suppress"]
    voice_state["request_to_speak_timestamp"] = state.clock.iso() if invited else None
    publish_voice_state(state, guild, user_id)


def _read(body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, fields, problems)
    problems.raise_if_any()
    return read


def _stage_of(state: State, guild: Guild, user_id: int, channel_id: int | None) -> Channel:
    """Return the stage channel a user is in, which must be the one that is named, if one is."""
    voice_state = guild.voice_states.get(user_id)
    if voice_state is None or channel_id not in (None, int(voice_state["channel_id"])):
        raise Code.UNKNOWN_VOICE_STATE.error()
    channel = state.channels[int(voice_state["channel_id"])]
    if channel.type != STAGE:
        raise Code.WRONG_CHANNEL_TYPE.error()
    return channel
