"""What kind of file something is: images by their content, since a name may be wrong; others by their name."""

import mimetypes
from pathlib import PurePosixPath
from typing import Final, TypeAlias

HEAD: Final = 16
"""Bytes from the beginning of a file that tell whether it is an image, and of which kind."""

Formats: TypeAlias = tuple[tuple[int, bytes, str], ...]
"""Where a format's first bytes stand, which they are, and the media type they stand for."""

IMAGES: Final[Formats] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypavis", "image/avif"),
)
"""The images that Discord takes."""

_BY_ENDING: Final = {
    "aac": "audio/aac",
    "apng": "image/apng",
    "avif": "image/avif",
    "csv": "text/csv",
    "flac": "audio/flac",
    "gif": "image/gif",
    "gz": "application/gzip",
    "htm": "text/html",
    "html": "text/html",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "m4a": "audio/mp4",
    "md": "text/markdown",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "py": "text/x-python",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""Media type by the ending of a name, the same on every machine; the system is asked about the rest."""


def of_content(data: bytes, formats: Formats = IMAGES) -> str | None:
    """Return the media type of a file, judged by its content, as its name may be wrong; None for other formats."""
    return next((kind for start, mark, kind in formats if data.startswith(mark, start)), None)


def of_name(name: str) -> str | None:
    """Return the media type that a file's name promises; None where it says nothing."""
    return _BY_ENDING.get(PurePosixPath(name).suffix.lower().removeprefix(".")) or mimetypes.guess_type(name)[0]
