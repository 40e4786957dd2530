"""Channels that follow others."""

from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class FollowedChannelModel(DataModel):
    """A channel that is followed.

    See [Discord Docs/Followed Channel Object](https://docs.discord.com/developers/resources/channel#followed-channel-object).
    """

    channel_id: Snowflake = REQUIRED
    """The channel that is followed."""
    webhook_id: Snowflake = REQUIRED
    """Webhook that posts what it publishes."""
