"""The bench still runs: a short stream reaches the floor and this client, whole."""

import subprocess
import sys

from tests.house.source import ROOT


def test_the_bench_measures_every_event_of_a_short_stream() -> None:
    command = [sys.executable, "bench/gateway.py", "--here", "-n", "1", "--events", "300", "--deadline", "60"]
    done = subprocess.run(
        [*command, "--listen", "everything", "floor", "scurrypy"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    seen = {line.split()[0]: line.split()[-2:] for line in done.stdout.splitlines() if line.endswith("zstd-stream")}
    assert seen == {"floor": ["300", "zstd-stream"], "scurrypy": ["300", "zstd-stream"]}
