"""The scenarios of REST, played by the HTTP clients of other libraries."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any, cast
from unittest.mock import patch

from tests.chaos import revoked, sends
from tests.chaos.figures import Outcome
from tests.chaos.rest import figures, pace
from tests.support.virtual_clock import VirtualClockLoop

SCENARIOS = ("refused", "throughput", "crowd", "send", "clocks", "revoke")
"""Those that send through whatever client they are given."""


def sent_by(
    sender: Any, play: Callable[[Random, int, bool], Awaitable[Outcome]]
) -> Callable[[Random, int, bool], Awaitable[Outcome]]:
    """Return a scenario whose requests are sent by a library's client."""
    send = figures.play

    async def sent_from_the_start(*args: Any, **options: Any) -> Outcome:
        # What is compared begins at the same moment: clients that earn 429s earn others in another part of a second.
        cast("VirtualClockLoop", asyncio.get_running_loop()).now = 0.0
        return await send(*args, **options)

    async def played(rng: Random, number: int, short: bool) -> Outcome:
        with (
            patch.object(figures, "sender", sender),
            patch.object(pace, "sender", sender),
            patch.object(sends, "sender", sender),
            patch.object(revoked, "sender", sender),
            patch.object(figures, "play", sent_from_the_start),
        ):
            return await play(rng, number, short)

    return played
