"""A file to upload: its name, where its bytes come from, and what it is."""

import os
from collections.abc import AsyncIterable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, BinaryIO, TypeAlias

from scurrypy.wire.limits import Length

UploadContent: TypeAlias = (
    str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | Callable[[], AsyncIterable[bytes]]
)
"""Where the bytes of an upload come from.

A `str` or path names a file, which is read when it is sent. A binary file must be able to seek; it is sent from where
it stands, and is not closed. A function is called for each attempt, and gives the bytes piece by piece.
"""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to upload.

    See [Discord Docs/Uploading Files](https://docs.discord.com/developers/reference#uploading-files).
    """

    filename: Annotated[str, Length(1, 1024)]
    """Name that the file has in Discord."""
    content: UploadContent = field(repr=False)
    """Where the bytes come from."""
    content_type: str | None = None
    """Media type, such as `image/png`; None to tell it by the name."""
    description: Annotated[str, Length(0, 1024)] | None = None
    """Text for those who cannot see the file, at most 1024 characters."""

    @classmethod
    def from_path(cls, path: str | os.PathLike[str]) -> "Upload":
        """Return the upload of the file at `path`, under its own name."""
        return cls(Path(path).name, path)
