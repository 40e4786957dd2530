"""Every resource, made of one HTTP client."""

from scurrypy.http.protocols import HTTPClientProtocol
from scurrypy.resources.application import Application, CurrentApplication
from scurrypy.resources.auto_moderation import AutoModeration
from scurrypy.resources.channel import Channel
from scurrypy.resources.command import GlobalCommand, GuildCommand
from scurrypy.resources.current_user import CurrentUser
from scurrypy.resources.emoji import ApplicationEmoji, GuildEmoji
from scurrypy.resources.gateway import Gateway
from scurrypy.resources.guild import Guild
from scurrypy.resources.guild_template import GuildTemplate
from scurrypy.resources.interaction import Interaction
from scurrypy.resources.invite import Invite
from scurrypy.resources.lobby import Lobby
from scurrypy.resources.message import Message
from scurrypy.resources.oauth2 import OAuth2
from scurrypy.resources.partner_sdk import PartnerSDK
from scurrypy.resources.scheduled_event import ScheduledEvent
from scurrypy.resources.sku import Sku
from scurrypy.resources.soundboard import Soundboard
from scurrypy.resources.stage_instance import StageInstance
from scurrypy.resources.sticker import Sticker
from scurrypy.resources.user import User
from scurrypy.resources.voice_region import VoiceRegion
from scurrypy.resources.webhook import Webhook
from scurrypy.wire.snowflake import Snowflake


class ResourceFactories:
    """Hands out the resources through which a bot acts; a `Client` does, and one can be made without a gateway.

    Args:
        http: Sends the requests.
    """

    def __init__(self, http: HTTPClientProtocol) -> None:
        self.http: HTTPClientProtocol = http
        """Sends the requests; for operations that no resource offers."""

    def application(self, application_id: int) -> Application:
        """Return the resource of an application."""
        return Application(self.http, Snowflake(application_id))

    def application_emoji(self, application_id: int) -> ApplicationEmoji:
        """Return the resource of an application's emojis."""
        return ApplicationEmoji(self.http, Snowflake(application_id))

    def auto_moderation(self, guild_id: int) -> AutoModeration:
        """Return the resource of a guild's rules of auto moderation."""
        return AutoModeration(self.http, Snowflake(guild_id))

    def channel(self, channel_id: int) -> Channel:
        """Return the resource of a channel or thread."""
        return Channel(self.http, Snowflake(channel_id))

    def current_application(self) -> CurrentApplication:
        """Return the resource of the bot's own application, for which its id is not needed."""
        return CurrentApplication(self.http)

    def current_user(self, access_token: str) -> CurrentUser:
        """Return the resource of a user who let the application act, by that user's access token."""
        return CurrentUser(self.http, access_token)

    def gateway(self) -> Gateway:
        """Return the resource that tells where the gateway is."""
        return Gateway(self.http)

    def global_command(self, application_id: int) -> GlobalCommand:
        """Return the resource of an application's global commands."""
        return GlobalCommand(self.http, Snowflake(application_id))

    def guild_command(self, application_id: int, guild_id: int) -> GuildCommand:
        """Return the resource of an application's commands in one guild."""
        return GuildCommand(self.http, Snowflake(application_id), Snowflake(guild_id))

    def guild_emoji(self, guild_id: int) -> GuildEmoji:
        """Return the resource of a guild's emojis."""
        return GuildEmoji(self.http, Snowflake(guild_id))

    def guild_template(self, guild_id: int | None = None) -> GuildTemplate:
        """Return the resource of a guild's templates; without the guild's id, `fetch` alone works."""
        return GuildTemplate(self.http, None if guild_id is None else Snowflake(guild_id))

    def guild(self, guild_id: int) -> Guild:
        """Return the resource of a guild."""
        return Guild(self.http, Snowflake(guild_id))

    def interaction(
        self,
        id: int,
        token: str,
        application_id: int | None = None,
        *,
        attachment_size_limit: int | None = None,
    ) -> Interaction:
        """Return the resource of an interaction; what comes after its first answer needs the application's id.

        Args:
            id: Id of the interaction.
            token: Its token.
            application_id: Id of the application.
            attachment_size_limit: Bytes that each file of an answer may have, as the event says; None to let Discord
                judge.
        """
        return Interaction(
            self.http,
            Snowflake(id),
            token,
            application_id=None if application_id is None else Snowflake(application_id),
            attachment_size_limit=attachment_size_limit,
        )

    def invite(self, code: str) -> Invite:
        """Return the resource of an invite."""
        return Invite(self.http, code)

    def lobby(self, lobby_id: int) -> Lobby:
        """Return the resource of a lobby."""
        return Lobby(self.http, Snowflake(lobby_id))

    def message(self, channel_id: int, message_id: int) -> Message:
        """Return the resource of a message. Mind the order: the channel comes first."""
        return Message(self.http, Snowflake(message_id), Snowflake(channel_id))

    def oauth2(self, client_id: int | None = None, client_secret: str | None = None) -> OAuth2:
        """Return the resource of OAuth2; tokens need the application's id and secret."""
        return OAuth2(self.http, None if client_id is None else Snowflake(client_id), client_secret)

    def partner_sdk(self) -> PartnerSDK:
        """Return the resource of the Social SDK, as the server of a game uses it."""
        return PartnerSDK(self.http)

    def scheduled_event(self, guild_id: int) -> ScheduledEvent:
        """Return the resource of a guild's scheduled events."""
        return ScheduledEvent(self.http, Snowflake(guild_id))

    def soundboard(self, guild_id: int | None = None) -> Soundboard:
        """Return the resource of a guild's sounds; without the guild's id, `fetch_default_sounds` alone works."""
        return Soundboard(self.http, None if guild_id is None else Snowflake(guild_id))

    def stage_instance(self, channel_id: int) -> StageInstance:
        """Return the resource of a stage channel's stage."""
        return StageInstance(self.http, Snowflake(channel_id))

    def sku(self, sku_id: int) -> Sku:
        """Return the resource of a SKU, which is something an application sells."""
        return Sku(self.http, Snowflake(sku_id))

    def sticker(self) -> Sticker:
        """Return the resource of stickers and sticker packs."""
        return Sticker(self.http)

    def user(self) -> User:
        """Return the resource of users and of the bot itself."""
        return User(self.http)

    def voice_region(self) -> VoiceRegion:
        """Return the resource of voice regions."""
        return VoiceRegion(self.http)

    def webhook(self, id: int, token: str | None = None) -> Webhook:
        """Return the resource of a webhook; with its token it needs no permission."""
        return Webhook(self.http, Snowflake(id), token)
