"""Kinds of webhooks."""

from scurrypy.enums.enum_types import DiscordTypes


class WebhookType(DiscordTypes):
    """Kinds of webhooks.

    See [Discord Docs/Webhook Types](https://docs.discord.com/developers/resources/webhook#webhook-object-webhook-types).
    """

    INCOMING = 1
    """Posts messages with its token."""
    CHANNEL_FOLLOWER = 2
    """Posts what a followed channel publishes."""
    APPLICATION = 3
    """Answers interactions."""
