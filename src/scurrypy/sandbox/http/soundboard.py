"""Soundboards."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import soundboard


@operation(routes.GET_SOUNDBOARD_DEFAULT_SOUNDS)
async def get_soundboard_default_sounds(call: Call) -> list[dict[str, Any]]:
    """Answer with the sounds that everyone has."""
    return soundboard.list_default_sounds(call.world)


@operation(routes.LIST_GUILD_SOUNDBOARD_SOUNDS)
async def list_guild_soundboard_sounds(call: Call) -> dict[str, Any]:
    """Answer with the sounds of a guild."""
    return soundboard.list_sounds(call.world, call.actor, call.path["guild_id"])


@operation(routes.GET_GUILD_SOUNDBOARD_SOUND)
async def get_guild_soundboard_sound(call: Call) -> dict[str, Any]:
    """Answer with a sound."""
    return soundboard.get_sound(call.world, call.actor, call.path["guild_id"], call.path["sound_id"])


@operation(routes.CREATE_GUILD_SOUNDBOARD_SOUND)
async def create_guild_soundboard_sound(call: Call) -> Reply:
    """Add a sound to a guild."""
    return Reply(201, soundboard.create_sound(call.world, call.actor, call.path["guild_id"], call.body))


@operation(routes.UPDATE_GUILD_SOUNDBOARD_SOUND)
async def update_guild_soundboard_sound(call: Call) -> dict[str, Any]:
    """Change a sound."""
    return soundboard.edit_sound(call.world, call.actor, call.path["guild_id"], call.path["sound_id"], call.body)


@operation(routes.DELETE_GUILD_SOUNDBOARD_SOUND)
async def delete_guild_soundboard_sound(call: Call) -> None:
    """Take a sound out of a guild."""
    soundboard.delete_sound(call.world, call.actor, call.path["guild_id"], call.path["sound_id"])


@operation(routes.SEND_SOUNDBOARD_SOUND)
async def send_soundboard_sound(call: Call) -> None:
    """Play a sound."""
    soundboard.play_sound(call.world, call.actor, call.path["channel_id"], call.body)
