"""Who may use a command."""

from scurrypy.enums.command_use import CommandPermissionType
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class CommandPermissionModel(DataModel):
    """Whether one role, user or channel may use a command.

    See [Discord Docs/Application Command Permissions Structure](https://docs.discord.com/developers/interactions/application-commands#application-command-permissions-object-application-command-permissions-structure).
    """

    id: Snowflake = REQUIRED
    """The role, user or channel; the guild's id for everyone, the guild's id less 1 for all channels."""
    type: CommandPermissionType = REQUIRED
    """Which of them."""
    permission: bool = REQUIRED
    """Whether it is allowed."""


class ApplicationCommandPermissionsModel(DataModel):
    """Who may use a command in a guild.

    See [Discord Docs/Guild Application Command Permissions Structure](https://docs.discord.com/developers/interactions/application-commands#application-command-permissions-object-guild-application-command-permissions-structure).
    """

    id: Snowflake = REQUIRED
    """The command, or the application for what all its commands share."""
    application_id: Snowflake = REQUIRED
    """The application."""
    guild_id: Snowflake = REQUIRED
    """The guild."""
    permissions: list[CommandPermissionModel] = REQUIRED
    """Who may and who may not, at most 100."""


class CommandPermissionPart(DataModel):
    """Whether one role, user or channel is to be allowed to use a command.

    See [Discord Docs/Application Command Permissions Structure](https://docs.discord.com/developers/interactions/application-commands#application-command-permissions-object-application-command-permissions-structure).
    """

    id: SentId | None = None
    """The role, user or channel; the guild's id for everyone, the guild's id less 1 for all channels."""
    type: CommandPermissionType | None = None
    """Which of them."""
    permission: bool | None = None
    """Whether it is allowed."""
