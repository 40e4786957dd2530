"""A gateway that sends each event at a moment of its own, and notes when its last byte was on the socket."""

import array
import asyncio
import gc
import json
import os
import select
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aiohttp import WSMsgType, web
from replay import Replay, framer

ACK = b'{"op":11,"s":null,"t":null,"d":null}'
ACK_EVERY = 0.25
"""Seconds between two answers to heartbeats in the stream: it is compressed before it begins, when none has come."""
WAITING_ACKS = 20
"""Answers to heartbeats that come before the stream begins."""


SLEEP_COSTS = 60e-6
"""Seconds by which a sleep takes longer than it was asked to."""


@dataclass(frozen=True)
class Timed:
    """One event, and when it is to be sent."""

    payload: bytes
    due: float
    """Seconds since the stream began."""
    is_noted: bool
    """Whether the moment of its sending is wanted."""


class Paced(Replay):
    """What one client sees: the opening, then, when `begin` is set, every event when it is due.

    Args:
        opening: What is sent once the client identifies.
        events: What is sent then, in the order in which it is due.
        interval: Seconds between the client's heartbeats.
    """

    def __init__(self, opening: Sequence[bytes], events: Sequence[Timed], interval: float) -> None:
        super().__init__(opening, [])
        self.moments = array.array("q")
        """When each noted event was sent, in nanoseconds of the clock that all processes share."""
        self.heartbeats: list[float] = []
        """When each heartbeat came, in seconds of the same clock."""
        self.took = 0.0
        """Seconds from the first event to the last."""
        self._timed = events
        self.interval = interval
        self._sending: asyncio.Task[None] | None = None

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection, all of which is compressed before it begins."""
        self.compression = request.query.get("compress")
        ws = web.WebSocketResponse(compress=False, max_msg_size=0)
        await ws.prepare(request)
        transport = request.transport
        if transport is None:
            return ws
        frame = framer(self.compression)
        hello = {"op": 10, "s": None, "t": None, "d": {"heartbeat_interval": int(self.interval * 1000)}}
        greeting = frame(json.dumps(hello).encode())
        opening = b"".join(map(frame, self.opening))
        acks = [frame(ACK) for _ in range(WAITING_ACKS)]
        stream = list(self._rendered(frame))
        transport.write(greeting)
        async for message in ws:
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                break
            match json.loads(message.data)["op"]:
                case 1:
                    self.heartbeats.append(time.monotonic())
                    if self._sending is not None and not self.begin.is_set():
                        transport.write(acks.pop(0))
                case 2:
                    transport.write(opening)
                    self._sending = asyncio.create_task(self._send(transport, acks, stream))
        if self._sending is not None:
            self._sending.cancel()
        return ws

    def _rendered(self, frame: Callable[[bytes], bytes]) -> Iterator[tuple[bytes, float, bool]]:
        """Yield each message of the stream with the moment it is due, and whether its sending is noted."""
        answered = 0.0
        for event in self._timed:
            if event.due >= answered:
                answered = event.due + ACK_EVERY
                yield frame(ACK), event.due, False
            yield frame(event.payload), event.due, event.is_noted

    async def _send(
        self, transport: asyncio.Transport, acks: Sequence[bytes], stream: Sequence[tuple[bytes, float, bool]]
    ) -> None:
        await self.begin.wait()
        # Those not used yet: what follows was compressed after them.
        transport.write(b"".join(acks))
        with socket.socket(fileno=os.dup(transport.get_extra_info("socket").fileno())) as own:
            # A thread of its own, which no other duty of this process holds up.
            await asyncio.to_thread(self._play, own, stream)

    def _play(self, own: socket.socket, stream: Sequence[tuple[bytes, float, bool]]) -> None:
        moments = self.moments
        gc.disable()
        began = time.monotonic()
        for frame, due, is_noted in stream:
            ahead = began + due - time.monotonic()
            if ahead > SLEEP_COSTS:
                time.sleep(ahead - SLEEP_COSTS)
            moment = send_whole(own, frame)
            if is_noted:
                moments.append(moment)
        self.took = time.monotonic() - began
        gc.enable()


def send_whole(own: socket.socket, frame: bytes) -> int:
    """Send a frame, waiting for room; return the moment right before its last byte was taken, in nanoseconds."""
    left = memoryview(frame)
    while True:
        moment = time.monotonic_ns()
        try:
            left = left[own.send(left) :]
        except BlockingIOError:
            select.select([], [own], [])
        if not left:
            return moment
