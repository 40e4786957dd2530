"""Invites: made and deleted."""

from typing import ClassVar

from scurrypy.api.application import ApplicationModel
from scurrypy.api.user import UserModel
from scurrypy.enums.events import EventType
from scurrypy.enums.invite import InviteTargetType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class InviteCreateEvent(Event):
    """An invite was created. Needs the GUILD_INVITES intent and MANAGE_CHANNELS.

    See [Discord Docs/Invite Create](https://docs.discord.com/developers/events/gateway-events#invite-create).
    """

    dispatch_name: ClassVar[str] = EventType.INVITE_CREATE

    channel_id: Snowflake = REQUIRED
    """Id of the channel it leads to."""
    code: str = REQUIRED
    """Code, the last part of its link."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    inviter: UserModel | None = None
    """Who created it."""
    uses: int = REQUIRED
    """How often it was used; 0."""
    max_uses: int = REQUIRED
    """How often it can be used; 0 for without limit."""
    max_age: int = REQUIRED
    """Seconds it is valid; 0 for without limit."""
    temporary: bool = REQUIRED
    """Whether those who come by it are removed when they disconnect, unless they got a role."""
    created_at: str = REQUIRED
    """ISO 8601 time at which it was created."""
    target_type: InviteTargetType | None = None
    """What it leads to in a voice channel."""
    target_user: UserModel | None = None
    """Whose stream it leads to."""
    target_application: ApplicationModel | None = None
    """Which Activity it leads to."""
    expires_at: str | None = None
    """ISO 8601 time at which it expires."""
    role_ids: list[Snowflake] | None = None
    """Ids of the roles that those who come by it get."""


class InviteDeleteEvent(Event):
    """An invite was deleted. Needs the GUILD_INVITES intent and MANAGE_CHANNELS.

    See [Discord Docs/Invite Delete](https://docs.discord.com/developers/events/gateway-events#invite-delete).
    """

    dispatch_name: ClassVar[str] = EventType.INVITE_DELETE

    channel_id: Snowflake = REQUIRED
    """Id of the channel it led to."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    code: str = REQUIRED
    """Code, the last part of its link."""
