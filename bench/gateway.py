"""CPU per gateway event: this client beside ScurryPy 2.3 and discord.py, on the same stream, in turns.

    .venv/bin/python bench/gateway.py                        # everyone, five rounds
    .venv/bin/python bench/gateway.py scurrypy floor -n 3    # some, three rounds

Each run is a process of its own that connects to a gateway on 127.0.0.1, each client with the best compression it
supports, and reports the CPU time of its process between the first and the last message that its handler saw. Rounds
are interleaved, so that what else the machine does falls on all alike; the table shows medians.
"""

import argparse
import asyncio
import json
import platform
import statistics
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from environments import HERE, Peer, read_peers
from events import World, opening, stream
from replay import Replay

LISTEN = {"messages": "a handler for messages alone", "everything": "a handler for every event of the stream"}


class RunFailed(Exception):
    """A peer ended without a result, or took too long."""


@dataclass
class Run:
    """What one process reported."""

    cpu: float
    """Seconds of CPU between the first and the last message."""
    wall: float
    """Seconds that passed."""
    seen: int
    """Events that reached a handler."""
    compression: str
    """Transport compression that the peer asked for."""


class Stream:
    """The payloads that every peer receives."""

    def __init__(self, seed: int, count: int) -> None:
        world = World(seed)
        self.opening = opening(world)
        named = list(stream(world, count, sequence=len(self.opening) + 1))
        self.events = [payload for _, payload in named]
        self.messages = sum(name == "MESSAGE_CREATE" for name, _ in named)
        self.mean_size = sum(map(len, self.events)) / count


async def run_peer(peer: Peer, listen: str, events: Stream, deadline: float) -> Run:
    """Play the stream to one process of this peer.

    Raises:
        RunFailed: it ended without a result, or took longer than `deadline` seconds.
    """
    replay = Replay(events.opening, events.events)
    # A file, since a pipe that nobody reads would stop a peer that complains a lot.
    with tempfile.TemporaryFile() as complaints:
        async with replay.serving():
            process = await asyncio.create_subprocess_exec(
                peer.python,
                HERE / "peers" / peer.script,
                *("--port", str(replay.port), "--listen", listen, *peer.options),
                stdout=asyncio.subprocess.PIPE,
                stderr=complaints,
            )
            try:
                async with asyncio.timeout(deadline):
                    result = await _result(process, replay)
            except TimeoutError:
                raise RunFailed(f"{peer.name}: no result within {deadline:.0f} s") from None
            finally:
                if process.returncode is None:
                    process.kill()
                await process.wait()
        if result is None:
            complaints.seek(0)
            raise RunFailed(f"{peer.name}: {complaints.read().decode()[-2000:] or 'ended without a result'}")
    return Run(result["cpu"], result["wall"], result["seen"], replay.compression or "none")


async def _result(process: asyncio.subprocess.Process, replay: Replay) -> dict[str, Any] | None:
    """Return what the process reports, None where it ends without; let the stream begin when it says it is ready."""
    if process.stdout is not None:
        async for line in process.stdout:
            if line == b"ready\n":
                replay.begin.set()
            elif line.startswith(b"{"):
                return dict(json.loads(line))
    return None


async def measure(peers: list[Peer], listens: list[str], events: Stream, rounds: int, deadline: float) -> int:
    """Run everyone in turns and print a table; return how many runs failed."""
    runs: dict[tuple[str, str], list[Run]] = defaultdict(list)
    failed = 0
    for number in range(rounds):
        for listen in listens:
            # Another one begins each round.
            for peer in peers[number % len(peers) :] + peers[: number % len(peers)]:
                try:
                    runs[listen, peer.name].append(await run_peer(peer, listen, events, deadline))
                except RunFailed as error:
                    failed += 1
                    print(error, file=sys.stderr)
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    for listen in listens:
        print_table(listen, [(peer, runs[listen, peer.name]) for peer in peers], events)
    return failed


def print_table(listen: str, results: list[tuple[Peer, list[Run]]], events: Stream) -> None:
    """Print the medians of one way of listening, and how much more each takes than this client."""
    count = len(events.events)
    expected = count if listen == "everything" else events.messages
    print(f"\n{LISTEN[listen]} ({expected} of {count} events)")
    print(f"{'peer':<16} {'µs/event':>9} {'lowest':>8} {'highest':>8} {'ratio':>7}  {'seen':>7}  compression")
    medians = {peer.name: statistics.median(run.cpu for run in runs) for peer, runs in results if runs}
    for peer, runs in results:
        if not runs:
            print(f"{peer.name:<16} {'failed':>9}")
            continue
        low, high = min(run.cpu for run in runs), max(run.cpu for run in runs)
        ratio = f"{medians[peer.name] / medians['scurrypy']:.2f}" if "scurrypy" in medians else "-"
        figures = "".join(f" {seconds / count * 1e6:>8.1f}" for seconds in (medians[peer.name], low, high))
        print(f"{peer.name:<16} {figures} {ratio:>7}  {runs[-1].seen:>7}  {runs[-1].compression}")


def main() -> int:
    """Read the arguments, install who takes part, measure."""
    known = read_peers()
    parser = argparse.ArgumentParser(description="CPU per gateway event, this client beside others.")
    parser.add_argument("peers", nargs="*", help=f"who takes part (default: {', '.join(known)})")
    parser.add_argument("-n", "--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--listen", choices=LISTEN, action="append", help="default: both")
    parser.add_argument("--here", action="store_true", help="run the peers in this environment, as it is")
    parser.add_argument("--deadline", type=float, default=120, help="seconds that one run may take")
    args = parser.parse_args()
    if unknown := set(args.peers) - set(known):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    chosen = [known[name] for name in args.peers or known]
    for peer in chosen:
        peer.here = args.here
        known[peer.environment or peer.name].install()

    events = Stream(args.seed, args.events)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(f"{args.events} events of {events.mean_size:.0f} bytes on average, seed {args.seed}, {args.rounds} rounds")
    for peer in chosen:
        print(f"{peer.name:<16} {peer.about}\n{'':<16} {peer.versions()}")
    failed = asyncio.run(measure(chosen, args.listen or list(LISTEN), events, args.rounds, args.deadline))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
