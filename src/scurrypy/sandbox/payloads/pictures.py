"""Pictures drawn here: PNGs of one colour."""

import hashlib
import struct
import zlib


def draw_avatar(seed: str, side: int = 64) -> bytes:
    """Return a square PNG of one colour, always the same for the same seed."""
    return draw(side, side, hashlib.sha256(seed.encode()).digest()[:3])


def draw(width: int, height: int, color: bytes) -> bytes:
    """Return a PNG of one colour, given as three bytes: red, green, blue."""
    rows = (b"\0" + color * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
