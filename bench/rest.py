"""Requests: how soon many are done within the limits, what one costs, and whether interactions are answered meanwhile.

    .venv/bin/python bench/rest.py                            # everything, everyone; some ten minutes
    .venv/bin/python bench/rest.py cpu scurrypy aiohttp-tuned # one part, some peers
    .venv/bin/python bench/rest.py --short                    # a look

Each run is a process of its own, and so is the server (`rest_server.py`): real sockets on 127.0.0.1, no TLS, no gzip.
Where there are two cores, the server has one of them and the client the other: else each request would have the server
push the client aside, which a Discord far away does not. Rounds are interleaved, so that what else the machine does
falls on all alike; tables show medians, lowest and highest.

makespan   Three workloads, all asked for at once, by a client that has sent one request of each route before: seconds
           until the last answer, beside the least that the limits allow (`rest_orders.least`), and the 429s that the
           server had to send.
cpu        CPU time of the client's process per message that is posted, one after the other and 50 at a time, where no
           limit binds, beside aiohttp and msgspec alone: as aiohttp comes, without cookies, and with answers read as
           this client's models. Three times as many rounds as elsewhere; what counts are the ratios of each round:
           their median is shown, and between which two the middle half of them lies. `rest_instructions.py` counts
           the same in instructions.
callbacks  Milliseconds from a call to its answer for interactions, by an idle client and by one of which thousands of
           messages wait for limits.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import sys
from collections import defaultdict
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from environments import HERE, Peer, read_peers
from processes import PeerFailed, report_of
from rest_orders import PER_SECOND, WORKLOADS, callback, least, message, one_of_each
from tests.chaos.rest.workload import Order

PARTS: Final = ("makespan", "cpu", "callbacks")
_DEADLINE: Final = 180.0
"""Seconds that one run may take."""
_AT_ONCE: Final = {"sequential": 1, "concurrent": 50}
"""How many requests are under way in each way of measuring CPU."""


_CORES: Final = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
"""What the server and the client share: the last is the server's, the first the client's."""


class Server:
    """The server, in a process of its own."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def counts(self) -> dict[str, Any]:
        """Return what it counted; it begins anew."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(b"GET /counts HTTP/1.1\r\n\r\n")
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        size = int(head.partition("Content-Length: ")[2].partition("\r\n")[0])
        told = json.loads(await reader.readexactly(size))
        writer.close()
        await writer.wait_closed()
        return dict(told)


def keep_on(cores: list[int], pid: int) -> None:
    """Keep a process on these cores, where the system can."""
    if cores:
        os.sched_setaffinity(pid, cores)


@asynccontextmanager
async def serving(*options: str) -> AsyncGenerator[Server]:
    """Run the server."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        HERE / "rest_server.py",
        *options,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        if process.stdout is None:
            raise RuntimeError("the server has no output")
        keep_on(_CORES[-1:], process.pid)
        yield Server(int(await process.stdout.readline()))
    finally:
        process.terminate()
        await process.wait()


async def run_peer(peer: Peer, script: str, port: int, task: dict[str, Any], *options: str) -> dict[str, Any]:
    """Give a task to a process of this peer, and return what it reports.

    Raises:
        PeerFailed: it ended without a report, or takes too long.
    """
    command = [peer.python, HERE / "peers" / script, "--port", str(port), *peer.options, *options]
    try:
        return await report_of(
            command, _DEADLINE, task=json.dumps(task).encode(), started=lambda pid: keep_on(_CORES[:1], pid)
        )
    except PeerFailed as error:
        raise PeerFailed(f"{peer.name}: {error}") from None


def plain(orders: Iterable[Order]) -> list[list[Any]]:
    """Return orders as the peers read them."""
    return [[order.method, order.template, order.values, order.body] for order in orders]


def turns(peers: list[Peer], number: int) -> list[Peer]:
    """Return the peers in the order of one round: another one begins each time."""
    start = number % len(peers)
    return peers[start:] + peers[:start]


def spread(values: list[float], form: str = ".1f") -> str:
    """Return median, lowest and highest."""
    return f"{statistics.median(values):{form}} ({min(values):{form}}-{max(values):{form}})"


def middle(values: list[float]) -> str:
    """Return the median, and between which two the middle half lies."""
    low, half, high = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    return f"{half:.2f} ({low:.2f}-{high:.2f})"


async def makespan(peers: list[Peer], rounds: int, *, short: bool) -> bool:
    """Measure how soon each workload is done; return whether this client was never refused."""
    is_clean = True
    for workload in WORKLOADS.values():
        orders = workload.make(1 / 5 if short else 1.0)
        before = one_of_each(orders)
        task = {"orders": plain(before + orders), "warm": len(before), "pause": 1.2, "workers": 0}
        results: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for number in range(rounds):
            for peer in turns(peers, number):
                async with serving() as server:
                    try:
                        told = await run_peer(peer, peer.script, server.port, task)
                    except PeerFailed as error:
                        print(error, file=sys.stderr)
                    else:
                        results[peer.name].append(told | await server.counts())
        best, unbound = least(orders), least(orders, None)
        print(f"\nmakespan: {workload.about}; at best {best:.2f} s ({unbound:.2f} s by the buckets alone)")
        print(f"{'peer':<16} {'seconds':>22} {'of best':>8} {'429s':>6} {'most in 1 s':>12} {'CPU ms/each':>12}  ended")
        for peer in peers:
            is_clean &= print_makespan(peer, results[peer.name], best, len(orders))
    return is_clean


