"""Slash commands to be created."""

from typing import Any

from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.command import CommandOptionType, CommandType
from scurrypy.enums.interaction import InteractionContextType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.model import DataModel


class CommandOptionChoicePart(DataModel):
    """A choice of an option.

    See [Discord Docs/Option Choice](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure).
    """

    name: str | None = None
    """Text, 1-100 characters."""
    value: str | int | float | None = None
    """What you receive; text of at most 100 characters, or a number."""
    name_localizations: dict[str, Any] | None = None
    """The text in other languages, by locale."""


class CommandOptionPart(DataModel):
    """An option, a subcommand or a group of them.

    See [Discord Docs/Option](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure).
    """

    type: CommandOptionType | None = None
    """Kind."""
    name: str | None = None
    """Name, 1-32 characters."""
    description: str | None = None
    """What it is for, 1-100 characters."""
    required: bool | None = None
    """Whether it must be given; such options come first."""
    choices: list[CommandOptionChoicePart] | None = None
    """Choices, at most 25."""
    autocomplete: bool | None = None
    """Whether you want to be asked for suggestions; not with `choices`."""
    options: list["CommandOptionPart"] | None = None
    """Options of a subcommand, or subcommands of a group; at most 25."""
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
    name_localizations: dict[str, str] | None = None
    """The name in other languages, by locale."""
    description_localizations: dict[str, str] | None = None
    """The description in other languages, by locale."""
    file_types: list[str] | None = None
    """`image`, `video`, `audio` or endings such as `.pdf`, at most 10; attachments only."""


class SlashCommandPart(DataModel):
    """A slash command.

    See [Discord Docs/Create Global Application Command](https://docs.discord.com/developers/interactions/application-commands#create-global-application-command).
    """

    name: str | None = None
    """Name, 1-32 characters, in lower case."""
    description: str | None = None
    """What it does, 1-100 characters."""
    options: list[CommandOptionPart] | None = None
    """Options, subcommands or groups; at most 25."""
    type: CommandType = CommandType.CHAT_INPUT
    """Kind of command."""
    name_localizations: dict[str, str] | None = None
    """The name in other languages, by locale."""
    description_localizations: dict[str, str] | None = None
    """The description in other languages, by locale."""
    default_member_permissions: Permissions | None = None
    """What members need to use it; no bits for administrators only."""
    nsfw: bool | None = None
    """Whether adults only."""
    integration_types: list[ApplicationIntegrationType] | None = None
    """How the application must be installed; global commands only."""
    contexts: list[InteractionContextType] | None = None
    """Where it can be used; global commands only."""
