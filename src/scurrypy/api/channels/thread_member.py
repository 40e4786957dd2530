"""Users in threads."""

from scurrypy.api.presence import PresenceModel
from scurrypy.api.user import GuildMemberModel
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class ThreadMemberModel(DataModel):
    """A user in a thread.

    See [Discord Docs/Thread Member Object](https://docs.discord.com/developers/resources/channel#thread-member-object).
    """

    id: Snowflake = REQUIRED
    """The thread; absent in GUILD_CREATE."""
    user_id: Snowflake = REQUIRED
    """The user; absent in GUILD_CREATE."""
    join_timestamp: str = REQUIRED
    """When the user last joined, ISO 8601."""
    member: GuildMemberModel | None = None
    """The member; only where it was asked for."""
    default_thread_rate_limit_per_user: int | None = None
    """Never sent by Discord; ScurryPy 2 had it."""
    flags: int = REQUIRED
    """The user's settings for the thread, such as notifications."""
    presence: PresenceModel | None = None
    """What the member is doing; in THREAD_MEMBERS_UPDATE only."""
