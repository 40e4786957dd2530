"""The beginning of a session."""

from typing import ClassVar

from scurrypy.api.application import ApplicationModel
from scurrypy.api.guilds.guild import ReadyGuildModel
from scurrypy.api.user import UserModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.types import REQUIRED


class ReadyEvent(Event):
    """A session began: on the first connection of each shard, and whenever a lost one cannot be resumed.

    Needs no intent.

    See [Discord Docs/Ready](https://docs.discord.com/developers/events/gateway-events#ready).
    """

    dispatch_name: ClassVar[str] = EventType.READY

    v: int = REQUIRED
    """Version of the gateway."""
    user: UserModel = REQUIRED
    """The bot's own user."""
    guilds: list[ReadyGuildModel] = REQUIRED
    """The guilds of this shard, all unavailable; each follows with GUILD_CREATE."""
    session_id: str = REQUIRED
    """Id of the session."""
    resume_gateway_url: str = REQUIRED
    """Where to resume the session."""
    shard: list[int] | None = None
    """Id of the shard, and how many there are."""
    application: ApplicationModel = REQUIRED
    """The bot's own application: `id` and `flags`."""
