"""The messages of a channel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from scurrypy.api.messages.message import MessageModel, MessagePart, PinnedMessageModel
from scurrypy.resources import paging
from scurrypy.resources.base_resource import models
from scurrypy.resources.channel.base import ChannelFacet
from scurrypy.resources.message_body import create_body
from scurrypy.routes import (
    BULK_DELETE_MESSAGES,
    CREATE_MESSAGE,
    DEPRECATED_LIST_PINS,
    LIST_MESSAGES,
    LIST_PINS,
    TRIGGER_TYPING_INDICATOR,
)
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.limits import Range
from scurrypy.wire.snowflake import id_of

MAX_BULK_DELETE_AGE = timedelta(days=14)
"""Messages older than this can only be deleted one by one."""


class ChannelMessages(ChannelFacet):
    """The messages of a channel."""

    async def send(self, message: str | MessagePart) -> MessageModel:
        """Send a message; needs SEND_MESSAGES, or SEND_MESSAGES_IN_THREADS in a thread. Fires MESSAGE_CREATE.

        Args:
            message: The message, or just its text.

        Raises:
            InvalidRequest: something exceeds a limit of Discord's; the error names each such field.
        """
        body, files = create_body(message)
        return await self._request(CREATE_MESSAGE, channel_id=self.id, body=body, files=files, into=MessageModel)

    async def fetch_messages(
        self,
        limit: int = 50,
        before: int | None = None,
        after: int | None = None,
        around: int | None = None,
    ) -> list[MessageModel]:
        """Fetch messages, newest first; needs VIEW_CHANNEL and READ_MESSAGE_HISTORY.

        Args:
            limit: How many messages at most, 1-100.
            before: Only those before the message of this id; excludes `after` and `around`.
            after: Only those after the message of this id.
            around: Those around the message of this id.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
        """
        Range(1, 100).check("limit", limit)
        query = {"limit": limit, "before": before, "after": after, "around": around}
        return models(MessageModel, await self._request(LIST_MESSAGES, channel_id=self.id, query=query))

    def iter_messages(
        self,
        *,
        before: int | None = None,
        after: int | None = None,
        around: int | None = None,
        oldest_first: bool | None = None,
        limit: int | None = None,
        page_size: int = 100,
    ) -> paging.Pages[MessageModel]:
        """Iterate over messages, a request for each page; needs VIEW_CHANNEL and READ_MESSAGE_HISTORY.

        They come newest first, or oldest first where `after` is given: `after=0` begins with the first of the channel.

        Args:
            before: Only those before the message of this id.
            after: Only those after the message of this id.
            around: Begin in the midst, with the page around the message of this id; excludes the two above.
            oldest_first: Whether to go from old to new; None for what `after` says.
            limit: How many messages at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.

        Raises:
            InvalidRequest: `page_size` is not within its limit, or `around` stands beside another id.
        """
        if around is not None and (before is not None or after is not None):
            raise InvalidRequest("around", "alone, without before and after", around)
        return paging.pages_by_id(
            self.fetch_messages,
            lambda message: message.id,
            before=before,
            after=after,
            around=around,
            newest_first=True,
            oldest_first=oldest_first,
            limit=limit,
            page_size=page_size,
        )

    async def bulk_delete_messages(self, message_ids: Sequence[int], *, reason: str | None = None) -> None:
        """Delete many messages at once; needs MANAGE_MESSAGES. Fires MESSAGE_DELETE_BULK.

        Args:
            message_ids: 2-100 different ids of messages less than 14 days old.
            reason: Why, for the guild's audit log.

        Raises:
            InvalidRequest: there are too few, too many or too old ids, or the same id twice.
        """
        ids = [id_of(message_id, "message_ids") for message_id in message_ids]
        if not 2 <= len(ids) <= 100:
            raise InvalidRequest("message_ids", "2-100 ids", len(ids))
        if len(set(ids)) != len(ids):
            raise InvalidRequest("message_ids", "every id once", len(ids) - len(set(ids)))
        oldest = min(ids)
        if oldest.datetime < datetime.now(UTC) - MAX_BULK_DELETE_AGE:
            raise InvalidRequest("message_ids", f"messages less than {MAX_BULK_DELETE_AGE.days} days old", int(oldest))
        await self._request(BULK_DELETE_MESSAGES, channel_id=self.id, body={"messages": ids}, reason=reason)

    async def fetch_pins(self, limit: int = 50, before: str | None = None) -> list[PinnedMessageModel]:
        """Fetch the pinned messages, last pinned first; needs VIEW_CHANNEL and READ_MESSAGE_HISTORY.

        Args:
            limit: How many messages at most, 1-50.
            before: Only those pinned before this ISO 8601 time.

        Raises:
            InvalidRequest: `limit` is not within 1-50.
        """
        Range(1, 50).check("limit", limit)
        answer = await self._request(LIST_PINS, channel_id=self.id, query={"limit": limit, "before": before})
        return models(PinnedMessageModel, answer["items"])

    async def deprecated_fetch_pins(self) -> list[MessageModel]:
        """Fetch the first 50 pinned messages by an operation that Discord deprecated; use `fetch_pins` instead."""
        return models(MessageModel, await self._request(DEPRECATED_LIST_PINS, channel_id=self.id))

    def iter_pins(
        self, *, before: str | None = None, limit: int | None = None, page_size: int = 50
    ) -> paging.Pages[PinnedMessageModel]:
        """Iterate over the pinned messages, last pinned first, a request for each page; needs what `fetch_pins` needs.

        Args:
            before: Only those pinned before this ISO 8601 time.
            limit: How many messages at most, in all; None for all.
            page_size: How many to ask for at a time, 1-50.
        """
        walk = paging.TimeWalk(
            self._pin_page,
            lambda pin: pin.message.id,
            lambda pin: paging.sent(pin.pinned_at, "pinned_at"),
            before=before,
        )
        return paging.Pages(walk, limit=limit, page_size=page_size, sizes=Range(1, 50))

    async def _pin_page(self, limit: int, before: str | None = None) -> paging.Answered[PinnedMessageModel]:
        answer = await self._request(LIST_PINS, channel_id=self.id, query={"limit": limit, "before": before})
        return paging.Answered(models(PinnedMessageModel, answer["items"]), answer["has_more"])

    async def trigger_typing(self) -> None:
        """Show the bot as typing, for 10 seconds or until it sends a message. Fires TYPING_START."""
        await self._request(TRIGGER_TYPING_INDICATOR, channel_id=self.id)
