"""The scenarios of REST, played by the HTTP clients of other libraries."""

from collections.abc import Awaitable, Callable
from random import Random
from typing import Any
from unittest.mock import patch

from tests.chaos.figures import Outcome
from tests.chaos.rest import figures, pace

SCENARIOS = ("refused", "throughput", "crowd", "clocks")
"""Those that send through whatever client they are given."""


def sent_by(
    sender: Any, play: Callable[[Random, int, bool], Awaitable[Outcome]]
) -> Callable[[Random, int, bool], Awaitable[Outcome]]:
    """Return a scenario whose requests are sent by a library's client."""

    async def played(rng: Random, number: int, short: bool) -> Outcome:
        with patch.object(figures, "sender", sender), patch.object(pace, "sender", sender):
            return await play(rng, number, short)

    return played
