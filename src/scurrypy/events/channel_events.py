"""Channels: made, changed, deleted; their pins, webhooks and voice status."""

from typing import ClassVar

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class ChannelCreateEvent(Event, ChannelModel):
    """A channel was created, or became visible to the bot. Needs the GUILDS intent.

    See [Discord Docs/Channel Create](https://docs.discord.com/developers/events/gateway-events#channel-create).
    """

    dispatch_name: ClassVar[str] = EventType.CHANNEL_CREATE


class ChannelUpdateEvent(Event, ChannelModel):
    """A channel was changed. Needs the GUILDS intent.

    See [Discord Docs/Channel Update](https://docs.discord.com/developers/events/gateway-events#channel-update).
    """

    dispatch_name: ClassVar[str] = EventType.CHANNEL_UPDATE


class ChannelDeleteEvent(Event, ChannelModel):
    """A channel was deleted. Needs the GUILDS intent.

    See [Discord Docs/Channel Delete](https://docs.discord.com/developers/events/gateway-events#channel-delete).
    """

    dispatch_name: ClassVar[str] = EventType.CHANNEL_DELETE


class ChannelPinsUpdateEvent(Event):
    """A message was pinned or unpinned; not sent when a pinned message is deleted.

    Needs the GUILDS intent, or DIRECT_MESSAGES.

    See [Discord Docs/Channel Pins Update](https://docs.discord.com/developers/events/gateway-events#channel-pins-update).
    """

    dispatch_name: ClassVar[str] = EventType.CHANNEL_PINS_UPDATE

    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    last_pin_timestamp: str | None = None
    """ISO 8601 time of the latest pin there is."""


class WebhooksUpdateEvent(Event):
    """A webhook of a channel was created, changed or deleted. Needs the GUILD_WEBHOOKS intent.

    See [Discord Docs/Webhooks Update](https://docs.discord.com/developers/events/gateway-events#webhooks-update).
    """

    dispatch_name: ClassVar[str] = EventType.WEBHOOKS_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""


class ChannelInfoChannelModel(DataModel):
    """What was asked about one channel."""

    id: Snowflake = REQUIRED
    """Id of the channel."""
    status: str | None = None
    """Status text of the voice channel."""
    voice_start_time: int | None = None
    """Unix time in seconds at which the voice session began."""


class ChannelInfoEvent(Event):
    """The answer to a request for channel info. Needs no intent.

    See [Discord Docs/Channel Info](https://docs.discord.com/developers/events/gateway-events#channel-info).
    """

    dispatch_name: ClassVar[str] = EventType.CHANNEL_INFO

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    channels: list[ChannelInfoChannelModel] = REQUIRED
    """The channels that have something to tell."""


class VoiceChannelStatusUpdateEvent(Event):
    """The status text of a voice channel was changed. Needs the GUILDS intent.

    See [Discord Docs/Voice Channel Status Update](https://docs.discord.com/developers/events/gateway-events#voice-channel-status-update).
    """

    dispatch_name: ClassVar[str] = EventType.VOICE_CHANNEL_STATUS_UPDATE

    id: Snowflake = REQUIRED
    """Id of the channel."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    status: str | None = None
    """The new status text."""


class VoiceChannelStartTimeUpdateEvent(Event):
    """A voice session of a channel began or ended. Needs the GUILDS intent.

    See [Discord Docs/Voice Channel Start Time Update](https://docs.discord.com/developers/events/gateway-events#voice-channel-start-time-update).
    """

    dispatch_name: ClassVar[str] = EventType.VOICE_CHANNEL_START_TIME_UPDATE

    id: Snowflake = REQUIRED
    """Id of the channel."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    voice_start_time: int | None = None
    """Unix time in seconds at which the session began; None where it ended."""
