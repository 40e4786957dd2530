"""Soundboard sounds on the wire.

See [Discord Docs/Soundboard Resource](https://docs.discord.com/developers/resources/soundboard).
"""

from typing import Any

from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records.sounds import Sound
from scurrypy.sandbox.state import State


def sound_payload(state: State, sound: Sound, *, with_user: bool = False) -> dict[str, Any]:
    """Return a sound, with its maker for those who may know."""
    payload: dict[str, Any] = {
        "name": sound.name,
        "sound_id": str(sound.id),
        "volume": sound.volume,
        "emoji_id": None if sound.emoji_id is None else str(sound.emoji_id),
        "emoji_name": sound.emoji_name,
        "available": True,
    }
    if sound.guild_id is not None:
        payload["guild_id"] = str(sound.guild_id)
    if with_user and sound.creator_id is not None:
        payload["user"] = user_payload(state.users[sound.creator_id])
    return payload
