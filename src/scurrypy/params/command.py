"""What can be edited about an application command."""

from typing import TypedDict

from scurrypy.api.commands.slash import CommandOptionPart
from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.command import EntryPointHandlerType
from scurrypy.enums.interaction import InteractionContextType
from scurrypy.enums.permissions import Permissions


class EditGuildCommandParams(TypedDict, total=False):
    """Changes to a command of one guild.

    See [Discord Docs/Edit Guild Application Command](https://docs.discord.com/developers/interactions/application-commands#edit-guild-application-command).
    """

    name: str | None
    """Name, 1-32 characters."""
    description: str | None
    """Description, 1-100 characters; empty for user and message commands."""
    options: list[CommandOptionPart] | None
    """All options the command is to have, up to 25, required ones first."""
    nsfw: bool | None
    """Whether the command is age-restricted."""
    name_localizations: dict[str, str] | None
    """Name by locale."""
    description_localizations: dict[str, str] | None
    """Description by locale."""
    default_member_permissions: Permissions | None
    """Permissions a member needs to use the command unless the guild decides otherwise; 0 for administrators only."""


class EditGlobalCommandParams(EditGuildCommandParams, total=False):
    """Changes to a global command.

    See [Discord Docs/Edit Global Application Command](https://docs.discord.com/developers/interactions/application-commands#edit-global-application-command).
    """

    integration_types: list[ApplicationIntegrationType] | None
    """Ways of installing the app that bring the command along."""
    contexts: list[InteractionContextType] | None
    """Places in which the command can be used."""
    handler: EntryPointHandlerType | None
    """Who answers, for the entry point command of an Activity."""
