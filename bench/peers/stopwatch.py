"""Notes when a handler's first line ran, for each of as many messages as there will be."""

import array
import json
import os
import sys
import time
from pathlib import Path


class Stopwatch:
    """Writes the moments to a file when the last message was seen, by the clock that all processes share."""

    def __init__(self, file: str, count: int) -> None:
        self._file = Path(file)
        self._count = count
        self._moments = array.array("q")

    def stop(self) -> None:
        """Note that a message has reached its handler."""
        moments = self._moments
        moments.append(time.monotonic_ns())
        if len(moments) == self._count:
            self._file.write_bytes(moments.tobytes())
            print(json.dumps({"cpu": time.process_time()}), flush=True)
            sys.stderr.flush()
            # At once, past every clean-up: how a peer closes is not what is measured.
            os._exit(0)


def ready() -> None:
    """Tell the bench that the stream may begin."""
    print("ready", flush=True)
