"""The threads of a channel; and, where the channel is a thread, its members."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Unpack

from scurrypy import api, params
from scurrypy.api import channels
from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.messages.message import MessagePart
from scurrypy.resources import paging
from scurrypy.resources.base_resource import models
from scurrypy.resources.changes import changes
from scurrypy.resources.channel.base import ChannelFacet
from scurrypy.resources.message_body import Files, create_body
from scurrypy.routes import (
    ADD_THREAD_MEMBER,
    CREATE_THREAD,
    CREATE_THREAD_FROM_MESSAGE,
    DELETE_THREAD_MEMBER,
    GET_THREAD_MEMBER,
    JOIN_THREAD,
    LEAVE_THREAD,
    LIST_MY_PRIVATE_ARCHIVED_THREADS,
    LIST_PRIVATE_ARCHIVED_THREADS,
    LIST_PUBLIC_ARCHIVED_THREADS,
    LIST_THREAD_MEMBERS,
    THREAD_SEARCH,
    Route,
)
from scurrypy.wire.checking import check
from scurrypy.wire.limits import Range


class ChannelThreads(ChannelFacet):
    """The threads of a channel; and, where the channel is a thread, its members."""

    async def create_thread_from_message(
        self, message_id: int, thread: channels.ThreadFromMessagePart, *, reason: str | None = None
    ) -> ChannelModel:
        """Begin a thread at a message; needs CREATE_PUBLIC_THREADS. Fires THREAD_CREATE and MESSAGE_UPDATE."""
        return await self._request(
            CREATE_THREAD_FROM_MESSAGE,
            channel_id=self.id,
            message_id=message_id,
            body=thread,
            reason=reason,
            into=ChannelModel,
        )

    async def create_thread_without_message(
        self,
        thread: channels.ThreadWithoutMessagePart,
        *,
        message: str | MessagePart | None = None,
        reason: str | None = None,
    ) -> api.CreatedThreadModel:
        """Begin a thread; needs CREATE_PUBLIC_THREADS or CREATE_PRIVATE_THREADS. Fires THREAD_CREATE.

        Args:
            thread: What the thread is to be.
            message: The first message; forum and media channels need it, others take none.
            reason: Why, for the guild's audit log.
        """
        check(thread)
        body = thread.to_dict()
        files: Files = []
        if message is not None:
            body["message"], files = create_body(message)
        return await self._request(
            CREATE_THREAD, channel_id=self.id, body=body, files=files, reason=reason, into=api.CreatedThreadModel
        )

    async def fetch_public_archived_threads(
        self, before: str | None = None, limit: int | None = None
    ) -> api.ThreadPageModel:
        """Fetch the archived threads that everyone can join, last archived first; needs READ_MESSAGE_HISTORY.

        Args:
            before: Only those archived before this ISO 8601 time.
            limit: How many threads at most, 2-100.

        Raises:
            InvalidRequest: `limit` is not within 2-100.
        """
        return await self._archived(LIST_PUBLIC_ARCHIVED_THREADS, before, limit)

    async def fetch_private_archived_threads(
        self, before: str | None = None, limit: int | None = None
    ) -> api.ThreadPageModel:
        """Fetch the archived private threads, last archived first; needs READ_MESSAGE_HISTORY and MANAGE_THREADS.

        Args:
            before: Only those archived before this ISO 8601 time.
            limit: How many threads at most, 2-100.

        Raises:
            InvalidRequest: `limit` is not within 2-100.
        """
        return await self._archived(LIST_PRIVATE_ARCHIVED_THREADS, before, limit)

    async def fetch_joined_private_archived_threads(
        self, before: str | None = None, limit: int | None = None
    ) -> api.ThreadPageModel:
        """Fetch the archived private threads the bot is in, by descending id; needs READ_MESSAGE_HISTORY.

        Args:
            before: Only those before the thread of this id.
            limit: How many threads at most, 2-100.

        Raises:
            InvalidRequest: `limit` is not within 2-100.
        """
        return await self._archived(LIST_MY_PRIVATE_ARCHIVED_THREADS, before, limit)

    async def _archived(self, route: Route, before: str | None, limit: int | None) -> api.ThreadPageModel:
        Range(2, 100).check("limit", limit)
        return await self._request(
            route, channel_id=self.id, query={"before": before, "limit": limit}, into=api.ThreadPageModel
        )

    async def search_threads(
        self, *, timeout: float = 60.0, **filters: Unpack[params.SearchThreadsParams]
    ) -> api.ThreadSearchModel:
        """Search the threads of this channel; needs READ_MESSAGE_HISTORY.

        The first search makes Discord build an index; this waits for it and asks again.

        Args:
            timeout: Seconds until that is given up.
            filters: What to find; a thread must pass every filter. Without any, all threads are found.

        Raises:
            InvalidRequest: a filter exceeds its limit.
            RateLimited: the index was not built in time (110000); `retry_after` says when to ask again.
            RequestFailed: no answer came in time.
        """
        query = changes(params.SearchThreadsParams, filters)
        answer = await paging.ask_until_indexed(
            lambda: self._request(THREAD_SEARCH, channel_id=self.id, query=query),
            f"search of threads in channel {self.id}",
            timeout,
        )
        return api.ThreadSearchModel.from_dict(answer)

    def iter_found_threads(
        self,
        *,
        timeout: float = 60.0,
        limit: int | None = None,
        page_size: int = 25,
        **filters: Unpack[params.FindThreadsParams],
    ) -> paging.Pages[channels.ThreadChannelModel]:
        """Iterate over the threads of this channel that match, a request for each page; needs READ_MESSAGE_HISTORY.

        Discord shows the first 10000 of them. Asked for more it cannot show, this raises InvalidRequest after those.

        Args:
            timeout: Seconds until a page is given up whose index is being built.
            limit: How many threads at most, in all; None for all.
            page_size: How many to ask for at a time, 1-25.
            filters: What to find; a thread must pass every filter. Without any, all threads are found.
        """

        async def fetch(limit: int, offset: int) -> paging.Answered[channels.ThreadChannelModel]:
            return _threads_of(await self.search_threads(timeout=timeout, limit=limit, offset=offset, **filters))

        walk = paging.OffsetWalk(fetch, lambda thread: thread.id, most=paging.MOST_OFFSET)
        return paging.Pages(walk, limit=limit, page_size=page_size, sizes=Range(1, 25))

    def iter_public_archived_threads(
        self, *, before: str | None = None, limit: int | None = None, page_size: int = 100
    ) -> paging.Pages[channels.ThreadChannelModel]:
        """Iterate over the archived threads that everyone can join, last archived first, a request for each page.

        Needs READ_MESSAGE_HISTORY.

        Args:
            before: Only those archived before this ISO 8601 time.
            limit: How many threads at most, in all; None for all.
            page_size: How many to ask for at a time, 2-100.
        """
        return self._iter_archived(self.fetch_public_archived_threads, before, limit, page_size)

    def iter_private_archived_threads(
        self, *, before: str | None = None, limit: int | None = None, page_size: int = 100
    ) -> paging.Pages[channels.ThreadChannelModel]:
        """Iterate over the archived private threads, last archived first, a request for each page.

        Needs READ_MESSAGE_HISTORY and MANAGE_THREADS.

        Args:
            before: Only those archived before this ISO 8601 time.
            limit: How many threads at most, in all; None for all.
            page_size: How many to ask for at a time, 2-100.
        """
        return self._iter_archived(self.fetch_private_archived_threads, before, limit, page_size)

    def iter_joined_private_archived_threads(
        self, *, before: int | None = None, limit: int | None = None, page_size: int = 100
    ) -> paging.Pages[channels.ThreadChannelModel]:
        """Iterate over the archived private threads the bot is in, by descending id, a request for each page.

        Needs READ_MESSAGE_HISTORY.

        Args:
            before: Only those before the thread of this id.
            limit: How many threads at most, in all; None for all.
            page_size: How many to ask for at a time, 2-100.
        """

        async def fetch(limit: int, before: int | None = None) -> paging.Answered[channels.ThreadChannelModel]:
            text = None if before is None else str(before)
            return _threads_of(await self.fetch_joined_private_archived_threads(text, limit))

        walk = paging.IdWalk(fetch, lambda thread: thread.id, before=before, forwards=False)
        return paging.Pages(walk, limit=limit, page_size=page_size, sizes=Range(2, 100))

    def _iter_archived(
        self,
        fetch_page: Callable[[str | None, int | None], Awaitable[api.ThreadPageModel]],
        before: str | None,
        limit: int | None,
        page_size: int,
    ) -> paging.Pages[channels.ThreadChannelModel]:
        async def fetch(limit: int, before: str | None = None) -> paging.Answered[channels.ThreadChannelModel]:
            return _threads_of(await fetch_page(before, limit))

        walk = paging.TimeWalk(fetch, lambda thread: thread.id, _archived_at, before=before)
        return paging.Pages(walk, limit=limit, page_size=page_size, sizes=Range(2, 100))

    async def join_thread(self) -> None:
        """Join this thread as the bot. Fires THREAD_MEMBERS_UPDATE and THREAD_CREATE."""
        await self._request(JOIN_THREAD, channel_id=self.id)

    async def leave_thread(self) -> None:
        """Leave this thread as the bot. Fires THREAD_MEMBERS_UPDATE."""
        await self._request(LEAVE_THREAD, channel_id=self.id)

    async def add_thread_member(self, user_id: int) -> None:
        """Add a member to this thread; needs SEND_MESSAGES_IN_THREADS. Fires THREAD_MEMBERS_UPDATE."""
        await self._request(ADD_THREAD_MEMBER, channel_id=self.id, user_id=user_id)

    async def remove_thread_member(self, user_id: int) -> None:
        """Remove a member from this thread; needs MANAGE_THREADS. Fires THREAD_MEMBERS_UPDATE."""
        await self._request(DELETE_THREAD_MEMBER, channel_id=self.id, user_id=user_id)

    async def fetch_thread_member(self, user_id: int, with_member: bool = False) -> channels.ThreadMemberModel:
        """Fetch a member of this thread.

        Args:
            user_id: Id of the user.
            with_member: Whether to describe the user as a member of the guild, too.
        """
        return await self._request(
            GET_THREAD_MEMBER,
            channel_id=self.id,
            user_id=user_id,
            query={"with_member": with_member},
            into=channels.ThreadMemberModel,
        )

    async def fetch_thread_members(
        self, limit: int = 100, after: int | None = None, with_member: bool | None = False
    ) -> list[channels.ThreadMemberModel]:
        """Fetch the members of this thread; needs the GUILD_MEMBERS intent.

        Args:
            limit: How many members at most, 1-100; counts only together with `with_member`.
            after: Id of the last user already fetched.
            with_member: Whether to describe each user as a member of the guild, too.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
        """
        Range(1, 100).check("limit", limit)
        query = {"limit": limit, "after": after, "with_member": with_member}
        answer = await self._request(LIST_THREAD_MEMBERS, channel_id=self.id, query=query)
        return models(channels.ThreadMemberModel, answer)

    def iter_thread_members(
        self, *, after: int | None = None, limit: int | None = None, page_size: int = 100
    ) -> paging.Pages[channels.ThreadMemberModel]:
        """Iterate over the members of this thread by ascending id, a request for each page.

        Each is described as a member of the guild, too: without that, Discord sends no pages. Needs the GUILD_MEMBERS
        intent.

        Args:
            after: Only users after this id.
            limit: How many members at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """
        fetch = partial(self.fetch_thread_members, with_member=True)
        return paging.pages_by_id(
            fetch, lambda member: paging.sent(member.user_id, "user_id"), after=after, limit=limit, page_size=page_size
        )


def _threads_of(page: api.ThreadPageModel) -> paging.Answered[channels.ThreadChannelModel]:
    return paging.Answered(page.threads, page.has_more)


def _archived_at(thread: channels.ThreadChannelModel) -> str:
    return paging.sent(paging.sent(thread.thread_metadata, "thread_metadata").archive_timestamp, "archive_timestamp")
