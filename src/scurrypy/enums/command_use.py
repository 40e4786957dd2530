"""Where application commands may be used, by whom, and who answers."""

from scurrypy.enums.enum_types import DiscordTypes


class CommandPermissionType(DiscordTypes):
    """Whom a command permission is about.

    See [Discord Docs/Permission Type](https://docs.discord.com/developers/interactions/application-commands#application-command-permissions-object-application-command-permission-type).
    """

    ROLE = 1
    """A role."""
    USER = 2
    """A user."""
    CHANNEL = 3
    """A channel."""


class EntryPointHandlerType(DiscordTypes):
    """Who answers an entry point command.

    See [Discord Docs/Handler Types](https://docs.discord.com/developers/interactions/application-commands#application-command-object-entry-point-command-handler-types).
    """

    APP_HANDLER = 1
    """The application."""
    DISCORD_LAUNCH_ACTIVITY = 2
    """Discord, by starting the activity."""


class InteractionContextType(DiscordTypes):
    """Where an interaction happens.

    See [Discord Docs/Interaction Context Types](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types).
    """

    GUILD = 0
    """In a guild."""
    BOT_DM = 1
    """In direct messages with the bot."""
    PRIVATE_CHANNEL = 2
    """In other direct messages, with one user or several."""
