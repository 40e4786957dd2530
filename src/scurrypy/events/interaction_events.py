"""Interactions, and who may use an application's commands."""

from typing import Any, ClassVar, cast

import msgspec

from scurrypy.api.commands.permissions import ApplicationCommandPermissionsModel
from scurrypy.api.interactions.interaction import InteractionModel, data_class
from scurrypy.bases.interaction import InteractionData
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event

_data_kept = cast("Any", InteractionModel.data).__get__
"""What an interaction keeps as its data, be it read or not."""


class InteractionEvent(Event, InteractionModel):
    """Someone used a command, a component or a form of the app. Needs no intent.

    See [Discord Docs/Interaction Create](https://docs.discord.com/developers/events/gateway-events#interaction-create).
    """

    dispatch_name: ClassVar[str] = EventType.INTERACTION_CREATE

    def __post_init__(self) -> None:
        """Read data that was given as a mapping; what came as JSON waits until it is asked for."""
        if type(_data_kept(self)) is dict:
            super().__post_init__()

    def _read_data(self, data: msgspec.Raw) -> InteractionData:
        return data_class(self.type).from_json(data)


class ApplicationCommandPermissionsUpdateEvent(Event, ApplicationCommandPermissionsModel):
    """A guild changed who may use a command of the app. Needs no intent.

    See [Discord Docs/Application Command Permissions Update](https://docs.discord.com/developers/events/gateway-events#application-command-permissions-update).
    """

    dispatch_name: ClassVar[str] = EventType.APPLICATION_COMMAND_PERMISSIONS_UPDATE
