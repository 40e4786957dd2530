"""Emojis, stickers and sounds."""

from typing import Final

from scurrypy.cdn.images import CDN, MEDIA, ImageFormat, moving, path, still
from scurrypy.enums.guild import StickerFormatType
from scurrypy.wire.errors import InvalidRequest

_STICKERS: Final = 710982414301790216
"""The application that the banners of sticker packs belong to."""

_STICKER_FILES: Final = {
    StickerFormatType.PNG: (CDN, "png"),
    StickerFormatType.APNG: (CDN, "png"),
    StickerFormatType.LOTTIE: (CDN, "json"),
    StickerFormatType.GIF: (MEDIA, "gif"),
}


def custom_emoji(
    emoji_id: int, *, animated: bool = False, format: ImageFormat = "webp", size: int | None = None
) -> str:
    """Return the address of a custom emoji.

    Args:
        emoji_id: Id of the emoji.
        animated: Whether it moves, as the emoji says; a WebP then moves as well.
        format: File format; gif only where it moves.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return moving(path("emojis", emoji_id), format, size, moves=animated, animated=animated)


def sticker(sticker_id: int, format_type: StickerFormatType) -> str:
    """Return the address of a sticker, in the one format and size that it has: PNG, Lottie (JSON) or GIF.

    Args:
        sticker_id: Id of the sticker.
        format_type: `format_type` of the sticker.

    Raises:
        InvalidRequest: this version does not know the format.
    """
    if format_type not in _STICKER_FILES:
        raise InvalidRequest("format_type", "PNG, APNG, LOTTIE or GIF", format_type)
    host, ending = _STICKER_FILES[format_type]
    return f"{host}/{path('stickers', sticker_id)}.{ending}"


def sticker_pack_banner(banner_asset_id: int, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of the banner of a pack of standard stickers.

    Args:
        banner_asset_id: `banner_asset_id` of the pack.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("app-assets", _STICKERS, "store", banner_asset_id), format, size)


def soundboard_sound(sound_id: int) -> str:
    """Return the address of a sound of the soundboard, which is MP3 or Ogg.

    See [Discord Docs/Sound Files](https://docs.discord.com/developers/resources/soundboard#soundboard-sound-object-sound-files).
    """
    return f"{CDN}/{path('soundboard-sounds', sound_id)}"
