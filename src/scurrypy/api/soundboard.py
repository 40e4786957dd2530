"""Sounds of the soundboard."""

from typing import Annotated

from scurrypy.api.sound_data import SoundDataPart
from scurrypy.api.user import UserModel
from scurrypy.wire.limits import Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class SoundboardSoundModel(DataModel):
    """A sound.

    See [Discord Docs/Soundboard Sound Object](https://docs.discord.com/developers/resources/soundboard#soundboard-sound-object).
    """

    name: str = REQUIRED
    """Name."""
    sound_id: Snowflake = REQUIRED
    """Id of the sound."""
    volume: float = REQUIRED
    """Volume, 0-1."""
    emoji_id: Snowflake | None = None
    """Id of its custom emoji."""
    emoji_name: str | None = None
    """Unicode characters of its emoji."""
    guild_id: Snowflake | None = None
    """Guild it belongs to; absent for the default ones."""
    available: bool = REQUIRED
    """Whether it can be used; not after a loss of boosts."""
    user: UserModel | None = None
    """Who created it; None unless the bot may create or manage expressions."""


class SoundboardSoundPart(DataModel):
    """A sound to be created.

    See [Discord Docs/Create Guild Soundboard Sound](https://docs.discord.com/developers/resources/soundboard#create-guild-soundboard-sound).
    """

    _needed = ("name", "sound")

    name: Annotated[str, Length(2, 32)] | None = None
    """Name, 2-32 characters."""
    sound: SoundDataPart | None = None
    """The sound: MP3 or Ogg, at most 512 KiB and 5.2 seconds."""
    volume: Annotated[float, Range(0, 1)] | None = None
    """Volume, 0-1; 1 unless given."""
    emoji_id: SentId | None = None
    """Id of a custom emoji to show with it."""
    emoji_name: Annotated[str, Length(1, 32)] | None = None
    """Unicode characters of an emoji to show with it."""
