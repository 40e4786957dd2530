"""Permission overwrites of channels."""

from scurrypy.enums.channel import OverwriteType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class OverwriteModel(DataModel):
    """What a role or member may do in one channel.

    See [Discord Docs/Overwrite Object](https://docs.discord.com/developers/resources/channel#overwrite-object).
    """

    id: Snowflake = REQUIRED
    """The role or member."""
    type: OverwriteType = REQUIRED
    """Which of the two."""
    allow: Permissions = REQUIRED
    """What is allowed."""
    deny: Permissions = REQUIRED
    """What is denied."""


class OverwritePart(DataModel):
    """What a role or member is to be allowed in one channel.

    See [Discord Docs/Overwrite Object](https://docs.discord.com/developers/resources/channel#overwrite-object).
    """

    id: SentId | None = None
    """The role or member."""
    type: OverwriteType | None = None
    """Which of the two."""
    allow: Permissions | None = None
    """What is allowed."""
    deny: Permissions | None = None
    """What is denied."""
