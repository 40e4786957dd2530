"""The process of a peer: the core it runs on, and what it tells."""

import asyncio
import json
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_MOST_SHOWN = 2000
"""Characters of what a peer complained of that are shown."""
_LONGEST_REPORT = 1 << 24
"""Bytes of the longest report."""


class PeerFailed(Exception):
    """A peer ended without a report, or took longer than it may; as text, the end of what it complained of."""


def pin(pid: int) -> None:
    """Keep a peer on one core and this process on another, where there are two."""
    cores = sorted(os.sched_getaffinity(pid))
    if len(cores) > 1:
        os.sched_setaffinity(pid, cores[1:2])
        os.sched_setaffinity(0, cores[:1])


async def report_of(
    command: Sequence[str | Path],
    deadline: float,
    *,
    begin: asyncio.Event | None = None,
    task: bytes = b"",
    started: Callable[[int], None] | None = None,
) -> dict[str, Any]:
    """Run a process of a peer to its end, and return what it reports: a line of JSON.

    Args:
        command: The interpreter, the script, and what that is told.
        deadline: Seconds it may take.
        begin: Set when it says that it is ready.
        task: What it finds in its standard input.
        started: Called with its id when it runs; `pin` is such a function.

    Raises:
        PeerFailed: it reported nothing, or not in time.
    """
    # A file, since a pipe that nobody reads would stop a peer that complains a lot.
    with tempfile.TemporaryFile() as complaints:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE if task else None,
            stdout=asyncio.subprocess.PIPE,
            stderr=complaints,
            limit=_LONGEST_REPORT,
        )
        if started is not None:
            started(process.pid)
        report = None
        try:
            async with asyncio.timeout(deadline):
                await _give(process, task)
                report = await _told(process, begin)
        except TimeoutError:
            process.kill()
        finally:
            await process.wait()
        if report is None:
            complaints.seek(0)
            told = complaints.read().decode(errors="replace")[-_MOST_SHOWN:].strip()
            raise PeerFailed(told or f"no report within {deadline:.0f} s")
    return report


async def _give(process: asyncio.subprocess.Process, task: bytes) -> None:
    if process.stdin is not None:
        # One that ended at once has told why.
        with suppress(ConnectionError):
            process.stdin.write(task)
            await process.stdin.drain()
        process.stdin.close()


async def _told(process: asyncio.subprocess.Process, begin: asyncio.Event | None) -> dict[str, Any] | None:
    if process.stdout is not None:
        async for line in process.stdout:
            if line == b"ready\n" and begin is not None:
                begin.set()
            elif line.startswith(b"{"):
                return dict(json.loads(line))
    return None
