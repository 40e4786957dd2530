"""Forms with files: written by ourselves, so that each attempt sends every byte again, and the length is known first.

See [Discord Docs/Uploading Files](https://docs.discord.com/developers/reference#uploading-files).
"""

import os
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Any, cast

import msgspec

from scurrypy.http.contents import Content, InMemory, Piece, content_of
from scurrypy.wire import codec, media_types
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.types import Serialized
from scurrypy.wire.upload import File, Upload, description_of, upload_of


class _Part(msgspec.Struct, frozen=True):
    """One field of a form."""

    head: bytes
    content: Content


class Form:
    """A form that can be sent any number of times, unless one of its files can be read only once.

    To iterate it yields its bytes, from the first to the last.
    """

    def __init__(self) -> None:
        self._boundary = f"scurrypy{os.urandom(16).hex()}"
        self._parts: list[_Part] = []

    @property
    def content_type(self) -> str:
        """Value of the `Content-Type` header."""
        return f"multipart/form-data; boundary={self._boundary}"

    @property
    def size(self) -> int | None:
        """Bytes of the whole form; None where a file does not tell its size."""
        total = len(self._end)
        for part in self._parts:
            if part.content.size is None:
                return None
            total += len(part.head) + part.content.size + 2
        return total

    @property
    def is_spent(self) -> bool:
        """Whether it cannot be sent again: a part of a stream is gone that can be read only once."""
        return any(part.content.is_spent for part in self._parts)

    def add(self, name: str, content: bytes, content_type: str | None = None) -> None:
        """Add a field.

        Args:
            name: Name of the field.
            content: Its value.
            content_type: Media type; None for plain text.
        """
        self._parts.append(_Part(self._head(name, None, content_type), InMemory(content)))

    def add_file(self, name: str, upload: Upload) -> None:
        """Add a file.

        Raises:
            InvalidFile: it does not exist, or is nothing that can be sent.
        """
        content = content_of(upload)
        told = upload.content_type or media_types.of_content(content.head) or media_types.of_name(upload.filename)
        head = self._head(name, upload.filename, told or "application/octet-stream")
        self._parts.append(_Part(head, content))

    async def __aiter__(self) -> AsyncIterator[Piece]:
        for part in self._parts:
            yield part.head
            async for piece in part.content.pieces():
                yield piece
            yield b"\r\n"
        yield self._end

    @property
    def _end(self) -> bytes:
        return f"--{self._boundary}--\r\n".encode()

    def _head(self, name: str, filename: str | None, content_type: str | None) -> bytes:
        lines = [f"--{self._boundary}", f'Content-Disposition: form-data; name="{_quoted(name)}"']
        if filename is not None:
            lines[1] += f'; filename="{_quoted(filename)}"'
        if content_type is not None:
            if not content_type.isprintable():
                raise InvalidRequest("content_type", "a media type such as image/png", content_type)
            lines.append(f"Content-Type: {content_type}")
        return "\r\n".join([*lines, "", ""]).encode()


def message_form(data: Any, files: Sequence[File]) -> Form:
    """Return the form of a message: its JSON and its files, each known to the JSON by its number.

    Args:
        data: The JSON body; it is not changed.
        files: The files. What `data` says about each in `attachments` is kept.
    """
    uploads = [upload_of(file) for file in files]
    form = Form()
    form.add("payload_json", codec.encode(_with_attachments(data, uploads)), "application/json")
    for number, upload in enumerate(uploads):
        form.add_file(f"files[{number}]", upload)
    return form


def plain_form(fields: Mapping[str, str | Upload | None]) -> Form:
    """Return a form of plain fields; what is None is left out."""
    form = Form()
    for name, value in fields.items():
        if isinstance(value, Upload):
            form.add_file(name, value)
        elif value is not None:
            form.add(name, str(value).encode())
    return form


def _with_attachments(data: Any, uploads: Sequence[Upload]) -> Serialized:
    """Return the body with an attachment for each file."""
    if data is not None and not isinstance(data, Mapping):
        raise InvalidRequest("data", "an object beside files", type(data).__name__)
    body: Serialized = dict(cast("Mapping[str, Any]", data or {}))
    # An answer to an interaction has its message inside `data`, a new forum thread inside `message`.
    for inner in ("data", "message"):
        if isinstance(body.get(inner), Mapping):
            message: Serialized = dict(body[inner])
            body[inner] = message
            break
    else:
        message = body
    message["attachments"] = list(_attachments(message.get("attachments"), uploads))
    return body


def _attachments(given: Iterable[Mapping[str, Any]] | None, uploads: Sequence[Upload]) -> Iterable[Serialized]:
    """Yield what is given, numbered where it has no id, and then what is missing."""
    entries = [dict(entry) for entry in given or ()]
    taken = {str(entry["id"]) for entry in entries if entry.get("id") is not None}
    free = [number for number in range(len(uploads)) if str(number) not in taken]
    for entry in entries:
        if entry.get("id") is None and free:
            entry["id"] = free.pop(0)
            entry.setdefault("filename", uploads[entry["id"]].filename)
        yield entry
    for number in free:
        upload = uploads[number]
        yield {"id": number, **description_of(upload)}


def _quoted(text: str) -> str:
    """Return `text` so that it cannot end the quotes or the line it stands in."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
