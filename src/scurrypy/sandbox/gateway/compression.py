"""How the payloads of one connection are written: plain, or in one of Discord's three compressions."""

import sys
import zlib
from typing import Protocol

from aiohttp import WSMsgType

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAYLOAD_COMPRESSION_MINIMUM = 1024
"""Payloads shorter than this many bytes stay plain when the client asked for payload compression."""


class Writer(Protocol):
    """Turns one payload into the body and the kind of one WebSocket message."""

    def write(self, payload: bytes) -> tuple[bytes, WSMsgType]:
        """Return what to send for `payload`, and whether it is a text or a binary message."""
        ...


class PlainWriter:
    """Sends JSON as it is."""

    def write(self, payload: bytes) -> tuple[bytes, WSMsgType]:
        """Return `payload` as a text message."""
        return payload, WSMsgType.TEXT


class PayloadWriter:
    """Compresses each long payload for itself, as IDENTIFY with `compress` asks."""

    def write(self, payload: bytes) -> tuple[bytes, WSMsgType]:
        """Return `payload` as a zlib document of its own, or as text when it is short."""
        if len(payload) < PAYLOAD_COMPRESSION_MINIMUM:
            return payload, WSMsgType.TEXT
        return zlib.compress(payload), WSMsgType.BINARY


class ZlibStreamWriter:
    """Writes one zlib stream for the whole connection, flushed after each payload."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def write(self, payload: bytes) -> tuple[bytes, WSMsgType]:
        """Return the piece of the stream that ends with `payload` and the flush marker."""
        return self._stream.compress(payload) + self._stream.flush(zlib.Z_SYNC_FLUSH), WSMsgType.BINARY


class ZstdStreamWriter:
    """Writes one zstd frame for the whole connection, flushed after each payload."""

    def __init__(self) -> None:
        self._stream = zstd.ZstdCompressor()

    def write(self, payload: bytes) -> tuple[bytes, WSMsgType]:
        """Return the blocks of the frame that carry `payload`."""
        return self._stream.compress(payload, mode=zstd.ZstdCompressor.FLUSH_BLOCK), WSMsgType.BINARY


TRANSPORT_WRITERS: dict[str, type[PlainWriter | ZlibStreamWriter | ZstdStreamWriter]] = {
    "": PlainWriter,
    "zlib-stream": ZlibStreamWriter,
    "zstd-stream": ZstdStreamWriter,
}
"""The writer for each value of `compress` in the gateway's URL."""
