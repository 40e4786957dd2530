"""Files to be sent inside a request's body, as text."""

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, TypeAlias

from scurrypy.wire import media_types
from scurrypy.wire.errors import InvalidFile, MissingField
from scurrypy.wire.model import DataModel
from scurrypy.wire.upload import FilePath

if TYPE_CHECKING:
    SentBytes: TypeAlias = bytes | bytearray | memoryview | BinaryIO
    SentPath: TypeAlias = FilePath
else:
    # msgspec reads these from JSON, where no file can be; what is sent it does not check.
    SentBytes = bytes
    SentPath = str


def read_file(path: FilePath) -> bytes:
    """Return the content of the file at `path`.

    Raises:
        InvalidFile: the file cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InvalidFile.unreadable(str(path), error) from error


def bytes_of(data: SentBytes, field: str) -> bytes:
    """Return the bytes that were given; an open file is read from where it stands, and left standing there.

    Args:
        data: Bytes, or an open binary file.
        field: What the caller knows them as.

    Raises:
        InvalidFile: they are neither.
    """
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    try:
        can_seek = data.seekable()
        start = data.tell() if can_seek else 0
        # A file opened as text gives no bytes, whatever it is annotated as.
        content: Any = data.read()
        if can_seek:
            data.seek(start)
    except (OSError, ValueError, AttributeError) as error:
        raise InvalidFile(f"{field}: bytes or an open binary file are needed") from error
    if isinstance(data, io.TextIOBase) or not isinstance(content, bytes):
        raise InvalidFile(f"{field}: a file must be opened as binary")
    return content


class DataURIPart(DataModel):
    """A file inside a request's body; what kinds of files it may be, `ImageDataPart` and `SoundDataPart` say.

    See [Discord Docs/Image Data](https://docs.discord.com/developers/reference#image-data).
    """

    may_be_text: ClassVar[bool] = True
    _signatures: ClassVar[media_types.Formats] = ()
    """The formats it may have."""
    _kinds: ClassVar[str] = "a file of a known kind"
    """The same in words."""
    _most: ClassVar[int | None] = None
    """Bytes of the largest file; None where that depends on what the file is for."""

    path: SentPath | None = None
    """Path of the file."""
    data: SentBytes | None = None
    """The file itself, instead of a path: bytes, or an open binary file, which is read from where it stands."""

    def to_dict(self) -> str:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride] - sent as text
        """Return the file as a data URI.

        Raises:
            MissingField: there is neither a path nor the file itself.
            InvalidFile: the file cannot be read, is too large, or is of another kind.
        """
        name = type(self).__name__
        if self.data is None and self.path is None:
            raise MissingField(f"{name}: neither path nor data is set")
        data = read_file(self.path or "") if self.data is None else bytes_of(self.data, f"{name}.data")
        kind = media_types.of_content(data, self._signatures)
        if kind is None:
            raise InvalidFile(f"{self.path or f'{name}.data'}: not {self._kinds}")
        if self._most is not None and len(data) > self._most:
            raise InvalidFile(f"{self.path or f'{name}.data'}: {len(data)} bytes, at most {self._most} are allowed")
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"
