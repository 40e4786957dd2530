"""Sounds of the soundboard."""

from scurrypy.api.user import UserModel
from scurrypy.wire.model import DataModel
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
    """Who created it."""
