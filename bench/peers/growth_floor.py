"""No client at all: many bare sockets, of whose messages op, s and t are read, and the CPU from first to last."""

import asyncio
import resource
import sys

import msgspec
from bare import Envelope, connect, inflater
from counted import Counted
from picows import WSFrame, WSListener, WSMsgType, WSTransport

port, shards, compress, *counts = sys.argv[1:]
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
counted = Counted(*map(int, counts))
read = msgspec.json.Decoder(Envelope).decode


class Listener(WSListener):
    """Reads the stream of one shard."""

    def __init__(self) -> None:
        self.inflate = inflater(compress)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Read one message of the gateway."""
        payload = read(self.inflate(frame.get_payload_as_bytes()))
        if payload.t in ("MESSAGE_CREATE", "READY"):
            counted.seen += 1
            if counted.seen in counted.marks:
                counted.reached()
        elif payload.op == 10:
            transport.send(WSMsgType.TEXT, b'{"op":2,"d":{}}')


async def main() -> None:
    """Connect, and read until the last message."""
    transports = [await connect(Listener(), int(port), compress) for _ in range(int(shards))]
    await transports[0].wait_disconnected()


asyncio.run(main())
