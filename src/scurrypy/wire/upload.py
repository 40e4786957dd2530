"""A file to upload: its name, where its bytes come from, and what it is."""

import os
import re
from collections.abc import AsyncIterable, Callable
from typing import Annotated, BinaryIO, Final, TypeAlias

import msgspec

from scurrypy.wire.limits import Length
from scurrypy.wire.types import Serialized

FilePath: TypeAlias = str | os.PathLike[str]
"""Where a file is."""

UploadContent: TypeAlias = (
    FilePath
    | bytes
    | bytearray
    | memoryview
    | BinaryIO
    | AsyncIterable[bytes | bytearray | memoryview]
    | Callable[[], AsyncIterable[bytes | bytearray | memoryview]]
)
"""Where the bytes of an upload come from. None of these but bytes is ever held in memory whole.

- A `str` or path names a file, which is opened and read anew for each attempt.
- A binary file is sent from where it stands, again for each attempt, and is not closed.
- A function is called for each attempt, and gives the bytes piece by piece.
- A stream (an async iterable, or a binary file that cannot seek) can be read once. A request is not repeated after a
  part of it was read: where it failed then, its error is raised. Give a function to have it repeated, or read the
  stream into bytes first.
"""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


class Upload(msgspec.Struct, frozen=True):
    """A file to upload.

    See [Discord Docs/Uploading Files](https://docs.discord.com/developers/reference#uploading-files).
    """

    filename: Annotated[str, Length(1, 1024)]
    """Name that the file has in Discord; of a path only the last part is kept, whatever system it is from."""
    content: UploadContent
    """Where the bytes come from."""
    content_type: str | None = None
    """Media type, such as `image/png`; None to tell that of an image by its content, of others by their name."""
    description: Annotated[str, Length(0, 1024)] | None = None
    """Text for those who cannot see the file, at most 1024 characters."""
    size: int | None = None
    """Bytes in all, where the content is a stream or a function and that is known; for others it is measured."""
    is_spoiler: bool | None = None
    """Whether it is hidden until clicked."""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "filename", last_part(self.filename))

    def __repr__(self) -> str:
        said = {name: getattr(self, name) for name in self.__struct_fields__ if name != "content"}
        return f"Upload({', '.join(f'{name}={value!r}' for name, value in said.items())})"

    @classmethod
    def from_path(cls, path: FilePath) -> "Upload":
        """Return the upload of the file at `path`, under its own name."""
        return cls(os.fspath(path), path)


File: TypeAlias = FilePath | Upload
"""A file to send: where it is, or an upload."""


def upload_of(file: File) -> Upload:
    """Return the upload of a file, which has its own name where only its path is given."""
    return file if isinstance(file, Upload) else Upload.from_path(file)


def description_of(upload: Upload) -> Serialized:
    """Return what the JSON of a message says about a file beside it."""
    said = {"filename": upload.filename, "description": upload.description, "is_spoiler": upload.is_spoiler}
    return {name: value for name, value in said.items() if value is not None}


def last_part(name: str) -> str:
    """Return the name of a file without the folders it is in, and without what no text can hold.

    Both kinds of slashes part folders, wherever the name was written. No name at all stays none, to be refused.
    """
    if not name:
        return name
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    # A path may hold bytes that are no text; Python hides them in characters that cannot be sent.
    last = _CONTROL.sub("_", last).encode(errors="replace").decode()
    return last if last.strip(". ") else "file"
