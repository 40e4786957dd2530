"""Stages: begun, changed, ended."""

from typing import ClassVar

from scurrypy.api.stage_instance import StageInstanceModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event


class StageInstanceCreateEvent(Event, StageInstanceModel):
    """A stage began. Needs the GUILDS intent.

    See [Discord Docs/Stage Instance Create](https://docs.discord.com/developers/events/gateway-events#stage-instance-create).
    """

    dispatch_name: ClassVar[str] = EventType.STAGE_INSTANCE_CREATE


class StageInstanceUpdateEvent(Event, StageInstanceModel):
    """A stage was changed. Needs the GUILDS intent.

    See [Discord Docs/Stage Instance Update](https://docs.discord.com/developers/events/gateway-events#stage-instance-update).
    """

    dispatch_name: ClassVar[str] = EventType.STAGE_INSTANCE_UPDATE


class StageInstanceDeleteEvent(Event, StageInstanceModel):
    """A stage ended. Needs the GUILDS intent.

    See [Discord Docs/Stage Instance Delete](https://docs.discord.com/developers/events/gateway-events#stage-instance-delete).
    """

    dispatch_name: ClassVar[str] = EventType.STAGE_INSTANCE_DELETE
