"""Images to be sent with a request."""

from typing import ClassVar

from scurrypy.api.data_uri import DataURIPart, SentBytes, SentPath, bytes_of, read_file
from scurrypy.wire import media_types
from scurrypy.wire.errors import InvalidFile, MissingField
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import Serialized


class ImageDataPart(DataURIPart):
    """An image inside a request's body: PNG, JPEG, GIF, WebP or AVIF.

    See [Discord Docs/Image Data](https://docs.discord.com/developers/reference#image-data).
    """

    _signatures: ClassVar[media_types.Formats] = media_types.IMAGES
    _kinds: ClassVar[str] = "a PNG, JPEG, GIF, WebP or AVIF image"


class ImageAssetPart(DataModel):
    """A file beside a request's body: the image of a sticker.

    See [Discord Docs/Create Guild Sticker](https://docs.discord.com/developers/resources/sticker#create-guild-sticker).
    """

    filename: SentPath | None = None
    """Path of the file."""
    content_type: str | None = None
    """Media type; judged by the content unless given."""
    data: SentBytes | None = None
    """The file itself, instead of what the path leads to: bytes, or an open binary file."""

    def to_dict(self) -> Serialized:
        """Return the name, the media type and the content of the file.

        Raises:
            MissingField: there is no file name.
            InvalidFile: the file cannot be read, or its media type is unknown.
        """
        if self.filename is None:
            raise MissingField("ImageAssetPart.filename: not set")
        data = read_file(self.filename) if self.data is None else bytes_of(self.data, "ImageAssetPart.data")
        kind = self.content_type or media_types.of_content(data) or media_types.of_name(str(self.filename))
        if kind is None:
            raise InvalidFile(f"{self.filename}: unknown media type")
        return {"filename": str(self.filename), "content_type": kind, "value": data}
