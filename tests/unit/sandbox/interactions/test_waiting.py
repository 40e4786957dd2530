"""Waiting runs on a virtual clock that the world shares, so three seconds take no time."""

import asyncio

import pytest

from scurrypy.sandbox import Clock, World
from scurrypy.sandbox.waiting import until
from scurrypy.sandbox.world import Actor
from scurrypy.sandbox.world.commands import Scope, create_command
from scurrypy.sandbox.world.interaction_responses import respond
from tests.support.virtual_clock import run_virtual


def world_with_command() -> World:
    world = World.default(Clock(lambda: 1_790_000_000.0 + asyncio.get_running_loop().time()))
    application = world.create_application("Robo")
    world.add_bot(next(iter(world.guilds.values())), application)
    bot = Actor(application.bot_id, application.id)
    create_command(world, bot, Scope(application.id), {"name": "ping", "description": "d"})
    return world


def answer_later(world: World, seconds: float, body: dict) -> None:
    interaction = next(reversed(world.interactions.values()))
    loop = asyncio.get_running_loop()
    loop.call_later(seconds, respond, world, interaction.id, interaction.token, body)


def test_an_answer_ends_the_wait_at_once():
    async def story():
        world = world_with_command()
        used = world.user("alice").slash("general", "ping")
        answer_later(world, 1.0, {"type": 4, "data": {"content": "pong"}})
        await used.wait()
        assert used.response.content == "pong"
        assert asyncio.get_running_loop().time() == pytest.approx(1.0, abs=1e-6)

    run_virtual(story())


def test_without_an_answer_the_wait_ends_with_the_failure():
    async def story():
        used = world_with_command().user("alice").slash("general", "ping")
        await used.wait()
        assert used.state == "failed"
        assert asyncio.get_running_loop().time() == pytest.approx(3.0, abs=0.1)

    run_virtual(story())


def test_a_promise_is_not_yet_a_message():
    async def story():
        world = world_with_command()
        used = world.user("alice").slash("general", "ping")
        answer_later(world, 1.0, {"type": 5})
        await used.wait()
        assert used.state == "deferred"
        with pytest.raises(TimeoutError):
            await used.wait_for_message(timeout=2.0)

    run_virtual(story())


def test_a_wait_that_ends_leaves_no_listener_behind():
    async def story():
        world = world_with_command()
        before = len(world._listeners)
        assert await until(world, lambda: 7) == 7
        with pytest.raises(TimeoutError, match="within 1 seconds"):
            await until(world, lambda: None, timeout=1)
        assert len(world._listeners) == before

    run_virtual(story())
