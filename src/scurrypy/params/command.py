"""What can be edited about an application command."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from scurrypy.api.commands.names import Descriptions, MenuName, MenuNames
from scurrypy.api.commands.rules import OPTIONS
from scurrypy.api.commands.slash import CommandOptionPart
from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.command_use import EntryPointHandlerType, InteractionContextType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.limits import Count, Length


class EditGuildCommandParams(TypedDict, total=False):
    """Changes to a command of one guild.

    See [Discord Docs/Edit Guild Application Command](https://docs.discord.com/developers/interactions/application-commands#edit-guild-application-command).
    """

    name: MenuName
    """Name, 1-32 characters."""
    description: Annotated[str, Length(0, 100)] | None
    """Description, 1-100 characters; empty for user and message commands."""
    options: Annotated[Sequence[CommandOptionPart], Count(0, 25), OPTIONS] | None
    """All options the command is to have, up to 25, required ones first."""
    nsfw: bool
    """Whether the command is age-restricted."""
    name_localizations: MenuNames | None
    """Name by locale."""
    description_localizations: Descriptions | None
    """Description by locale."""
    default_member_permissions: Permissions | None
    """Permissions a member needs to use the command unless the guild decides otherwise; 0 for administrators only."""


class EditGlobalCommandParams(EditGuildCommandParams, total=False):
    """Changes to a global command.

    See [Discord Docs/Edit Global Application Command](https://docs.discord.com/developers/interactions/application-commands#edit-global-application-command).
    """

    integration_types: Annotated[Sequence[ApplicationIntegrationType], Count(1)] | None
    """Ways of installing the app that bring the command along."""
    contexts: Annotated[Sequence[InteractionContextType], Count(1)] | None
    """Places in which the command can be used."""
    handler: EntryPointHandlerType | None
    """Who answers, for the entry point command of an Activity."""
    dm_permission: bool | None
    """Whether it works in direct messages; deprecated, see `contexts`."""
