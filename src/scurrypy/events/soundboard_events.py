"""Soundboard sounds."""

from typing import ClassVar

from scurrypy.api.soundboard import SoundboardSoundModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildSoundboardSoundCreateEvent(Event, SoundboardSoundModel):
    """A soundboard sound was created. Needs the GUILD_EXPRESSIONS intent.

    See [Discord Docs/Guild Soundboard Sound Create](https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sound-create).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SOUNDBOARD_SOUND_CREATE


class GuildSoundboardSoundUpdateEvent(Event, SoundboardSoundModel):
    """A soundboard sound was changed. Needs the GUILD_EXPRESSIONS intent.

    See [Discord Docs/Guild Soundboard Sound Update](https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sound-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SOUNDBOARD_SOUND_UPDATE


class GuildSoundboardSoundDeleteEvent(Event):
    """A soundboard sound was deleted. Needs the GUILD_EXPRESSIONS intent.

    See [Discord Docs/Guild Soundboard Sound Delete](https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sound-delete).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SOUNDBOARD_SOUND_DELETE

    sound_id: Snowflake = REQUIRED
    """Id of the sound."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class GuildSoundboardSoundsUpdateEvent(Event):
    """Several soundboard sounds were changed. Needs the GUILD_EXPRESSIONS intent.

    See [Discord Docs/Guild Soundboard Sounds Update](https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sounds-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SOUNDBOARD_SOUNDS_UPDATE

    soundboard_sounds: list[SoundboardSoundModel] = REQUIRED
    """The sounds."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class SoundboardSoundsEvent(Event):
    """The soundboard sounds of a guild that were asked for from the gateway. Needs no intent.

    See [Discord Docs/Soundboard Sounds](https://docs.discord.com/developers/events/gateway-events#soundboard-sounds).
    """

    dispatch_name: ClassVar[str] = EventType.SOUNDBOARD_SOUNDS

    soundboard_sounds: list[SoundboardSoundModel] = REQUIRED
    """The sounds."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
