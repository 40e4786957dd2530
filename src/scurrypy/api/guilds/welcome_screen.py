"""The welcome screen of a guild."""

from typing import Annotated

from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildWelcomeChannelModel(DataModel):
    """A channel on the welcome screen.

    See [Discord Docs/Welcome Screen Channel](https://docs.discord.com/developers/resources/guild#welcome-screen-object-welcome-screen-channel-structure).
    """

    channel_id: Snowflake = REQUIRED
    """The channel."""
    description: str = REQUIRED
    """What it is for."""
    emoji_id: Snowflake | None = None
    """Id of a custom emoji; None where there is none."""
    emoji_name: str | None = None
    """Name of the custom emoji, or Unicode characters; None where there is none."""


class GuildWelcomeScreenModel(DataModel):
    """What new members see first.

    See [Discord Docs/Welcome Screen Object](https://docs.discord.com/developers/resources/guild#welcome-screen-object).
    """

    description: str | None = None
    """What the guild is for; None where nobody said."""
    welcome_channels: list[GuildWelcomeChannelModel] = REQUIRED
    """Its channels, at most 5."""


class WelcomeScreenChannelPart(DataModel):
    """A channel for the welcome screen.

    See [Discord Docs/Modify Guild Welcome Screen](https://docs.discord.com/developers/resources/guild#modify-guild-welcome-screen).
    """

    channel_id: SentId | None = None
    """The channel."""
    description: Annotated[str, Length(1, 50)] | None = None
    """What it is for, 1-50 characters."""
    emoji_id: SentId | None = None
    """Id of a custom emoji."""
    emoji_name: str | None = None
    """Name of the custom emoji, or Unicode characters."""
