"""Layouts of polls."""

from scurrypy.enums.enum_types import DiscordTypes


class PollLayoutType(DiscordTypes):
    """Layouts of polls.

    See [Discord Docs/Layout Type](https://docs.discord.com/developers/resources/poll#layout-type).
    """

    DEFAULT = 1
    """The only one."""
