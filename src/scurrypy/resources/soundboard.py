"""Sounds to play in voice channels: a guild's own, and those of everybody."""

from dataclasses import dataclass
from typing import Unpack

from scurrypy.api.soundboard import SoundboardSoundModel, SoundboardSoundPart
from scurrypy.params.soundboard import EditSoundboardSoundParams
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.changes import changes
from scurrypy.routes import (
    CREATE_GUILD_SOUNDBOARD_SOUND,
    DELETE_GUILD_SOUNDBOARD_SOUND,
    GET_GUILD_SOUNDBOARD_SOUND,
    GET_SOUNDBOARD_DEFAULT_SOUNDS,
    LIST_GUILD_SOUNDBOARD_SOUNDS,
    UPDATE_GUILD_SOUNDBOARD_SOUND,
)
from scurrypy.wire.snowflake import Snowflake


@dataclass
class Soundboard(BaseResource):
    """Sounds of a guild; the default ones can be fetched without its id. `Channel.send_soundboard_sound` plays them.

    Creating needs CREATE_GUILD_EXPRESSIONS; those of others need MANAGE_GUILD_EXPRESSIONS.

    See [Discord Docs/Soundboard](https://docs.discord.com/developers/resources/soundboard).
    """

    guild_id: Snowflake | None = None
    """Id of the guild; all but `fetch_default_sounds` refuses to go without it."""

    async def fetch_default_sounds(self) -> list[SoundboardSoundModel]:
        """Fetch the sounds that every user may play, in whichever guild."""
        return models(SoundboardSoundModel, await self._request(GET_SOUNDBOARD_DEFAULT_SOUNDS))

    async def fetch_all(self) -> list[SoundboardSoundModel]:
        """Fetch all sounds of the guild."""
        answer = await self._request(LIST_GUILD_SOUNDBOARD_SOUNDS, guild_id=self.guild_id)
        return models(SoundboardSoundModel, answer["items"])

    async def fetch(self, sound_id: int) -> SoundboardSoundModel:
        """Fetch a sound.

        Raises:
            NotFound: there is none such in the guild (10097).
        """
        return await self._request(
            GET_GUILD_SOUNDBOARD_SOUND, guild_id=self.guild_id, sound_id=sound_id, into=SoundboardSoundModel
        )

    async def create(self, soundboard_sound: SoundboardSoundPart, *, reason: str | None = None) -> SoundboardSoundModel:
        """Create a sound. Fires GUILD_SOUNDBOARD_SOUND_CREATE.

        Raises:
            InvalidFile: the file cannot be read, is neither MP3 nor Ogg, or has more than 512 KiB.
            BadRequest: the guild has as many sounds as it can have (30045).
        """
        return await self._request(
            CREATE_GUILD_SOUNDBOARD_SOUND,
            guild_id=self.guild_id,
            body=soundboard_sound,
            reason=reason,
            into=SoundboardSoundModel,
        )

    async def edit(
        self, sound_id: int, *, reason: str | None = None, **options: Unpack[EditSoundboardSoundParams]
    ) -> SoundboardSoundModel:
        """Edit a sound; what is not given stays. Fires GUILD_SOUNDBOARD_SOUND_UPDATE.

        Raises:
            NotFound: there is none such in the guild (10097).
        """
        return await self._request(
            UPDATE_GUILD_SOUNDBOARD_SOUND,
            guild_id=self.guild_id,
            sound_id=sound_id,
            body=changes(EditSoundboardSoundParams, options),
            reason=reason,
            into=SoundboardSoundModel,
        )

    async def delete(self, sound_id: int, *, reason: str | None = None) -> None:
        """Delete a sound. Fires GUILD_SOUNDBOARD_SOUND_DELETE.

        Raises:
            NotFound: there is none such in the guild (10097).
        """
        await self._request(DELETE_GUILD_SOUNDBOARD_SOUND, guild_id=self.guild_id, sound_id=sound_id, reason=reason)
