"""Kinds of application commands and of their options."""

from scurrypy.enums.enum_types import DiscordTypes


class CommandType(DiscordTypes):
    """Kinds of application commands.

    See [Discord Docs/Application Command Types](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types).
    """

    CHAT_INPUT = 1
    """A slash command."""
    USER = 2
    """An entry in the menu of a user."""
    MESSAGE = 3
    """An entry in the menu of a message."""
    PRIMARY_ENTRY_POINT = 4
    """What starts the application's activity."""


class CommandOptionType(DiscordTypes):
    """Kinds of command options.

    See [Discord Docs/Option Types](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type).
    """

    SUB_COMMAND = 1
    """A subcommand."""
    SUB_COMMAND_GROUP = 2
    """A group of subcommands."""
    STRING = 3
    """Text."""
    INTEGER = 4
    """A whole number between -2^53 and 2^53."""
    BOOLEAN = 5
    """True or false."""
    USER = 6
    """A user."""
    CHANNEL = 7
    """A channel or category."""
    ROLE = 8
    """A role."""
    MENTIONABLE = 9
    """A user or a role."""
    NUMBER = 10
    """A number between -2^53 and 2^53."""
    ATTACHMENT = 11
    """An uploaded file."""
