"""Voice regions and voice states."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.permissions import CONNECT
from scurrypy.sandbox.world import speaking
from scurrypy.sandbox.world.access import joined_guild, require

_REGIONS = {"local": "Local"}


@operation(routes.LIST_VOICE_REGIONS)
async def list_voice_regions(call: Call) -> list[dict[str, Any]]:
    """Answer with the only region there is here."""
    del call
    return _regions()


@operation(routes.LIST_GUILD_VOICE_REGIONS)
async def list_guild_voice_regions(call: Call) -> list[dict[str, Any]]:
    """Answer with the only region there is here."""
    joined_guild(call.world, call.actor, call.path["guild_id"])
    return _regions()


def _regions() -> list[dict[str, Any]]:
    return [
        {"id": id, "name": name, "custom": False, "deprecated": False, "optimal": True} for id, name in _REGIONS.items()
    ]


@operation(routes.GET_SELF_VOICE_STATE)
async def get_self_voice_state(call: Call) -> dict[str, Any]:
    """Answer with the bot's voice state."""
    return _voice_state(call, call.actor.user_id)


@operation(routes.GET_VOICE_STATE)
async def get_voice_state(call: Call) -> dict[str, Any]:
    """Answer with a user's voice state."""
    return _voice_state(call, call.path["user_id"])


@operation(routes.UPDATE_SELF_VOICE_STATE)
async def update_self_voice_state(call: Call) -> None:
    """Let the bot speak on its stage, ask to, or listen."""
    speaking.edit_own_voice_state(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.UPDATE_VOICE_STATE)
async def update_voice_state(call: Call) -> None:
    """Let somebody speak on their stage, or listen."""
    speaking.edit_voice_state(call.world, call.actor, call.path["guild_id"], call.path["user_id"], call.body)


def _voice_state(call: Call, user_id: int) -> dict[str, Any]:
    guild, _ = joined_guild(call.world, call.actor, call.path["guild_id"])
    voice_state = guild.voice_states.get(user_id)
    if voice_state is None:
        raise Code.UNKNOWN_VOICE_STATE.error()
    if user_id != call.actor.user_id:
        require(call.world, call.actor, call.world.channels[int(voice_state["channel_id"])], CONNECT)
    member = member_payload(call.world, guild.members[user_id])
    return {**voice_state, "guild_id": str(guild.id), "member": member}
