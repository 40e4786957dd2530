"""Which groups of gateway events a bot asks for."""

from enum import IntFlag


class Intents(IntFlag):
    """Groups of gateway events. Three of them are privileged and switched on in the developer portal.

    See [Discord Docs/Gateway Intents](https://docs.discord.com/developers/events/gateway#gateway-intents).
    """

    GUILDS = 1 << 0
    """Guilds, roles, channels, threads, stage instances."""
    GUILD_MEMBERS = 1 << 1
    """Members joining, leaving, changing. Privileged."""
    GUILD_MODERATION = 1 << 2
    """Bans and audit log entries."""
    GUILD_EXPRESSIONS = 1 << 3
    """Emojis, stickers, soundboard sounds."""
    GUILD_INTEGRATIONS = 1 << 4
    """Integrations."""
    GUILD_WEBHOOKS = 1 << 5
    """Webhooks."""
    GUILD_INVITES = 1 << 6
    """Invites."""
    GUILD_VOICE_STATES = 1 << 7
    """Who is in which voice channel, and voice channel effects."""
    GUILD_PRESENCES = 1 << 8
    """Presences of members. Privileged; the most frequent event by far."""
    GUILD_MESSAGES = 1 << 9
    """Messages in guilds."""
    GUILD_MESSAGE_REACTIONS = 1 << 10
    """Reactions to messages in guilds."""
    GUILD_MESSAGE_TYPING = 1 << 11
    """Members starting to type in guilds."""
    DIRECT_MESSAGES = 1 << 12
    """Messages in direct message channels."""
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    """Reactions to direct messages."""
    DIRECT_MESSAGE_TYPING = 1 << 14
    """Users starting to type in direct messages."""
    MESSAGE_CONTENT = 1 << 15
    """Content, embeds, attachments, components and polls of messages. Privileged."""
    GUILD_SCHEDULED_EVENTS = 1 << 16
    """Scheduled events and their users."""
    AUTO_MODERATION_CONFIGURATION = 1 << 20
    """Auto moderation rules."""
    AUTO_MODERATION_EXECUTION = 1 << 21
    """Auto moderation acting on a message."""
    GUILD_MESSAGE_POLLS = 1 << 24
    """Votes in polls in guilds."""
    DIRECT_MESSAGE_POLLS = 1 << 25
    """Votes in polls in direct messages."""

    DEFAULT = GUILDS | GUILD_MESSAGES
    """Guilds and their messages."""
    PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT
    """The three that the developer portal must allow first."""
