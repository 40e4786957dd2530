"""Voice: who is where, effects, and the voice server."""

from typing import ClassVar

from scurrypy.api.emoji import EmojiModel
from scurrypy.api.voice import VoiceStateModel
from scurrypy.enums.events import EventType
from scurrypy.enums.voice import AnimationType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class VoiceStateUpdateEvent(Event, VoiceStateModel):
    """Someone joined, left or moved between voice channels, or was muted or deafened.

    Needs the GUILD_VOICE_STATES intent.

    See [Discord Docs/Voice State Update](https://docs.discord.com/developers/events/gateway-events#voice-state-update).
    """

    dispatch_name: ClassVar[str] = EventType.VOICE_STATE_UPDATE


class VoiceServerUpdateEvent(Event):
    """Which voice server to connect to: sent to a bot that joins voice, and when its server goes away.

    Needs no intent.

    See [Discord Docs/Voice Server Update](https://docs.discord.com/developers/events/gateway-events#voice-server-update).
    """

    dispatch_name: ClassVar[str] = EventType.VOICE_SERVER_UPDATE
    _secrets = ("token",)

    token: str = REQUIRED
    """Allows to connect to the voice server; to be kept secret."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    endpoint: str | None = None
    """Host of the voice server; None while none is available."""


class VoiceChannelEffectSendEvent(Event):
    """Someone sent an emoji or a sound into the voice channel the bot is in. Needs the GUILD_VOICE_STATES intent.

    See [Discord Docs/Voice Channel Effect Send](https://docs.discord.com/developers/events/gateway-events#voice-channel-effect-send).
    """

    dispatch_name: ClassVar[str] = EventType.VOICE_CHANNEL_EFFECT_SEND

    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    user_id: Snowflake = REQUIRED
    """Id of the user."""
    emoji: EmojiModel | None = None
    """The emoji."""
    animation_type: AnimationType | None = None
    """Kind of the emoji's animation."""
    animation_id: int | None = None
    """Id of the emoji's animation."""
    sound_id: Snowflake | None = None
    """Id of the soundboard sound."""
    sound_volume: float | None = None
    """Volume of the sound, from 0 to 1."""
