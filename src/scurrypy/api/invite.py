"""Invites."""

from collections.abc import Sequence
from typing import Annotated

from scurrypy.api.application import ApplicationModel
from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.api.scheduled_event import ScheduledEventModel
from scurrypy.api.user import UserModel
from scurrypy.enums.invite import InviteFlags, InviteTargetType, InviteType, TargetUsersJobStatus
from scurrypy.wire.limits import Count, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildLivelinessModel(DataModel):
    """How much is written in a guild that an invite leads to.

    See [Discord Docs/Invite Object](https://docs.discord.com/developers/resources/invite#invite-object).
    """

    msg_activity_bins: list[int] = REQUIRED
    """How much was written, by span of time; Discord does not document the unit."""
    last_updated_ts: str | None = None
    """When that was counted, ISO 8601."""


class InviteModel(DataModel):
    """An invite.

    See [Discord Docs/Invite Object](https://docs.discord.com/developers/resources/invite#invite-object).
    """

    type: InviteType = REQUIRED
    """What it leads to."""
    code: str = REQUIRED
    """What it is used with."""
    guild: GuildModel | None = None
    """Guild it leads to, in part."""
    channel: ChannelModel | None = None
    """Channel it leads to, in part; None where there is none."""
    inviter: UserModel | None = None
    """Who created it."""
    approximate_member_count: int | None = None
    """About how many members; only where counts were asked for."""
    expires_at: str | None = None
    """When it expires, ISO 8601; None for never."""
    roles: list[GuildRoleModel] | None = None
    """Roles that whoever uses it gets, in part."""
    target_type: InviteTargetType | None = None
    """What it points at in a voice channel."""
    target_user: UserModel | None = None
    """Whose stream that is."""
    target_application: ApplicationModel | None = None
    """Which activity that is, in part."""
    approximate_presence_count: int | None = None
    """About how many are online; only where counts were asked for."""
    guild_scheduled_event: ScheduledEventModel | None = None
    """Scheduled event it was created for."""
    flags: InviteFlags | None = None
    """Peculiarities."""
    guild_id: Snowflake | None = None
    """Id of the guild."""
    is_nickname_changeable: bool | None = None
    """Whether whoever uses it may change their nickname."""
    target_channel_id: Snowflake | None = None
    """Channel it leads on to; only where that was asked for."""
    target_message_id: Snowflake | None = None
    """Message it leads on to; only where that was asked for."""
    liveliness: GuildLivelinessModel | None = None
    """How much is written in the guild."""
    is_contact: bool | None = None
    """Whether who created it is a contact of whoever asks."""
    friends_count: int | None = None
    """How many friends the inviter has; invites of friends only."""


class InviteWithMetadataModel(InviteModel):
    """An invite, and how often it was and may be used.

    See [Discord Docs/Invite Metadata Object](https://docs.discord.com/developers/resources/invite#invite-metadata-object).
    """

    uses: int = REQUIRED
    """How often it was used."""
    max_uses: int = REQUIRED
    """How often it can be used; 0 for no limit."""
    max_age: int = REQUIRED
    """Seconds it is valid; 0 for no limit."""
    temporary: bool = REQUIRED
    """Whether it makes members who leave as soon as they go offline."""
    created_at: str = REQUIRED
    """When it was created, ISO 8601."""


class TargetUsersJobStatusModel(DataModel):
    """How far Discord has come with the list of those who may use an invite.

    See [Discord Docs/Get Target Users Job Status](https://docs.discord.com/developers/resources/invite#get-target-users-job-status).
    """

    status: TargetUsersJobStatus = REQUIRED
    """How far it has come."""
    total_users: int = REQUIRED
    """How many users the list names."""
    processed_users: int = REQUIRED
    """How many of them are done."""
    created_at: str | None = None
    """When the work began, ISO 8601."""
    completed_at: str | None = None
    """When the work was done, ISO 8601; None before, and where it failed."""
    error_message: str | None = None
    """Why it failed."""


class InvitePart(DataModel):
    """An invite to be created.

    See [Discord Docs/Create Channel Invite](https://docs.discord.com/developers/resources/channel#create-channel-invite).
    """

    max_age: Annotated[int, Range(0, 5_184_000)] | None = None
    """Seconds it is valid, at most 5184000 (60 days); 0 for no limit, 86400 unless given."""
    max_uses: Annotated[int, Range(0, 100)] | None = None
    """How often it can be used, at most 100; 0 for no limit."""
    temporary: bool | None = None
    """Whether it makes members who leave as soon as they go offline."""
    unique: bool | None = None
    """Whether it must be new, not an equal one that exists."""
    role_ids: Annotated[Sequence[SentId], Count(0, 250)] | None = None
    """Roles that whoever uses it gets, at most 250; needs MANAGE_ROLES and roles below the bot's own."""
    target_type: InviteTargetType | None = None
    """What it points at in a voice channel."""
    target_user_id: SentId | None = None
    """Whose stream that is."""
    target_application_id: SentId | None = None
    """Which activity that is."""
