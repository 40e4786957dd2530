"""Where activities run."""

from scurrypy.enums.enum_types import DiscordString


class EmbeddedActivityLocationKind(DiscordString):
    """Kinds of places where an activity runs.

    See [Discord Docs/Activity Location Kind](https://docs.discord.com/developers/resources/application#get-application-activity-instance-activity-location-kind-enum).
    """

    GUILD_CHANNEL = "gc"
    """A channel of a guild."""
    PRIVATE_CHANNEL = "pc"
    """Direct messages, with one user or several."""
    PARTY = "party"
    """A party."""
