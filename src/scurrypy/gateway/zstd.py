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
        stream, limit = self._stream, self._limit
        try:
            inflated = stream.decompress(data, limit + 1)
            # Within a frame, all of it is here: a step stops early only beyond the limit.
            while stream.eof and len(inflated) <= limit:
                rest = stream.unused_data
                self._stream = stream = ZstdDecompressor()
                if not rest:
                    break
                inflated += stream.decompress(rest, limit + 1)
        except ZstdError as error:
            raise InflateError(f"damaged zstd data: {error}") from error
        if len(inflated) > limit:
            raise InflateError(f"a message exceeds {limit} bytes")
        return inflated or None
