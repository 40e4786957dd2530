"""A gateway for many shards, to which one stream is dealt out."""

import asyncio
import json
import os
import select
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import WSMsgType, web
from paced import SLEEP_COSTS, send_whole
from replay import HEARTBEAT_INTERVAL, USER, Replay, framer

HELLO = {"op": 10, "s": None, "t": None, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL}}
READY = {
    "t": "READY",
    "s": 1,
    "op": 0,
    "d": {
        "v": 10,
        "user": USER,
        "guilds": [],
        "session_id": "session of any shard",
        "resume_gateway_url": "ws://127.0.0.1:9",
        "application": {"id": USER["id"], "flags": 0},
    },
}


class Stream:
    """What every connection carries, compressed once: a thousand streams of their own would take minutes and gigabytes.

    Args:
        named: Events with their names.
        compress: Transport compression.
    """

    def __init__(self, named: Sequence[tuple[str, bytes]], compress: str) -> None:
        frame = framer(None if compress == "none" else compress)
        self.compress = compress
        self.hello = frame(json.dumps(HELLO).encode())
        self.ready = frame(json.dumps(READY).encode())
        self.frames = [frame(payload) for _, payload in named]
        self.is_message = [name == "MESSAGE_CREATE" for name, _ in named]


@dataclass(frozen=True)
class Share:
    """Which events of the stream one shard gets: those up to `first` before it begins, then those up to `end`."""

    first: int
    end: int


def deal(shards: int, events: int, carried: int) -> list[Share]:
    """Return the shares of so many shards in `events` events, when each has carried so many before, up to twice that.

    They begin where their streams are not all of one age: else a thousand shards would get the same twenty events.
    """
    each = events // shards
    firsts = [carried + number * each % max(carried, 1) for number in range(shards)]
    return [Share(first, first + each) for first in firsts]


class Many(Replay):
    """What the shards of one client see: HELLO, READY with what they have carried, and their shares of the stream.

    Args:
        stream: The stream.
        shares: What each shard gets of it.
        pace: Events a second in all; None for as fast as they are taken.
    """

    def __init__(self, stream: Stream, shares: Sequence[Share], pace: float | None) -> None:
        super().__init__([], [])
        self.shards = len(shares)
        self.began = 0.0
        """When the stream began, in seconds of the clock that all processes share."""
        self._stream = stream
        self._shares = shares
        self._pace = pace
        self._clients: list[socket.socket] = []

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one shard. Its heartbeats are not answered: all connections carry the same, byte by byte."""
        ws = web.WebSocketResponse(compress=False, max_msg_size=0)
        await ws.prepare(request)
        transport = request.transport
        if transport is None:
            return ws
        transport.write(self._stream.hello)
        async for message in ws:
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                break
            if json.loads(message.data)["op"] == 2:
                share = self._shares[len(self._clients)]
                self._clients.append(socket.socket(fileno=os.dup(transport.get_extra_info("socket").fileno())))
                transport.writelines([self._stream.ready, *self._stream.frames[: share.first]])
        return ws

    async def play(self) -> None:
        """Deal the stream out, then leave the sockets."""
        await self.begin.wait()
        if self._pace is None:
            await asyncio.to_thread(self._flood)
        else:
            await asyncio.to_thread(self._deal, self._pace)
        for own in self._clients:
            own.close()

    def _deal(self, pace: float) -> None:
        frames = self._stream.frames
        self.began = time.monotonic()
        for index in range(sum(share.end - share.first for share in self._shares)):
            number, position = divmod(index, self.shards)
            ahead = self.began + index / pace - time.monotonic()
            if ahead > SLEEP_COSTS:
                time.sleep(ahead - SLEEP_COSTS)
            send_whole(self._clients[position], frames[self._shares[position].first + number])

    def _flood(self) -> None:
        frames = self._stream.frames
        left = {
            own: memoryview(b"".join(frames[share.first : share.end]))
            for own, share in zip(self._clients, self._shares, strict=True)
        }
        self.began = time.monotonic()
        while left:
            poll = select.poll()
            by_number = {own.fileno(): own for own in left}
            for number in by_number:
                poll.register(number, select.POLLOUT)
            for number, _ in poll.poll():
                own = by_number[number]
                left[own] = left[own][own.send(left[own][:16_384]) :]
                if not left[own]:
                    del left[own]
