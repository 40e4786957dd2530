"""A message."""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Unpack

from scurrypy.api.emoji import EmojiModel
from scurrypy.api.messages.message import MessageModel
from scurrypy.api.user import UserModel
from scurrypy.enums.emoji import ReactionType
from scurrypy.params.message import EditMessageParams
from scurrypy.resources.base_resource import BaseResource, class_name, models
from scurrypy.resources.message_body import edit_body
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import (
    ADD_MY_MESSAGE_REACTION,
    CREATE_PIN,
    CROSSPOST_MESSAGE,
    DELETE_ALL_MESSAGE_REACTIONS,
    DELETE_ALL_MESSAGE_REACTIONS_BY_EMOJI,
    DELETE_MESSAGE,
    DELETE_MY_MESSAGE_REACTION,
    DELETE_PIN,
    DELETE_USER_MESSAGE_REACTION,
    DEPRECATED_CREATE_PIN,
    DEPRECATED_DELETE_PIN,
    GET_ANSWER_VOTERS,
    GET_MESSAGE,
    LIST_MESSAGE_REACTIONS_BY_EMOJI,
    POLL_EXPIRE,
    UPDATE_MESSAGE,
    Route,
)
from scurrypy.wire.errors import InvalidRequest, MissingField
from scurrypy.wire.limits import Range
from scurrypy.wire.snowflake import Snowflake

_CUSTOM_EMOJI = re.compile(r"<?(?:a?:)?(\w+:\d+)>?")


