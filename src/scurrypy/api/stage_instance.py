"""Stages under way."""

from scurrypy.enums.stage_instance import StagePrivacyLevel
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class StageInstanceModel(DataModel):
    """A stage under way.

    See [Discord Docs/Stage Instance Object](https://docs.discord.com/developers/resources/stage-instance#stage-instance-object).
    """

    id: Snowflake = REQUIRED
    """Id of the stage instance."""
    guild_id: Snowflake = REQUIRED
    """The guild."""
    channel_id: Snowflake = REQUIRED
    """The stage channel."""
    topic: str = REQUIRED
    """Topic, 1-120 characters."""
    privacy_level: StagePrivacyLevel = REQUIRED
    """Who sees it."""
    discoverable_disabled: bool | None = None
    """Whether it is left out of discovery; deprecated."""
    guild_scheduled_event_id: Snowflake | None = None
    """The scheduled event it belongs to."""
