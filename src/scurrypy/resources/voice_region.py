"""Where voice is carried."""

from scurrypy.api.voice import VoiceRegionModel
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.routes import LIST_VOICE_REGIONS


class VoiceRegion(BaseResource):
    """Voice regions of Discord. `Guild.fetch_voice_regions` has those of one guild, which may be more.

    See [Discord Docs/Voice Region Object](https://docs.discord.com/developers/resources/voice#voice-region-object).
    """

    async def fetch_all(self) -> list[VoiceRegionModel]:
        """Fetch all voice regions that a voice or stage channel can be given."""
        return models(VoiceRegionModel, await self._request(LIST_VOICE_REGIONS))
