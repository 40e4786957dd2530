"""What a guild has planned, who is interested, and times of a recurring event that differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Unpack

from scurrypy.api.scheduled_event import (
    ScheduledEventExceptionModel,
    ScheduledEventExceptionPart,
    ScheduledEventModel,
    ScheduledEventPart,
    ScheduledEventUserCountModel,
    ScheduledEventUserModel,
)
from scurrypy.params.scheduled_event import EditScheduledEventExceptionParams, EditScheduledEventParams
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.changes import changes
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import (
    COUNT_GUILD_SCHEDULED_EVENT_USERS,
    CREATE_GUILD_SCHEDULED_EVENT,
    CREATE_GUILD_SCHEDULED_EVENT_EXCEPTION,
    DELETE_GUILD_SCHEDULED_EVENT,
    DELETE_GUILD_SCHEDULED_EVENT_EXCEPTION,
    GET_GUILD_SCHEDULED_EVENT,
    LIST_GUILD_SCHEDULED_EVENT_EXCEPTION_USERS,
    LIST_GUILD_SCHEDULED_EVENT_USERS,
    LIST_GUILD_SCHEDULED_EVENTS,
    UPDATE_GUILD_SCHEDULED_EVENT,
    UPDATE_GUILD_SCHEDULED_EVENT_EXCEPTION,
)
from scurrypy.wire.limits import Count, Range
from scurrypy.wire.snowflake import Snowflake


@dataclass
class ScheduledEvent(BaseResource):
    """Scheduled events of a guild: at most 100 that are to come or under way.

    Creating needs CREATE_EVENTS, and so do the bot's own; those of others need MANAGE_EVENTS. One in a voice channel
    needs VIEW_CHANNEL and CONNECT there as well; one on a stage MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS.

    See [Discord Docs/Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event).
    """

    guild_id: Snowflake
    """Id of the guild."""

    async def fetch_all(self, *, with_user_count: bool | None = None) -> list[ScheduledEventModel]:
        """Fetch all scheduled events of the guild that the bot can see.

        Args:
            with_user_count: Whether to count who is interested.
        """
        answer = await self._request(
            LIST_GUILD_SCHEDULED_EVENTS, guild_id=self.guild_id, query={"with_user_count": with_user_count}
        )
        return models(ScheduledEventModel, answer)

    async def fetch(self, scheduled_event_id: int, *, with_user_count: bool | None = None) -> ScheduledEventModel:
        """Fetch a scheduled event; needs VIEW_CHANNEL in its channel.

        Args:
            scheduled_event_id: Id of the scheduled event.
            with_user_count: Whether to count who is interested.

        Raises:
            NotFound: there is none such in the guild, or none that the bot can see (10070).
        """
        return await self._request(
            GET_GUILD_SCHEDULED_EVENT,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            query={"with_user_count": with_user_count},
            into=ScheduledEventModel,
        )

    async def create(self, scheduled_event: ScheduledEventPart, *, reason: str | None = None) -> ScheduledEventModel:
        """Create a scheduled event. Fires GUILD_SCHEDULED_EVENT_CREATE.

        Raises:
            BadRequest: the guild has 100 that are to come or under way (30038).
        """
        return await self._request(
            CREATE_GUILD_SCHEDULED_EVENT,
            guild_id=self.guild_id,
            body=scheduled_event,
            reason=reason,
            into=ScheduledEventModel,
        )

    async def edit(
        self, scheduled_event_id: int, *, reason: str | None = None, **options: Unpack[EditScheduledEventParams]
    ) -> ScheduledEventModel:
        """Edit, begin, end or cancel a scheduled event; what is not given stays. Fires GUILD_SCHEDULED_EVENT_UPDATE.

        Raises:
            NotFound: there is none such in the guild, or none that the bot can see (10070).
            BadRequest: it is over (180000), or its stage could not be created (180002).
        """
        return await self._request(
            UPDATE_GUILD_SCHEDULED_EVENT,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            body=changes(EditScheduledEventParams, options),
            reason=reason,
            into=ScheduledEventModel,
        )

    async def delete(self, scheduled_event_id: int) -> None:
        """Delete a scheduled event. Fires GUILD_SCHEDULED_EVENT_DELETE.

        Raises:
            NotFound: there is none such in the guild, or none that the bot can see (10070).
        """
        await self._request(
            DELETE_GUILD_SCHEDULED_EVENT, guild_id=self.guild_id, guild_scheduled_event_id=scheduled_event_id
        )

    async def create_exception(
        self, scheduled_event_id: int, exception: ScheduledEventExceptionPart
    ) -> ScheduledEventExceptionModel:
        """Move or cancel one time of a recurring event.

        Args:
            scheduled_event_id: Id of the recurring event.
            exception: Which time, and what is to differ.
        """
        return await self._request(
            CREATE_GUILD_SCHEDULED_EVENT_EXCEPTION,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            body=exception,
            into=ScheduledEventExceptionModel,
        )

    async def edit_exception(
        self, scheduled_event_id: int, exception_id: int, **options: Unpack[EditScheduledEventExceptionParams]
    ) -> ScheduledEventExceptionModel:
        """Edit what differs about one time of a recurring event; what is not given stays."""
        return await self._request(
            UPDATE_GUILD_SCHEDULED_EVENT_EXCEPTION,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            exception_id=exception_id,
            body=changes(EditScheduledEventExceptionParams, options),
            into=ScheduledEventExceptionModel,
        )

    async def delete_exception(self, scheduled_event_id: int, exception_id: int) -> None:
        """Let one time of a recurring event take place as planned again."""
        await self._request(
            DELETE_GUILD_SCHEDULED_EVENT_EXCEPTION,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            exception_id=exception_id,
        )

    async def fetch_users(
        self,
        scheduled_event_id: int,
        *,
        with_member: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
    ) -> list[ScheduledEventUserModel]:
        """Fetch users who are interested in a scheduled event, by ascending id.

        Args:
            scheduled_event_id: Id of the scheduled event.
            with_member: Whether to add what they are as members.
            before: Only users before this id; it outdoes `after`.
            after: Only users after this id.
            limit: How many users at most, 1-100; 100 unless given.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
        """
        answer = await self._request(
            LIST_GUILD_SCHEDULED_EVENT_USERS,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            query=_page_of_users(with_member, before, after, limit),
        )
        return models(ScheduledEventUserModel, answer)

    def iter_users(
        self,
        scheduled_event_id: int,
        *,
        with_member: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 100,
    ) -> Pages[ScheduledEventUserModel]:
        """Iterate over the users who are interested in a scheduled event, by ascending id, a request for each page.

        Args:
            scheduled_event_id: Id of the scheduled event.
            with_member: Whether to add what they are as members.
            before: Only users before this id; without `after`, they come by descending id.
            after: Only users after this id.
            limit: How many users at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """
        return pages_by_id(
            partial(self.fetch_users, scheduled_event_id, with_member=with_member),
            lambda interested: interested.user_id,
            before=before,
            after=after,
            limit=limit,
            page_size=page_size,
        )

    async def fetch_exception_users(
        self,
        scheduled_event_id: int,
        exception_id: int,
        *,
        with_member: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
    ) -> list[ScheduledEventUserModel]:
        """Fetch users who are interested in one time of a recurring event that differs, by ascending id.

        Args:
            scheduled_event_id: Id of the recurring event.
            exception_id: Id of the exception.
            with_member: Whether to add what they are as members.
            before: Only users before this id; it outdoes `after`.
            after: Only users after this id.
            limit: How many users at most, 1-100; 100 unless given.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
        """
        answer = await self._request(
            LIST_GUILD_SCHEDULED_EVENT_EXCEPTION_USERS,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            guild_scheduled_event_exception_id=exception_id,
            query=_page_of_users(with_member, before, after, limit),
        )
        return models(ScheduledEventUserModel, answer)

    def iter_exception_users(
        self,
        scheduled_event_id: int,
        exception_id: int,
        *,
        with_member: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 100,
    ) -> Pages[ScheduledEventUserModel]:
        """Iterate over the users who are interested in one time of a recurring event that differs, by ascending id.

        A request is made for each page.

        Args:
            scheduled_event_id: Id of the recurring event.
            exception_id: Id of the exception.
            with_member: Whether to add what they are as members.
            before: Only users before this id; without `after`, they come by descending id.
            after: Only users after this id.
            limit: How many users at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """
        return pages_by_id(
            partial(self.fetch_exception_users, scheduled_event_id, exception_id, with_member=with_member),
            lambda interested: interested.user_id,
            before=before,
            after=after,
            limit=limit,
            page_size=page_size,
        )

    async def fetch_user_counts(
        self, scheduled_event_id: int, *, guild_scheduled_event_exception_ids: Sequence[int] | None = None
    ) -> ScheduledEventUserCountModel:
        """Fetch how many users are interested in a scheduled event.

        Args:
            scheduled_event_id: Id of the scheduled event.
            guild_scheduled_event_exception_ids: Exceptions to count as well, at most 10.

        Raises:
            InvalidRequest: there are more exceptions than that.
        """
        Count(0, 10).check("guild_scheduled_event_exception_ids", guild_scheduled_event_exception_ids)
        return await self._request(
            COUNT_GUILD_SCHEDULED_EVENT_USERS,
            guild_id=self.guild_id,
            guild_scheduled_event_id=scheduled_event_id,
            query={"guild_scheduled_event_exception_ids": guild_scheduled_event_exception_ids},
            into=ScheduledEventUserCountModel,
        )


def _page_of_users(
    with_member: bool | None, before: int | None, after: int | None, limit: int | None
) -> dict[str, object]:
    Range(1, 100).check("limit", limit)
    return {"with_member": with_member, "before": before, "after": after, "limit": limit}
