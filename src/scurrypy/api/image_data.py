"""Images to be sent with a request."""

import mimetypes
from typing import ClassVar

from scurrypy.api.data_uri import DataURIPart, read_file
from scurrypy.wire.errors import InvalidFile, MissingField
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import Serialized


class ImageDataPart(DataURIPart):
    """An image inside a request's body: PNG, JPEG, GIF, WebP or AVIF.

    See [Discord Docs/Image Data](https://docs.discord.com/developers/reference#image-data).
    """

    _signatures: ClassVar[tuple[tuple[int, bytes, str], ...]] = (
        (0, b"\x89PNG\r\n\x1a\n", "image/png"),
        (0, b"\xff\xd8\xff", "image/jpeg"),
        (0, b"GIF8", "image/gif"),
        (8, b"WEBP", "image/webp"),
        (4, b"ftypavif", "image/avif"),
        (4, b"ftypavis", "image/avif"),
    )
    _kinds: ClassVar[str] = "a PNG, JPEG, GIF, WebP or AVIF image"


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
        data = read_file(self.filename) if self.data is None else self.data
        kind = self.content_type or ImageDataPart.media_type_of(data) or mimetypes.guess_type(self.filename)[0]
        if kind is None:
            raise InvalidFile(f"{self.filename}: unknown media type")
        return {"filename": self.filename, "content_type": kind, "value": data}
