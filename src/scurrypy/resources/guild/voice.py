"""Who is in which voice channel of a guild, and the voice regions it can use."""

from typing import Unpack

from scurrypy.api.voice import VoiceRegionModel, VoiceStateModel
from scurrypy.params.voice import EditCurrentVoiceStateParams, EditVoiceStateParams
from scurrypy.resources.base_resource import models
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import (
    GET_SELF_VOICE_STATE,
    GET_VOICE_STATE,
    LIST_GUILD_VOICE_REGIONS,
    UPDATE_SELF_VOICE_STATE,
    UPDATE_VOICE_STATE,
)


class GuildVoice(GuildFacet):
    """Who is in which voice channel of a guild, and the voice regions it can use."""

    async def fetch_voice_state(self, user_id: int) -> VoiceStateModel:
        """Fetch in which voice channel a user is, and how; needs CONNECT there.

        Raises:
            NotFound: the user is in none (10065).
        """
        return await self._request(GET_VOICE_STATE, guild_id=self.id, user_id=user_id, into=VoiceStateModel)

    async def fetch_current_voice_state(self) -> VoiceStateModel:
        """Fetch in which voice channel the bot is, and how.

        Raises:
            NotFound: it is in none (10065).
        """
        return await self._request(GET_SELF_VOICE_STATE, guild_id=self.id, into=VoiceStateModel)

    async def edit_voice_state(self, user_id: int, **options: Unpack[EditVoiceStateParams]) -> None:
        """Let a user speak on the stage they are in, or send them to the audience; needs MUTE_MEMBERS.

        Fires VOICE_STATE_UPDATE.

        Raises:
            NotFound: the user is in no voice channel (10065).
        """
        await self._request(
            UPDATE_VOICE_STATE, guild_id=self.id, user_id=user_id, body=changes(EditVoiceStateParams, options)
        )

    async def edit_current_voice_state(self, **options: Unpack[EditCurrentVoiceStateParams]) -> None:
        """Let the bot speak on the stage it is in, ask to, or join the audience.

        Speaking needs MUTE_MEMBERS, asking needs REQUEST_TO_SPEAK. Fires VOICE_STATE_UPDATE.

        Raises:
            NotFound: the bot is in no voice channel (10065).
        """
        await self._request(
            UPDATE_SELF_VOICE_STATE, guild_id=self.id, body=changes(EditCurrentVoiceStateParams, options)
        )

    async def fetch_voice_regions(self) -> list[VoiceRegionModel]:
        """Fetch the voice regions that the guild can use, which may be more than others can."""
        return models(VoiceRegionModel, await self._request(LIST_GUILD_VOICE_REGIONS, guild_id=self.id))
