"""Figure 20 of other libraries: the same failures, the same secrets, and what the library tells of them at DEBUG."""

import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from tests.chaos.figures import COMPRESSIONS, Outcome
from tests.chaos.peers.world import TOKEN, USER, PeerWorld
from tests.chaos.secrets_told import EVENTS_WITH_SECRETS, INTERACTION, Told, ask, listening, live

COMMAND = (
    f',"id":"1","application_id":"2","type":2,"token":"{INTERACTION}","version":1,"user":{USER},"channel_id":"4"'
    ',"channel":{"id":"4","type":1,"flags":0,"last_message_id":null,"recipients":[]},"data":{"id":"3","name":"x","type":1}'
    ',"locale":"en-US","app_permissions":"0","entitlements":[],"authorizing_integration_owners":{"1":"1"},"context":1'
    ',"attachment_size_limit":1'
)
"""A command; other libraries do not take a PING over the gateway."""
EVENTS = EVENTS_WITH_SECRETS | {"INTERACTION_CREATE": COMMAND}


def listen(world: PeerWorld, handler: Any) -> None:
    """Have everything handled by one handler."""
    world.listener = handler


async def tell(rng: random.Random, number: int, short: bool, module: Any, package: str) -> Outcome:
    """Play the scenario with the library that `module` puts into the harness."""
    told = Told(package, TOKEN, module.FAILURES)

    @asynccontextmanager
    async def client_of(rng: random.Random, _: int) -> AsyncGenerator[list[Any]]:
        async with module.sender(rng) as sender:
            yield module.calls_with_secrets(sender)

    with listening(told):
        await ask(told, rng, 10 if short else 300, client_of)
        world = module.World(rng, 1, compress=COMPRESSIONS[number % 3], budget=100_000)
        world.note_end = told.look_at_error
        await live(told, world, 10 if short else 300, listen, EVENTS)
    return Outcome(told.counts)
