"""Counts what reaches a client by many shards, and takes the CPU of its process from when it is ready to the last."""

import gc
import json
import os
import sys
import time


class Counted:
    """Says that the stream may begin after so many, reports after as many as are told, and ends the process.

    The CPU is that since it was ready: at the first message many are read already that have yet to be handled.

    Args:
        before: How many there are before the stream begins: a READY of each shard, and what it has carried already.
        measured: How many of the stream there are.
    """

    def __init__(self, before: int, measured: int) -> None:
        self.seen = 0
        """How many there were; whoever counts one up looks whether that is in `marks`."""
        self.marks = {before, before + measured}
        """The numbers at which to call `reached`. To look is less than a call, of which there would be one an event."""
        self._before = before
        self._cpu = 0.0

    def reached(self) -> None:
        """Do what is due at this number."""
        if self.seen == self._before:
            # What connecting has left is not the events' to look through: once, it takes 20 ms with a thousand shards.
            gc.collect()
            print("ready", flush=True)
            self._cpu = time.process_time()
            return
        print(json.dumps({"cpu": time.process_time() - self._cpu, "ended": time.monotonic()}), flush=True)
        sys.stderr.flush()
        # At once, past every clean-up: how a peer closes is not what is measured.
        os._exit(0)
