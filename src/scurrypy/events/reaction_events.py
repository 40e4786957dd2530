"""Reactions to messages."""

from typing import ClassVar

from scurrypy.api.emoji import EmojiModel
from scurrypy.api.user import GuildMemberModel
from scurrypy.enums.emoji import ReactionType
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class ReactionAddEvent(Event):
    """Someone reacted to a message. Needs the GUILD_MESSAGE_REACTIONS intent, or DIRECT_MESSAGE_REACTIONS.

    See [Discord Docs/Message Reaction Add](https://docs.discord.com/developers/events/gateway-events#message-reaction-add).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_REACTION_ADD

    type: ReactionType = REQUIRED
    """Normal or super reaction."""
    user_id: Snowflake = REQUIRED
    """Id of the user."""
    emoji: EmojiModel = REQUIRED
    """The emoji; in part."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    message_id: Snowflake = REQUIRED
    """Id of the message."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    burst: bool = REQUIRED
    """Whether it is a super reaction."""
    member: GuildMemberModel | None = None
    """The user as a member of the guild."""
    message_author_id: Snowflake | None = None
    """Id of the user who wrote the message; None for webhooks."""
    burst_colors: list[str] | None = None
    """Colours of the super reaction's animation, as `#rrggbb`."""


class ReactionRemoveEvent(Event):
    """A reaction was removed. Needs the GUILD_MESSAGE_REACTIONS intent, or DIRECT_MESSAGE_REACTIONS.

    See [Discord Docs/Message Reaction Remove](https://docs.discord.com/developers/events/gateway-events#message-reaction-remove).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_REACTION_REMOVE

    type: ReactionType = REQUIRED
    """Normal or super reaction."""
    user_id: Snowflake = REQUIRED
    """Id of the user whose reaction it was."""
    emoji: EmojiModel = REQUIRED
    """The emoji; in part."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    message_id: Snowflake = REQUIRED
    """Id of the message."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    burst: bool = REQUIRED
    """Whether it was a super reaction."""


class ReactionRemoveAllEvent(Event):
    """All reactions were removed from a message. Needs the GUILD_MESSAGE_REACTIONS intent, or DIRECT_MESSAGE_REACTIONS.

    See [Discord Docs/Message Reaction Remove All](https://docs.discord.com/developers/events/gateway-events#message-reaction-remove-all).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_REACTION_REMOVE_ALL

    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    message_id: Snowflake = REQUIRED
    """Id of the message."""
    guild_id: Snowflake | None = None
    """Id of the guild."""


class ReactionRemoveEmojiEvent(Event):
    """All reactions with one emoji were removed from a message.

    Needs the GUILD_MESSAGE_REACTIONS intent, or DIRECT_MESSAGE_REACTIONS.

    See [Discord Docs/Message Reaction Remove Emoji](https://docs.discord.com/developers/events/gateway-events#message-reaction-remove-emoji).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_REACTION_REMOVE_EMOJI

    emoji: EmojiModel = REQUIRED
    """The emoji; in part."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    message_id: Snowflake = REQUIRED
    """Id of the message."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
