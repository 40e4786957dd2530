"""No client at all: what the socket, the decompression and a look at op, s and t cost."""

import asyncio
import sys

import msgspec
from meter import Meter, arguments, ready
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

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


class Content(msgspec.Struct):
    """The one field of a message that the meter looks at."""

    content: str


class Listener(WSListener):
    """Reads the stream."""

    def __init__(self, *, everything: bool) -> None:
        self.everything = everything
        self.meter = Meter()
        self.inflate = ZstdDecompressor().decompress
        self.envelope = msgspec.json.Decoder(Envelope)
        self.content = msgspec.json.Decoder(Content)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Read one message of the gateway."""
        if frame.msg_type is not WSMsgType.BINARY:
            return
        payload = self.envelope.decode(self.inflate(frame.get_payload_as_bytes()))
        if payload.t == "MESSAGE_CREATE":
            self.meter.message(self.content.decode(payload.d).content)
        elif payload.op == 10:
            transport.send(WSMsgType.TEXT, b'{"op":2,"d":{}}')
        elif payload.t == "READY":
            ready()
        elif self.everything:
            self.meter.event()


async def main() -> None:
    """Connect, and read until the last message."""
    args = arguments()
    transport, _ = await ws_connect(
        lambda: Listener(everything=args.listen == "everything"),
        f"ws://127.0.0.1:{args.port}/?v=10&encoding=json&compress=zstd-stream",
    )
    await transport.wait_disconnected()


asyncio.run(main())