def print_makespan(peer: Peer, runs: list[dict[str, Any]], best: float, count: int) -> bool:
    """Print the figures of one peer; return False for this client if it was refused."""
    if not runs:
        print(f"{peer.name:<16} {'failed':>22}")
        return peer.name != "scurrypy"
    walls = [run["wall"] for run in runs]
    refused = [run.get("429 bucket", 0) + run.get("429 global", 0) for run in runs]
    cpu = statistics.median(run["cpu"] for run in runs) / count * 1000
    most = max(run["most in a second"] for run in runs)
    print(
        f"{peer.name:<16} {spread(walls, '.2f'):>22} {statistics.median(walls) / best:>8.3f}"
        f" {statistics.median(refused):>6.0f} {most:>12} {cpu:>12.2f}  {runs[-1]['ended']}"
    )
    return peer.name != "scurrypy" or not any(refused)


async def cpu(peers: list[Peer], rounds: int, *, short: bool) -> None:
    """Measure what a request costs where no limit binds."""
    count = 200 if short else 2000
    orders = [message(number % 20) for number in range(count + count // 5)]
    spent: dict[tuple[str, str], list[float]] = defaultdict(list)
    async with serving("--free") as server:
        for number in range(rounds):
            for way, workers in _AT_ONCE.items():
                for peer in turns(peers, number):
                    task = {"orders": plain(orders), "warm": count // 5, "workers": workers}
                    told = await run_peer(peer, peer.script, server.port, task, "free")
                    if told["ended"] != {"ok": count}:
                        raise PeerFailed(f"{peer.name}: {told['ended']}")
                    spent[way, peer.name].append(told["cpu"] / count * 1e6)
    names = [peer.name for peer in peers]
    floors = [name for name in names if name.startswith("aiohttp")]
    for way in _AT_ONCE:
        print(f"\ncpu: {count} messages, {way}; {rounds} rounds; of the ratios of each, median and middle half")
        print(f"{'peer':<16} {'µs/request':>24}" + "".join(f" {'of ' + floor:>20}" for floor in floors))
        for name in names:
            ratios = [
                middle([a / b for a, b in zip(spent[way, name], spent[way, floor], strict=True)]) for floor in floors
            ]
            print(f"{name:<16} {spread(spent[way, name]):>24}" + "".join(f" {ratio:>20}" for ratio in ratios))


async def callbacks(peer: Peer, rounds: int, *, short: bool) -> None:
    """Measure how fast interactions are answered, by an idle client and by one whose limits are used up."""
    count = 50 if short else 500
    task = {
        "orders": plain(message(number % 40) for number in range(4000)),
        "callbacks": plain(callback(number) for number in range(count)),
    }
    figures: dict[str, list[float]] = defaultdict(list)
    waiting: list[int] = []
    for _ in range(rounds):
        async with serving() as server:
            told = await run_peer(peer, "rest_callbacks.py", server.port, task)
        for state in ("idle", "saturated"):
            times = sorted(seconds * 1000 for seconds in told[state])
            figures[f"{state} p50"].append(statistics.median(times))
            figures[f"{state} p99"].append(times[int(len(times) * 0.99)])
        waiting.append(told["waiting"])
    for part in ("p50", "p99"):
        pairs = zip(figures[f"saturated {part}"], figures[f"idle {part}"], strict=True)
        figures[f"added {part}"] = [a - b for a, b in pairs]
    print(f"\ncallbacks: {count} interactions, 100 a second; saturated: {min(waiting)} messages wait; milliseconds")
    for state in ("idle", "saturated", "added"):
        p50, p99 = (spread(figures[f"{state} {part}"], ".2f") for part in ("p50", "p99"))
        print(f"{state:<16} p50 {p50:<24} p99 {p99}")


async def measure(parts: list[str], peers: list[Peer], rounds: int, *, short: bool) -> bool:
    """Measure what was asked for; return whether this client was never refused."""
    is_clean = True
    clients = [peer for peer in peers if not peer.name.startswith("aiohttp")]
    if "cpu" in parts:
        await cpu(peers, rounds if short else 3 * rounds, short=short)
    if "callbacks" in parts:
        ours = next((peer for peer in peers if peer.name == "scurrypy"), None)
        if ours is not None:
            await callbacks(ours, rounds, short=short)
    if "makespan" in parts and clients:
        rivals = [peer for peer in clients if peer.name != "scurrypy-plain"]
        is_clean = await makespan(rivals, min(rounds, 3), short=short)
    return is_clean


def main() -> int:
    """Read the arguments, install who takes part, measure."""
    known = read_peers("rest_peers.toml")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "names", nargs="*", metavar="PART-OR-PEER", help=f"of {', '.join((*PARTS, *known))}; default: all"
    )
    parser.add_argument(
        "-n", "--rounds", type=int, help="default: 5; of makespans at most 3, of cpu three times as many"
    )
    parser.add_argument("--short", action="store_true", help="one round, a fifth of the requests")
    parser.add_argument("--here", action="store_true", help="run the peers in this environment, as it is")
    args = parser.parse_intermixed_args()
    if unknown := set(args.names) - {*PARTS, *known}:
        parser.error(f"no such part or peer: {', '.join(sorted(unknown))}")
    parts = [part for part in PARTS if part in args.names] or list(PARTS)
    peers = [known[name] for name in known if name in args.names] or list(known.values())
    for peer in peers:
        peer.here = args.here
        known[peer.environment or peer.name].here = args.here
        known[peer.environment or peer.name].install()
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(f"at most {PER_SECOND} requests a second; {len(peers)} peers")
    for peer in peers:
        print(f"{peer.name:<16} {peer.about}\n{'':<16} {peer.versions()}")
    rounds = args.rounds or (1 if args.short else 5)
    return 0 if asyncio.run(measure(parts, peers, rounds, short=args.short)) else 1


if __name__ == "__main__":
    sys.exit(main())
