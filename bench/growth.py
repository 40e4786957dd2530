"""How the cost of an event grows with the shards of a process and with the handlers that are registered.

    .venv/bin/python bench/growth.py                 # five rounds, about fifteen minutes
    .venv/bin/python bench/growth.py --only flood    # one of the four ways
    .venv/bin/python bench/growth.py --compress none # without the share of inflating
    .venv/bin/python bench/growth.py --short --here  # a look

The stream of bench/gateway.py, with a handler for messages (45 % of it), goes to 1, 10, 100 and 1,000 shards of one
process in turns: `paced`, 2,000 events a second in all, so that every event is read by itself, however many the
shards; and `flood`, as fast as the sockets take it, which tells how many events a second there can be. Beside each run
of this client stands one of the floor, bare sockets as many whose messages are inflated and of which op, s and t are
read: what grows there is the machine's.
Then one shard is flooded with 1, 10, 100 and 1,000 handlers registered: on `other` events, which do not come, for each
event; and on the `same` event, for each call of a handler, with fewer events so that the calls are as many.

Each connection has carried some events before (`--carried`, up to twice as many), as those of a bot have: the first
messages of a zstd stream are larger by half, and bring the tables of their codes with them.

CPU is that of the client's process from when it is ready until it has handled the last message. Rounds are interleaved,
tables show the median, the lowest and the highest run; ratios are those of each round.
"""

import argparse
import asyncio
import platform
import resource
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from environments import HERE, Peer, read_peers
from events import World, stream
from many import Many, Stream, deal
from processes import PeerFailed, pin, report_of

COUNTS = (1, 10, 100, 1_000)
"""Shards, and handlers."""
PACE = 2_000
"""Events a second where they are paced."""
DEADLINE = 120.0
"""Seconds that one run may take."""
PACED = 5_000
"""Events that are sent where they are paced, at most."""
WAYS = {
    "paced": f"shards, {PACE:,} events a second",
    "flood": "shards, as fast as they come",
    "other": "handlers on other events",
    "same": "handlers on the same event, per call",
}
"""What is measured, in words."""


@dataclass(frozen=True)
class Case:
    """One thing that is measured."""

    way: str
    """One of `WAYS`."""
    compress: str
    """Transport compression."""
    count: int
    """How many shards or handlers."""
    is_floor: bool = False
    """Whether there are bare sockets instead of this client."""

    @property
    def shards(self) -> int:
        """How many shards there are."""
        return self.count if self.way in ("paced", "flood") else 1

    @property
    def calls(self) -> int:
        """How many handlers hear of one message."""
        return self.count if self.way == "same" else 1

    def events(self, most: int) -> int:
        """Return how many events are sent, of at most so many."""
        if self.way == "same":
            return max(most // self.count, 100)
        return min(most, PACED) if self.way == "paced" else most


@dataclass(frozen=True)
class Run:
    """What one process reported."""

    cost: float
    """µs of CPU an event, or a call."""
    rate: float
    """Events a second."""


async def run(peer: Peer, case: Case, carries: Stream, events: int, carried: int) -> Run:
    """Return what one process reports."""
    shares = deal(case.shards, case.events(events), carried)
    before = sum(1 + case.calls * sum(carries.is_message[: share.first]) for share in shares)
    calls = case.calls * sum(sum(carries.is_message[share.first : share.end]) for share in shares)
    sent = sum(share.end - share.first for share in shares)
    many = Many(carries, shares, PACE if case.way == "paced" else None)
    async with many.serving():
        if case.is_floor:
            told = ["growth_floor.py", str(many.port), str(case.count)]
        else:
            told = ["growth_scurrypy.py", str(many.port), case.way, str(case.count)]
        command = [peer.python, HERE / "peers" / told[0], *told[1:], case.compress, str(before), str(calls)]
        playing = asyncio.create_task(many.play())
        try:
            figures = await report_of(command, DEADLINE, begin=many.begin, started=pin)
        except PeerFailed as error:
            raise SystemExit(f"{case}: {error}") from None
        finally:
            await asyncio.wait({playing}, timeout=5)
    return Run(figures["cpu"] * 1e6 / (calls if case.way == "same" else sent), sent / (figures["ended"] - many.began))


def spread(figures: Sequence[float], digits: int) -> str:
    """Return median, lowest and highest."""
    low, high = min(figures), max(figures)
    return f"{statistics.median(figures):,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"


def table(cases: Sequence[Case], runs: dict[Case, list[Run]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    counts = sorted({case.count for case in cases})

    def row(what: str, figure: Callable[[int], str]) -> str:
        return f"| {what} | " + " | ".join(map(figure, counts)) + " |"

    yield row("CPU µs an event", "{:,}".format)
    yield "|---|" + "--:|" * len(counts)
    for way, compress in dict.fromkeys((case.way, case.compress) for case in cases):
        ours = {count: runs[Case(way, compress, count)] for count in counts}
        yield row(f"{WAYS[way]}, {compress}", lambda count, ours=ours: spread([each.cost for each in ours[count]], 1))
        floor = {count: runs.get(Case(way, compress, count, is_floor=True), []) for count in counts}
        if all(floor.values()):
            yield row("bare sockets", lambda count, floor=floor: spread([each.cost for each in floor[count]], 1))
            ratios = {
                count: [mine.cost / bare.cost for mine, bare in zip(ours[count], floor[count], strict=True)]
                for count in counts
            }
            yield row("times that", lambda count, ratios=ratios: spread(ratios[count], 2))
        if way == "flood":
            yield row("events a second", lambda count, ours=ours: spread([each.rate for each in ours[count]], 0))


async def measure(peer: Peer, cases: Sequence[Case], args: argparse.Namespace) -> dict[Case, list[Run]]:
    """Measure every case in turns."""
    named = list(stream(World(args.seed), args.events + 2 * args.carried, sequence=2))
    streams = {compress: Stream(named, compress) for compress in args.compress}
    runs: dict[Case, list[Run]] = defaultdict(list)
    for number in range(args.rounds):
        for case in cases:
            runs[case].append(await run(peer, case, streams[case.compress], args.events, args.carried))
        print(f"round {number + 1} of {args.rounds}", file=sys.stderr)
    return runs


def main() -> int:
    """Read the arguments, install this client, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--carried", type=int, default=300, help="events that each connection has carried before")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--compress", nargs="+", choices=["zstd-stream", "zlib-stream", "none"])
    parser.add_argument("--only", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--short", action="store_true", help="one round, few events, up to ten")
    parser.add_argument("--here", action="store_true", help="run this client in this environment, as it is")
    args = parser.parse_args()
    args.compress = args.compress or ["zstd-stream", "none"]
    if args.short:
        args.rounds, args.events, args.carried = 1, 400, 20
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    peer = read_peers()["scurrypy"]
    peer.here = args.here
    peer.install()
    print(f"{args.events} events, when {args.carried} were carried by each connection, medians of {args.rounds}")
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    cases = [
        Case(way, compress, count, is_floor)
        for way in args.only
        for compress in (args.compress if way in ("paced", "flood") else args.compress[:1])
        for count in (COUNTS[:2] if args.short else COUNTS)
        for is_floor in ([False, True] if way in ("paced", "flood") else [False])
    ]
    for line in table(cases, asyncio.run(measure(peer, cases, args))):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
