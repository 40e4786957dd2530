"""Hypothesis' state machines on a virtual clock: what they share, and how long they are searched."""

import asyncio
import os
from collections.abc import Coroutine
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.support.virtual_clock import VirtualClockLoop

EXAMPLES = int(os.environ.get("SCURRYPY_EXAMPLES", "25"))
T = TypeVar("T")


class VirtualMachine(RuleBasedStateMachine):
    """A state machine whose rules are stories in an event loop of its own; at its end nothing is left there."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = VirtualClockLoop()

    def run(self, story: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(story)

    async def _finish(self) -> None:
        """Let everything end, and say what must hold then."""

    def teardown(self) -> None:
        try:
            self.run(self._finish())
        finally:
            for task in asyncio.all_tasks(self.loop):
                task.cancel()
            self.loop.run_until_complete(asyncio.sleep(0))
            self.loop.close()


def check_machine(machine: type[VirtualMachine], *, steps: int) -> None:
    """Search for steps after which an invariant of the machine does not hold."""
    run_state_machine_as_test(
        machine, settings=settings(max_examples=EXAMPLES, stateful_step_count=steps, deadline=None)
    )
