"""The benches of latency and growth still run, in short: every message reaches its handler, by every way."""

import subprocess
import sys

import pytest

from tests.house.source import ROOT

LINES = {
    "latency.py": ["1000 even    scurrypy        alone", "1000 bursts  scurrypy        slow"],
    "growth.py": ["| times that |", "| handlers on the same event, per call, zstd-stream |"],
}


@pytest.mark.parametrize(("script", "lines"), LINES.items())
def test_the_bench_measures_every_message_of_a_short_stream(script: str, lines: list[str]) -> None:
    peers = ["scurrypy"] if script == "latency.py" else []
    command = [sys.executable, f"bench/{script}", "--short", "--here", *peers]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
    for line in lines:
        assert line in done.stdout
