"""Who sees a stage."""

from scurrypy.enums.enum_types import DiscordTypes


class StagePrivacyLevel(DiscordTypes):
    """Who sees a stage.

    See [Discord Docs/Privacy Level](https://docs.discord.com/developers/resources/stage-instance#stage-instance-object-privacy-level).
    """

    PUBLIC = 1
    """Everybody; deprecated."""
    GUILD_ONLY = 2
    """Members of the guild."""
