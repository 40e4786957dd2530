"""Stages under way."""

from typing import Annotated

from scurrypy.enums.stage_instance import StagePrivacyLevel
from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
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
    discoverable_disabled: bool = REQUIRED
    """Whether it is left out of discovery; deprecated."""
    guild_scheduled_event_id: Snowflake | None = None
    """The scheduled event it belongs to; None where it belongs to none."""


class StageInstancePart(DataModel):
    """A stage to be begun.

    See [Discord Docs/Create Stage Instance](https://docs.discord.com/developers/resources/stage-instance#create-stage-instance).
    """

    _needed = ("channel_id", "topic")

    topic: Annotated[str, Length(1, 120)] | None = None
    """Topic, 1-120 characters."""
    privacy_level: StagePrivacyLevel | None = None
    """Who sees it; members of the guild unless given."""
    send_start_notification: bool | None = None
    """Whether to notify @everyone, which needs MENTION_EVERYONE."""
    guild_scheduled_event_id: SentId | None = None
    """The scheduled event it belongs to."""
    channel_id: SentId | None = None
    """The stage channel; `StageInstance.create` puts its own here."""
