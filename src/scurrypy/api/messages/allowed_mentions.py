"""Whom a message may notify."""

from typing import Annotated

from scurrypy.enums.message import AllowedMentionType
from scurrypy.wire.limits import Count
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake


class AllowedMentionsPart(DataModel):
    """Whom a message may notify.

    See [Discord Docs/Allowed Mentions Object](https://docs.discord.com/developers/resources/message#allowed-mentions-object).
    """

    parse: list[AllowedMentionType] | None = None
    """Kinds of mentions that count; none for an empty list."""
    roles: Annotated[list[Snowflake], Count(0, 100)] | None = None
    """Roles that may be notified, at most 100."""
    users: Annotated[list[Snowflake], Count(0, 100)] | None = None
    """Users that may be notified, at most 100."""
    replied_user: bool | None = None
    """Whether the author replied to is notified."""
