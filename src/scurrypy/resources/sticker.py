"""Stickers, and the packs of stickers that Discord offers."""

from scurrypy.api.messages.sticker import StickerModel, StickerPackModel
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.routes import GET_STICKER, GET_STICKER_PACK, LIST_STICKER_PACKS


class Sticker(BaseResource):
    """Stickers of any guild, and Discord's own. Those of one guild are found under `Guild`.

    See [Discord Docs/Sticker](https://docs.discord.com/developers/resources/sticker).
    """

    async def fetch(self, sticker_id: int) -> StickerModel:
        """Fetch a sticker."""
        return await self._request(GET_STICKER, sticker_id=sticker_id, into=StickerModel)

    async def fetch_sticker_packs(self) -> list[StickerPackModel]:
        """Fetch all sticker packs that Discord offers."""
        answer = await self._request(LIST_STICKER_PACKS)
        return models(StickerPackModel, answer["sticker_packs"])

    async def fetch_sticker_pack(self, pack_id: int) -> StickerPackModel:
        """Fetch a sticker pack."""
        return await self._request(GET_STICKER_PACK, pack_id=pack_id, into=StickerPackModel)
