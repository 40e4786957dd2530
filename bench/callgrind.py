"""Counts instructions, with valgrind's callgrind: figures that no busy machine can blur."""

import argparse
import os
import re
import shutil
import sys
from typing import Final

COMMAND: Final = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable)
"""Runs this Python, and counts."""
ENVIRONMENT: Final = os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
"""What it runs in: where objects lie and how texts are hashed must not differ from run to run."""


def collected(complaints: str) -> int | None:
    """Return the instructions of a run, which callgrind tells with the complaints; None where it tells none."""
    found = re.search(r"Collected : (\d+)", complaints)
    return None if found is None else int(found[1])


def arguments(description: str) -> argparse.Namespace:
    """Return what was asked for, where there is a valgrind to do it."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--judge", action="store_true", help="fail where this client takes more than it may")
    args = parser.parse_args()
    if shutil.which("valgrind") is None:
        parser.error("valgrind is not there; on Debian and Ubuntu: apt install valgrind")
    return args
