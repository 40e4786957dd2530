"""`Client.run` as a user sees it: a bot's file, started as a program, stopped by a signal or by an error."""

import signal

import pytest

from scurrypy.sandbox import Sandbox
from tests.e2e.bot_process import running_bots

BOT = """
import asyncio, os
from scurrypy import Client, Intents
from scurrypy.events import MessageCreateEvent, ReadyEvent

client = Client(token=os.environ["DISCORD_TOKEN"], intents=Intents({intents}), {options})

async def on_ready(event):
    print("ready", flush=True)

async def on_message(event):
    print("handling", event.content, flush=True)
    try:
        await asyncio.sleep({handling})
        print("handled", flush=True)
    except asyncio.CancelledError:
        print("cancelled", flush=True)
        raise

async def on_shutdown():
    print("hook", flush=True)

client.add_event_listener(ReadyEvent, on_ready)
client.add_event_listener(MessageCreateEvent, on_message)
client.add_shutdown_hook(on_shutdown)
client.run()
"""


@pytest.fixture
async def sandbox():
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def start(sandbox, tmp_path):
    application = sandbox.world.create_application("bot")
    sandbox.world.add_bot(next(iter(sandbox.world.guilds.values())), application)
    file = tmp_path / "bot.py"
    async with running_bots(sandbox) as run:

        async def start(*, token=None, intents="513", options="", handling=0.0):
            file.write_text(BOT.format(intents=intents, options=options, handling=handling))
            return await run(file, token or application.token)

        start.application = application
        yield start


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_closes_cleanly_hooks_run_and_handlers_end(sandbox, start, number):
    bot = await start(handling=0.5)
    await bot.says("ready")
    sandbox.world.user("alice").send("general", "hi")
    await sandbox.settle()
    await bot.says("handling")
    bot.process.send_signal(number)
    status, lines, errors = await bot.end()
    assert (status, errors) == (0, "")
    assert lines == ["ready", "handling", "hook", "handled"]
    # 1000 says goodbye: the session is over and the bot offline at once.
    await sandbox.settle()
    assert sandbox.gateway.sessions() == []


async def test_a_handler_that_does_not_end_is_cancelled_and_named(sandbox, start):
    bot = await start(handling=60, options="drain_timeout=0.3")
    await bot.says("ready")
    sandbox.world.user("alice").send("general", "hi")
    await bot.says("handling")
    bot.process.send_signal(signal.SIGTERM)
    status, lines, errors = await bot.end()
    assert (status, lines) == (0, ["ready", "handling", "hook", "cancelled"])
    assert "on_message on MessageCreateEvent was still running after 0.3 s and was cancelled" in errors


async def test_scurrypy_2_3_bug_a_wrong_token_was_silent_and_exit_status_0(start):
    bot = await start(token="bWFkZQ.up.token-that-is-wrong")
    status, _, errors = await bot.end()
    assert status == 1
    assert errors.count("\n") == 1
    assert errors.startswith("scurrypy: Discord does not accept this bot token.")
    assert "discord.com/developers/applications" in errors
    assert "token-that-is-wrong" not in errors


async def test_a_disallowed_intent_is_named_with_the_switch_to_flip(start):
    start.application.privileged_intents = 0
    bot = await start(intents="513 | 2 | 32768")
    status, _, errors = await bot.end()
    assert status == 1
    assert errors.count("\n") == 1
    assert "Server Members Intent" in errors
    assert "Message Content Intent" in errors
    assert "Presence Intent" not in errors
    assert "discord.com/developers/applications" in errors


async def test_an_invalid_shard_is_told_in_a_sentence(start):
    # How many there are only Discord knows.
    bot = await start(options="shard_ids=[7]")
    status, _, errors = await bot.end()
    assert status == 1
    assert errors.count("\n") == 1
    assert "7" in errors
    assert "from 0 to 0" in errors
