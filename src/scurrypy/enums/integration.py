"""Kinds of guild integrations."""

from scurrypy.enums.enum_types import DiscordString, DiscordTypes


class IntegrationType(DiscordString):
    """Kinds of integrations.

    See [Discord Docs/Integration](https://docs.discord.com/developers/resources/guild#integration-object).
    """

    DISCORD = "discord"
    """A Discord application."""
    TWITCH = "twitch"
    """Twitch."""
    YOUTUBE = "youtube"
    """YouTube."""
    GUILD_SUBSCRIPTION = "guild_subscription"
    """Role subscriptions of the guild."""


class IntegrationExpireBehavior(DiscordTypes):
    """What happens to subscribers whose subscription ends.

    See [Discord Docs/Integration Expire Behaviors](https://docs.discord.com/developers/resources/guild#integration-object-integration-expire-behaviors).
    """

    REMOVE_ROLE = 0
    """They lose the role."""
    KICK = 1
    """They are kicked."""


class IntegrationExpireGracePeriod(DiscordTypes):
    """Days until subscribers whose subscription ended lose what it gave them."""

    ONE_DAY = 1
    """One day."""
    THREE_DAYS = 3
    """Three days."""
    SEVEN_DAYS = 7
    """A week."""
    FOURTEEN_DAYS = 14
    """Two weeks."""
    THIRTY_DAYS = 30
    """Thirty days."""
