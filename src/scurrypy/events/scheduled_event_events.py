"""Scheduled events of guilds, and who is interested."""

from typing import ClassVar

from scurrypy.api.scheduled_event import ScheduledEventModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildScheduledEventCreateEvent(Event, ScheduledEventModel):
    """A scheduled event was created. Needs the GUILD_SCHEDULED_EVENTS intent.

    See [Discord Docs/Guild Scheduled Event Create](https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-create).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SCHEDULED_EVENT_CREATE


class GuildScheduledEventUpdateEvent(Event, ScheduledEventModel):
    """A scheduled event was changed, began or ended. Needs the GUILD_SCHEDULED_EVENTS intent.

    See [Discord Docs/Guild Scheduled Event Update](https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SCHEDULED_EVENT_UPDATE


class GuildScheduledEventDeleteEvent(Event, ScheduledEventModel):
    """A scheduled event was deleted. Needs the GUILD_SCHEDULED_EVENTS intent.

    See [Discord Docs/Guild Scheduled Event Delete](https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-delete).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SCHEDULED_EVENT_DELETE


class GuildScheduledEventUserAddEvent(Event):
    """Someone is interested in a scheduled event. Needs the GUILD_SCHEDULED_EVENTS intent.

    See [Discord Docs/Guild Scheduled Event User Add](https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-user-add).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SCHEDULED_EVENT_USER_ADD

    guild_scheduled_event_id: Snowflake = REQUIRED
    """Id of the scheduled event."""
    user_id: Snowflake = REQUIRED
    """Id of the user."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    guild_scheduled_event_exception_id: Snowflake | None = None
    """Id of the one occurrence it is about; None for all of them."""


class GuildScheduledEventUserRemoveEvent(Event):
    """Someone is no longer interested in a scheduled event. Needs the GUILD_SCHEDULED_EVENTS intent.

    See [Discord Docs/Guild Scheduled Event User Remove](https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-user-remove).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_SCHEDULED_EVENT_USER_REMOVE

    guild_scheduled_event_id: Snowflake = REQUIRED
    """Id of the scheduled event."""
    user_id: Snowflake = REQUIRED
    """Id of the user."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    guild_scheduled_event_exception_id: Snowflake | None = None
    """Id of the one occurrence it is about; None for all of them."""
