"""What it costs to import this package, beside aiohttp: CPU time and memory of a fresh process, in turn, medians.

    .venv/bin/python bench/imports.py [-n ROUNDS]

`connected` has imported all that a bot needs to be connected and to send a message; what a process pays at once or
later, it pays. `needed` are the packages of others among that: the least that `connected` can take.
"""

import argparse
import os
import statistics
import subprocess
import sys

STATEMENTS = {
    "python": "pass",
    "aiohttp": "import aiohttp",
    "scurrypy": "import scurrypy",
    "first bot": "from scurrypy import Client; from scurrypy.events import MessageCreateEvent",
    "needed": f"import aiohttp, msgspec, picows, {'compression' if sys.version_info >= (3, 14) else 'backports'}.zstd",
    "connected": (
        "from scurrypy import Client; from scurrypy.events import MessageCreateEvent;"
        " import scurrypy.http.transport, scurrypy.gateway.websocket; from scurrypy.resources import Channel"
    ),
    "everything": "import scurrypy.core, scurrypy.http.transport, scurrypy.gateway.websocket",
}


def cost_of(statement: str) -> tuple[float, float]:
    """Return CPU milliseconds and the greatest memory in MB of a process that runs a statement."""
    # Installed packages have their byte code beside them; this one has it too, from its first import on.
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen([sys.executable, "-c", statement], env=variables)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{statement!r} failed")
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    for statement in STATEMENTS.values():
        cost_of(statement)  # byte code is written once, and is no cost of the import
    samples = [{name: cost_of(statement) for name, statement in STATEMENTS.items()} for _ in range(rounds)]
    base = {kind: statistics.median(sample["aiohttp"][kind] for sample in samples) for kind in (0, 1)}
    print(f"Python {sys.version.split()[0]}, median of {rounds} interleaved rounds; ratios against `import aiohttp`")
    print(f"{'':12}{'CPU ms':>8}{'min-max':>12}{'ratio':>7}{'MB':>8}{'ratio':>7}")
    for name in STATEMENTS:
        times = [sample[name][0] for sample in samples]
        ratio = statistics.median(sample[name][0] / sample["aiohttp"][0] for sample in samples)
        memory = statistics.median(sample[name][1] for sample in samples)
        spread = f"{min(times):.0f}-{max(times):.0f}"
        print(f"{name:12}{statistics.median(times):8.0f}{spread:>12}{ratio:7.2f}{memory:8.1f}{memory / base[1]:7.2f}")


if __name__ == "__main__":
    main()
