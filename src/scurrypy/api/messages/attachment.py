"""Files of messages."""

import os
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Annotated, TypeAlias

from scurrypy.api.application import ApplicationModel
from scurrypy.api.user import UserModel
from scurrypy.enums.message import AttachmentFlags
from scurrypy.wire.errors import MissingField
from scurrypy.wire.limits import Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Serialized
from scurrypy.wire.upload import Upload


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


class AttachmentPart(DataModel):
    """A file to be sent, or an attachment to be kept.

    See [Discord Docs/Uploading Files](https://docs.discord.com/developers/reference#uploading-files).
    """

    path: str | None = None
    """Path of the file to send."""
    description: Annotated[str, Length(0, 1024)] | None = None
    """What it shows, at most 1024 characters."""
    id: int | None = None
    """Id of the attachment to keep; leave it out for a new file."""
    filename: Annotated[str, Length(1, 1024)] | None = None
    """Name the file is to have; that of `path` unless given."""
    title: Annotated[str, Length(0, 1024)] | None = None
    """Title, at most 1024 characters."""
    duration_secs: Annotated[float, Range(0)] | None = None
    """Length in seconds; voice messages only."""
    waveform: Annotated[str, Length(0, 400)] | None = None
    """Volume over time, in base64; voice messages only."""
    is_spoiler: bool | None = None
    """Whether it is hidden until clicked."""
    is_remix: bool | None = None
    """Whether it was edited with the remix feature."""

    def to_dict(self) -> Serialized:
        """Return the description of the attachment, without the path.

        Raises:
            MissingField: there is neither a path nor an id.
        """
        body = super().to_dict()
        path = body.pop("path", None)
        if path is not None:
            # It takes both kinds of slashes, wherever the path was written.
            body.setdefault("filename", PureWindowsPath(path).name)
        elif self.id is None:
            raise MissingField("AttachmentPart.path: neither a path nor the id of an attachment is set")
        return body


if TYPE_CHECKING:
    SentAttachment: TypeAlias = AttachmentPart | Upload | str | os.PathLike[str]
else:
    # msgspec cannot tell these apart when it reads JSON; only an `AttachmentPart` is ever read from JSON.
    SentAttachment = AttachmentPart
