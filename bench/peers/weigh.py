"""Weighs a process from within: what it holds, what it held at most, and the CPU it spent."""

import gc
import json
import os
import sys
import time
import tracemalloc
from pathlib import Path

_STATUS = Path("/proc/self/status")


def kilobytes(name: str) -> int:
    """Return a figure of this process from /proc/self/status: `VmRSS` what it holds, `VmHWM` its peak."""
    for line in _STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise LookupError(name)


class Scale:
    """What was held, by Python's own count or by the system's, when this was made; `weigh` tells what came to it."""

    def __init__(self, *, traced: bool) -> None:
        self.traced = traced
        gc.collect()
        if traced:
            tracemalloc.start()
        # What has been the peak until now, is forgotten.
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        self._before = self._held()
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def weigh(self) -> dict[str, float]:
        """Return bytes held and the peak of bytes since, and seconds of CPU and of the clock."""
        cpu, wall = time.process_time() - self._cpu, time.perf_counter() - self._wall
        peak = tracemalloc.get_traced_memory()[1] if self.traced else kilobytes("VmHWM") * 1024
        gc.collect()
        return {"held": self._held() - self._before, "peak": peak - self._before, "cpu": cpu, "wall": wall}

    def _held(self) -> int:
        return tracemalloc.get_traced_memory()[0] if self.traced else kilobytes("VmRSS") * 1024


def tell(**figures: float) -> None:
    """Tell the bench, and end at once: how a library closes is not what is measured."""
    print(json.dumps(figures), flush=True)
    sys.stderr.flush()
    os._exit(0)
