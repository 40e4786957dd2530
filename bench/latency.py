"""How long a message takes from the last byte on the socket to the first line of its handler, under load.

    .venv/bin/python bench/latency.py                          # everyone, three rounds, about twenty minutes
    .venv/bin/python bench/latency.py scurrypy --rate 20000    # this client alone, at one rate
    .venv/bin/python bench/latency.py scurrypy --short --here  # a look

The stream of bench/gateway.py is sent at 1,000, 5,000 and 20,000 events a second, evenly (each event at its own moment)
or in bursts (those of a tenth of a second at once); a handler listens to messages, 45 % of it. The sender notes
CLOCK_MONOTONIC, which all processes share, right before the system takes the last byte of a message, and the handler
notes it in its first line. So the figure has the way through the system in it, some 10 to 20 µs: no library tells when
it has read a byte, and what is measured must be the same for all. In a burst the last message waits for all before it,
and that is counted.

`slow` is a second handler of messages, of which every hundredth call waits for a second, registered before the one
that is measured. A handler that burns CPU holds up everything in every asyncio library, and is not measured.

`sent` tells what the peer took: where it is below the rate, the peer cannot keep up, the sockets are full, and the
latency is that of full sockets. `late` is by how much the interval between two heartbeats exceeded what HELLO asked
for, at most; it is 2 s for this client, and Discord's 41.25 s for the others, of which none is seen.
"""

import argparse
import array
import asyncio
import platform
import statistics
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass

from environments import HERE, Peer, read_peers
from events import World, opening, stream
from paced import Paced, Timed
from processes import PeerFailed, pin, report_of

LIBRARIES = {"scurrypy": "scurrypy", "discordpy-bare": "discordpy", "hikari-bare": "hikari"}
"""The peers that are measured, and how their scripts end."""
FLAGS = {"hikari-bare": ["-OO"]}
"""What Python is told, as hikari's own README has it."""
RATES = (1_000, 5_000, 20_000)
"""Events a second."""
BURST = 0.1
"""Seconds whose events are sent at once, where they are sent in bursts."""
OUR_INTERVAL, DISCORDS_INTERVAL = 2.0, 41.25
"""Seconds between two heartbeats."""
DEADLINE = 120.0
"""Seconds that one run may take."""


@dataclass
class Run:
    """What one run has shown."""

    latencies: list[float]
    """Microseconds from the socket to the handler, in ascending order."""
    sent: float
    """Events a second that were sent."""
    late: float | None
    """Milliseconds by which a heartbeat came late, at most; None where fewer than two came."""

    def percentile(self, share: float) -> float:
        """Return what this share of all latencies does not exceed."""
        return self.latencies[min(len(self.latencies) - 1, int(len(self.latencies) * share))]


