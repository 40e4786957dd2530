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
