"""The zstd-stream compression. Importing this fails where Python was built without zstd."""

import sys

from scurrypy.gateway.inflate import MESSAGE_LIMIT, InflateError

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor, ZstdError
else:
    from backports.zstd import ZstdDecompressor, ZstdError


class ZstdInflater:
    """One zstd context for the whole connection; each message is whole, but may end anywhere in a zstd frame."""

    def __init__(self, limit: int = MESSAGE_LIMIT) -> None:
        self._stream = ZstdDecompressor()
        self._most = limit + 1

    def feed(self, data: bytes) -> bytes | None:
        """Return the JSON of one message."""
        stream = self._stream
        try:
            # Within a frame, all of it is here: a step stops early only beyond the limit.
            inflated = stream.decompress(data, self._most)
            if stream.needs_input:
                return inflated or None
            if stream.eof:
                inflated += self._next_frames(len(inflated))
        except ZstdError as error:
            raise InflateError(f"damaged zstd data: {error}") from error
        if len(inflated) >= self._most:
            raise InflateError(f"a message exceeds {self._most - 1} bytes")
        return inflated or None

    def _next_frames(self, size: int) -> bytes:
        """Return what follows the end of a frame within a message, of which `size` bytes are there."""
        inflated = b""
        while self._stream.eof and size + len(inflated) < self._most:
            rest = self._stream.unused_data
            self._stream = ZstdDecompressor()
            if not rest:
                break
            inflated += self._stream.decompress(rest, self._most)
        return inflated
