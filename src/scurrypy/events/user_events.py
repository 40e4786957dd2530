"""Users and members: joined, changed, left, present, typing."""

from typing import ClassVar

from scurrypy.api.presence import PresenceModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class UserUpdateEvent(Event, UserModel):
    """The bot's own user was changed. Needs no intent.

    See [Discord Docs/User Update](https://docs.discord.com/developers/events/gateway-events#user-update).
    """

    dispatch_name: ClassVar[str] = EventType.USER_UPDATE


class GuildMemberAddEvent(Event, GuildMemberModel):
    """Someone joined a guild. Needs the GUILD_MEMBERS intent.

    See [Discord Docs/Guild Member Add](https://docs.discord.com/developers/events/gateway-events#guild-member-add).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_MEMBER_ADD

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class GuildMemberUpdateEvent(Event, GuildMemberModel):
    """A member was changed. Needs the GUILD_MEMBERS intent; without it, only the bot's own membership is told.

    See [Discord Docs/Guild Member Update](https://docs.discord.com/developers/events/gateway-events#guild-member-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_MEMBER_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class GuildMemberRemoveEvent(Event):
    """Someone left a guild, or was removed or banned. Needs the GUILD_MEMBERS intent.

    See [Discord Docs/Guild Member Remove](https://docs.discord.com/developers/events/gateway-events#guild-member-remove).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_MEMBER_REMOVE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    user: UserModel = REQUIRED
    """Who left."""


class GuildMembersChunkEvent(Event):
    """Some of the members that were asked for from the gateway.

    To ask for all members needs the GUILD_MEMBERS intent, for presences GUILD_PRESENCES.

    See [Discord Docs/Guild Members Chunk](https://docs.discord.com/developers/events/gateway-events#guild-members-chunk).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_MEMBERS_CHUNK

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    members: list[GuildMemberModel] = REQUIRED
    """Members, up to 1000."""
    chunk_index: int = REQUIRED
    """Place of this chunk in the answer, from 0."""
    chunk_count: int = REQUIRED
    """How many chunks the answer has."""
    not_found: list[Snowflake] | None = None
    """Ids that were asked for and are not members'."""
    presences: list[PresenceModel] | None = None
    """Presences of these members, if they were asked for."""
    nonce: str | None = None
    """The request's own nonce."""


class PresenceUpdateEvent(Event, PresenceModel):
    """The status or activities of a member were changed. Needs the GUILD_PRESENCES intent.

    See [Discord Docs/Presence Update](https://docs.discord.com/developers/events/gateway-events#presence-update).
    """

    dispatch_name: ClassVar[str] = EventType.PRESENCE_UPDATE


class TypingStartEvent(Event):
    """Someone started typing. Needs the GUILD_MESSAGE_TYPING intent, or DIRECT_MESSAGE_TYPING.

    See [Discord Docs/Typing Start](https://docs.discord.com/developers/events/gateway-events#typing-start).
    """

    dispatch_name: ClassVar[str] = EventType.TYPING_START

    channel_id: Snowflake = REQUIRED
    """Id of the channel."""
    user_id: Snowflake = REQUIRED
    """Id of the user."""
    timestamp: int = REQUIRED
    """Unix time in seconds at which it started."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    member: GuildMemberModel | None = None
    """The user as a member of the guild."""
