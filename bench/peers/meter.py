"""Measures a peer from within: the CPU its process spends between the first and the last message of the run."""

import argparse
import base64
import json
import os
import sys
import time

from mix import FIRST, LAST, LISTENED, MIXES

TOKEN = ".".join([base64.b64encode(b"900000000000000001").decode(), "bench", "bench"])
"""Made up; it begins with the bot's id in base64, as every token does, and hikari reads it there."""


def arguments() -> argparse.Namespace:
    """Return what the bench tells each peer."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--listen", choices=LISTENED, required=True)
    parser.add_argument("--mix", choices=MIXES, required=True)
    parser.add_argument("--library")
    parser.add_argument("--uvloop", action="store_true")
    parser.add_argument("--no-cache", action="store_true")
    parser.add_argument("--raw-presences", action="store_true")
    parser.add_argument("--models", action="store_true")
    parser.add_argument("--reads", action="store_true")
    parser.add_argument("--store", action="store_true")
    parser.add_argument("--plain", action="store_true")
    return parser.parse_args()


def ready() -> None:
    """Tell the bench that the stream may begin."""
    print("ready", flush=True)


class Meter:
    """Counts what reaches the handlers."""

    def __init__(self) -> None:
        self.seen = 0
        self._cpu = self._wall = 0.0

    def event(self) -> None:
        """Count an event that is no message."""
        self.seen += 1

    def message(self, content: str) -> None:
        """Count a message; the first begins the measurement, the last reports it and ends the process."""
        self.seen += 1
        if content == FIRST:
            self.seen = 1
            self._cpu, self._wall = time.process_time(), time.perf_counter()
        elif content == LAST:
            cpu, wall = time.process_time() - self._cpu, time.perf_counter() - self._wall
            print(json.dumps({"seen": self.seen, "cpu": cpu, "wall": wall}), flush=True)
            sys.stderr.flush()
            # At once, past every clean-up: how a peer closes is not what is measured.
            os._exit(0)
