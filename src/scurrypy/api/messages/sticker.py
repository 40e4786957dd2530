"""Stickers, by the path ScurryPy 2 gave them."""

from scurrypy.api.sticker import StickerItemModel, StickerModel, StickerPackModel, StickerPart

__all__ = ["StickerItemModel", "StickerModel", "StickerPackModel", "StickerPart"]
