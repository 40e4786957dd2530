"""Soundboards of guilds, and what is played from them.

See [Discord Docs/Soundboard Resource](https://docs.discord.com/developers/resources/soundboard).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.guilds import emoji_payload
from scurrypy.sandbox.payloads.sounds import sound_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.sounds import DEFAULT_SOUNDS, Sound
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.emoji import is_unicode_emoji
from scurrypy.sandbox.rules.fields import Field, number, read_fields, text
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import data_uri, identity
from scurrypy.sandbox.rules.sounds import sound_file
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, guild_channel, joined_guild, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.emojis import require_expression

MOST_SOUNDS = 8
"""Sounds of a guild that is not boosted."""
MOST_BYTES = 512 * 1024
"""Bytes of one sound."""
MOST_SECONDS = 5.2
"""Seconds of one sound."""

_EDITED: Mapping[str, Field] = {
    "name": text(least=2, most=32),
    "volume": number(least=0, most=1),
    "emoji_id": identity(nullable=True),
    "emoji_name": text(least=1, most=32, nullable=True),
}
_NEW: Mapping[str, Field] = {
    **_EDITED,
    "name": text(required=True, least=2, most=32),
    "sound": data_uri("audio/", required=True),
}
_PLAYED: Mapping[str, Field] = {"sound_id": identity(required=True), "source_guild_id": identity(nullable=True)}
_EXPRESSIONS = permissions.MANAGE_GUILD_EXPRESSIONS | permissions.CREATE_GUILD_EXPRESSIONS


def list_default_sounds(state: State) -> list[dict[str, Any]]:
    """Return the sounds that everyone has."""
    return [sound_payload(state, sound) for sound in DEFAULT_SOUNDS.values()]


def list_sounds(state: State, actor: Actor, guild_id: int) -> dict[str, Any]:
    """Return a guild's sounds, with their makers for those who may manage them."""
    guild, member = joined_guild(state, actor, guild_id)
    with_user = bool(granted(state, guild, member) & _EXPRESSIONS)
    return {"items": [sound_payload(state, sound, with_user=with_user) for sound in guild.sounds.values()]}


def get_sound(state: State, actor: Actor, guild_id: int, sound_id: int) -> dict[str, Any]:
    """Return one of a guild's sounds."""
    guild, member = joined_guild(state, actor, guild_id)
    with_user = bool(granted(state, guild, member) & _EXPRESSIONS)
    return sound_payload(state, _find(guild, sound_id), with_user=with_user)


