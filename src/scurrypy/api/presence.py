"""What users are doing."""

from typing import Annotated

from scurrypy.api.emoji import EmojiModel
from scurrypy.api.user import UserModel
from scurrypy.enums.presence import ActivityFlags, ActivityType, StatusDisplayType, StatusType
from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Serialized, Text


class ClientStatusModel(DataModel):
    """Where a user is online.

    See [Discord Docs/Client Status Object](https://docs.discord.com/developers/events/gateway-events#client-status-object).
    """

    desktop: StatusType | None = None
    """On a desktop."""
    mobile: StatusType | None = None
    """On a phone."""
    web: StatusType | None = None
    """In a browser, or as a bot."""
    vr: StatusType | None = None
    """In virtual reality."""


class ActivityTimestampsModel(DataModel):
    """When an activity began and will end.

    See [Discord Docs/Activity Timestamps](https://docs.discord.com/developers/events/gateway-events#activity-object-activity-timestamps).
    """

    start: int | float | None = None
    """Begin, in milliseconds since the Unix epoch."""
    end: int | float | None = None
    """End, in milliseconds since the Unix epoch."""


class ActivityPartyModel(DataModel):
    """Those who share an activity.

    See [Discord Docs/Activity Party](https://docs.discord.com/developers/events/gateway-events#activity-object-activity-party).
    """

    id: Text | None = None
    """Id of the party."""
    size: list[int] | None = None
    """How many there are, and how many there can be."""


class ActivityAssetsModel(DataModel):
    """Images of an activity.

    See [Discord Docs/Activity Assets](https://docs.discord.com/developers/events/gateway-events#activity-object-activity-assets).
    """

    large_image: str | None = None
    """The large image."""
    large_text: str | None = None
    """Text on it."""
    large_url: str | None = None
    """Address it leads to."""
    small_image: str | None = None
    """The small image."""
    small_text: str | None = None
    """Text on it."""
    small_url: str | None = None
    """Address it leads to."""
    invite_cover_image: str | None = None
    """Image of an invitation."""


class ActivitySecretsModel(DataModel):
    """What lets others join an activity.

    See [Discord Docs/Activity Secrets](https://docs.discord.com/developers/events/gateway-events#activity-object-activity-secrets).
    """

    _secrets = ("join", "spectate", "match")

    join: str | None = None
    """To join."""
    spectate: str | None = None
    """To watch."""
    match: str | None = None
    """To join one match."""


class ActivityModel(DataModel):
    """Something a user is doing.

    See [Discord Docs/Activity Object](https://docs.discord.com/developers/events/gateway-events#activity-object).
    """

    name: str = REQUIRED
    """Name."""
    type: ActivityType = REQUIRED
    """Kind."""
    url: str | None = None
    """Address of the stream."""
    created_at: int = REQUIRED
    """When it was added, in milliseconds since the Unix epoch."""
    timestamps: ActivityTimestampsModel | None = None
    """When it began and will end."""
    application_id: Snowflake | None = None
    """Application of the game."""
    status_display_type: StatusDisplayType | None = None
    """Which text stands in the member list."""
    details: str | None = None
    """What exactly the user is doing."""
    details_url: str | None = None
    """Address that leads to."""
    state: str | None = None
    """State of the party, or the text of a custom status."""
    state_url: str | None = None
    """Address that leads to."""
    emoji: EmojiModel | None = None
    """Emoji of a custom status."""
    party: ActivityPartyModel | None = None
    """Those who share it."""
    assets: ActivityAssetsModel | None = None
    """Images."""
    secrets: ActivitySecretsModel | None = None
    """What lets others join."""
    instance: bool | None = None
    """Whether it is a session of a game."""
    flags: ActivityFlags | None = None
    """What it offers."""
    buttons: list[str] | None = None
    """Labels of its buttons, at most 2."""
    id: str | None = None
    """Id of the activity; Discord does not document it."""


class PresenceModel(DataModel):
    """Whether a user is online, and what the user is doing.

    See [Discord Docs/Presence Update](https://docs.discord.com/developers/events/gateway-events#presence-update).
    """

    user: UserModel = REQUIRED
    """The user; all but the id may be absent."""
    guild_id: Snowflake | None = None
    """The guild; absent in GUILD_CREATE."""
    status: StatusType = REQUIRED
    """Whether online."""
    activities: list[ActivityModel] = REQUIRED
    """What the user is doing."""
    client_status: ClientStatusModel = REQUIRED
    """Where the user is online."""


class ActivityPart(DataModel):
    """What the bot is to be seen doing.

    See [Discord Docs/Activity Object](https://docs.discord.com/developers/events/gateway-events#activity-object).
    """

    name: Annotated[str, Length(0, 128)] | None = None
    """Name, at most 128 characters."""
    type: ActivityType | None = None
    """Kind."""
    url: str | None = None
    """Address of the stream; Twitch and YouTube only."""
    state: Annotated[str, Length(0, 128)] | None = None
    """State, or the text of a custom status; at most 128 characters."""


class PresencePart(DataModel):
    """Whether the bot is to be seen online, and what it is doing.

    See [Discord Docs/Update Presence](https://docs.discord.com/developers/events/gateway-events#update-presence).
    """

    since: int | None = None
    """Since when it is idle, in milliseconds since the Unix epoch."""
    activities: list[ActivityPart] | None = None
    """What it is doing."""
    status: StatusType | None = None
    """Whether online."""
    afk: bool | None = None
    """Whether it is away."""

    def to_dict(self) -> Serialized:
        """Return every field; Discord wants all four."""
        return {"since": None, "activities": [], "status": StatusType.ONLINE, "afk": False, **super().to_dict()}
