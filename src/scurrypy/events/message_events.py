"""Messages: written, edited, deleted."""

from typing import ClassVar

from scurrypy.api.messages.message import MessageModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class MessageCreateEvent(Event, MessageModel):
    """A message was written. Needs the GUILD_MESSAGES intent, or DIRECT_MESSAGES.

    Ephemeral messages of the bot itself come with DIRECT_MESSAGES, without `guild_id` and `member`.

    Without the MESSAGE_CONTENT intent, content, embeds, attachments, components and polls are empty unless the message
    is the bot's own, mentions it, or is a direct message to it.

    See [Discord Docs/Message Create](https://docs.discord.com/developers/events/gateway-events#message-create).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_CREATE


class MessageUpdateEvent(Event, MessageModel):
    """A message was edited, or Discord added embeds to it. Needs the GUILD_MESSAGES intent, or DIRECT_MESSAGES.

    Without the MESSAGE_CONTENT intent, content, embeds, attachments, components and polls are empty unless the message
    is the bot's own, mentions it, or is a direct message to it. `tts` is always false here.

    See [Discord Docs/Message Update](https://docs.discord.com/developers/events/gateway-events#message-update).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_UPDATE


class MessageDeleteEvent(Event):
    """A message was deleted. Needs the GUILD_MESSAGES intent, or DIRECT_MESSAGES.

    See [Discord Docs/Message Delete](https://docs.discord.com/developers/events/gateway-events#message-delete).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_DELETE

    id: Snowflake = REQUIRED
    """Id of the message."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    guild_id: Snowflake | None = None
    """Id of the guild."""


class BulkMessageDeleteEvent(Event):
    """Many messages were deleted at once. Needs the GUILD_MESSAGES intent.

    See [Discord Docs/Message Delete Bulk](https://docs.discord.com/developers/events/gateway-events#message-delete-bulk).
    """

    dispatch_name: ClassVar[str] = EventType.BULK_MESSAGE_DELETE

    ids: list[Snowflake] = REQUIRED
    """Ids of the messages."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