def create_sound(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Add a sound to a guild."""
    guild, member = joined_guild(state, actor, guild_id)
    if not granted(state, guild, member) & permissions.CREATE_GUILD_EXPRESSIONS:
        raise Code.MISSING_PERMISSIONS.error()
    read = _read(guild, body, _NEW)
    data: bytes = read.pop("sound")
    content_type = _check_sound(data)
    if len(guild.sounds) >= MOST_SOUNDS:
        raise Code.MAX_SOUNDS.error()
    sound = Sound(state.ids.next(), guild_id=guild.id, creator_id=actor.user_id, **read)
    guild.sounds[sound.id] = sound
    state.files.put(f"soundboard-sounds/{sound.id}", data, content_type)
    _publish(state, sound, "GUILD_SOUNDBOARD_SOUND_CREATE")
    changes = changes_between({}, sound_payload(state, sound))
    record(state, guild, actor, Action.SOUNDBOARD_SOUND_CREATE, sound.id, changes=changes)
    return sound_payload(state, sound, with_user=True)


def edit_sound(state: State, actor: Actor, guild_id: int, sound_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a sound."""
    guild, member = joined_guild(state, actor, guild_id)
    sound = _find(guild, sound_id)
    require_expression(state, guild, member, sound.creator_id or 0)
    read = _read(guild, body, _EDITED)
    if read.keys() & {"emoji_id", "emoji_name"}:
        # One emoji takes the place of the other.
        read = {"emoji_id": None, "emoji_name": None} | read
    before = sound_payload(state, sound)
    for name, value in read.items():
        setattr(sound, name, value)
    _publish(state, sound, "GUILD_SOUNDBOARD_SOUND_UPDATE")
    changes = changes_between(before, sound_payload(state, sound))
    record(state, guild, actor, Action.SOUNDBOARD_SOUND_UPDATE, sound.id, changes=changes)
    return sound_payload(state, sound, with_user=True)


def delete_sound(state: State, actor: Actor, guild_id: int, sound_id: int) -> None:
    """Take a sound out of a guild."""
    guild, member = joined_guild(state, actor, guild_id)
    sound = _find(guild, sound_id)
    require_expression(state, guild, member, sound.creator_id or 0)
    del guild.sounds[sound.id]
    state.files.discard(f"soundboard-sounds/{sound.id}")
    data = {"sound_id": str(sound.id), "guild_id": str(guild.id)}
    state.publish(Dispatch("GUILD_SOUNDBOARD_SOUND_DELETE", data, guild.id, Intent.GUILD_EXPRESSIONS))
    changes = changes_between(sound_payload(state, sound), {})
    record(state, guild, actor, Action.SOUNDBOARD_SOUND_DELETE, sound.id, changes=changes)


def play_sound(state: State, actor: Actor, channel_id: int, body: Mapping[str, Any]) -> None:
    """Play a sound in the voice channel one is in; the bots in it hear of it."""
    guild, channel = guild_channel(state, actor, channel_id)
    problems = Problems()
    read = read_fields(body, _PLAYED, problems)
    problems.raise_if_any()
    source_id = read.get("source_guild_id")
    foreign = source_id not in (None, guild.id)
    external = permissions.USE_EXTERNAL_SOUNDS if foreign else 0
    require(state, actor, channel, permissions.SPEAK | permissions.USE_SOUNDBOARD | external)
    voice_state = guild.voice_states.get(actor.user_id)
    if voice_state is None or voice_state["channel_id"] != str(channel.id):
        raise Code.NOT_IN_VOICE.error()
    if any(voice_state[name] for name in ("deaf", "self_deaf", "mute", "suppress")):
        raise Code.SILENCED.error()
    sound = DEFAULT_SOUNDS.get(read["sound_id"])
    if sound is None:
        source = joined_guild(state, actor, source_id)[0] if foreign and source_id else guild
        sound = _find(source, read["sound_id"])
    data: dict[str, Any] = {
        "channel_id": str(channel.id),
        "guild_id": str(guild.id),
        "user_id": str(actor.user_id),
        # Those that everyone has are numbered.
        "sound_id": sound.id if sound.guild_id is None else str(sound.id),
        "sound_volume": sound.volume,
        "emoji": _emoji(state, sound),
    }
    for application in state.applications.values():
        hears = guild.voice_states.get(application.bot_id, {}).get("channel_id") == str(channel.id)
        if hears:
            intent = Intent.GUILD_VOICE_STATES
            state.publish(Dispatch("VOICE_CHANNEL_EFFECT_SEND", data, guild.id, intent, application.id))


def _emoji(state: State, sound: Sound) -> dict[str, Any] | None:
    if sound.emoji_name is not None:
        return {"id": None, "name": sound.emoji_name, "animated": False}
    emoji = state.guilds[sound.guild_id].emojis.get(sound.emoji_id or 0) if sound.guild_id else None
    return None if emoji is None else emoji_payload(state, emoji)


def _read(guild: Guild, body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, fields, problems)
    if len(read.get("sound", b"")) > MOST_BYTES:
        problems.add("sound", "BINARY_TYPE_MAX_SIZE", f"File cannot be larger than {MOST_BYTES / 1024} kb.")
    problems.raise_if_any()
    emoji_id, emoji_name = read.get("emoji_id"), read.get("emoji_name")
    unknown = emoji_id is not None and emoji_id not in guild.emojis
    if unknown or (emoji_name is not None and (emoji_id is not None or not is_unicode_emoji(emoji_name))):
        raise Code.INVALID_EMOJI.error()
    return read


def _check_sound(data: bytes) -> str:
    sound = sound_file(data)
    if sound is None:
        raise Code.INVALID_FILE_TYPE.error()
    if sound.seconds is None:
        raise Code.NO_DURATION.error()
    if sound.seconds > MOST_SECONDS:
        raise Code.SOUND_TOO_LONG.error()
    return sound.content_type


def _find(guild: Guild, sound_id: int) -> Sound:
    if sound_id not in guild.sounds:
        raise Code.UNKNOWN_SOUND.error()
    return guild.sounds[sound_id]


def _publish(state: State, sound: Sound, name: str) -> None:
    data = sound_payload(state, sound, with_user=True)
    state.publish(Dispatch(name, data, sound.guild_id, Intent.GUILD_EXPRESSIONS))
