"""Files to be sent inside a request's body, as text."""

import base64
from pathlib import Path
from typing import ClassVar

from scurrypy.wire.errors import InvalidFile, MissingField
from scurrypy.wire.model import DataModel


def read_file(path: str) -> bytes:
    """Return the content of the file at `path`.

    Raises:
        InvalidFile: the file cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InvalidFile(f"{path}: {error.strerror}") from error


class DataURIPart(DataModel):
    """A file inside a request's body; what kinds of files it may be, `ImageDataPart` and `SoundDataPart` say.

    See [Discord Docs/Image Data](https://docs.discord.com/developers/reference#image-data).
    """

    _signatures: ClassVar[tuple[tuple[int, bytes, str], ...]] = ()
    """Where a format's first bytes stand, which they are, and the media type they stand for."""
    _kinds: ClassVar[str] = "a file of a known kind"
    """The formats, in words."""
    _most: ClassVar[int | None] = None
    """Bytes of the largest file; None where that depends on what the file is for."""

    path: str | None = None
    """Path of the file."""
    data: bytes | None = None
    """The file itself, instead of a path."""

    @classmethod
    def media_type_of(cls, data: bytes) -> str | None:
        """Return the media type of a file, judged by its content, as its name may be wrong; None for other kinds."""
        return next((kind for start, mark, kind in cls._signatures if data.startswith(mark, start)), None)

    def to_dict(self) -> str:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride] - sent as text
        """Return the file as a data URI.

        Raises:
            MissingField: there is neither a path nor the file itself.
            InvalidFile: the file cannot be read, is too large, or is of another kind.
        """
        name = type(self).__name__
        if self.data is None and self.path is None:
            raise MissingField(f"{name}: neither path nor data is set")
        data = read_file(self.path or "") if self.data is None else self.data
        kind = self.media_type_of(data)
        if kind is None:
            raise InvalidFile(f"{self.path or f'{name}.data'}: not {self._kinds}")
        if self._most is not None and len(data) > self._most:
            raise InvalidFile(f"{self.path or f'{name}.data'}: {len(data)} bytes, at most {self._most} are allowed")
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"
