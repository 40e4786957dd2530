"""Files of messages."""

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import msgspec

from scurrypy.api.application import ApplicationModel
from scurrypy.api.data_uri import SentPath
from scurrypy.api.user import UserModel
from scurrypy.enums.message import AttachmentFlags
from scurrypy.wire.errors import MissingField
from scurrypy.wire.limits import Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Serialized
from scurrypy.wire.upload import FilePath, Upload, UploadContent, description_of


class AttachmentModel(DataModel):
    """A file of a message.

    See [Discord Docs/Attachment Object](https://docs.discord.com/developers/resources/message#attachment-object).
    """

    id: Snowflake = REQUIRED
    """Id of the attachment."""
    filename: str = REQUIRED
    """Name of the file."""
    title: str | None = None
    """Title."""
    description: str | None = None
    """What it shows, at most 1024 characters."""
    content_type: str | None = None
    """Media type."""
    size: int = REQUIRED
    """Size in bytes."""
    url: str = REQUIRED
    """Address; valid for a while."""
    proxy_url: str = REQUIRED
    """Address at Discord's proxy."""
    height: int | None = None
    """Height in pixels; images and videos only."""
    width: int | None = None
    """Width in pixels; images and videos only."""
    ephemeral: bool | None = None
    """Whether it is deleted after a while, as those of ephemeral messages are."""
    flags: AttachmentFlags | None = None
    """Peculiarities."""
    duration_secs: float | None = None
    """Length in seconds; voice messages and the like."""
    waveform: str | None = None
    """Volume over time, in base64; voice messages only."""
    placeholder: str | None = None
    """Thumbhash of what it shows."""
    placeholder_version: int | None = None
    """Version of the placeholder."""
    clip_participants: list[UserModel] | None = None
    """Who was in the stream; clips only."""
    clip_created_at: str | None = None
    """When the clip was made, ISO 8601."""
    application: ApplicationModel | None = None
    """Application in the stream; clips only."""


if TYPE_CHECKING:
    SentContent: TypeAlias = UploadContent | Upload
else:
    # As with `SentPath`: no file is ever read from JSON.
    SentContent = Any


class AttachmentPart(DataModel):
    """A file to be sent, or an attachment to be kept.

    A voice message is one of these alone, with `duration_secs` and `waveform`, in a message with the flag
    `IS_VOICE_MESSAGE`.

    See [Discord Docs/Uploading Files](https://docs.discord.com/developers/reference#uploading-files).
    """

    _secrets = ("content",)
    may_be_text = True

    path: SentPath | None = None
    """Path of the file to send."""
    description: Annotated[str, Length(0, 1024)] | None = None
    """What it shows, at most 1024 characters."""
    id: int | None = None
    """Id of the attachment to keep; leave it out for a new file."""
    filename: Annotated[str, Length(1, 1024)] | None = None
    """Name the file is to have; that of `path` or `content` unless given."""
    title: Annotated[str, Length(0, 1024)] | None = None
    """Title, at most 1024 characters."""
    duration_secs: Annotated[float, Range(0)] | None = None
    """Length in seconds; voice messages only."""
    waveform: Annotated[str, Length(0, 400)] | None = None
    """Volume over time, a byte for each of at most 256 moments, in base64; voice messages only."""
    is_spoiler: bool | None = None
    """Whether it is hidden until clicked."""
    is_remix: bool | None = None
    """Whether it was edited with the remix feature."""
    content: SentContent | None = None
    """The file to send instead of a path: bytes, a binary file, a stream, or an `Upload`."""

    def to_dict(self) -> Serialized:
        """Return the description of the attachment, without the file.

        Raises:
            MissingField: there is neither a file nor an id, or the file has no name.
        """
        body = super().to_dict()
        body.pop("path", None)
        body.pop("content", None)
        upload = self.upload
        if upload is not None:
            body = {**description_of(upload), **body, "filename": upload.filename}
        elif self.id is None:
            raise MissingField("AttachmentPart: neither a file (path, content) nor the id of an attachment is set")
        return body

    @property
    def upload(self) -> Upload | None:
        """The file to send; None where the attachment is one to keep.

        Raises:
            MissingField: the file has no name.
        """
        content = self.path if self.content is None else self.content
        if content is None:
            return None
        if isinstance(content, Upload):
            return content if self.filename is None else msgspec.structs.replace(content, filename=self.filename)
        name = self.filename or _name_of(content)
        if name is None:
            raise MissingField("AttachmentPart.filename: its content tells no name")
        return Upload(name, content)


def _name_of(content: Any) -> str | None:
    """Return the name that a path or an open file tells; a file that was made from a number tells none."""
    if isinstance(content, str):
        return content
    if hasattr(content, "__fspath__"):
        return _name_of(content.__fspath__())
    return _name_of(content.name) if hasattr(content, "name") else None


if TYPE_CHECKING:
    SentAttachment: TypeAlias = AttachmentPart | Upload | FilePath
else:
    # msgspec cannot tell these apart when it reads JSON; only an `AttachmentPart` is ever read from JSON.
    SentAttachment = AttachmentPart
