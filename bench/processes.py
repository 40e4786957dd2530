"""The process of a peer: the core it runs on, and what it tells."""

import asyncio
import json
import os
from typing import Any


def pin(pid: int) -> None:
    """Keep a peer on one core and this process on another, where there are two."""
    cores = sorted(os.sched_getaffinity(pid))
    if len(cores) > 1:
        os.sched_setaffinity(pid, cores[1:2])
        os.sched_setaffinity(0, cores[:1])


async def report_of(process: asyncio.subprocess.Process, begin: asyncio.Event) -> dict[str, Any] | None:
    """Return what a process reports, None where it ends without; set `begin` when it says that it is ready."""
    if process.stdout is not None:
        async for line in process.stdout:
            if line == b"ready\n":
                begin.set()
            elif line.startswith(b"{"):
                return dict(json.loads(line))
    return None
