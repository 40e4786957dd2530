"""How many instructions an event takes from its frame to its handler: a figure that no busy machine can blur.

    .venv/bin/python bench/instructions.py           # the table
    .venv/bin/python bench/instructions.py --judge   # fails where this client takes more than it may

bench/inbound.py runs under valgrind's callgrind, with few events and with many; the difference is the events' own.
Beside this client stands the floor: the same frames inflated and the same models decoded with no client around them,
both as far as the handlers read them: objects in an event, which nobody asks for here, stay JSON.
What is judged is the ratio of the two, which hardly depends on how Python was built. Needs valgrind.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import callgrind

HERE = Path(__file__).parent
FEW, MANY = 300, 1500
SLOWED = "--slowed", "50"
ALLOWED = {"nothing": 0.8, "typical": 1.05, "everything": 1.15}
"""How many times the instructions of the floor this client may take, by what is listened to."""


def count(what: str, file: Path, listen: str, events: int) -> int:
    """Return the instructions of one run.

    Raises:
        SystemExit: the run failed.
    """
    run = subprocess.run(
        [*callgrind.COMMAND, HERE / "inbound.py", what, file, "--listen", listen, "--events", str(events), *SLOWED],
        capture_output=True,
        text=True,
        check=False,
        env=callgrind.ENVIRONMENT,
    )
    found = callgrind.collected(run.stderr)
    if run.returncode or found is None:
        raise SystemExit(run.stderr)
    return found


def main() -> int:
    """Count, print, and judge if asked to."""
    args = callgrind.arguments("Instructions per event from frame to handler.")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as runs:
        file = Path(folder) / "frames"
        subprocess.run([sys.executable, HERE / "inbound.py", "frames", file], check=True)
        # Once without being counted, so that what Python compiles is there.
        for what in ("floor", "scurrypy"):
            subprocess.run(
                [sys.executable, HERE / "inbound.py", what, file, "-n", "10"], check=True, capture_output=True
            )
        counts = {
            (what, listen, events): runs.submit(count, what, file, listen, events)
            for listen in ALLOWED
            for what in ("floor", "scurrypy")
            for events in (FEW, MANY)
        }
        each = {
            key[:2]: (counts[*key[:2], MANY].result() - counts[*key[:2], FEW].result()) / (MANY - FEW) for key in counts
        }
    print(f"{'listened to':<12} {'floor':>8} {'ScurryPy':>9} {'ratio':>6} {'allowed':>8}   (instructions an event)")
    missed = 0
    for listen, allowed in ALLOWED.items():
        floor, ours = each["floor", listen], each["scurrypy", listen]
        missed += ours / floor > allowed
        print(f"{listen:<12} {floor:>8.0f} {ours:>9.0f} {ours / floor:>6.2f} {allowed:>8.2f}")
    if args.judge and missed:
        print(
            f"{missed} of {len(ALLOWED)} take more than allowed: profile it as docs/performance.md tells",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
