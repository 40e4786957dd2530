"""Ordinary bots of other libraries hold a conversation on the local Discord: they know nothing of it."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from scurrypy.sandbox import Sandbox
from scurrypy.sandbox.attach import environment

PEERS = Path(__file__).parent / "peers"
PATIENCE = 20.0


def discord_py() -> list[str]:
    pytest.importorskip("discord", reason="discord.py is in requirements-dev.lock; run scripts/setup")
    return [sys.executable, str(PEERS / "discordpy_bot.py")]


def discord_js() -> list[str]:
    folder = PEERS / "discordjs"
    if shutil.which("npm") is None:
        pytest.skip("discord.js needs Node.js and npm, which are not on this machine")
    if not (folder / "node_modules" / "discord.js").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True, capture_output=True)  # noqa: S607 - npm is wherever Node.js put it
    return ["node", str(folder / "bot.js")]


class Conversation:
    """Alice in #general, and a bot whose process runs beside her."""

    def __init__(self, sandbox: Sandbox, bot_id: int) -> None:
        self.sandbox = sandbox
        self.bot_id = bot_id
        self.alice = sandbox.world.user("alice")

    async def answer_after(self, message):
        def found():
            there = self.alice.messages("general")
            return next((m for m in there if m.id > message.id and m.author_id == self.bot_id), None)

        return await self.sandbox.until(found, PATIENCE)


@pytest.fixture(params=[discord_py, discord_js], ids=["discord.py", "discord.js"])
async def conversation(request) -> AsyncIterator[Conversation]:
    command = request.param()
    async with Sandbox() as sandbox:
        world = sandbox.world
        application = world.create_application("peer")
        world.add_bot(next(iter(world.guilds.values())), application)
        variables = {**os.environ, **environment(sandbox.url), "DISCORD_TOKEN": application.token}
        bot = await asyncio.create_subprocess_exec(
            *command, env=variables, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        alice = world.user("alice")
        try:
            await sandbox.until(lambda: "add" in alice.commands("general") and sandbox.gateway.sessions(), PATIENCE)
            yield Conversation(sandbox, application.bot_id)
        finally:
            if bot.returncode is None:
                bot.kill()
            output, _ = await bot.communicate()
            print(output.decode())


async def test_an_unmodified_bot_holds_the_whole_conversation(conversation: Conversation) -> None:
    alice, sandbox = conversation.alice, conversation.sandbox

    said = alice.send("general", "!ping")
    reply = await conversation.answer_after(said)
    assert reply.content == "pong"
    assert reply.reference["message_id"] == str(said.id)

    added = await alice.slash("general", "add", first=19, second=23).wait()
    assert added.response.content == "19 + 23 = 42"

    typed = await alice.autocomplete("general", "colour", name="r").wait()
    assert [choice["value"] for choice in typed.choices] == ["red", "rose"]
    chosen = await alice.slash("general", "colour", name="rose").wait()
    assert chosen.response.content == "rose it is"

    panel = await alice.slash("general", "panel").wait()
    fruit = alice.select(panel.response, "fruit", ["Pear"])
    private = await fruit.wait_for_message()
    assert private.content == "You chose Pear"
    assert private.ephemeral_to == alice.id
    pressed = await alice.click(panel.response, "press").wait()
    assert pressed.response.id == panel.response.id
    assert pressed.response.content == "pressed"

    form = await alice.slash("general", "form").wait()
    assert form.modal["title"] == "About you"
    named = await alice.submit(form, {"name": "Alice"}).wait()
    assert named.response.content == "Nice to meet you, Alice"

    starred = alice.send("general", "a star")
    alice.react(starred, "⭐")
    await sandbox.until(lambda: conversation.bot_id in starred.reactions["⭐"].user_ids, PATIENCE)

    file = alice.send("general", "a file", files=[("data.bin", bytes(range(256)) * 8)])
    weighed = await conversation.answer_after(file)
    assert weighed.content == "data.bin: 2048 bytes"
