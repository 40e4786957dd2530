"""Starts that are rare: a READY of megabytes, one that no guild follows, a HELLO without sense, no IDENTIFY left."""

import asyncio
import random

import pytest

from scurrypy.gateway import ShardState
from scurrypy.gateway.identify import IdentifyQueue
from scurrypy.wire.errors import SessionStartLimitReached
from tests.chaos import faults
from tests.chaos.figures import COMPRESSIONS
from tests.chaos.world import INTENTS, TOKEN, World
from tests.support.virtual_clock import run_virtual


@pytest.mark.parametrize("compress", COMPRESSIONS)
@pytest.mark.parametrize("name", ["READY of 10 MB", "READY without guilds"])
def test_a_ready_of_any_size_and_without_guilds_opens_a_session(name, compress):
    async def story():
        world = World(random.Random(1), 1, compress=compress)
        (place,), (client,) = world.places, world.clients
        async with world.running():
            before = client.session.session_id
            faults.ENDING[name](place, world.rng)
            await world.until(lambda: client.session is not None and client.session.session_id != before)
            assert client.state is ShardState.ACTIVE
            place.emit(5)
            assert await world.settle() == 0
            counts = world.oracle.close()
            assert (counts["lost"], counts["seen"], world.violations.total()) == (0, world.events, 0)

    run_virtual(story())


@pytest.mark.parametrize("name", [name for name in faults.RESUMABLE if name.startswith("hello of")])
def test_a_hello_without_sense_costs_neither_the_session_nor_the_send_limit(name):
    async def story():
        world = World(random.Random(1), 1)
        (place,), (client,) = world.places, world.clients
        async with world.running():
            faults.RESUMABLE[name](place, world.rng)
            sending = [asyncio.create_task(client.send({"op": 4, "d": None})) for _ in range(100)]
            await asyncio.sleep(300)
            assert [task.result() for task in sending if task.done()] == [None] * 100
            assert (client.state, client.metrics.identifies) == (ShardState.ACTIVE, 1)
            assert world.most_in_60_s <= 120
            assert world.violations.total() == 0

    run_virtual(story())


def test_a_mass_op_7_when_the_day_has_no_identify_left_costs_none():
    async def story():
        world = World(random.Random(1), 32, max_concurrency=16, budget=32)
        async with world.running():
            for _ in range(5):
                faults.mass(faults.op7)(world.places[0], world.rng)
                await world.until(lambda: not world.are_active, 5)
                await world.until(lambda: world.are_active)
            assert world.are_active
            assert (world.identifies, world.resumes) == (32, 5 * 32)
            assert not any(task.done() for task in world.tasks)

    run_virtual(story())


def loses_its_session_for_ever(world):
    """Let the session be lost again and again, until the shard gives up."""

    async def story():
        async with world.running():
            while not world.tasks[0].done() and world.identifies < 50:
                faults.on_link(faults.op9(resumable=False))(world.places[0], world.rng)
                await asyncio.sleep(60)
            attempts = world.places[0].attempts
            await asyncio.sleep(3600)
            return world.places[0].attempts - attempts

    return story()


def test_a_day_without_identifies_ends_in_an_error_that_says_until_when_and_not_in_a_loop():
    async def story():
        world = World(random.Random(1), 1, budget=10)
        assert await loses_its_session_for_ever(world) == 0
        error = world.tasks[0].exception()
        assert isinstance(error, SessionStartLimitReached)
        assert (world.identifies, world.violations.total()) == (10, 0)
        assert 0 < error.reset_after <= 86_400
        assert f"the count starts anew in {error.reset_after:.0f} s" in str(error)
        client = world.clients[0]
        assert client.state is ShardState.FATAL
        # The next day there are new ones.
        await asyncio.sleep(error.reset_after)
        again = asyncio.create_task(client.start(TOKEN, INTENTS, 0, 1))
        await world.until(lambda: client.state is ShardState.ACTIVE)
        await client.close_ws()
        await again

    run_virtual(story())


def test_a_client_that_does_not_count_its_identifies_is_found_out(monkeypatch):
    monkeypatch.setattr(IdentifyQueue, "_check", lambda self, required, kept_back: None)

    async def story():
        world = World(random.Random(1), 1, budget=10)
        await loses_its_session_for_ever(world)
        assert world.violations["over the day's IDENTIFYs"] > 0

    run_virtual(story())
