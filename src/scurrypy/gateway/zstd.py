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
        self._limit = limit

    def feed(self, data: bytes) -> bytes | None:
        """Return the JSON of one message."""
        inflated = self._step(data)
        while self._stream.eof or not self._stream.needs_input:
            if len(inflated) > self._limit:
                break
            rest = b""
            if self._stream.eof:
                rest = self._stream.unused_data
                self._stream = ZstdDecompressor()
                if not rest:
                    break
            inflated += self._step(rest)
        if len(inflated) > self._limit:
            raise InflateError(f"a message exceeds {self._limit} bytes")
        return inflated or None

    def _step(self, data: bytes) -> bytes:
        try:
            return self._stream.decompress(data, self._limit + 1)
        except ZstdError as error:
            raise InflateError(f"damaged zstd data: {error}") from error
