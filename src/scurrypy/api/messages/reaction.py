"""Reactions."""

from scurrypy.api.emoji import EmojiModel
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class ReactionCountDetailsModel(DataModel):
    """How many reactions of each kind.

    See [Discord Docs/Reaction Count Details](https://docs.discord.com/developers/resources/message#reaction-count-details-object).
    """

    burst: int = REQUIRED
    """Super reactions."""
    normal: int = REQUIRED
    """Ordinary reactions."""


class ReactionModel(DataModel):
    """The reactions with one emoji.

    See [Discord Docs/Reaction Object](https://docs.discord.com/developers/resources/message#reaction-object).
    """

    count: int = REQUIRED
    """How many, super reactions included."""
    count_details: ReactionCountDetailsModel = REQUIRED
    """How many of each kind."""
    me: bool = REQUIRED
    """Whether the bot is among them."""
    me_burst: bool = REQUIRED
    """Whether the bot is among the super reactions."""
    emoji: EmojiModel = REQUIRED
    """The emoji."""
    burst_colors: list[str] = REQUIRED
    """Colors of the super reactions, in hexadecimal."""
