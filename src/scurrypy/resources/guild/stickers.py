"""The stickers of a guild."""

from typing import Unpack

from scurrypy.api.image_data import ImageAssetPart
from scurrypy.api.messages.sticker import StickerModel, StickerPart
from scurrypy.params.guild import EditGuildStickerParams
from scurrypy.resources.base_resource import models
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import (
    CREATE_GUILD_STICKER,
    DELETE_GUILD_STICKER,
    GET_GUILD_STICKER,
    LIST_GUILD_STICKERS,
    UPDATE_GUILD_STICKER,
)
from scurrypy.wire.checking import check
from scurrypy.wire.upload import Upload


class GuildStickers(GuildFacet):
    """The stickers of a guild. Creating needs CREATE_GUILD_EXPRESSIONS; others' need MANAGE_GUILD_EXPRESSIONS.

    Every change fires GUILD_STICKERS_UPDATE.
    """

    async def fetch_stickers(self) -> list[StickerModel]:
        """Fetch all stickers of the guild."""
        return models(StickerModel, await self._request(LIST_GUILD_STICKERS, guild_id=self.id))

    async def fetch_sticker(self, sticker_id: int) -> StickerModel:
        """Fetch a sticker of the guild."""
        return await self._request(GET_GUILD_STICKER, guild_id=self.id, sticker_id=sticker_id, into=StickerModel)

    async def create_sticker(
        self, sticker: StickerPart, file: ImageAssetPart | Upload, *, reason: str | None = None
    ) -> StickerModel:
        """Create a sticker.

        Args:
            sticker: Name, description and tags.
            file: The image: PNG, APNG, GIF or Lottie, at most 512 KiB and 320 x 320 pixels.
            reason: Why, for the guild's audit log.
        """
        check(sticker)
        form: dict[str, object] = {"name": sticker.name, "description": sticker.description or "", "tags": sticker.tags}
        if isinstance(file, ImageAssetPart):
            image = file.to_dict()
            file = Upload(image["filename"], image["value"], content_type=image["content_type"])
        form["file"] = file
        return await self._request(
            CREATE_GUILD_STICKER, guild_id=self.id, assets=form, reason=reason, into=StickerModel
        )

    async def edit_sticker(
        self, sticker_id: int, *, reason: str | None = None, **options: Unpack[EditGuildStickerParams]
    ) -> StickerModel:
        """Edit a sticker; what is not given stays."""
        return await self._request(
            UPDATE_GUILD_STICKER,
            guild_id=self.id,
            sticker_id=sticker_id,
            body=changes(EditGuildStickerParams, options),
            reason=reason,
            into=StickerModel,
        )

    async def delete_sticker(self, sticker_id: int, *, reason: str | None = None) -> None:
        """Delete a sticker."""
        await self._request(DELETE_GUILD_STICKER, guild_id=self.id, sticker_id=sticker_id, reason=reason)
