"""Figure 23: how much of a shard's state machine the tests reach, and whether every state is tried with every input."""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.chaos.figures import Line, Outcome
from tests.unit.gateway.every_state import Cell, read_table
from tests.unit.gateway.inputs import INPUTS
from tests.unit.gateway.situations import SITUATIONS

ROOT = Path(__file__).parents[2]
MACHINE = "src/scurrypy/gateway"
TESTS = (
    "tests/unit/gateway",
    "tests/chaos/test_harness.py",
    "tests/chaos/wire",
    "tests/unit/test_client_restart.py",
    "tests/security/test_resume_hosts.py",
    "tests/security/test_sizes.py",
)
"""What is run to see which lines it reaches."""
ELSEWHERE = {
    "from compression.zstd import ZstdDecompressor, ZstdError": "Python 3.14 and later, where zstd is in the library",
    "from backports.zstd import ZstdDecompressor, ZstdError": "Python before 3.14",
}
"""Lines that one version of Python reaches and another does not, and when. At most one of each pair may be missed."""


async def machine(rng: random.Random, number: int, short: bool) -> Outcome:
    """Play every cell of the table; in a whole run, count the lines and branches that the tests reach, too."""
    counts = play(read_table(), every_form=not short)
    return Outcome(counts if short else counts + reached(MACHINE, TESTS))


def play(cells: Sequence[Cell], *, every_form: bool) -> Counter[str]:
    """Return how many cells there should be, how many are asserted, and in how many of these that holds."""
    asserted = {str(cell): cell for cell in cells if cell.is_asserted}
    # In a thread, for each cell has an event loop of its own.
    with ThreadPoolExecutor(1) as thread:
        kept = thread.submit(lambda: [str(cell) for cell in asserted.values() if cell.holds(every_form=every_form)])
        otherwise = set(asserted) - set(kept.result())
    counts = {"cells": len(SITUATIONS) * len(INPUTS), "asserted": len(asserted), "kept": len(kept.result())}
    return Counter({**counts, **{f"otherwise: {place}": 1 for place in otherwise}})


def reached(source: str, tests: Sequence[str], root: Path = ROOT) -> Counter[str]:
    """Return the lines and branches of `source` that there are, and those that `tests` reach, if they pass."""
    with tempfile.TemporaryDirectory() as folder:
        data, report = f"--data-file={folder}/data", f"{folder}/report.json"
        # A folder, not a package: to find a package, coverage.py imports it, and then asyncio a second time.
        command = ["run", "--branch", f"--source={source}", data, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        ran = _coverage([*command, *tests], root)
        if ran.returncode:
            return Counter({"failed": 1, "lines": 1, "branches": 1})
        _coverage(["json", data, "-o", report], root)
        found = json.loads(Path(report).read_text(encoding="utf-8"))
    totals = found["totals"]
    missed = {
        f"{name}:{line}": (root / name).read_text(encoding="utf-8").splitlines()[line - 1].strip()
        for name, file in found["files"].items()
        for line in file["missing_lines"]
    }
    elsewhere = {place for place, line in missed.items() if line in ELSEWHERE}
    # To: the branches that lead to such a line are not to be reached here, either.
    branches = {
        f"{name}:{a}->{b}": f"{name}:{b}" for name, file in found["files"].items() for a, b in file["missing_branches"]
    }
    counts = {
        "lines": totals["num_statements"] - len(elsewhere),
        "lines reached": totals["covered_lines"],
        "branches": totals["num_branches"] - sum(to in elsewhere for to in branches.values()),
        "branches reached": totals["covered_branches"],
    }
    unreached = (f"not reached: {place}" for place in (*missed, *branches))
    return Counter({**counts, **dict.fromkeys(unreached, 1)})


def _coverage(arguments: Sequence[str], root: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "coverage", *arguments], cwd=root, env=environment, capture_output=True, check=False
    )


def judge_machine(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = outcomes[0].counts
    measured = ("lines", "branches") if "lines" in counts else ()
    return [
        _all("state x event cells with an assertion", counts["asserted"], counts["cells"]),
        _all("cells in which the shard does as asserted", counts["kept"], counts["cells"]),
        *(
            _all(f"{what} of the gateway that tests reach", counts[f"{what} reached"], counts[what])
            for what in measured
        ),
    ]


def _all(what: str, count: int, of: int) -> Line:
    return Line("23", what, "100 %", f"{count:,} of {of:,}", count == of > 0)
