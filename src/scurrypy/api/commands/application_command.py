"""Commands as Discord knows them."""

from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.command import CommandOptionType
from scurrypy.enums.command_use import EntryPointHandlerType, InteractionContextType
from scurrypy.enums.kinds import CommandType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Text


class ApplicationCommandOptionChoiceModel(DataModel):
    """A choice of an option.

    See [Discord Docs/Option Choice](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure).
    """

    name: str = REQUIRED
    """Text, 1-100 characters."""
    value: Text = REQUIRED
    """What you receive, as text also for numbers."""
    name_localizations: dict[str, str] | None = None
    """The text in other languages, by locale."""
    name_localized: str | None = None
    """The text in the language asked for."""


class ApplicationCommandOptionModel(DataModel):
    """An option of a command.

    See [Discord Docs/Option](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure).
    """

    type: CommandOptionType = REQUIRED
    """Kind."""
    name: str = REQUIRED
    """Name, 1-32 characters."""
    description: str = REQUIRED
    """What it is for, 1-100 characters."""
    required: bool | None = None
    """Whether it must be given."""
    choices: list[ApplicationCommandOptionChoiceModel] | None = None
    """Choices, at most 25."""
    channel_types: list[ChannelType] | None = None
    """Kinds of channels to show."""
    min_value: int | float | None = None
    """Least number."""
    max_value: int | float | None = None
    """Greatest number."""
    min_length: int | None = None
    """Fewest characters, 0-6000."""
    max_length: int | None = None
    """Most characters, 1-6000."""
    autocomplete: bool | None = None
    """Whether suggestions are asked for."""
    options: list["ApplicationCommandOptionModel"] | None = None
    """Options of a subcommand, or subcommands of a group; at most 25."""
    name_localizations: dict[str, str] | None = None
    """The name in other languages, by locale."""
    description_localizations: dict[str, str] | None = None
    """The description in other languages, by locale."""
    name_localized: str | None = None
    """The name in the language asked for."""
    description_localized: str | None = None
    """The description in the language asked for."""
    file_types: list[str] | None = None
    """Kinds of files that may be given."""

    @property
    def descripton(self) -> str:
        """ScurryPy 2's spelling of `description`."""
        return self.description

    @descripton.setter
    def descripton(self, text: str) -> None:
        self.description = text


class ApplicationCommandModel(DataModel):
    """A command.

    See [Discord Docs/Application Command Object](https://docs.discord.com/developers/interactions/application-commands#application-command-object).
    """

    id: Snowflake = REQUIRED
    """Id of the command."""
    type: CommandType = REQUIRED
    """Kind."""
    application_id: Snowflake = REQUIRED
    """The application."""
    guild_id: Snowflake | None = None
    """The guild, for commands of one guild."""
    name: str = REQUIRED
    """Name, 1-32 characters."""
    description: str = REQUIRED
    """What it does, 1-100 characters; empty but for slash commands."""
    options: list[ApplicationCommandOptionModel] | None = None
    """Options, subcommands or groups; at most 25."""
    default_member_permissions: Permissions | None = None
    """What members need to use it; None for nothing, no bits for administrators only."""
    nsfw: bool | None = None
    """Whether adults only."""
    name_localizations: dict[str, str] | None = None
    """The name in other languages, by locale."""
    description_localizations: dict[str, str] | None = None
    """The description in other languages, by locale."""
    dm_permission: bool | None = None
    """Whether it works in direct messages; deprecated, see `contexts`."""
    default_permission: bool | None = None
    """Whether everybody may use it; deprecated."""
    integration_types: list[ApplicationIntegrationType] | None = None
    """How the application must be installed."""
    contexts: list[InteractionContextType] | None = None
    """Where it can be used."""
    version: Snowflake = REQUIRED
    """Changes with every substantial change of the command."""
    handler: EntryPointHandlerType | None = None
    """Who answers; entry point commands only."""
    name_localized: str | None = None
    """The name in the language asked for."""
    description_localized: str | None = None
    """The description in the language asked for."""
