"""Application commands."""

from scurrypy.api.commands.application_command import (
    ApplicationCommandModel,
    ApplicationCommandOptionChoiceModel,
    ApplicationCommandOptionModel,
)
from scurrypy.api.commands.context import EntryPointCommandPart, MessageCommandPart, UserCommandPart
from scurrypy.api.commands.permissions import (
    ApplicationCommandPermissionsModel,
    CommandPermissionModel,
    CommandPermissionPart,
)
from scurrypy.api.commands.slash import CommandOptionChoicePart, CommandOptionPart, SlashCommandPart
from scurrypy.enums.command import CommandOptionType, CommandType

__all__ = [
    "ApplicationCommandModel",
    "ApplicationCommandOptionChoiceModel",
    "ApplicationCommandOptionModel",
    "ApplicationCommandPermissionsModel",
    "CommandOptionChoicePart",
    "CommandOptionPart",
    "CommandOptionType",
    "CommandPermissionModel",
    "CommandPermissionPart",
    "CommandType",
    "EntryPointCommandPart",
    "MessageCommandPart",
    "SlashCommandPart",
    "UserCommandPart",
]
