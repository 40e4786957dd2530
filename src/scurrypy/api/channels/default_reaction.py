"""The reaction a forum suggests."""

from typing import Annotated

from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake


class DefaultReactionModel(DataModel):
    """The reaction a forum suggests.

    See [Discord Docs/Default Reaction Object](https://docs.discord.com/developers/resources/channel#default-reaction-object).
    """

    emoji_id: Snowflake | None = None
    """Id of a custom emoji; None for Unicode."""
    emoji_name: str | None = None
    """Unicode characters; None for a custom emoji."""


class DefaultReactionPart(DataModel):
    """The reaction a forum is to suggest.

    See [Discord Docs/Default Reaction Object](https://docs.discord.com/developers/resources/channel#default-reaction-object).
    """

    emoji_id: int | None = None
    """Id of a custom emoji."""
    emoji_name: Annotated[str, Length(0, 100)] | None = None
    """Unicode characters, at most 100."""
