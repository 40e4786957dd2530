"""Commands in the menus of users and messages, and entry points, to be created."""

from typing import Annotated

from scurrypy.api.commands.names import Description, Descriptions, MenuName, MenuNames
from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.command_use import EntryPointHandlerType, InteractionContextType
from scurrypy.enums.kinds import CommandType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.limits import Count
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId


class UserCommandPart(DataModel):
    """A command in the menu of a user.

    See [Discord Docs/User Commands](https://docs.discord.com/developers/interactions/application-commands#user-commands).
    """

    _needed = ("name",)

    name: MenuName | None = None
    """Name, 1-32 characters."""
    type: CommandType = CommandType.USER
    """Kind of command."""
    name_localizations: MenuNames | None = None
    """The name in other languages, by locale."""
    default_member_permissions: Permissions | None = None
    """What members need to use it; no bits for administrators only."""
    nsfw: bool | None = None
    """Whether adults only."""
    integration_types: Annotated[list[ApplicationIntegrationType], Count(1)] | None = None
    """How the application must be installed; global commands only."""
    contexts: Annotated[list[InteractionContextType], Count(1)] | None = None
    """Where it can be used; global commands only."""
    dm_permission: bool | None = None
    """Whether it works in direct messages; deprecated, see `contexts`."""
    id: SentId | None = None
    """Id of the command it replaces, where it is known; only where all commands are replaced."""


class MessageCommandPart(DataModel):
    """A command in the menu of a message.

    See [Discord Docs/Message Commands](https://docs.discord.com/developers/interactions/application-commands#message-commands).
    """

    _needed = ("name",)

    name: MenuName | None = None
    """Name, 1-32 characters."""
    type: CommandType = CommandType.MESSAGE
    """Kind of command."""
    name_localizations: MenuNames | None = None
    """The name in other languages, by locale."""
    default_member_permissions: Permissions | None = None
    """What members need to use it; no bits for administrators only."""
    nsfw: bool | None = None
    """Whether adults only."""
    integration_types: Annotated[list[ApplicationIntegrationType], Count(1)] | None = None
    """How the application must be installed; global commands only."""
    contexts: Annotated[list[InteractionContextType], Count(1)] | None = None
    """Where it can be used; global commands only."""
    dm_permission: bool | None = None
    """Whether it works in direct messages; deprecated, see `contexts`."""
    id: SentId | None = None
    """Id of the command it replaces, where it is known; only where all commands are replaced."""


class EntryPointCommandPart(DataModel):
    """The command that starts the application's activity.

    See [Discord Docs/Entry Point Commands](https://docs.discord.com/developers/interactions/application-commands#entry-point-commands).
    """

    _needed = ("name",)

    name: MenuName | None = None
    """Name, 1-32 characters."""
    description: Description | None = None
    """What it does, 1-100 characters."""
    handler: EntryPointHandlerType | None = None
    """Who answers."""
    type: CommandType = CommandType.PRIMARY_ENTRY_POINT
    """Kind of command."""
    name_localizations: MenuNames | None = None
    """The name in other languages, by locale."""
    description_localizations: Descriptions | None = None
    """The description in other languages, by locale."""
    default_member_permissions: Permissions | None = None
    """What members need to use it; no bits for administrators only."""
    nsfw: bool | None = None
    """Whether adults only."""
    integration_types: Annotated[list[ApplicationIntegrationType], Count(1)] | None = None
    """How the application must be installed."""
    contexts: Annotated[list[InteractionContextType], Count(1)] | None = None
    """Where it can be used."""
    dm_permission: bool | None = None
    """Whether it works in direct messages; deprecated, see `contexts`."""
    id: SentId | None = None
    """Id of the command it replaces, where it is known; only where all commands are replaced."""
