"""Threads: made, changed, deleted, and who is in them."""

from typing import ClassVar

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.channels.threads import ThreadMemberModel
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class ThreadCreateEvent(Event, ChannelModel):
    """A thread was created, or the bot was added to a private one. Needs the GUILDS intent.

    See [Discord Docs/Thread Create](https://docs.discord.com/developers/events/gateway-events#thread-create).
    """

    dispatch_name: ClassVar[str] = EventType.THREAD_CREATE

    newly_created: bool | None = None
    """Whether the thread is new; None where the bot was added to one that existed."""


class ThreadUpdateEvent(Event, ChannelModel):
    """A thread was changed. Needs the GUILDS intent.

    See [Discord Docs/Thread Update](https://docs.discord.com/developers/events/gateway-events#thread-update).
    """

    dispatch_name: ClassVar[str] = EventType.THREAD_UPDATE


class ThreadDeleteEvent(Event):
    """A thread was deleted. Needs the GUILDS intent.

    See [Discord Docs/Thread Delete](https://docs.discord.com/developers/events/gateway-events#thread-delete).
    """

    dispatch_name: ClassVar[str] = EventType.THREAD_DELETE

    id: Snowflake = REQUIRED
    """Id of the thread."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    parent_id: Snowflake = REQUIRED
    """Id of the channel the thread was in."""
    type: ChannelType = REQUIRED
    """Type of the thread."""


class ThreadListSyncEvent(Event):
    """The bot gained access to channels; their active threads. Needs the GUILDS intent.

    See [Discord Docs/Thread List Sync](https://docs.discord.com/developers/events/gateway-events#thread-list-sync).
    """

    dispatch_name: ClassVar[str] = EventType.THREAD_LIST_SYNC

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    channel_ids: list[Snowflake] | None = None
    """Ids of the channels whose threads are listed, also those without any; None for all of the guild."""
    threads: list[ChannelModel] = REQUIRED
    """All active threads of those channels that the bot can see."""
    members: list[ThreadMemberModel] = REQUIRED
    """The bot's membership of each thread it has joined."""


class ThreadMemberUpdateEvent(Event, ThreadMemberModel):
    """The bot's own membership of a thread was changed. Needs the GUILDS intent.

    See [Discord Docs/Thread Member Update](https://docs.discord.com/developers/events/gateway-events#thread-member-update).
    """

    dispatch_name: ClassVar[str] = EventType.THREAD_MEMBER_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class ThreadMembersUpdateEvent(Event):
    """Someone was added to or removed from a thread.

    Needs the GUILDS intent; without GUILD_MEMBERS it tells of the bot only.

    See [Discord Docs/Thread Members Update](https://docs.discord.com/developers/events/gateway-events#thread-members-update).
    """

    dispatch_name: ClassVar[str] = EventType.THREAD_MEMBERS_UPDATE

    id: Snowflake = REQUIRED
    """Id of the thread."""
    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    member_count: int = REQUIRED
    """How many are in the thread, approximately, counted up to 50."""
    added_members: list[ThreadMemberModel] | None = None
    """Who was added."""
    removed_member_ids: list[Snowflake] | None = None
    """Ids of the users who were removed."""
