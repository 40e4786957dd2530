"""What goes on in a voice channel."""

from scurrypy.resources.base_resource import given
from scurrypy.resources.channel.base import ChannelFacet
from scurrypy.routes import SEND_SOUNDBOARD_SOUND, UPDATE_VOICE_CHANNEL_STATUS
from scurrypy.wire.limits import Length
from scurrypy.wire.snowflake import id_of


class ChannelVoice(ChannelFacet):
    """What goes on in a voice channel."""

    async def edit_voice_status(self, status: str | None, *, reason: str | None = None) -> None:
        """Say what goes on in the voice channel; needs SET_VOICE_CHANNEL_STATUS, and MANAGE_CHANNELS from outside it.

        Fires VOICE_CHANNEL_STATUS_UPDATE.

        Args:
            status: What goes on, at most 500 characters; None for nothing.
            reason: Why, for the guild's audit log.

        Raises:
            InvalidRequest: the status is too long.
        """
        Length(0, 500).check("status", status)
        await self._request(UPDATE_VOICE_CHANNEL_STATUS, channel_id=self.id, body={"status": status}, reason=reason)

    async def send_soundboard_sound(self, sound_id: int, *, source_guild_id: int | None = None) -> None:
        """Play a sound in the voice channel the bot is in, neither muted nor deafened; needs SPEAK and USE_SOUNDBOARD.

        Fires VOICE_CHANNEL_EFFECT_SEND.

        Args:
            sound_id: Id of the sound.
            source_guild_id: Guild the sound is from, if it is another; needs USE_EXTERNAL_SOUNDS.
        """
        source = None if source_guild_id is None else id_of(source_guild_id, "source_guild_id")
        body = given(sound_id=id_of(sound_id, "sound_id"), source_guild_id=source)
        await self._request(SEND_SOUNDBOARD_SOUND, channel_id=self.id, body=body)