@dataclass
class Message(BaseResource):
    """A message. Mind the order of the ids: the message's own comes first.

    See [Discord Docs/Message](https://docs.discord.com/developers/resources/message).
    """

    id: Snowflake
    """Id of the message."""
    channel_id: Snowflake
    """Id of the channel it is in."""

    async def fetch(self) -> MessageModel:
        """Fetch the message; needs VIEW_CHANNEL and READ_MESSAGE_HISTORY."""
        return await self._request(GET_MESSAGE, channel_id=self.channel_id, message_id=self.id, into=MessageModel)

    async def edit(self, *, suppress_embeds: bool | None = None, **options: Unpack[EditMessageParams]) -> MessageModel:
        """Edit the message; what is not given stays. Fires MESSAGE_UPDATE.

        Only the author may edit more than the flags. Give `attachments` in full: what is not among them is removed;
        those to keep as they came, or as an `AttachmentPart` with their id.

        Args:
            suppress_embeds: Whether links show no embeds.
            options: The changes; None clears.

        Raises:
            InvalidRequest: something exceeds a limit of Discord's; the error names each such field.
        """
        body, files = edit_body(options, suppress_embeds=suppress_embeds)
        return await self._request(
            UPDATE_MESSAGE, channel_id=self.channel_id, message_id=self.id, body=body, files=files, into=MessageModel
        )

    async def delete(self, *, reason: str | None = None) -> None:
        """Delete the message; needs MANAGE_MESSAGES unless it is the bot's own. Fires MESSAGE_DELETE."""
        await self._request(DELETE_MESSAGE, channel_id=self.channel_id, message_id=self.id, reason=reason)

    async def crosspost(self) -> MessageModel:
        """Publish the message to the channels that follow its announcement channel. Fires MESSAGE_UPDATE."""
        return await self._request(CROSSPOST_MESSAGE, channel_id=self.channel_id, message_id=self.id, into=MessageModel)

    async def pin(self, *, reason: str | None = None) -> None:
        """Pin the message; needs PIN_MESSAGES. Fires CHANNEL_PINS_UPDATE."""
        await self._request(CREATE_PIN, channel_id=self.channel_id, message_id=self.id, reason=reason)

    async def unpin(self, *, reason: str | None = None) -> None:
        """Unpin the message; needs PIN_MESSAGES. Fires CHANNEL_PINS_UPDATE."""
        await self._request(DELETE_PIN, channel_id=self.channel_id, message_id=self.id, reason=reason)

    async def add_reaction(self, emoji: EmojiModel | str) -> None:
        """React as the bot; needs READ_MESSAGE_HISTORY, and ADD_REACTIONS for an emoji that nobody used yet.

        Fires MESSAGE_REACTION_ADD.

        Args:
            emoji: A standard emoji itself, or a custom one as a model, as `name:id` or as written in a message.
        """
        await self._react(ADD_MY_MESSAGE_REACTION, emoji)

    async def remove_reaction(self, emoji: EmojiModel | str) -> None:
        """Remove the bot's own reaction. Fires MESSAGE_REACTION_REMOVE."""
        await self._react(DELETE_MY_MESSAGE_REACTION, emoji)

    async def remove_user_reaction(self, emoji: EmojiModel | str, user_id: int) -> None:
        """Remove a user's reaction; needs MANAGE_MESSAGES. Fires MESSAGE_REACTION_REMOVE."""
        await self._react(DELETE_USER_MESSAGE_REACTION, emoji, user_id=user_id)

    async def remove_emoji_reaction(self, emoji: EmojiModel | str) -> None:
        """Remove everyone's reactions with an emoji; needs MANAGE_MESSAGES. Fires MESSAGE_REACTION_REMOVE_EMOJI."""
        await self._react(DELETE_ALL_MESSAGE_REACTIONS_BY_EMOJI, emoji)

    async def remove_all_reactions(self) -> None:
        """Remove all reactions; needs MANAGE_MESSAGES. Fires MESSAGE_REACTION_REMOVE_ALL."""
        await self._request(DELETE_ALL_MESSAGE_REACTIONS, channel_id=self.channel_id, message_id=self.id)

    async def fetch_emoji_reactions(
        self,
        emoji: EmojiModel | str,
        type: ReactionType = ReactionType.NORMAL,
        after: int | None = None,
        limit: int = 25,
    ) -> list[UserModel]:
        """Fetch the users who reacted with an emoji, by ascending id.

        Args:
            emoji: As for `add_reaction`.
            type: Normal or super reactions.
            after: Id of the last user already fetched.
            limit: How many users at most, 1-100.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
        """
        Range(1, 100).check("limit", limit)
        answer = await self._react(
            LIST_MESSAGE_REACTIONS_BY_EMOJI, emoji, query={"type": int(type), "after": after, "limit": limit}
        )
        return models(UserModel, answer)

    def iter_emoji_reactions(
        self,
        emoji: EmojiModel | str,
        type: ReactionType = ReactionType.NORMAL,
        *,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 100,
    ) -> Pages[UserModel]:
        """Iterate over the users who reacted with an emoji, by ascending id, a request for each page.

        Args:
            emoji: As for `add_reaction`.
            type: Normal or super reactions.
            after: Only users after this id.
            limit: How many users at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """
        fetch = partial(self.fetch_emoji_reactions, emoji, type)
        return pages_by_id(fetch, lambda user: user.id, after=after, limit=limit, page_size=page_size)

    async def fetch_poll_voters(
        self, answer_id: int, *, after: int | None = None, limit: int | None = None
    ) -> list[UserModel]:
        """Fetch the users who chose an answer of the message's poll, by ascending id.

        Args:
            answer_id: Number of the answer, 1-10.
            after: Id of the last user already fetched.
            limit: How many users at most, 1-100; 25 unless given.

        Raises:
            InvalidRequest: `answer_id` is not within 1-10, or `limit` not within 1-100.
        """
        Range(1, 10).check("answer_id", answer_id)
        Range(1, 100).check("limit", limit)
        answer = await self._request(
            GET_ANSWER_VOTERS,
            channel_id=self.channel_id,
            message_id=self.id,
            answer_id=answer_id,
            query={"after": after, "limit": limit},
        )
        return models(UserModel, answer["users"])

    def iter_poll_voters(
        self, answer_id: int, *, after: int | None = None, limit: int | None = None, page_size: int = 100
    ) -> Pages[UserModel]:
        """Iterate over the users who chose an answer of the message's poll, by ascending id, a request for each page.

        Args:
            answer_id: Number of the answer, 1-10.
            after: Only users after this id.
            limit: How many users at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """
        fetch = partial(self.fetch_poll_voters, answer_id)
        return pages_by_id(fetch, lambda user: user.id, after=after, limit=limit, page_size=page_size)

    async def expire_poll(self) -> MessageModel:
        """End the message's poll, which must be the bot's, at once. Fires MESSAGE_UPDATE.

        Raises:
            BadRequest: the message holds no poll that could be ended (520006).
        """
        return await self._request(POLL_EXPIRE, channel_id=self.channel_id, message_id=self.id, into=MessageModel)

    async def deprecated_pin(self) -> None:
        """Pin the message by an operation that Discord deprecated; use `pin` instead. Fires CHANNEL_PINS_UPDATE."""
        await self._request(DEPRECATED_CREATE_PIN, channel_id=self.channel_id, message_id=self.id)

    async def deprecated_unpin(self) -> None:
        """Unpin the message by an operation that Discord deprecated; use `unpin` instead. Fires CHANNEL_PINS_UPDATE."""
        await self._request(DEPRECATED_DELETE_PIN, channel_id=self.channel_id, message_id=self.id)

    async def _react(
        self,
        route: Route,
        emoji: EmojiModel | str,
        *,
        user_id: int | None = None,
        query: dict[str, int | None] | None = None,
    ) -> Any:
        return await self._request(
            route,
            channel_id=self.channel_id,
            message_id=self.id,
            emoji_name=emoji_name(emoji),
            user_id=user_id,
            query=query,
        )


def emoji_name(emoji: object) -> str:
    """Return what a path calls an emoji: `name:id` of a custom one, the standard emoji itself.

    Raises:
        MissingField: the emoji has neither a name nor an id.
        InvalidRequest: it is no emoji.
    """
    if not isinstance(emoji, (str, EmojiModel)):
        raise InvalidRequest("emoji", "an EmojiModel, a standard emoji or `name:id` as text", class_name(emoji))
    if isinstance(emoji, str):
        written = _CUSTOM_EMOJI.fullmatch(emoji)
        return written[1] if written else emoji
    if emoji.id is not None:
        return f"{emoji.name}:{emoji.id}"
    if emoji.name is None:
        raise MissingField("emoji.name: an emoji has a name or an id")
    return emoji.name
