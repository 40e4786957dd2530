"""A bot's process with a session store, stopped or killed and started again, on the local Discord."""

import asyncio
import signal
import sqlite3

import pytest

from scurrypy.sandbox import Sandbox
from tests.e2e.bot_process import running_bots

BOT = """
import os
from scurrypy import Client, Intents
from scurrypy.events import MessageCreateEvent, ReadyEvent, ResumedEvent, SessionLostEvent
from scurrypy.gateway import IdentifyFuse, SQLiteSessionStore

client = Client(
    token=os.environ["DISCORD_TOKEN"],
    intents=Intents({intents}),
    session_store=SQLiteSessionStore("bot.sqlite", timeout=0.2),
    identify_fuse=IdentifyFuse(most=2),
)

async def on_ready(event):
    print("ready", flush=True)

async def on_resumed(event):
    print("resumed", flush=True)

async def on_lost(event):
    print("lost", event.reason, flush=True)

async def on_message(event):
    print("heard", event.content, flush=True)

client.add_event_listener(ReadyEvent, on_ready)
client.add_event_listener(ResumedEvent, on_resumed)
client.add_event_listener(SessionLostEvent, on_lost)
client.add_event_listener(MessageCreateEvent, on_message)
client.run()
"""

INTENTS = 513 | 1 << 15


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

        async def start(intents=INTENTS):
            file.write_text(BOT.format(intents=intents))
            return await run(file, application.token)

        start.application = application
        start.file = tmp_path / "bot.sqlite"
        start.spent = lambda: 1000 - sandbox.gateway.gate.starts(application.id).remaining
        yield start


async def stored(file):
    """Return once a session is in the file."""
    async with asyncio.timeout(20):
        while True:
            connection = sqlite3.connect(file)
            rows = connection.execute("select seq from scurrypy_sessions").fetchall()
            connection.close()
            if rows:
                return
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_A26_figure_22_a_bot_hears_what_was_said_while_it_was_away_and_sends_no_identify(sandbox, start, number):
    bot = await start()
    await bot.says("ready")
    await stored(start.file)
    sandbox.world.user("alice").send("general", "before")
    await bot.says("heard before")
    status, _, errors = await bot.end(number)
    assert (status, errors) == ((0, "") if number == signal.SIGTERM else (-signal.SIGKILL, ""))
    (session,) = sandbox.gateway.sessions()
    said = [f"message {count}" for count in range(30)]
    for content in said:
        sandbox.world.user("alice").send("general", content)
    bot = await start()
    await bot.says("resumed")
    sandbox.world.user("alice").send("general", "after")
    await bot.says("heard after")
    assert sandbox.gateway.sessions() == [session]
    _, lines, errors = await bot.end(signal.SIGTERM)
    heard = [line.removeprefix("heard ") for line in lines if line.startswith("heard ")]
    # What came in the last second before a kill may come twice.
    if number == signal.SIGKILL and heard[0] == "before":
        del heard[0]
    assert heard == [*said, "after"]
    assert (errors, start.spent()) == ("", 1)
    assert "ready" not in lines


async def test_a_session_that_is_over_is_told_and_replaced(sandbox, start):
    bot = await start()
    await bot.says("ready")
    await bot.end(signal.SIGTERM)
    (session,) = sandbox.gateway.sessions()
    sandbox.gateway.forget(session)
    bot = await start()
    await bot.says("ready")
    assert bot.lines == ["lost Discord invalidated the session", "ready"]
    # The second waited until Discord takes an IDENTIFY again; one that comes too early is spent in vain.
    assert start.spent() == 2


async def test_other_intents_do_not_resume(sandbox, start):
    bot = await start()
    await bot.says("ready")
    await bot.end(signal.SIGTERM)
    bot = await start(intents=INTENTS | 1 << 6)
    await bot.says("ready")
    assert bot.lines == ["lost it was opened with other intents", "ready"]


@pytest.mark.parametrize("harm", ["corrupt", "locked"])
async def test_a_file_that_cannot_be_used_is_told_in_a_sentence_and_the_bot_runs(sandbox, start, harm):
    lock = None
    if harm == "corrupt":
        start.file.write_bytes(b"this is no database, whatever it is" * 100)
    else:
        lock = sqlite3.connect(start.file, isolation_level=None)
        lock.execute("begin exclusive")
    bot = await start()
    await bot.says("ready")
    sandbox.world.user("alice").send("general", "hi")
    await bot.says("heard hi")
    status, _, errors = await bot.end(signal.SIGTERM)
    if lock is not None:
        lock.close()
    assert status == 0
    first = errors.split("\n")[0]
    assert first.startswith("the bot starts without its stored sessions: the session store bot.sqlite cannot be read")
    assert "Traceback" not in errors


async def test_A15_a_crash_loop_ends_in_a_sentence_and_spends_no_more(sandbox, start):
    for _ in range(2):
        bot = await start()
        await bot.says("ready")
        await bot.end(signal.SIGKILL)
        for session in sandbox.gateway.sessions():
            sandbox.gateway.forget(session)
    for _ in range(2):
        bot = await start()
        status, _, errors = await bot.end(None)
        assert status == 1
        # Where the session was stored before the kill, the start first learns that it is lost.
        *before, sentence = errors.splitlines()
        assert sentence.startswith("scurrypy: shard 0 may not identify: 2 IDENTIFYs within the last 3600 s")
        assert all("lost its session" in line for line in before)
    assert start.spent() == 2
