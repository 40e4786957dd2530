"""Kinds of application commands and of their options."""

from scurrypy.enums.enum_types import DiscordTypes
from scurrypy.enums.kinds import CommandType

__all__ = ["CommandOptionType", "CommandType"]


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