class Stream:
    """The events, as many as the fastest rate takes."""

    def __init__(self, seed: int, count: int) -> None:
        world = World(seed)
        self.opening = opening(world)
        self._events = list(stream(world, count, sequence=len(self.opening) + 1))

    def timed(self, rate: int, seconds: float, *, in_bursts: bool) -> list[Timed]:
        """Return the events of a run, each with the moment it is due."""
        step = int(rate * BURST) if in_bursts else 1
        chosen = self._events[: int(rate * seconds)]
        return [
            Timed(payload, index // step * step / rate, name == "MESSAGE_CREATE")
            for index, (name, payload) in enumerate(chosen)
        ]


async def run_peer(peer: Peer, way: str, opening: list[bytes], events: list[Timed]) -> Run:
    """Play the events to one process of this peer.

    Raises:
        PeerFailed: it ended before the last message, or took too long.
    """
    is_ours = peer.name == "scurrypy"
    paced = Paced(opening, events, OUR_INTERVAL if is_ours else DISCORDS_INTERVAL)
    count = sum(event.is_noted for event in events)
    with tempfile.NamedTemporaryFile() as moments:
        async with paced.serving():
            script = HERE / "peers" / f"latency_{LIBRARIES[peer.name]}.py"
            command = [peer.python, *FLAGS.get(peer.name, ()), script, str(paced.port), moments.name, str(count), way]
            try:
                await report_of(command, DEADLINE, begin=paced.begin, started=pin)
            except PeerFailed as error:
                raise PeerFailed(f"{peer.name}: {error}") from None
        arrived = array.array("q", moments.read())
    latencies = sorted((there - here) / 1e3 for here, there in zip(paced.moments, arrived, strict=True))
    gaps = [
        after - before - paced.interval for before, after in zip(paced.heartbeats, paced.heartbeats[1:], strict=False)
    ]
    return Run(latencies, len(events) / paced.took, max(gaps) * 1e3 if gaps else None)


def shown(values: list[float]) -> str:
    """Return median, lowest and highest of a figure."""
    return f"{statistics.median(values):>10,.0f} {f'{min(values):,.0f}-{max(values):,.0f}':>19}"


async def measure(peers: list[Peer], rates: list[int], seconds: float, rounds: int, seed: int) -> int:
    """Measure everyone in turns, print a table, and return how many runs failed."""
    events = Stream(seed, int(max(rates) * seconds))
    runs: dict[tuple[int, str, str, str], list[Run]] = defaultdict(list)
    failed = 0
    for number in range(rounds):
        for rate in rates:
            for pace in ("even", "bursts"):
                timed = events.timed(rate, seconds, in_bursts=pace == "bursts")
                for peer in peers:
                    for way in ("alone", "slow") if peer.name == "scurrypy" else ("alone",):
                        try:
                            run = await run_peer(peer, way, events.opening, timed)
                        except PeerFailed as error:
                            failed += 1
                            print(error, file=sys.stderr)
                        else:
                            runs[rate, pace, peer.name, way].append(run)
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    figures = f"{'p50 µs':>10} {'':>19} {'p99 µs':>10} {'':>19}"
    print(f"{'events/s':>8} {'pace':<7} {'peer':<15} {'':<6} {figures} {'sent/s':>7} late ms")
    for (rate, pace, name, way), those in runs.items():
        halves, last = ([run.percentile(share) for run in those] for share in (0.5, 0.99))
        sent = statistics.median(run.sent for run in those)
        lates = [run.late for run in those if run.late is not None]
        late = f"{max(lates):.1f}" if lates else "-"
        print(f"{rate:>8} {pace:<7} {name:<15} {way:<6} {shown(halves)} {shown(last)} {sent:>7.0f} {late:>7}")
    return failed


def main() -> int:
    """Read the arguments, install who takes part, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", nargs="*", metavar="peer", help=f"of {', '.join(LIBRARIES)}; default: all")
    parser.add_argument("-n", "--rounds", type=int, default=3)
    parser.add_argument("--rate", type=int, action="append", help="events a second; default: 1000, 5000 and 20000")
    parser.add_argument("--seconds", type=float, default=8.0, help="how long each run lasts")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--short", action="store_true", help="one round of a second at the lowest rate")
    parser.add_argument("--here", action="store_true", help="run this client in this environment, as it is")
    args = parser.parse_args()
    if unknown := set(args.peers) - set(LIBRARIES):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    known = read_peers()
    chosen = [known[name] for name in args.peers or LIBRARIES if name in known]
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    for peer in chosen:
        peer.here = peer.name == "scurrypy" and args.here
        known[peer.environment or peer.name].here = peer.here
        known[peer.environment or peer.name].install()
        if not peer.here:
            print(f"{peer.name:<16} {peer.versions()}")
    rates = args.rate or list(RATES)
    if args.short:
        args.rounds, args.seconds, rates = 1, 1.0, rates[:1]
    failed = asyncio.run(measure(chosen, rates, args.seconds, args.rounds, args.seed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
