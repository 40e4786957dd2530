"""Who is in which voice channel."""

from scurrypy.api.user import GuildMemberModel
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class VoiceStateModel(DataModel):
    """A user in a voice channel.

    See [Discord Docs/Voice State Object](https://docs.discord.com/developers/resources/voice#voice-state-object).
    """

    guild_id: Snowflake | None = None
    """The guild; absent in GUILD_CREATE."""
    channel_id: Snowflake | None = None
    """The channel; None after leaving."""
    user_id: Snowflake = REQUIRED
    """The user."""
    member: GuildMemberModel | None = None
    """The user as a member."""
    session_id: str = REQUIRED
    """Id of the session."""
    deaf: bool = REQUIRED
    """Whether moderators deafened the user."""
    mute: bool = REQUIRED
    """Whether moderators muted the user."""
    self_deaf: bool = REQUIRED
    """Whether the user does not listen."""
    self_mute: bool = REQUIRED
    """Whether the user does not speak."""
    self_stream: bool | None = None
    """Whether the user streams."""
    self_video: bool = REQUIRED
    """Whether the user's camera is on."""
    suppress: bool = REQUIRED
    """Whether the user may not speak, as in the audience of a stage."""
    request_to_speak_timestamp: str | None = None
    """Since when the user asks to speak, ISO 8601."""


class VoiceRegionModel(DataModel):
    """A voice region.

    See [Discord Docs/Voice Region Object](https://docs.discord.com/developers/resources/voice#voice-region-object).
    """

    id: str = REQUIRED
    """Id of the region."""
    name: str = REQUIRED
    """Name."""
    optimal: bool = REQUIRED
    """Whether it is the closest."""
    deprecated: bool = REQUIRED
    """Whether it is better avoided."""
    custom: bool = REQUIRED
    """Whether it is for certain events only."""
