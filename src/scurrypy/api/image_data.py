"""Images to be sent inside a request."""

import base64
import mimetypes
from pathlib import Path

from scurrypy.wire.errors import InvalidFile, MissingField
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import Serialized

_SIGNATURES = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypavis", "image/avif"),
)
"""Where a format's first bytes stand, which they are, and the media type they stand for."""


def _sniff(data: bytes) -> str | None:
    """Return the media type of an image, judged by its content: a file's name may be wrong."""
    return next((kind for start, mark, kind in _SIGNATURES if data.startswith(mark, start)), None)


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InvalidFile(f"{path}: {error.strerror}") from error


class ImageDataPart(DataModel):
    """An image inside a request's body: PNG, JPEG, GIF, WebP or AVIF.

    See [Discord Docs/Image Data](https://docs.discord.com/developers/reference#image-data).
    """

    path: str | None = None
    """Path of the image."""
    data: bytes | None = None
    """The image itself, instead of a path."""

    def to_dict(self) -> str:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride] - sent as text
        """Return the image as a data URI.

        Raises:
            MissingField: there is neither a path nor the image itself.
            InvalidFile: the file cannot be read, or is not an image.
        """
        if self.data is None and self.path is None:
            raise MissingField("ImageDataPart: neither path nor data is set")
        data = _read(self.path or "") if self.data is None else self.data
        kind = _sniff(data)
        if kind is None:
            raise InvalidFile(f"{self.path or 'ImageDataPart.data'}: not a PNG, JPEG, GIF, WebP or AVIF image")
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"


class ImageAssetPart(DataModel):
    """A file beside a request's body: the image of a sticker.

    See [Discord Docs/Create Guild Sticker](https://docs.discord.com/developers/resources/sticker#create-guild-sticker).
    """

    filename: str | None = None
    """Path of the file."""
    content_type: str | None = None
    """Media type; judged by the content unless given."""
    data: bytes | None = None
    """The file itself, instead of what the path leads to."""

    def to_dict(self) -> Serialized:
        """Return the name, the media type and the content of the file.

        Raises:
            MissingField: there is no file name.
            InvalidFile: the file cannot be read, or its media type is unknown.
        """
        if self.filename is None:
            raise MissingField("ImageAssetPart.filename: not set")
        data = _read(self.filename) if self.data is None else self.data
        kind = self.content_type or _sniff(data) or mimetypes.guess_type(self.filename)[0]
        if kind is None:
            raise InvalidFile(f"{self.filename}: unknown media type")
        return {"filename": self.filename, "content_type": kind, "value": data}
