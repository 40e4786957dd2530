"""The widget of a guild, which web pages show, and who may see it."""

from scurrypy.enums.presence import StatusType
from scurrypy.enums.widget import WidgetUserDiscriminator
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildWidgetSettingsModel(DataModel):
    """Whether a guild has a widget, and where that leads.

    See [Discord Docs/Guild Widget Settings Object](https://docs.discord.com/developers/resources/guild#guild-widget-settings-object).
    """

    enabled: bool = REQUIRED
    """Whether the widget is on."""
    channel_id: Snowflake | None = None
    """Channel the widget invites to; None where it invites to none."""


class WidgetChannelModel(DataModel):
    """A voice channel or stage that everybody may see.

    See [Discord Docs/Guild Widget Object](https://docs.discord.com/developers/resources/guild#guild-widget-object).
    """

    id: Snowflake = REQUIRED
    """Id of the channel."""
    name: str = REQUIRED
    """Name."""
    position: int = REQUIRED
    """Place among the channels."""


class WidgetActivityModel(DataModel):
    """What somebody in a widget is doing.

    See [Discord Docs/Guild Widget Object](https://docs.discord.com/developers/resources/guild#guild-widget-object).
    """

    name: str = REQUIRED
    """Name of the activity."""


class WidgetMemberModel(DataModel):
    """Somebody in a widget, whose identity Discord withholds.

    See [Discord Docs/Guild Widget Object](https://docs.discord.com/developers/resources/guild#guild-widget-object).
    """

    id: str = REQUIRED
    """Number in this list, not the id of the user."""
    username: str = REQUIRED
    """Name that is shown."""
    discriminator: WidgetUserDiscriminator = REQUIRED
    """Always "0000"."""
    avatar: str | None = None
    """Always None; `avatar_url` shows the avatar."""
    status: StatusType = REQUIRED
    """Whether they are there."""
    avatar_url: str = REQUIRED
    """Address of the avatar."""
    activity: WidgetActivityModel | None = None
    """What they are doing."""
    deaf: bool | None = None
    """Whether the guild deafened them; in voice channels only."""
    mute: bool | None = None
    """Whether the guild muted them; in voice channels only."""
    self_deaf: bool | None = None
    """Whether they deafened themselves; in voice channels only."""
    self_mute: bool | None = None
    """Whether they muted themselves; in voice channels only."""
    suppress: bool | None = None
    """Whether they may not speak; in voice channels only."""
    channel_id: Snowflake | None = None
    """Voice channel they are in."""


class GuildWidgetModel(DataModel):
    """What a guild shows of itself on web pages.

    See [Discord Docs/Guild Widget Object](https://docs.discord.com/developers/resources/guild#guild-widget-object).
    """

    id: Snowflake = REQUIRED
    """Id of the guild."""
    name: str = REQUIRED
    """Name, 2-100 characters."""
    instant_invite: str | None = None
    """Address of an invite to the widget's channel; None where it has none."""
    channels: list[WidgetChannelModel] = REQUIRED
    """Voice channels and stages that everybody may see."""
    members: list[WidgetMemberModel] = REQUIRED
    """Those online, at most 100."""
    presence_count: int = REQUIRED
    """How many are online."""
