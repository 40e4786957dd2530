"""What each floor is made of: bare sockets, and how their messages are inflated and read."""

import sys
import zlib
from collections.abc import Callable

import msgspec
from picows import WSListener, WSTransport, ws_connect

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor
else:
    from backports.zstd import ZstdDecompressor


class Envelope(msgspec.Struct):
    """A gateway payload whose body stays undecoded."""

    op: int
    s: int | None = None
    t: str | None = None
    d: msgspec.Raw = msgspec.Raw(b"null")


def inflater(compress: str) -> Callable[[bytes], bytes]:
    """Return what inflates the messages of one connection."""
    match compress:
        case "zstd-stream":
            return ZstdDecompressor().decompress
        case "zlib-stream":
            return zlib.decompressobj().decompress
        case _:
            # A call that does nothing: bytes of bytes are those bytes.
            return bytes


async def connect(listener: WSListener, port: int, compress: str) -> WSTransport:
    """Open a socket to the bench's gateway."""
    query = "v=10&encoding=json" + ("" if compress == "none" else f"&compress={compress}")
    transport, _ = await ws_connect(lambda: listener, f"ws://127.0.0.1:{port}/?{query}")
    return transport
