"""The way of an event from a compressed frame to its handler, in one process and without a socket: for profilers.

    .venv/bin/python bench/inbound.py frames FILE                        # make the frames, once
    .venv/bin/python bench/inbound.py scurrypy FILE --listen everything  # CPU per event of this client
    .venv/bin/python bench/inbound.py floor FILE --listen everything     # the same frames and models, no client

bench/instructions.py counts the instructions of these. The client is the real one, from the WebSocket's interface on;
frames reach it two thousand at a time, as a busy socket hands them over.
"""

import argparse
import asyncio
import json
import marshal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peers.mix import LISTENED, MIX

FRAMES = 20_000
AT_ONCE = 2_000
TOKEN = "a.b.c"  # noqa: S105 - opens nothing
LISTEN = {"nothing": frozenset[str](), "typical": frozenset(LISTENED["typical"]), "everything": frozenset(MIX)}


class Frames:
    """The compressed messages of one connection: those until READY, the events, and which events they are."""

    def __init__(self, opening: list[bytes], events: list[bytes], names: list[str]) -> None:
        self.opening = opening
        self.events = events
        self.names = names

    @classmethod
    def make(cls, seed: int) -> "Frames":
        """Make the stream that bench/gateway.py plays."""
        from events import World, opening, stream  # noqa: PLC0415 - what is measured must not load it
        from replay import compressor  # noqa: PLC0415 - nor this

        world, compress = World(seed), compressor("zstd-stream")
        hello = json.dumps({"t": None, "s": None, "op": 10, "d": {"heartbeat_interval": 41_250}}).encode()
        first = [compress(payload) for payload in [hello, *opening(world)]]
        named = list(stream(world, FRAMES, sequence=len(first)))
        return cls(first, [compress(payload) for _, payload in named], [name for name, _ in named])

    @classmethod
    def load(cls, file: Path, count: int) -> "Frames":
        """Read what `save` wrote, and keep the first `count` events."""
        opening, events, names = marshal.loads(file.read_bytes())  # noqa: S302 - this program's own file
        return cls(opening, events[:count], names[:count])

    def save(self, file: Path) -> None:
        """Write the frames where they are read in no time."""
        file.write_bytes(marshal.dumps((self.opening, self.events, self.names)))


def floor(frames: Frames, wanted: frozenset[str]) -> tuple[int, float]:
    """Inflate, read and decode with no client around it; return how many events were decoded, and seconds of CPU."""
    from scurrypy.events.base_event import event_class  # noqa: PLC0415 - loaded where it is measured
    from scurrypy.gateway.payload import read_payload as read  # noqa: PLC0415 - likewise
    from scurrypy.gateway.zstd import ZstdDecompressor  # noqa: PLC0415 - likewise
    from scurrypy.wire import codec  # noqa: PLC0415 - likewise

    inflate = ZstdDecompressor().decompress
    decoders: dict[str, Callable[[Any], Any]] = {
        name: codec.decoder_for(event_class(name) or object).decode for name in wanted
    }
    for frame in frames.opening:
        inflate(frame)
    seen = 0
    began = time.process_time()
    for frame in frames.events:
        payload = read(inflate(frame))
        if payload.t in decoders:
            decoders[payload.t](payload.d)
            seen += 1
    return seen, time.process_time() - began


class MemorySocket:
    """A WebSocket that answers IDENTIFY with the opening, and hands events over when it is told to."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.receiver: Any = None
        self.is_open = asyncio.Event()
        self.is_read = asyncio.Event()
        self.is_read.set()

    async def connect(self, _url: str, receiver: Any, _timeout: float, _proxy: str | None) -> "MemorySocket":
        """Be the socket of a shard that connects."""
        self.receiver = receiver
        asyncio.get_running_loop().call_soon(receiver.on_message, self.frames.opening[0])
        return self

    def send(self, payload: bytes) -> None:
        """Hear what the shard says."""
        if json.loads(payload)["op"] == 2:
            asyncio.get_running_loop().call_soon(self._open)

    def _open(self) -> None:
        for frame in self.frames.opening[1:]:
            self.receiver.on_message(frame)
        self.is_open.set()

    def close(self, code: int) -> None:
        """Answer the shard's close frame."""
        self.receiver.on_closed(code, "")

    def abort(self) -> None:
        """Do nothing: there is no connection to end."""

    def pause_reading(self) -> None:
        """Hand over no more."""
        self.is_read.clear()

    def resume_reading(self) -> None:
        """Go on."""
        self.is_read.set()

    async def wait_closed(self) -> None:
        """Return at once."""

    async def play(self) -> None:
        """Hand over the events, and let the handlers come to them."""
        for first in range(0, len(self.frames.events), AT_ONCE):
            self.receiver.on_messages(self.frames.events[first : first + AT_ONCE])
            await asyncio.sleep(0)
            await self.is_read.wait()


async def client(frames: Frames, wanted: frozenset[str]) -> tuple[int, float]:
    """Let this client read the frames; return how many events its handlers saw, and seconds of CPU."""
    from scurrypy import Client, Intents  # noqa: PLC0415 - loaded where it is measured
    from scurrypy.gateway import GatewayClient, GatewayOptions  # noqa: PLC0415 - likewise

    seen, expected, done = 0, sum(name in wanted for name in frames.names), asyncio.Event()

    async def handle(_event: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == expected:
            done.set()

    bot = Client(token=TOKEN, intents=Intents.DEFAULT)
    for name in wanted:
        bot.add_event_listener(name, handle)
    socket = MemorySocket(frames)
    shard = GatewayClient(GatewayOptions(url="wss://memory.test", connect=socket.connect))
    tasks = [
        asyncio.create_task(bot.listen_shard(shard)),
        asyncio.create_task(shard.start(TOKEN, int(Intents.DEFAULT), 0, 1)),
    ]
    await socket.is_open.wait()
    await asyncio.sleep(0.01)
    seen = 0
    began = time.process_time()
    await socket.play()
    if expected:
        await done.wait()
    cpu = time.process_time() - began
    await shard.close_ws()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    await bot.close()
    return seen, cpu


def slow_clock(times: int) -> None:
    """Let the clock run slower: what happens every few milliseconds is else done every few events."""
    clock = time.monotonic
    time.monotonic = lambda: clock() / times


def main() -> int:
    """Make the frames, or play them."""
    parser = argparse.ArgumentParser(description="CPU per event from frame to handler, without a socket.")
    parser.add_argument("what", choices=["frames", "floor", "scurrypy"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--listen", choices=LISTEN, default="typical")
    parser.add_argument("-n", "--events", type=int, default=FRAMES)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--slowed", type=int, metavar="TIMES", help="slow the clock as well, as a profiler slows all")
    args = parser.parse_args()
    if args.slowed:
        slow_clock(args.slowed)
    if args.what == "frames":
        Frames.make(args.seed).save(args.file)
        return 0
    frames, wanted = Frames.load(args.file, args.events), LISTEN[args.listen]
    seen, cpu = floor(frames, wanted) if args.what == "floor" else asyncio.run(client(frames, wanted))
    print(f"{args.what}, {args.listen}: {cpu / args.events * 1e6:.2f} µs an event, {seen} of {args.events} handled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
