"""How the cost of an event grows with the shards of a process and with the handlers that are registered.

    .venv/bin/python bench/growth.py                 # five rounds, about five minutes
    .venv/bin/python bench/growth.py --compress none # without the share of inflating
    .venv/bin/python bench/growth.py --short --here  # a look

The stream of bench/gateway.py, with a handler for messages (45 % of it), goes to 1, 10, 100 and 1,000 shards of one
process in turns: `paced`, 2,000 events a second in all, so that every event is read by itself, however many the
shards; and `flood`, as fast as the sockets take it, which tells how many events a second there can be.
Then one shard is flooded with 1, 10, 100 and 1,000 handlers registered: on `other` events, which do not come, for each
event; and on the `same` event, for each call of a handler, with fewer events so that the calls are as many.

A thousand zstd streams of a few events each cost more to inflate than one long stream, whoever inflates them: a young
stream brings the tables of its codes with nearly every message, an old one seldom. `--compress none` leaves that out.

CPU is that of the client's process between the first and the last message. Rounds are interleaved, tables show the
median, the lowest and the highest run.
"""

import argparse
import asyncio
import json
import os
import platform
import resource
import select
import socket
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiohttp import WSMsgType, web
from environments import HERE, Peer, read_peers
from events import World, stream
from paced import ACK, SLEEP_COSTS, framer, send_whole
from processes import PeerFailed, pin, report_of
from replay import HEARTBEAT_INTERVAL, USER, Replay

COUNTS = (1, 10, 100, 1_000)
"""Shards, and handlers."""
PACE = 2_000
"""Events a second where they are paced."""
DEADLINE = 120.0
"""Seconds that one run may take."""


