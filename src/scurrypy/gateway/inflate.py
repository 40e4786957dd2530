"""Transport compression: from a connection's messages to JSON."""

import zlib
from typing import Literal, Protocol, TypeAlias

from scurrypy.wire.errors import GatewayError

Compression: TypeAlias = Literal["zstd-stream", "zlib-stream"]
"""The transport compressions that Discord offers and this package reads."""

MESSAGE_LIMIT = 64 * 1024 * 1024
"""Bytes that one message may have once inflated; the largest real ones have a few million."""

_FLUSHED = b"\x00\x00\xff\xff"


class InflateError(GatewayError):
    """A message could not be inflated."""


class Inflater(Protocol):
    """Turns a connection's messages into JSON. It belongs to one connection."""

    def feed(self, data: bytes) -> bytes | None:
        """Return the JSON that `data` completes, or None where more must come.

        Raises:
            InflateError: it is damaged, or grows beyond the limit.
        """
        ...


class PlainInflater:
    """No transport compression. A binary message is JSON that Discord compressed by itself."""

    def __init__(self, limit: int = MESSAGE_LIMIT) -> None:
        self._limit = limit

    def feed(self, data: bytes) -> bytes | None:
        """Return the JSON of one message."""
        if data[:1] == b"{" or not _is_zlib(data):
            return data
        return ZlibInflater(self._limit).feed_whole(data)


def _is_zlib(data: bytes) -> bool:
    """Return whether `data` begins as zlib data does: with its method, 8, in two bytes that 31 divides."""
    return len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0


class ZlibInflater:
    """One zlib stream for the whole connection; a message may come in pieces."""

    def __init__(self, limit: int = MESSAGE_LIMIT) -> None:
        self._stream = zlib.decompressobj()
        self._limit = limit
        self._pieces = bytearray()

    def feed(self, data: bytes) -> bytes | None:
        """Return the JSON that `data` completes, or None where more must come."""
        if self._pieces or not data.endswith(_FLUSHED):
            self._pieces += data
            if len(self._pieces) > self._limit:
                raise InflateError(f"a message exceeds {self._limit} bytes before it is inflated")
            if not self._pieces.endswith(_FLUSHED):
                return None
            data = bytes(self._pieces)
            self._pieces.clear()
        return self.feed_whole(data)

    def feed_whole(self, data: bytes) -> bytes:
        """Return what `data` inflates to, wherever it ends."""
        try:
            inflated = self._stream.decompress(data, self._limit + 1)
        except zlib.error as error:
            raise InflateError(f"damaged zlib data: {error}") from error
        if len(inflated) > self._limit:
            raise InflateError(f"a message exceeds {self._limit} bytes")
        return inflated


def _find_zstd() -> type[Inflater] | None:
    try:
        from scurrypy.gateway.zstd import ZstdInflater  # noqa: PLC0415 - a Python may be built without zstd
    except ImportError:
        return None
    return ZstdInflater


def available(compress: Compression | None) -> Compression | None:
    """Return `compress`, or zlib-stream where this Python lacks zstd."""
    return "zlib-stream" if compress == "zstd-stream" and _find_zstd() is None else compress


def inflater_for(compress: Compression | None) -> Inflater:
    """Return a fresh inflater for a connection with that transport compression."""
    zstd = _find_zstd() if compress == "zstd-stream" else None
    if zstd is not None:
        return zstd()
    return PlainInflater() if compress is None else ZlibInflater()
