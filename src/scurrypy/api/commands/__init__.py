"""Application commands."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
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
    from scurrypy.enums.command import CommandOptionType
    from scurrypy.enums.kinds import CommandType
else:
    __getattr__ = lazily(
        __name__,
        {
            ".application_command": [
                "ApplicationCommandModel",
                "ApplicationCommandOptionChoiceModel",
                "ApplicationCommandOptionModel",
            ],
            ".context": ["EntryPointCommandPart", "MessageCommandPart", "UserCommandPart"],
            ".permissions": ["ApplicationCommandPermissionsModel", "CommandPermissionModel", "CommandPermissionPart"],
            ".slash": ["CommandOptionChoicePart", "CommandOptionPart", "SlashCommandPart"],
            "scurrypy.enums.command": ["CommandOptionType"],
            "scurrypy.enums.kinds": ["CommandType"],
        },
    )

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
