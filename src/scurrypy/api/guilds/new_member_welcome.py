"""The server guide, which welcomes new members."""

from scurrypy.api.emoji import EmojiModel
from scurrypy.enums.joining import NewMemberActionType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class WelcomeMessageModel(DataModel):
    """The greeting of a server guide."""

    author_ids: list[Snowflake] = REQUIRED
    """Members in whose names it stands."""
    message: str = REQUIRED
    """Its text."""


class NewMemberActionModel(DataModel):
    """Something a new member is asked to do."""

    channel_id: Snowflake = REQUIRED
    """The channel to do it in."""
    action_type: NewMemberActionType = REQUIRED
    """What to do there."""
    title: str = REQUIRED
    """What it is called."""
    description: str = REQUIRED
    """More about it."""
    emoji: EmojiModel | None = None
    """Emoji beside it."""
    icon: str | None = None
    """Hash of the icon beside it."""


class ResourceChannelModel(DataModel):
    """A channel with something to read."""

    channel_id: Snowflake = REQUIRED
    """The channel."""
    title: str = REQUIRED
    """What it is called in the guide."""
    emoji: EmojiModel | None = None
    """Emoji beside it."""
    icon: str | None = None
    """Hash of the icon beside it."""
    description: str = REQUIRED
    """What is to be found there."""


class GuildNewMemberWelcomeModel(DataModel):
    """The server guide, which welcomes new members."""

    guild_id: Snowflake = REQUIRED
    """The guild."""
    enabled: bool = REQUIRED
    """Whether it is on."""
    welcome_message: WelcomeMessageModel | None = None
    """Greeting."""
    new_member_actions: list[NewMemberActionModel] = REQUIRED
    """What a new member is asked to do."""
    resource_channels: list[ResourceChannelModel] = REQUIRED
    """Channels with something to read."""
