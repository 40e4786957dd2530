"""Every resource, made of one HTTP client."""

from __future__ import annotations

from scurrypy import resources
from scurrypy.http.protocols import HTTPClientProtocol
from scurrypy.wire.snowflake import id_of


class ResourceFactories:
    """Hands out the resources through which a bot acts; a `Client` does, and one can be made without a gateway.

    Args:
        http: Sends the requests.
    """

    def __init__(self, http: HTTPClientProtocol) -> None:
        self.http: HTTPClientProtocol = http
        """Sends the requests; for operations that no resource offers."""

    def application(self, application_id: int) -> resources.Application:
        """Return the resource of an application."""
        return resources.Application(self.http, id_of(application_id, "application_id"))

    def application_emoji(self, application_id: int) -> resources.ApplicationEmoji:
        """Return the resource of an application's emojis."""
        return resources.ApplicationEmoji(self.http, id_of(application_id, "application_id"))

    def auto_moderation(self, guild_id: int) -> resources.AutoModeration:
        """Return the resource of a guild's rules of auto moderation."""
        return resources.AutoModeration(self.http, id_of(guild_id, "guild_id"))

    def channel(self, channel_id: int) -> resources.Channel:
        """Return the resource of a channel or thread."""
        return resources.Channel(self.http, id_of(channel_id, "channel_id"))

    def current_application(self) -> resources.CurrentApplication:
        """Return the resource of the bot's own application, for which its id is not needed."""
        return resources.CurrentApplication(self.http)

    def current_user(self, access_token: str) -> resources.CurrentUser:
        """Return the resource of a user who let the application act, by that user's access token."""
        return resources.CurrentUser(self.http, access_token)

    def gateway(self) -> resources.Gateway:
        """Return the resource that tells where the gateway is."""
        return resources.Gateway(self.http)

    def global_command(self, application_id: int) -> resources.GlobalCommand:
        """Return the resource of an application's global commands."""
        return resources.GlobalCommand(self.http, id_of(application_id, "application_id"))

    def guild_command(self, application_id: int, guild_id: int) -> resources.GuildCommand:
        """Return the resource of an application's commands in one guild."""
        return resources.GuildCommand(self.http, id_of(application_id, "application_id"), id_of(guild_id, "guild_id"))

    def guild_emoji(self, guild_id: int) -> resources.GuildEmoji:
        """Return the resource of a guild's emojis."""
        return resources.GuildEmoji(self.http, id_of(guild_id, "guild_id"))

    def guild_template(self, guild_id: int | None = None) -> resources.GuildTemplate:
        """Return the resource of a guild's templates; without the guild's id, `fetch` alone works."""
        return resources.GuildTemplate(self.http, None if guild_id is None else id_of(guild_id, "guild_id"))

    def guild(self, guild_id: int) -> resources.Guild:
        """Return the resource of a guild."""
        return resources.Guild(self.http, id_of(guild_id, "guild_id"))

    def interaction(
        self,
        id: int,
        token: str,
        application_id: int | None = None,
        *,
        attachment_size_limit: int | None = None,
    ) -> resources.Interaction:
        """Return the resource of an interaction; what comes after its first answer needs the application's id.

        Args:
            id: Id of the interaction.
            token: Its token.
            application_id: Id of the application.
            attachment_size_limit: Bytes that each file of an answer may have, as the event says; None to let Discord
                judge.
        """
        return resources.Interaction(
            self.http,
            id_of(id, "id"),
            token,
            application_id=None if application_id is None else id_of(application_id, "application_id"),
            attachment_size_limit=attachment_size_limit,
        )

    def invite(self, code: str) -> resources.Invite:
        """Return the resource of an invite."""
        return resources.Invite(self.http, code)

    def lobby(self, lobby_id: int) -> resources.Lobby:
        """Return the resource of a lobby."""
        return resources.Lobby(self.http, id_of(lobby_id, "lobby_id"))

    def message(self, channel_id: int, message_id: int) -> resources.Message:
        """Return the resource of a message. Mind the order: the channel comes first."""
        return resources.Message(self.http, id_of(message_id, "message_id"), id_of(channel_id, "channel_id"))

    def oauth2(self, client_id: int | None = None, client_secret: str | None = None) -> resources.OAuth2:
        """Return the resource of OAuth2; tokens need the application's id and secret."""
        return resources.OAuth2(self.http, None if client_id is None else id_of(client_id, "client_id"), client_secret)

    def partner_sdk(self) -> resources.PartnerSDK:
        """Return the resource of the Social SDK, as the server of a game uses it."""
        return resources.PartnerSDK(self.http)

    def scheduled_event(self, guild_id: int) -> resources.ScheduledEvent:
        """Return the resource of a guild's scheduled events."""
        return resources.ScheduledEvent(self.http, id_of(guild_id, "guild_id"))

    def sku(self, sku_id: int) -> resources.SKU:
        """Return the resource of a SKU, which is something an application sells."""
        return resources.SKU(self.http, id_of(sku_id, "sku_id"))

    def soundboard(self, guild_id: int | None = None) -> resources.Soundboard:
        """Return the resource of a guild's sounds; without the guild's id, `fetch_default_sounds` alone works."""
        return resources.Soundboard(self.http, None if guild_id is None else id_of(guild_id, "guild_id"))

    def stage_instance(self, channel_id: int) -> resources.StageInstance:
        """Return the resource of a stage channel's stage."""
        return resources.StageInstance(self.http, id_of(channel_id, "channel_id"))

    def sticker(self) -> resources.Sticker:
        """Return the resource of stickers and sticker packs."""
        return resources.Sticker(self.http)

    def user(self) -> resources.User:
        """Return the resource of users and of the bot itself."""
        return resources.User(self.http)

    def voice_region(self) -> resources.VoiceRegion:
        """Return the resource of voice regions."""
        return resources.VoiceRegion(self.http)

    def webhook(self, id: int, token: str | None = None) -> resources.Webhook:
        """Return the resource of a webhook; with its token it needs no permission."""
        return resources.Webhook(self.http, id_of(id, "id"), token)
