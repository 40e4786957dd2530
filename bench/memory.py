"""What memory this client takes: an idle shard, a start of a thousand, models held, a large guild; peers beside it.

    .venv/bin/python bench/memory.py                         # all of it, about ten minutes
    .venv/bin/python bench/memory.py models guild -n 3       # some of it
    .venv/bin/python bench/memory.py --short scurrypy        # a look, without other libraries

`shards`: what 201 idle shards of one process take beyond one, for each of the 200, by the system's count (RSS) and by
Python's (tracemalloc); connected to the local Discord over sockets, with each transport compression.
`start`: seconds until 1,000 shards of one process are ready at the local Discord, which lets 64 identify at once,
beside the optimum: one IDENTIFY for each key in 5 s, the first at once.
`models`: bytes held per member, role and channel of a GUILD_CREATE, once everything else of it was let go: this
client's event, the guild in discord.py's state, what hikari's entity factory makes.
`guild`: 100,000 members in 100 GUILD_MEMBERS_CHUNK over a socket: CPU, and the peak of memory beyond what was there.
This client's `models` are the list that `request_guild_members` returns, its `events` are counted by a handler, and
let go; the others keep the members in their caches.

Each figure is from a process of its own; rounds are interleaved, tables show the median, the lowest and the highest
run. Linux only.
"""

import argparse
import asyncio
import json
import math
import platform
import resource
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from environments import HERE, Peer, read_peers
from events import JSON, World, opening
from processes import PeerFailed, report_of
from replay import Replay

from scurrypy.sandbox import Sandbox
from scurrypy.sandbox.gateway import GatewayOptions

LIBRARIES = {"scurrypy": "scurrypy", "discordpy-tuned": "discordpy", "hikari-tuned": "hikari"}
"""The peers that are weighed, and how their scripts end."""
KINDS = {"members": 20_000, "roles": 5_000, "channels": 5_000}
"""What is held, and how many of it."""
PER_CHUNK = 1_000
"""Members of one chunk."""
WINDOW = 5.0
"""Seconds between two IDENTIFYs of one key."""
DEADLINE = 300.0
"""Seconds that one process may take."""

Figures = dict[str, float]


async def weigh(python: Sequence[str | Path], script: str, *arguments: object) -> Figures:
    """Run a script of bench/peers and return the figures it tells."""
    command = [*python, HERE / "peers" / script, *map(str, arguments)]
    try:
        return await report_of(command, DEADLINE)
    except PeerFailed as error:
        raise SystemExit(f"{script} {arguments}: {error}") from None


def spread(values: Iterable[float], unit: float = 1.0, digits: int = 1) -> str:
    """Return median, lowest and highest in this unit, as a table shows them."""
    numbers = sorted(value / unit for value in values)
    return f"{median(numbers):>9.{digits}f} {f'{numbers[0]:.{digits}f}-{numbers[-1]:.{digits}f}':>17}"