@dataclass(frozen=True)
class Case:
    """One thing that is measured."""

    what: str
    """`paced` or `flood`: shards; `other` or `same`: handlers."""
    count: int
    """How many of them."""

    @property
    def shards(self) -> int:
        """How many shards there are."""
        return self.count if self.what in ("paced", "flood") else 1

    def events(self, most: int) -> int:
        """Return how many events are sent, of at most so many."""
        if self.what == "same":
            return max(most // self.count, 100)
        return most // 4 if self.what == "paced" else most


class Many(Replay):
    """A gateway for many shards, to which it deals out one stream, once all of them are ready."""

    def __init__(self, shards: int, events: Sequence[bytes], pace: float | None) -> None:
        super().__init__([], events)
        self.shards = shards
        self._pace = pace
        self._clients: list[tuple[Callable[[bytes], bytes], socket.socket]] = []

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one shard."""
        frame = framer(request.query.get("compress"))
        ws = web.WebSocketResponse(compress=False, max_msg_size=0)
        await ws.prepare(request)
        transport = request.transport
        if transport is None:
            return ws
        hello = {"op": 10, "s": None, "t": None, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL}}
        transport.write(frame(json.dumps(hello).encode()))
        async for message in ws:
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                break
            command = json.loads(message.data)
            if command["op"] == 2:
                transport.write(frame(ready(command["d"].get("shard", [0, 1]))))
                own = socket.socket(fileno=os.dup(transport.get_extra_info("socket").fileno()))
                self._clients.append((frame, own))
            elif command["op"] == 1 and not self.begin.is_set():
                transport.write(frame(ACK))
        return ws

    async def play(self) -> None:
        """Deal the stream out, then leave the sockets."""
        await self.begin.wait()
        await asyncio.to_thread(self._deal if self._pace is not None else self._flood, self._dealt())
        for _, own in self._clients:
            own.close()

    def _dealt(self) -> list[list[bytes]]:
        """Return the frames of each shard: to each one event after the other, with the numbers of its own session."""
        frames: list[list[bytes]] = [[] for _ in self._clients]
        for index, event in enumerate(self.events):
            position = index % len(self._clients)
            number = f'"s":{index // len(self._clients) + 2},'.encode()
            head, _, rest = event.partition(b'"s":')
            frames[position].append(self._clients[position][0](head + number + rest.partition(b",")[2]))
        return frames

    def _deal(self, frames: list[list[bytes]]) -> None:
        began = time.monotonic()
        for index in range(len(self.events)):
            position = index % len(self._clients)
            ahead = began + index / (self._pace or 1) - time.monotonic()
            if ahead > SLEEP_COSTS:
                time.sleep(ahead - SLEEP_COSTS)
            send_whole(self._clients[position][1], frames[position][index // len(self._clients)])

    def _flood(self, frames: list[list[bytes]]) -> None:
        left = {own: memoryview(b"".join(those)) for (_, own), those in zip(self._clients, frames, strict=True)}
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


def ready(shard: list[int]) -> bytes:
    """Return the READY of a shard without guilds."""
    data = {
        "v": 10,
        "user": USER,
        "guilds": [],
        "session_id": f"session of shard {shard[0]}",
        "resume_gateway_url": "ws://127.0.0.1:9",
        "shard": shard,
        "application": {"id": USER["id"], "flags": 0},
    }
    return json.dumps({"t": "READY", "s": 1, "op": 0, "d": data}).encode()


async def run(peer: Peer, case: Case, named: Sequence[tuple[str, bytes]], compress: str) -> dict[str, float]:
    """Return what one process reports, with how many events and calls it was."""
    messages = sum(name == "MESSAGE_CREATE" for name, _ in named)
    many = Many(case.shards, [payload for _, payload in named], PACE if case.what == "paced" else None)
    async with many.serving():
        script = HERE / "peers" / "growth_scurrypy.py"
        command = [peer.python, script, str(many.port), str(messages), str(case.count), case.what, compress]
        playing = asyncio.create_task(many.play())
        try:
            figures = await report_of(command, DEADLINE, begin=many.begin, started=pin)
        except PeerFailed as error:
            raise SystemExit(f"{case}: {error}") from None
        finally:
            await asyncio.wait({playing}, timeout=5)
    calls = messages * case.count if case.what == "same" else len(named)
    return {"per": figures["cpu"] / calls, "rate": len(named) / figures["wall"]}


async def measure(
    peer: Peer, counts: Sequence[int], named: Sequence[tuple[str, bytes]], rounds: int, compress: str
) -> None:
    """Measure every case in turns, and print a table."""
    cases = [Case(what, count) for what in ("paced", "flood", "other", "same") for count in counts]
    runs: dict[Case, list[dict[str, float]]] = defaultdict(list)
    for number in range(rounds):
        for case in cases:
            runs[case].append(await run(peer, case, named[: case.events(len(named))], compress))
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    units = {"paced": "shards, event", "flood": "shards, event", "other": "handlers, event", "same": "handlers, call"}
    print(f"{'':<8} {'':>22} {'CPU µs':>8} {'':>14} {'beside 1':>9} {'events/s':>9}")
    for case in cases:
        costs = [figures["per"] * 1e6 for figures in runs[case]]
        least = statistics.median(figures["per"] * 1e6 for figures in runs[Case(case.what, counts[0])])
        rate = statistics.median(figures["rate"] for figures in runs[case])
        low_to_high = f"{min(costs):.1f}-{max(costs):.1f}"
        median = statistics.median(costs)
        what = f"{case.count} {units[case.what]}"
        print(f"{case.what:<8} {what:>22} {median:>8.1f} {low_to_high:>14} {median / least:>9.2f} {rate:>9.0f}")


def main() -> int:
    """Read the arguments, install this client, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--compress", choices=["zstd-stream", "zlib-stream", "none"], default="zstd-stream")
    parser.add_argument("--short", action="store_true", help="one round, few events, up to ten")
    parser.add_argument("--here", action="store_true", help="run this client in this environment, as it is")
    args = parser.parse_args()
    if args.short:
        args.rounds, args.events = 1, 400
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    peer = read_peers()["scurrypy"]
    peer.here = args.here
    peer.install()
    print(f"{args.events} events, {args.compress}")
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    named = list(stream(World(args.seed), args.events, sequence=2))
    asyncio.run(measure(peer, COUNTS[:2] if args.short else COUNTS, named, args.rounds, args.compress))
    return 0


if __name__ == "__main__":
    sys.exit(main())
