"""Interactions, and who may use an application's commands."""

from typing import ClassVar

from scurrypy.api.commands.permissions import ApplicationCommandPermissionsModel
from scurrypy.api.interactions.interaction import InteractionModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event


class InteractionEvent(Event, InteractionModel):
    """Someone used a command, a component or a form of the app. Needs no intent.

    See [Discord Docs/Interaction Create](https://docs.discord.com/developers/events/gateway-events#interaction-create).
    """

    dispatch_name: ClassVar[str] = EventType.INTERACTION_CREATE


class ApplicationCommandPermissionsUpdateEvent(Event, ApplicationCommandPermissionsModel):
    """A guild changed who may use a command of the app. Needs no intent.

    See [Discord Docs/Application Command Permissions Update](https://docs.discord.com/developers/events/gateway-events#application-command-permissions-update).
    """

    dispatch_name: ClassVar[str] = EventType.APPLICATION_COMMAND_PERMISSIONS_UPDATE
