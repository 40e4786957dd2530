"""Which intent lets a session hear what, and what it must not read without MESSAGE_CONTENT.

See [Discord Docs/Gateway Intents](https://docs.discord.com/developers/events/gateway#gateway-intents).
"""

from enum import IntFlag
from typing import Any


class Intent(IntFlag):
    """Groups of gateway events."""

    GUILDS = 1 << 0
    """Guilds, roles, channels, threads."""
    GUILD_MEMBERS = 1 << 1
    """Members."""
    GUILD_MODERATION = 1 << 2
    """Bans and the audit log."""
    GUILD_EXPRESSIONS = 1 << 3
    """Emojis, stickers, sounds."""
    GUILD_INTEGRATIONS = 1 << 4
    """Integrations."""
    GUILD_WEBHOOKS = 1 << 5
    """Webhooks."""
    GUILD_INVITES = 1 << 6
    """Invites."""
    GUILD_VOICE_STATES = 1 << 7
    """Voice states."""
    GUILD_PRESENCES = 1 << 8
    """Presences."""
    GUILD_MESSAGES = 1 << 9
    """Messages in guilds."""
    GUILD_MESSAGE_REACTIONS = 1 << 10
    """Reactions in guilds."""
    GUILD_MESSAGE_TYPING = 1 << 11
    """Typing in guilds."""
    DIRECT_MESSAGES = 1 << 12
    """Direct messages."""
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    """Reactions in direct messages."""
    DIRECT_MESSAGE_TYPING = 1 << 14
    """Typing in direct messages."""
    MESSAGE_CONTENT = 1 << 15
    """What messages say."""
    GUILD_SCHEDULED_EVENTS = 1 << 16
    """Scheduled events."""
    AUTO_MODERATION_CONFIGURATION = 1 << 20
    """Auto moderation rules."""
    AUTO_MODERATION_EXECUTION = 1 << 21
    """Auto moderation at work."""
    GUILD_MESSAGE_POLLS = 1 << 24
    """Polls in guilds."""
    DIRECT_MESSAGE_POLLS = 1 << 25
    """Polls in direct messages."""


PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT
"""The intents that the developer portal must allow first."""

ALL = sum(Intent) | 1 << 17
"""Every bit that IDENTIFY may hold. Discord names no bit 17, yet accepts interactions.py, which always sets it."""

_CENSORED: dict[str, Any] = {"content": "", "embeds": [], "attachments": [], "components": []}


def censor_execution(data: dict[str, Any], intents: int) -> dict[str, Any]:
    """Return what a session may read of something auto moderation did: without MESSAGE_CONTENT, nothing of the text."""
    return data if intents & Intent.MESSAGE_CONTENT else data | {"content": "", "matched_content": ""}


def censor(data: dict[str, Any], bot_id: int, intents: int) -> dict[str, Any]:
    """Return what a session may read of a message event (or of a message inside an interaction).

    A bot reads everything with MESSAGE_CONTENT, in direct messages, in its own messages, and where it is mentioned.

    Args:
        data: The message in wire form; it is left as it is.
        bot_id: Id of the session's bot user.
        intents: Intents of the session.
    """
    if intents & Intent.MESSAGE_CONTENT or "guild_id" not in data:
        return data
    own = str(bot_id)
    if data["author"]["id"] == own or any(user["id"] == own for user in data.get("mentions", ())):
        return data
    censored: dict[str, Any] = {key: _CENSORED.get(key, value) for key, value in data.items() if key != "poll"}
    referenced = data.get("referenced_message")
    if referenced is not None:
        censored["referenced_message"] = censor({**referenced, "guild_id": data["guild_id"]}, bot_id, intents)
        censored["referenced_message"].pop("guild_id")
    return censored
