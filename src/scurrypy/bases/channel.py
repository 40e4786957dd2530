"""The base of channels to be created."""

from scurrypy.wire.model import DataModel


class GuildChannelCreate(DataModel):
    """A channel to be created in a guild.

    See [Discord Docs/Create Guild Channel](https://docs.discord.com/developers/resources/guild#create-guild-channel).
    """
