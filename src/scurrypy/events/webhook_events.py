"""Events that arrive over HTTP only, as webhook events: installations, and messages of the Social SDK.

Neither shards nor intents bring them. An application is sent them at the address that its settings name
(`event_webhooks_url`), if it has subscribed to them there (`event_webhooks_types`). They may come late and out of
order. Three more, those of entitlements, arrive over the gateway as well.
"""

from typing import ClassVar

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.lobby import LobbyMessageModel
from scurrypy.api.messages.message import MessageModel
from scurrypy.api.user import UserModel
from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.events import EventType
from scurrypy.enums.oauth2 import OAuth2Scope
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class ApplicationAuthorizedEvent(Event):
    """Someone installed the application, in a guild or for themselves. Arrives over HTTP only, as a webhook event.

    See [Discord Docs/Application Authorized](https://docs.discord.com/developers/events/webhook-events#application-authorized).
    """

    dispatch_name: ClassVar[str] = EventType.APPLICATION_AUTHORIZED

    user: UserModel = REQUIRED
    """Who installed it."""
    scopes: list[OAuth2Scope] = REQUIRED
    """OAuth2 scopes that the user granted."""
    integration_type: ApplicationIntegrationType | None = None
    """Whether in a guild or for the user."""
    guild: GuildModel | None = None
    """The guild it was installed in."""


class ApplicationDeauthorizedEvent(Event):
    """Someone withdrew what they had granted the application. Arrives over HTTP only, as a webhook event.

    The access tokens of that user are no longer valid. That a bot left a guild is told by GUILD_DELETE instead.

    See [Discord Docs/Application Deauthorized](https://docs.discord.com/developers/events/webhook-events#application-deauthorized).
    """

    dispatch_name: ClassVar[str] = EventType.APPLICATION_DEAUTHORIZED

    user: UserModel = REQUIRED
    """Who withdrew it."""


class QuestUserEnrollmentEvent(Event):
    """Someone took up a quest. Discord lists it among the webhook events, but sends it to nobody yet.

    Its fields are not documented; `raw` has what comes.

    See [Discord Docs/Quest User Enrollment](https://docs.discord.com/developers/events/webhook-events#quest-user-enrollment).
    """

    dispatch_name: ClassVar[str] = EventType.QUEST_USER_ENROLLMENT


class _LobbyMessage(LobbyMessageModel):
    """What is told of a message in a lobby."""

    timestamp: str | None = None
    """ISO 8601 time at which it was written; Discord does not document it."""
    edited_timestamp: str | None = None
    """ISO 8601 time at which it was last edited; Discord does not document it."""


class LobbyMessageCreateEvent(Event, _LobbyMessage):
    """A message was written in a lobby. Arrives over HTTP only, as a webhook event.

    See [Discord Docs/Lobby Message Create](https://docs.discord.com/developers/events/webhook-events#lobby-message-create).
    """

    dispatch_name: ClassVar[str] = EventType.LOBBY_MESSAGE_CREATE


class LobbyMessageUpdateEvent(Event, _LobbyMessage):
    """A message in a lobby was edited. Arrives over HTTP only, as a webhook event.

    See [Discord Docs/Lobby Message Update](https://docs.discord.com/developers/events/webhook-events#lobby-message-update).
    """

    dispatch_name: ClassVar[str] = EventType.LOBBY_MESSAGE_UPDATE


class LobbyMessageDeleteEvent(Event):
    """A message in a lobby was deleted. Arrives over HTTP only, as a webhook event.

    See [Discord Docs/Lobby Message Delete](https://docs.discord.com/developers/events/webhook-events#lobby-message-delete).
    """

    dispatch_name: ClassVar[str] = EventType.LOBBY_MESSAGE_DELETE

    id: Snowflake = REQUIRED
    """Id of the message."""
    lobby_id: Snowflake = REQUIRED
    """Id of the lobby."""


class _GameDirectMessage(MessageModel):
    """What is told of a direct message of a game: a message, or between provisional accounts a part of one."""

    channel: ChannelModel | None = None
    """The channel, with its recipients."""
    lobby_id: Snowflake | None = None
    """Id of the lobby it was written in; channels that are linked to a lobby only."""
    recipient_id: Snowflake | None = None
    """Id of the user it was written to; Discord does not document it."""


class GameDirectMessageCreateEvent(Event, _GameDirectMessage):
    """A direct message was written while a session of the Social SDK was active.

    Arrives over HTTP only, as a webhook event. Between two provisional accounts it has few of a message's fields.

    See [Discord Docs/Game Direct Message Create](https://docs.discord.com/developers/events/webhook-events#game-direct-message-create).
    """

    dispatch_name: ClassVar[str] = EventType.GAME_DIRECT_MESSAGE_CREATE


class GameDirectMessageUpdateEvent(Event, _GameDirectMessage):
    """A direct message was edited while a session of the Social SDK was active.

    Arrives over HTTP only, as a webhook event. Between two provisional accounts it has few of a message's fields.

    See [Discord Docs/Game Direct Message Update](https://docs.discord.com/developers/events/webhook-events#game-direct-message-update).
    """

    dispatch_name: ClassVar[str] = EventType.GAME_DIRECT_MESSAGE_UPDATE


class GameDirectMessageDeleteEvent(Event, _GameDirectMessage):
    """A direct message was deleted while a session of the Social SDK was active; this is what it was.

    Arrives over HTTP only, as a webhook event. Between two provisional accounts it has few of a message's fields.

    See [Discord Docs/Game Direct Message Delete](https://docs.discord.com/developers/events/webhook-events#game-direct-message-delete).
    """

    dispatch_name: ClassVar[str] = EventType.GAME_DIRECT_MESSAGE_DELETE
