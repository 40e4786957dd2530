"""Roles: made, changed, deleted."""

from typing import ClassVar

from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class RoleCreateEvent(Event):
    """A role was created. Needs the GUILDS intent.

    See [Discord Docs/Guild Role Create](https://docs.discord.com/developers/events/gateway-events#guild-role-create).
    """

    dispatch_name: ClassVar[str] = EventType.ROLE_CREATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    role: GuildRoleModel = REQUIRED
    """The role."""


class RoleUpdateEvent(Event):
    """A role was changed. Needs the GUILDS intent.

    See [Discord Docs/Guild Role Update](https://docs.discord.com/developers/events/gateway-events#guild-role-update).
    """

    dispatch_name: ClassVar[str] = EventType.ROLE_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    role: GuildRoleModel = REQUIRED
    """The role as it is now."""


class RoleDeleteEvent(Event):
    """A role was deleted. Needs the GUILDS intent.

    See [Discord Docs/Guild Role Delete](https://docs.discord.com/developers/events/gateway-events#guild-role-delete).
    """

    dispatch_name: ClassVar[str] = EventType.ROLE_DELETE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    role_id: Snowflake = REQUIRED
    """Id of the role."""
