"""How many instructions a message takes from the call to its answer: a figure that no busy machine can blur.

    .venv/bin/python bench/rest_instructions.py           # the table; some four minutes
    .venv/bin/python bench/rest_instructions.py --judge   # one after the other; fails where this client takes too many

The peers of bench/rest.py that need nothing but this environment run under valgrind's callgrind, with few messages and
with many; the difference is the messages' own. What is compared with is aiohttp that keeps no cookies, with msgspec for
JSON. The system's own instructions are not counted, nor what it costs where memory has to be waited for: bench/rest.py
measures that. Needs valgrind.
"""

import asyncio
import json
import os
import sys

import callgrind
from environments import HERE, Peer, read_peers
from rest import plain, serving
from rest_orders import message

FEW, MANY, WARM = 400, 1400, 100
FLOOR = "aiohttp-tuned"
ALLOWED = {("scurrypy", 1): 1.15, ("scurrypy", 50): 1.15, ("scurrypy-plain", 1): 1.03, ("scurrypy-plain", 50): 1.03}
"""How many times the instructions of the floor this client may take, by peer and by how many are under way."""


async def count(peer: Peer, port: int, workers: int, messages: int) -> int:
    """Return the instructions of one run.

    Raises:
        SystemExit: the run failed.
    """
    task = {"orders": plain(message(number % 20) for number in range(messages)), "warm": WARM, "workers": workers}
    process = await asyncio.create_subprocess_exec(
        *callgrind.COMMAND,
        *(HERE / "peers" / peer.script, "--port", str(port), *peer.options, "free"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=callgrind.ENVIRONMENT,
    )
    told, complaints = await process.communicate(json.dumps(task).encode())
    found = callgrind.collected(complaints.decode())
    if found is None or not told or json.loads(told)["ended"] != {"ok": messages - WARM}:
        raise SystemExit(f"{peer.name}: {told.decode()} {complaints.decode()[-2000:]}")
    return found


async def measure(peers: list[Peer], ways: tuple[int, ...]) -> dict[tuple[str, int], float]:
    """Return the instructions a message takes, by peer and by how many are under way."""
    each: dict[tuple[str, int], float] = {}
    free = asyncio.Semaphore(os.cpu_count() or 1)

    async def one(peer: Peer, workers: int) -> None:
        counts: list[int] = []
        for messages in (FEW, MANY):
            async with free:
                counts.append(await count(peer, server.port, workers, messages))
        each[peer.name, workers] = (counts[1] - counts[0]) / (MANY - FEW)

    async with serving("--free") as server:
        await asyncio.gather(*(one(peer, workers) for peer in peers for workers in ways))
    return each


def main() -> int:
    """Count, print, and judge if asked to."""
    args = callgrind.arguments("Instructions per message sent.")
    ways = (1,) if args.judge else (1, 50)
    peers = [peer for peer in read_peers("rest_peers.toml").values() if "scurrypy" in (peer.name, peer.environment)]
    if args.judge:
        peers = [peer for peer in peers if peer.name == FLOOR or (peer.name, 1) in ALLOWED]
    each = asyncio.run(measure(peers, ways))
    missed = 0
    print(f"{'peer':<16} {'under way':>9} {'instructions':>13} {'of ' + FLOOR:>17} {'allowed':>8}   (a message)")
    for workers in ways:
        for peer in peers:
            ratio = each[peer.name, workers] / each[FLOOR, workers]
            allowed = ALLOWED.get((peer.name, workers))
            missed += allowed is not None and ratio > allowed
            row = f"{peer.name:<16} {workers:>9} {each[peer.name, workers]:>13.0f} {ratio:>17.3f}"
            print(row if allowed is None else f"{row} {allowed:>8.2f}")
    if args.judge and missed:
        print(f"{missed} take more than allowed: what a request costs is told in docs/performance.md", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
