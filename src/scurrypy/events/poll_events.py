"""Votes in polls."""

from typing import ClassVar

from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class MessagePollVoteAddEvent(Event):
    """Someone voted; one event for each answer. Needs the GUILD_MESSAGE_POLLS intent, or DIRECT_MESSAGE_POLLS.

    See [Discord Docs/Message Poll Vote Add](https://docs.discord.com/developers/events/gateway-events#message-poll-vote-add).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_POLL_VOTE_ADD

    user_id: Snowflake = REQUIRED
    """Id of the user."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    message_id: Snowflake = REQUIRED
    """Id of the message with the poll."""
    answer_id: int = REQUIRED
    """Id of the answer."""
    guild_id: Snowflake | None = None
    """Id of the guild."""


class MessagePollVoteRemoveEvent(Event):
    """Someone took a vote back; one event for each answer.

    Needs the GUILD_MESSAGE_POLLS intent, or DIRECT_MESSAGE_POLLS.

    See [Discord Docs/Message Poll Vote Remove](https://docs.discord.com/developers/events/gateway-events#message-poll-vote-remove).
    """

    dispatch_name: ClassVar[str] = EventType.MESSAGE_POLL_VOTE_REMOVE

    user_id: Snowflake = REQUIRED
    """Id of the user."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    message_id: Snowflake = REQUIRED
    """Id of the message with the poll."""
    answer_id: int = REQUIRED
    """Id of the answer."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
