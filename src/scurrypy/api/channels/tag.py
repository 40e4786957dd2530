"""Tags of forum threads."""

from typing import Annotated

from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class TagModel(DataModel):
    """A tag of a forum.

    See [Discord Docs/Forum Tag Object](https://docs.discord.com/developers/resources/channel#forum-tag-object).
    """

    id: Snowflake = REQUIRED
    """Id of the tag."""
    name: str = REQUIRED
    """Name."""
    moderated: bool = REQUIRED
    """Whether only those who manage threads may set it."""
    emoji_id: Snowflake | None = None
    """Id of a custom emoji; None where there is none."""
    emoji_name: str | None = None
    """Unicode characters; None where there are none."""


class TagPart(DataModel):
    """A tag for a forum.

    See [Discord Docs/Forum Tag Object](https://docs.discord.com/developers/resources/channel#forum-tag-object).
    """

    name: Annotated[str, Length(0, 20)] | None = None
    """Name, at most 20 characters."""
    moderated: bool | None = None
    """Whether only those who manage threads may set it."""
    emoji_id: SentId | None = None
    """Id of a custom emoji."""
    emoji_name: Annotated[str, Length(0, 100)] | None = None
    """Unicode characters, at most 100."""
    id: SentId | None = None
    """Id of the tag to keep; absent for a new one."""
