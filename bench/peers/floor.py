"""No client at all: what the socket, the decompression and a look at op, s and t cost, and, if asked for, models."""

import argparse
import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
from bare import Envelope, connect, inflater
from meter import Meter, arguments, ready
from mix import others
from picows import WSFrame, WSListener, WSMsgType, WSTransport

COMPRESS = "zstd-stream"


class Content(msgspec.Struct):
    """The one field of a message that the meter looks at."""

    content: str


def readers(args: argparse.Namespace) -> dict[str, Callable[[msgspec.Raw], Any] | None]:
    """Return what reads the body of each event that is listened to."""
    names = ["MESSAGE_CREATE", *others(args.listen, args.mix)]
    if not args.models:
        return {name: msgspec.json.Decoder(Content).decode if name == names[0] else None for name in names}
    from scurrypy.events.base_event import event_class  # noqa: PLC0415 - the plain floor has no such package
    from scurrypy.wire import codec  # noqa: PLC0415 - nor this

    return {name: codec.decoder_for(event_class(name)).decode for name in names}


class Listener(WSListener):
    """Reads the stream."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.readers = readers(args)
        self.meter = Meter()
        self.inflate = inflater(COMPRESS)
        self.envelope = msgspec.json.Decoder(Envelope)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Read one message of the gateway."""
        if frame.msg_type is not WSMsgType.BINARY:
            return
        payload = self.envelope.decode(self.inflate(frame.get_payload_as_bytes()))
        if payload.t in self.readers:
            read = self.readers[payload.t]
            event = None if read is None else read(payload.d)
            if payload.t == "MESSAGE_CREATE":
                self.meter.message(event.content)
            else:
                self.meter.event()
        elif payload.op == 10:
            transport.send(WSMsgType.TEXT, b'{"op":2,"d":{}}')
        elif payload.t == "READY":
            ready()


async def main() -> None:
    """Connect, and read until the last message."""
    args = arguments()
    transport = await connect(Listener(args), args.port, COMPRESS)
    await transport.wait_disconnected()


asyncio.run(main())
