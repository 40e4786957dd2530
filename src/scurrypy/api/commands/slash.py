"""Slash commands to be created."""

from collections.abc import Iterable
from typing import Annotated

from scurrypy.api.commands.names import ChoiceName, ChoiceNames, Description, Descriptions, SlashName, SlashNames
from scurrypy.api.commands.rules import MOST_CHARACTERS, OPTIONS, of_option, size_of
from scurrypy.api.file_types import FileTypes
from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.command import CommandOptionType
from scurrypy.enums.command_use import InteractionContextType
from scurrypy.enums.kinds import CommandType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Count, Length, Range, out_of_order
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId

_EXACT = Range(1 - 2**53, 2**53 - 1)
"""Numbers that JSON carries without loss, wherever it is read."""


class CommandOptionChoicePart(DataModel):
    """A choice of an option.

    See [Discord Docs/Option Choice](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure).
    """

    _needed = ("name", "value")

    name: ChoiceName | None = None
    """Text, 1-100 characters."""
    value: Annotated[str | int | float, Length(0, 100), _EXACT] | None = None
    """What you receive; text of at most 100 characters, or a number between -2^53 and 2^53."""
    name_localizations: ChoiceNames | None = None
    """The text in other languages, by locale."""


class CommandOptionPart(DataModel):
    """An option, a subcommand or a group of them.

    See [Discord Docs/Option](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure).
    """

    _needed = ("type", "name", "description")

    type: CommandOptionType | None = None
    """Kind."""
    name: SlashName | None = None
    """Name, 1-32 letters without capitals, digits, -, _ and '."""
    description: Description | None = None
    """What it is for, 1-100 characters."""
    required: bool | None = None
    """Whether it must be given; such options come first."""
    choices: Annotated[list[CommandOptionChoicePart], Count(0, 25)] | None = None
    """Choices, at most 25."""
    autocomplete: bool | None = None
    """Whether you want to be asked for suggestions; not with `choices`."""
    options: Annotated[list["CommandOptionPart"], Count(0, 25), OPTIONS] | None = None
    """Options of a subcommand, or subcommands of a group; at most 25."""
    channel_types: list[ChannelType] | None = None
    """Kinds of channels to show."""
    min_value: Annotated[int | float, _EXACT] | None = None
    """Least number."""
    max_value: Annotated[int | float, _EXACT] | None = None
    """Greatest number."""
    min_length: Annotated[int, Range(0, 6000)] | None = None
    """Fewest characters, 0-6000."""
    max_length: Annotated[int, Range(1, 6000)] | None = None
    """Most characters, 1-6000."""
    name_localizations: SlashNames | None = None
    """The name in other languages, by locale."""
    description_localizations: Descriptions | None = None
    """The description in other languages, by locale."""
    file_types: FileTypes | None = None
    """Members of `FileTypeGroup`, or endings such as `.pdf`, at most 10; attachments only."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what does not agree: bounds, choices, and options of another kind than this one holds."""
        yield from out_of_order("min_value", "max_value", self)
        yield from out_of_order("min_length", "max_length", self)
        yield from of_option(self)


class SlashCommandPart(DataModel):
    """A slash command.

    See [Discord Docs/Create Global Application Command](https://docs.discord.com/developers/interactions/application-commands#create-global-application-command).
    """

    _needed = ("name", "description")

    name: SlashName | None = None
    """Name, 1-32 letters without capitals, digits, -, _ and '."""
    description: Description | None = None
    """What it does, 1-100 characters."""
    options: Annotated[list[CommandOptionPart], Count(0, 25), OPTIONS] | None = None
    """Options, subcommands or groups; at most 25."""
    type: CommandType = CommandType.CHAT_INPUT
    """Kind of command."""
    name_localizations: SlashNames | None = None
    """The name in other languages, by locale."""
    description_localizations: Descriptions | None = None
    """The description in other languages, by locale."""
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

    def _rules(self) -> Iterable[Problem]:
        """Yield whether all texts together are too long."""
        size = size_of(self)
        if size > MOST_CHARACTERS:
            yield Problem("", f"at most {MOST_CHARACTERS} characters in all names, descriptions and values", size)
