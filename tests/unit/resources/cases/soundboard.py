"""Calls of the methods that are about sounds of the soundboard."""

from scurrypy.api.sound_data import SoundDataPart
from scurrypy.api.soundboard import SoundboardSoundPart
from scurrypy.resources import (
    Soundboard,
)
from tests.unit.resources.cases.case import ITEMS, ONE, Case, Resources, case

RESOURCES: Resources = {
    "soundboard": lambda http: Soundboard(http, ONE),
}

CASES: list[Case] = [
    case(
        "soundboard.fetch_default_sounds",
        to="GET_SOUNDBOARD_DEFAULT_SOUNDS",
        path="/soundboard-default-sounds",
        answer=[],
    ),
    case(
        "soundboard.fetch_all",
        to="LIST_GUILD_SOUNDBOARD_SOUNDS",
        path="/guilds/1/soundboard-sounds",
        answer=ITEMS,
    ),
    case("soundboard.fetch", 2, to="GET_GUILD_SOUNDBOARD_SOUND", path="/guilds/1/soundboard-sounds/2"),
    case(
        "soundboard.create",
        SoundboardSoundPart("quack", SoundDataPart(data=b"OggS"), 0.5, emoji_name="🦆"),
        to="CREATE_GUILD_SOUNDBOARD_SOUND",
        path="/guilds/1/soundboard-sounds",
        data={"name": "quack", "sound": "data:audio/ogg;base64,T2dnUw==", "volume": 0.5, "emoji_name": "🦆"},
    ),
    case(
        "soundboard.edit",
        2,
        kwargs={"volume": 0.25, "emoji_id": None},
        to="UPDATE_GUILD_SOUNDBOARD_SOUND",
        path="/guilds/1/soundboard-sounds/2",
        data={"volume": 0.25, "emoji_id": None},
    ),
    case("soundboard.delete", 2, to="DELETE_GUILD_SOUNDBOARD_SOUND", path="/guilds/1/soundboard-sounds/2"),
    case(
        "channel.send_soundboard_sound",
        2,
        kwargs={"source_guild_id": 3},
        to="SEND_SOUNDBOARD_SOUND",
        path="/channels/1/send-soundboard-sound",
        data={"sound_id": 2, "source_guild_id": 3},
    ),
    case(
        "channel.send_soundboard_sound",
        2,
        to="SEND_SOUNDBOARD_SOUND",
        path="/channels/1/send-soundboard-sound",
        data={"sound_id": 2},
    ),
]

AUDITED = {
    "CREATE_GUILD_SOUNDBOARD_SOUND",
    "DELETE_GUILD_SOUNDBOARD_SOUND",
    "UPDATE_GUILD_SOUNDBOARD_SOUND",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
