"""What a prune does."""

from scurrypy.wire.model import DataModel


class GuildPruneModel(DataModel):
    """How many inactive members a prune removes.

    See [Discord Docs/Begin Guild Prune](https://docs.discord.com/developers/resources/guild#begin-guild-prune).
    """

    pruned: int | None = None
    """How many; None where they were not to be counted."""
