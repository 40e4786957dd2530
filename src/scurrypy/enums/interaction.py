"""Kinds of interactions and of answers to them."""

from scurrypy.enums.enum_types import DiscordTypes
from scurrypy.enums.kinds import InteractionType

__all__ = ["InteractionCallbackType", "InteractionDataType", "InteractionType"]


class InteractionCallbackType(DiscordTypes):
    """Kinds of answers.

    See [Discord Docs/Interaction Callback Type](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type).
    """

    PONG = 1
    """Answer to a ping."""
    CHANNEL_MESSAGE_WITH_SOURCE = 4
    """A message."""
    DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE = 5
    """A message will follow; the user sees that the bot is busy."""
    DEFERRED_UPDATE_MESSAGE = 6
    """The message will be edited later; the user sees nothing."""
    UPDATE_MESSAGE = 7
    """Edits the message of the component."""
    APPLICATION_COMMAND_AUTOCOMPLETE_RESULT = 8
    """Suggestions."""
    MODAL = 9
    """A modal."""
    PREMIUM_REQUIRED = 10
    """A button to buy the application's offers; deprecated, send a premium button instead."""
    LAUNCH_ACTIVITY = 12
    """Starts the application's activity."""
    SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY = 13
    """Whether the user may buy the SKU."""


class InteractionDataType(DiscordTypes):
    """Kinds of commands, as ScurryPy 2 named them; `CommandType` is the whole list."""

    SLASH_COMMAND = 1
    """A slash command."""
    USER_COMMAND = 2
    """An entry in the menu of a user."""
    MESSAGE_COMMAND = 3
    """An entry in the menu of a message."""
    ENTRY_POINT_COMMAND = 4
    """What starts the application's activity."""
