"""CPU per gateway event: this client beside other libraries and beside no library at all, on one stream, in turns.

    .venv/bin/python bench/gateway.py                        # everyone, five rounds
    .venv/bin/python bench/gateway.py scurrypy floor -n 3    # some, three rounds
    .venv/bin/python bench/gateway.py --judge                # and which targets are reached; the exit status tells
    .venv/bin/python bench/gateway.py --markdown             # the README's table
    .venv/bin/python bench/gateway.py --mix every            # every dispatch that Discord documents, large ones too

Each run is a process of its own that connects to a gateway on 127.0.0.1, each client with the best compression it
supports, and reports the CPU time of its process between the first and the last message that its handler saw. The
gateway is pinned to one core, the peer to another. Rounds are interleaved, so that what else the machine does falls on
all alike; the tables show medians, the lowest and the highest run, and how many times what this client takes.

`floor` inflates each message and reads its head, with no library around it; `floor-models` decodes the events that are
listened to into this client's models besides. The other peers stand in peers.toml. `seen` is how many events reached a
handler: a library that has no event for a dispatch, or none without its caches, sees fewer, and is not asked to.
"""

import argparse
import asyncio
import os
import platform
import sys

from dispatches import every
from environments import HERE, Peer, read_peers
from events import World, opening, stream
from peers.mix import LISTENED, MIXES, others
from processes import PeerFailed, report_of
from replay import Replay
from results import Result, Run, Table, Verdict, markdown


class Stream:
    """The payloads that every peer receives."""

    def __init__(self, seed: int, count: int, mix: str) -> None:
        self.mix = mix
        world = World(seed)
        self.opening = opening(world)
        make = stream if mix == "busy" else every
        named = list(make(world, count, sequence=len(self.opening) + 1))
        self.names = [name for name, _ in named]
        self.events = [payload for _, payload in named]
        self.mean_size = sum(map(len, self.events)) / count

    def expected(self, listen: str) -> int:
        """Return how many events of the stream are listened to."""
        listened = {"MESSAGE_CREATE", *others(listen, self.mix)}
        return sum(name in listened for name in self.names)


class Bench:
    """Runs peers, one at a time."""

    def __init__(self, events: Stream, deadline: float) -> None:
        self.events = events
        self.deadline = deadline
        """Seconds that one run may take."""
        self.core: int | None = None
        """The core that peers run on; None where none can be chosen."""

    def pin(self) -> str:
        """Put this process on one core, and peers on another if there is one; return what was done, in words."""
        if not hasattr(os, "sched_setaffinity"):
            return "nothing is pinned: this system does not let a process choose its core"
        cores = sorted(os.sched_getaffinity(0))
        self.core = cores[-1]
        os.sched_setaffinity(0, {cores[0]})
        return f"the gateway on core {cores[0]}, peers on core {self.core}"

    async def run(self, peer: Peer, listen: str) -> Run:
        """Play the stream to one process of this peer.

        Raises:
            PeerFailed: it ended without a result, or took longer than it may.
        """
        replay = Replay(self.events.opening, self.events.events)
        async with replay.serving():
            told = "--port", str(replay.port), "--listen", listen, "--mix", self.events.mix, *peer.options
            command = [peer.python, *peer.flags, HERE / "peers" / peer.script, *told]
            try:
                result = await report_of(command, self.deadline, begin=replay.begin, started=self._place)
            except PeerFailed as error:
                closed = f"; it closed the connection with {replay.closed}" if replay.closed else ""
                raise PeerFailed(f"{error}{closed}") from None
        return Run(result["cpu"], result["wall"], result["seen"], replay.compression or "none")

    def _place(self, pid: int) -> None:
        if self.core is not None:
            os.sched_setaffinity(pid, {self.core})

    async def measure(self, peers: list[Peer], listens: list[str], rounds: int) -> list[Table]:
        """Run everyone in turns and return a table for each way of listening."""
        count = len(self.events.events)
        results = {(listen, peer.name): Result(peer, count) for listen in listens for peer in peers}
        for number in range(rounds):
            for listen in listens:
                # Another one begins each round.
                for peer in peers[number % len(peers) :] + peers[: number % len(peers)]:
                    result = results[listen, peer.name]
                    try:
                        result.runs.append(await self.run(peer, listen))
                    except PeerFailed as error:
                        result.failure = str(error)
                        print(f"{peer.name}: {error}", file=sys.stderr)
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
        return [
            Table(listen, [results[listen, peer.name] for peer in peers], self.events.expected(listen))
            for listen in listens
        ]


def judge(tables: list[Table]) -> list[Verdict]:
    """Print what became of each target, and return it."""
    verdicts = [verdict for table in tables for verdict in table.verdicts()]
    for verdict in verdicts:
        print(f"{'reached' if verdict.is_reached else 'MISSED':<8} {verdict.target}: {verdict.measured}")
    return verdicts


def read_arguments(known: dict[str, Peer]) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", nargs="*", help=f"who takes part (default: {', '.join(known)})")
    parser.add_argument("-n", "--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=30_000)
    parser.add_argument("--short", action="store_true", help="one round of 300 events: no figures, but a look")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--mix", choices=MIXES, default="busy", help="what the stream is made of (default: busy)")
    parser.add_argument("--listen", choices=LISTENED, action="append", help="default: typical, then everything")
    parser.add_argument("--here", action="store_true", help="run the peers in this environment, as it is")
    parser.add_argument("--deadline", type=float, default=120, help="seconds that one run may take")
    parser.add_argument("--markdown", action="store_true", help="print one table of Markdown")
    parser.add_argument("--judge", action="store_true", help="print the targets; fail where one is missed")
    args = parser.parse_args()
    if unknown := set(args.peers) - set(known):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    if args.judge and args.mix != "busy":
        parser.error("--judge needs the busy mix: the targets are about it")
    if args.short:
        args.rounds, args.events = 1, 300
    return args


def main() -> int:
    """Read the arguments, install who takes part, measure."""
    known = read_peers()
    args = read_arguments(known)
    chosen = [known[name] for name in args.peers or known]
    for peer in chosen:
        peer.here = args.here
        known[peer.environment or peer.name].install()

    events = Stream(args.seed, args.events, args.mix)
    bench = Bench(events, args.deadline)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(f"{args.events} events of {events.mean_size:.0f} bytes on average, seed {args.seed}, {args.rounds} rounds")
    print(bench.pin())
    for peer in chosen:
        print(f"{peer.name:<18} {peer.about}\n{'':<18} {peer.versions()}")
    tables = asyncio.run(bench.measure(chosen, args.listen or ["typical", "everything"], args.rounds))
    for table in tables:
        print("", *table.lines(), sep="\n")
    print()
    if args.markdown:
        print(*markdown(tables), sep="\n")
    verdicts = judge(tables) if args.judge else []
    failed = any(result.failure for table in tables for result in table.results.values())
    return 1 if failed or not all(verdict.is_reached for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main())
