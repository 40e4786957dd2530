"""Where the bytes of a file come from while it is sent, and whether they can be had again."""

import asyncio
import io
import os
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Callable
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias, TypeGuard, cast

from scurrypy.wire.errors import InvalidFile
from scurrypy.wire.media_types import HEAD
from scurrypy.wire.upload import FilePath, Upload

Piece: TypeAlias = bytes | bytearray | memoryview
"""Some of the bytes."""

_PIECE: Final = 256 * 1024
"""Bytes read from a file at a time."""


class Content(ABC):
    """The bytes of one field of a form."""

    def __init__(self, size: int | None, head: bytes = b"") -> None:
        self.size: int | None = size
        """How many there are; None where nobody knows."""
        self.head: bytes = head
        """The first of them, as many as tell an image; empty where they cannot be had without using them up."""
        self.is_spent: bool = False
        """Whether they can be had no more."""

    @abstractmethod
    def pieces(self) -> AsyncIterator[Piece]:
        """Yield all of them.

        Raises:
            InvalidFile: they cannot be read, or are not as many as was told.
        """


class InMemory(Content):
    """Bytes that are there."""

    def __init__(self, data: bytes) -> None:
        super().__init__(len(data), data[:HEAD])
        self._data = data

    async def pieces(self) -> AsyncIterator[Piece]:
        """Yield the bytes."""
        yield self._data


class FromPath(Content):
    """A file that is opened for each attempt."""

    def __init__(self, name: str, path: Path) -> None:
        self._name = name
        self._path = path
        try:
            with path.open("rb") as file:
                super().__init__(os.fstat(file.fileno()).st_size, file.read(HEAD))
        except (OSError, ValueError) as error:
            raise InvalidFile.unreadable(name, error, path) from error

    async def pieces(self) -> AsyncIterator[Piece]:
        """Yield the file."""
        try:
            file = await asyncio.to_thread(self._path.open, "rb")
        except OSError as error:
            raise InvalidFile.unreadable(self._name, error, self._path) from error
        try:
            async for piece in _read(self._name, file, self.size):
                yield piece
        finally:
            file.close()


class FromFile(Content):
    """An open file that is read from the same place for each attempt."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self._name = name
        self._file = file
        try:
            self._start = file.tell()
            size = file.seek(0, io.SEEK_END) - self._start
            file.seek(self._start)
            super().__init__(size, file.read(HEAD))
            file.seek(self._start)
        except (OSError, ValueError) as error:
            raise InvalidFile(f"{name}: a file must be open and readable") from error

    async def pieces(self) -> AsyncIterator[Piece]:
        """Yield the file from where it stood."""
        await asyncio.to_thread(self._file.seek, self._start)
        async for piece in _read(self._name, self._file, self.size):
            yield piece


class FromFunction(Content):
    """What a function gives each time it is called."""

    def __init__(self, name: str, function: Callable[[], AsyncIterable[Piece]], size: int | None) -> None:
        super().__init__(size)
        self._name = name
        self._function = function

    async def pieces(self) -> AsyncIterator[Piece]:
        """Yield what the function gives."""
        async for piece in _checked(self._name, self._function, self.size):
            yield piece


class FromStream(Content):
    """What can be read once."""

    def __init__(self, name: str, stream: AsyncIterable[Piece], size: int | None) -> None:
        super().__init__(size)
        self._name = name
        self._stream = stream

    async def pieces(self) -> AsyncIterator[Piece]:
        """Yield the stream."""
        if self.is_spent:
            raise InvalidFile(f"{self._name}: a stream can be read only once; give a function that opens it anew")
        self.is_spent = True
        async for piece in _checked(self._name, lambda: self._stream, self.size):
            yield piece


def content_of(upload: Upload) -> Content:
    """Return where the bytes of an upload come from.

    Raises:
        InvalidFile: there is no such file, or it is nothing that bytes come from.
    """
    name, content = upload.filename, upload.content
    if isinstance(content, (bytes, bytearray, memoryview)):
        return InMemory(bytes(content))
    if _is_path(content):
        return FromPath(name, Path(content))
    if _is_stream(content):
        return FromStream(name, content, upload.size)
    if isinstance(content, io.TextIOBase):
        raise InvalidFile(f"{name}: a file must be opened as binary")
    if hasattr(content, "read"):
        return _of_file(name, cast("BinaryIO", content), upload.size)
    if callable(content):
        return FromFunction(name, content, upload.size)
    raise InvalidFile(f"{name}: a path, bytes, a binary file or a stream is needed, got {type(content).__name__}")


def _of_file(name: str, file: BinaryIO, size: int | None) -> Content:
    try:
        can_seek = file.seekable()
    except ValueError as error:
        raise InvalidFile(f"{name}: a file must be open and readable") from error
    return FromFile(name, file) if can_seek else FromStream(name, _read(name, file, None), size)


async def _read(name: str, file: BinaryIO, size: int | None) -> AsyncIterator[bytes]:
    """Yield `size` bytes of a file, or all where that is None."""
    left = size
    while left is None or left > 0:
        piece = await asyncio.to_thread(file.read, _PIECE if left is None else min(_PIECE, left))
        if not piece:
            if left is not None:
                raise InvalidFile(f"{name}: it became shorter while it was being sent")
            return
        if left is not None:
            left -= len(piece)
        yield piece


async def _checked(name: str, source: Callable[[], AsyncIterable[Piece]], size: int | None) -> AsyncIterator[Piece]:
    """Yield what a stream gives, if it is bytes, and as many as was told."""
    given = 0
    try:
        async for piece in source():
            _check_bytes(piece)
            given += len(piece)
            if size is not None and given > size:
                break
            yield piece
    except Exception as error:
        raise InvalidFile(f"{name}: what was to give its bytes failed: {error!r}") from error
    if size is not None and given != size:
        raise InvalidFile(f"{name}: {size} bytes were promised, but {'more' if given > size else given} came")


def _is_path(content: object) -> TypeGuard[FilePath]:
    return isinstance(content, (str, os.PathLike))


def _is_stream(content: object) -> TypeGuard[AsyncIterable[Piece]]:
    return isinstance(content, AsyncIterable)


def _check_bytes(piece: object) -> None:
    if not isinstance(piece, (bytes, bytearray, memoryview)):
        raise TypeError(f"bytes are needed, not {type(piece).__name__}")
