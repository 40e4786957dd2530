"""Activities that run: where, and who is in them."""

from scurrypy.enums.activity_instance import EmbeddedActivityLocationKind
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class EmbeddedActivityLocationModel(DataModel):
    """Where an activity runs.

    See [Discord Docs/Activity Location Object](https://docs.discord.com/developers/resources/application#get-application-activity-instance-activity-location-object).
    """

    id: str = REQUIRED
    """Id of the place, made of its kind and the ids below."""
    kind: EmbeddedActivityLocationKind = REQUIRED
    """Kind of place."""
    channel_id: Snowflake = REQUIRED
    """The channel."""
    guild_id: Snowflake | None = None
    """The guild, where it is in one."""


class EmbeddedActivityInstanceModel(DataModel):
    """An activity that runs.

    See [Discord Docs/Activity Instance Object](https://docs.discord.com/developers/resources/application#get-application-activity-instance-activity-instance-object).
    """

    application_id: Snowflake = REQUIRED
    """The application."""
    instance_id: str = REQUIRED
    """Id of the instance, the same for everyone in it."""
    launch_id: str = REQUIRED
    """Id of the launch that began it; any text."""
    location: EmbeddedActivityLocationModel = REQUIRED
    """Where it runs."""
    users: list[Snowflake] = REQUIRED
    """Ids of the users who are in it."""