class Memory:
    """All measurements.

    Args:
        peers: Who takes part, by name.
        rounds: How often each is measured.
        short: Whether a tenth of everything will do.
    """

    def __init__(self, peers: dict[str, Peer], rounds: int, *, short: bool) -> None:
        self.peers = peers
        self.rounds = rounds
        self.short = short

    def few(self, count: int) -> int:
        """Return how many it is to be of something."""
        return max(2, count // 10) if self.short else count

    async def shards(self) -> None:
        """Weigh idle shards."""
        count = self.few(200)
        grown: dict[tuple[str, str], list[float]] = defaultdict(list)
        for _ in range(self.rounds):
            for compress in ("zstd-stream", "zlib-stream", "none"):
                for way in ("rss", "traced"):
                    one, many = [await start(number, number, compress, way) for number in (1, count + 1)]
                    grown[compress, way].append((many["held"] - one["held"]) / count)
        print(f"\nidle shards, KB for each of {count} of one process beyond the first")
        print(f"{'compression':<14} {'RSS':>9} {'':>17} {'traced':>9}")
        for compress in ("zstd-stream", "zlib-stream", "none"):
            print(f"{compress:<14} {spread(grown[compress, 'rss'], 1e3)} {spread(grown[compress, 'traced'], 1e3)}")

    async def start(self) -> None:
        """Start many shards."""
        count, concurrency = (8, 8) if self.short else (1_000, 64)
        windows = math.ceil(count / concurrency)
        optimum = (windows - 1) * WINDOW
        runs = [await start(count, concurrency, "zstd-stream", "rss") for _ in range(1 if self.short else 2)]
        print(f"\nstart of {count} shards in one process, {concurrency} at once in {windows} windows")
        for run in runs:
            ratio = f"{run['spread'] / optimum:.3f} x the optimum of {optimum:.0f} s" if optimum else "one window"
            print(
                f"first to last READY {run['spread']:.1f} s, {ratio}; from the start {run['wall']:.1f} s;"
                f" {run['identifies']:.0f} IDENTIFYs; CPU {run['cpu'] / count * 1e3:.1f} ms a shard"
            )

    async def models(self) -> None:
        """Weigh what models and objects hold."""
        held: dict[tuple[str, str, str], list[float]] = defaultdict(list)
        with tempfile.TemporaryDirectory() as folder:
            for kind, number in KINDS.items():
                small, large = (write_guild(folder, kind, count) for count in (9, self.few(number)))
                for _ in range(self.rounds):
                    for name, peer in self.peers.items():
                        for way in ("rss", "traced"):
                            script = f"held_{LIBRARIES[name]}.py"
                            figures = await weigh([peer.python], script, small, large, kind, way)
                            held[name, kind, way].append(figures["held"] / figures["count"])
        print("\nbytes held for each one, by Python's count and by the system's (RSS)")
        print(f"{'':<16} {'':<9} {'traced':>9} {'':>17} {'RSS':>9}")
        for kind in KINDS:
            for name in self.peers:
                traced, rss = held[name, kind, "traced"], held[name, kind, "rss"]
                print(f"{name:<16} {kind:<9} {spread(traced, digits=0)} {spread(rss, digits=0)}")

    async def guild(self) -> None:
        """Weigh a large guild while its members come in."""
        large = LargeGuild(self.few(100))
        runs: dict[tuple[str, str], list[Figures]] = defaultdict(list)
        for _ in range(self.rounds):
            for name, peer in self.peers.items():
                for way in ("models", "events") if name == "scurrypy" else ("cached",):
                    async with large.serving():
                        script = f"chunks_{LIBRARIES[name]}.py"
                        figures = await weigh([peer.python], script, large.port, large.id, large.chunks, way, "rss")
                    runs[name, way].append(figures)
        print(f"\na guild of {large.chunks * PER_CHUNK} members in {large.chunks} chunks")
        print(f"{'':<16} {'':<8} {'CPU s':>9} {'':>17} {'wall s':>9} {'':>17} {'peak MB':>9} {'':>17} {'held MB':>9}")
        for (name, way), figures in runs.items():
            columns = [("cpu", 1.0, 2), ("wall", 1.0, 2), ("peak", 1e6, 0), ("held", 1e6, 0)]
            shown = " ".join(spread([run[column] for run in figures], unit, digits) for column, unit, digits in columns)
            print(f"{name:<16} {way:<8} {shown}  {figures[-1]['count']:.0f} members")


async def start(count: int, concurrency: int, compress: str, way: str) -> Figures:
    """Return what a process tells that starts shards at a local Discord of this process."""
    options = GatewayOptions(max_concurrency=concurrency, session_starts=2 * count)
    async with Sandbox(rate_limits="off", gateway=options) as sandbox:
        application = sandbox.world.create_application("bench")
        sandbox.world.add_bot(next(iter(sandbox.world.guilds.values())), application)
        arguments = sandbox.api_url, application.token, count, compress, way
        return await weigh([sys.executable], "shards.py", *arguments)


def guild_of(kind: str, count: int) -> JSON:
    """Return a guild with many of one kind and few of the others, the same for the same numbers."""
    numbers = {"members": 2, "roles": 8, "channels": 2, kind: count}
    return World(1, guilds=1, **numbers).guilds[0]


def write_guild(folder: str, kind: str, count: int) -> Path:
    """Write such a guild to a file, and return where it is."""
    file = Path(folder, f"{kind}-{count}.json")
    file.write_text(json.dumps(guild_of(kind, count)), encoding="utf-8")
    return file


class LargeGuild(Replay):
    """A gateway with one guild, all of whose members it tells when it is asked for them."""

    def __init__(self, chunks: int) -> None:
        world = World(2, guilds=1)
        super().__init__(opening(world), [])
        self.begin.set()
        self.id = world.guilds[0]["id"]
        self.chunks = chunks
        template = {**world.guilds[0], "members": []}
        roles = [role["id"] for role in template["roles"]]
        self._members = [
            json.dumps([world.member(roles) for _ in range(PER_CHUNK)], separators=(",", ":"), ensure_ascii=False)
            for _ in range(chunks)
        ]

    def answers(self, command: dict[str, Any]) -> Iterable[bytes]:
        """Return the chunks."""
        if command["op"] != 8:
            return
        nonce = json.dumps(command["d"].get("nonce"))
        for index, members in enumerate(self._members):
            head = f'{{"t":"GUILD_MEMBERS_CHUNK","s":{index + 3},"op":0,"d":{{"guild_id":"{self.id}","members":'
            tail = f',"chunk_index":{index},"chunk_count":{self.chunks},"nonce":{nonce}}}}}'
            yield f"{head}{members}{tail}".encode()


def main() -> int:
    """Read the arguments, install who takes part, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    whats = ["shards", "start", "models", "guild"]
    parser.add_argument("chosen", nargs="*", metavar="what", help=f"of {', '.join([*whats, *LIBRARIES])}; default: all")
    parser.add_argument("-n", "--rounds", type=int, default=3)
    parser.add_argument("--short", action="store_true", help="a tenth of everything, one round")
    parser.add_argument("--here", action="store_true", help="run this client in this environment, as it is")
    args = parser.parse_intermixed_args()
    if unknown := set(args.chosen) - {*whats, *LIBRARIES}:
        parser.error(f"no such thing: {', '.join(sorted(unknown))}")
    known = read_peers()
    wanted = {*LIBRARIES} & {*args.chosen} or {*LIBRARIES}
    peers = {name: known[name] for name in LIBRARIES if name in wanted & known.keys()}
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name, peer in peers.items():
        peer.here = name == "scurrypy" and args.here
        known[peer.environment or name].install()
        if not peer.here:
            print(f"{name:<16} {peer.versions()}")
    memory = Memory(peers, 1 if args.short else args.rounds, short=args.short)
    for what in whats:
        if what in args.chosen or not {*whats} & {*args.chosen}:
            asyncio.run(getattr(memory, what)())
    return 0


if __name__ == "__main__":
    sys.exit(main())
