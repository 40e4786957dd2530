"""How the address of an image is put together: path, format, size."""

from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from scurrypy.wire.errors import InvalidRequest

CDN: Final = "https://cdn.discordapp.com"
"""Where images are."""
MEDIA: Final = "https://media.discordapp.net"
"""Where stickers that are GIFs are, unlike everything else."""

ImageFormat: TypeAlias = Literal["webp", "png", "jpeg", "jpg", "gif"]
"""File formats of images. Discord advises WebP; GIF is there only for images that move."""

_STILL: Final = ("webp", "png", "jpeg", "jpg")
_SIZES: Final = tuple(1 << power for power in range(4, 13))


def still(place: str, format: ImageFormat, size: int | None) -> str:
    """Return the address of an image that never moves.

    Args:
        place: Path of the image, quoted, without the ending.
        format: File format.
        size: Pixels of the longer side; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    if format not in _STILL:
        raise InvalidRequest("format", "webp, png or jpeg, as this image never moves", format)
    return _address(place, format, size, moves=False)


def moving(place: str, format: ImageFormat, size: int | None, *, moves: bool, animated: bool) -> str:
    """Return the address of an image that may move.

    Args:
        place: Path of the image, quoted, without the ending.
        format: File format.
        size: Pixels of the longer side; None for what Discord chooses.
        moves: Whether this one moves.
        animated: Whether a WebP is to move, where it can.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    if format == "gif" and not moves:
        raise InvalidRequest("format", "webp, png or jpeg, as this image does not move", format)
    if format not in (*_STILL, "gif"):
        raise InvalidRequest("format", "webp, png, jpeg or gif", format)
    return _address(place, format, size, moves=moves and animated and format == "webp")


def is_animated(hash: str) -> bool:
    """Return whether the image of a hash moves: then it begins with `a_`."""
    return hash.startswith("a_")


def path(*segments: str | int) -> str:
    """Return words, ids and hashes as a path, each of them quoted.

    Raises:
        InvalidRequest: one is empty, or would lead elsewhere.
    """
    texts = [str(int(segment)) if isinstance(segment, int) else segment for segment in segments]
    for text in texts:
        if text in ("", ".", ".."):
            raise InvalidRequest("path", "ids and hashes as Discord sent them", text)
    return "/".join(quote(text, safe="") for text in texts)


def check_size(size: int | None) -> None:
    """Refuse a size that Discord does not make.

    Raises:
        InvalidRequest: it is no power of two, or outside of 16-4096.
    """
    if size is not None and size not in _SIZES:
        raise InvalidRequest("size", "a power of two, 16-4096", size)


def _address(place: str, format: str, size: int | None, *, moves: bool) -> str:
    check_size(size)
    query = [*(["animated=true"] if moves else []), *([f"size={size}"] if size is not None else [])]
    return f"{CDN}/{place}.{format}{'?' if query else ''}{'&'.join(query)}"
