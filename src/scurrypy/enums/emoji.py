"""Kinds of reactions."""

from scurrypy.enums.enum_types import DiscordTypes


class ReactionType(DiscordTypes):
    """Kinds of reactions.

    See [Discord Docs/Reaction Types](https://docs.discord.com/developers/resources/message#get-reactions-reaction-types).
    """

    NORMAL = 0
    """An ordinary reaction."""
    BURST = 1
    """A super reaction."""
