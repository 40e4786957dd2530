"""What those outside see of a guild: its widget, preview and vanity URL."""

from typing import Unpack

from scurrypy.api.guilds.preview import GuildPreviewModel
from scurrypy.api.guilds.vanity_url import VanityURLModel
from scurrypy.api.guilds.widget import GuildWidgetModel, GuildWidgetSettingsModel
from scurrypy.enums.widget import WidgetImageStyle
from scurrypy.params.guild import EditGuildWidgetParams
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import (
    GET_GUILD_PREVIEW,
    GET_GUILD_VANITY_URL,
    GET_GUILD_WIDGET,
    GET_GUILD_WIDGET_PNG,
    GET_GUILD_WIDGET_SETTINGS,
    UPDATE_GUILD_WIDGET_SETTINGS,
)


class GuildWidget(GuildFacet):
    """What those outside see of a guild: its widget, preview and vanity URL."""

    async def fetch_preview(self) -> GuildPreviewModel:
        """Fetch what anyone may know of the guild; the bot must be in it unless it is discoverable."""
        return await self._request(GET_GUILD_PREVIEW, guild_id=self.id, into=GuildPreviewModel)

    async def fetch_vanity_url(self) -> VanityURLModel:
        """Fetch the invite whose code the guild chose, and how often it was used; needs MANAGE_GUILD."""
        return await self._request(GET_GUILD_VANITY_URL, guild_id=self.id, into=VanityURLModel)

    async def fetch_widget_settings(self) -> GuildWidgetSettingsModel:
        """Fetch whether the guild has a widget; needs MANAGE_GUILD."""
        return await self._request(GET_GUILD_WIDGET_SETTINGS, guild_id=self.id, into=GuildWidgetSettingsModel)

    async def edit_widget_settings(
        self, *, reason: str | None = None, **options: Unpack[EditGuildWidgetParams]
    ) -> GuildWidgetSettingsModel:
        """Switch the widget on or off; what is not given stays; needs MANAGE_GUILD. Fires GUILD_UPDATE.

        Raises:
            BadRequest: it was edited too often; later it may succeed (30042).
        """
        return await self._request(
            UPDATE_GUILD_WIDGET_SETTINGS,
            guild_id=self.id,
            body=changes(EditGuildWidgetParams, options),
            reason=reason,
            into=GuildWidgetSettingsModel,
        )

    async def fetch_widget(self) -> GuildWidgetModel:
        """Fetch the widget, as anyone may; sent without the bot's token. May fire INVITE_CREATE.

        Raises:
            Forbidden: the widget is off (50004).
        """
        return await self._request(GET_GUILD_WIDGET, guild_id=self.id, authorization=None, into=GuildWidgetModel)

    async def fetch_widget_image(self, style: WidgetImageStyle | None = None) -> bytes:
        """Fetch the widget as an image, as anyone may; sent without the bot's token.

        Args:
            style: Style of the image; the shield unless given.

        Returns:
            The bytes of a PNG file.

        Raises:
            Forbidden: the widget is off (50004).
        """
        image: bytes = await self._request(
            GET_GUILD_WIDGET_PNG, guild_id=self.id, query={"style": style}, authorization=None
        )
        return image
