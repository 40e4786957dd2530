"""Direct messages."""

from scurrypy.api.channels.channel import ChannelModel


class DMChannelModel(ChannelModel):
    """A channel of direct messages: `recipients`, `icon`, `owner_id` and `application_id` apply.

    See [Discord Docs/Channel Object](https://docs.discord.com/developers/resources/channel#channel-object).
    """
