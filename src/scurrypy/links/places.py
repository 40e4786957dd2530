"""Links that jump to a message, channel, guild, user or event, and reading them back."""

import re
from dataclasses import dataclass

from scurrypy.links.hosts import SITE, SITE_HOSTS, TAIL, bare
from scurrypy.wire.snowflake import Snowflake

_PLACE = rf"{SITE_HOSTS}/channels/(?P<guild>@me|\d{{1,20}})/(?P<channel>\d{{1,20}})"
_MESSAGE = rf"{_PLACE}/(?P<message>\d{{1,20}})(?!\d)"
_MESSAGE_LINK = re.compile(rf"(?:https?://)?{_MESSAGE}{TAIL}", re.ASCII | re.IGNORECASE)
_CHANNEL_LINK = re.compile(rf"(?:https?://)?{_PLACE}{TAIL}", re.ASCII | re.IGNORECASE)
_MESSAGE_LINKS = re.compile(rf"https?://{_MESSAGE}", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MessageLink:
    """What a link to a message leads to."""

    guild_id: Snowflake | None
    """The guild; None for direct messages."""
    channel_id: Snowflake
    """The channel or thread."""
    message_id: Snowflake
    """The message."""


@dataclass(frozen=True, slots=True)
class ChannelLink:
    """What a link to a channel leads to."""

    guild_id: Snowflake | None
    """The guild; None for direct messages."""
    channel_id: Snowflake
    """The channel or thread."""


def message_link(guild_id: int | None, channel_id: int, message_id: int) -> str:
    """Return the link to a message.

    Args:
        guild_id: The guild; None for direct messages.
        channel_id: The channel or thread.
        message_id: The message.
    """
    return f"{channel_link(guild_id, channel_id)}/{int(message_id)}"


def channel_link(guild_id: int | None, channel_id: int) -> str:
    """Return the link to a channel or thread; `guild_id` is None for direct messages."""
    return f"{SITE}/channels/{'@me' if guild_id is None else int(guild_id)}/{int(channel_id)}"


def guild_link(guild_id: int) -> str:
    """Return the link to a guild, for those who are in it."""
    return f"{SITE}/channels/{int(guild_id)}"


def user_link(user_id: int) -> str:
    """Return the link to the profile of a user, for those who may see it."""
    return f"{SITE}/users/{int(user_id)}"


def scheduled_event_link(guild_id: int, scheduled_event_id: int) -> str:
    """Return the link to a scheduled event of a guild."""
    return f"{SITE}/events/{int(guild_id)}/{int(scheduled_event_id)}"


def parse_message_link(text: str) -> MessageLink | None:
    """Return what a link to a message leads to; None where the text is none.

        parse_message_link("https://ptb.discord.com/channels/1/2/3")  # MessageLink(1, 2, 3)

    White space and `<>` around it do not matter, nor does a missing `https://`.
    """
    found = _MESSAGE_LINK.fullmatch(bare(text))
    return None if found is None else _message(found)


def find_message_links(text: str) -> list[MessageLink]:
    """Return what the links to messages in a text lead to: each once, in the order in which they stand there."""
    return list(dict.fromkeys(_message(found) for found in _MESSAGE_LINKS.finditer(text)))


def parse_channel_link(text: str) -> ChannelLink | None:
    """Return what a link to a channel or thread leads to; None where the text is none, or leads to a message."""
    found = _CHANNEL_LINK.fullmatch(bare(text))
    return None if found is None else ChannelLink(_guild(found), Snowflake(found["channel"]))


def _message(found: re.Match[str]) -> MessageLink:
    return MessageLink(_guild(found), Snowflake(found["channel"]), Snowflake(found["message"]))


def _guild(found: re.Match[str]) -> Snowflake | None:
    return None if found["guild"].lower() == "@me" else Snowflake(found["guild"])
