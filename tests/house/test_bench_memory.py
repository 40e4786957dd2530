"""The bench of memory still runs, in short: every measurement that needs no other library tells its figures."""

import subprocess
import sys

from tests.house.source import ROOT


def test_the_bench_of_memory_weighs_shards_models_and_a_large_guild() -> None:
    command = [sys.executable, "bench/memory.py", "--short", "--here", "scurrypy"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
    for line in ("8 IDENTIFYs", "zstd-stream", "scurrypy         roles", "10000 members"):
        assert line in done.stdout
