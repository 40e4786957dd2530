"""Every file in `examples/` runs unchanged on the local Discord and does what it says."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from scurrypy.sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PATIENCE = 15.0


class Scene:
    """A local Discord, an example that runs on it, and alice."""

    def __init__(self, sandbox, application, process):
        self.sandbox = sandbox
        self.application = application
        self.process = process
        self.alice = sandbox.world.user("alice")

    async def answer_after(self, message):
        def found():
            there = self.alice.messages("general")
            return next((m for m in there if m.id > message.id and m.author_id == self.application.bot_id), None)

        return await self.sandbox.until(found, PATIENCE)

    async def until(self, predicate):
        return await self.sandbox.until(predicate, PATIENCE)


@pytest.fixture
async def start():
    scenes = []
    async with Sandbox() as sandbox:

        async def start(name):
            application = sandbox.world.create_application("example")
            sandbox.world.add_bot(next(iter(sandbox.world.guilds.values())), application)
            variables = {**os.environ, "SCURRYPY_API_URL": sandbox.api_url, "DISCORD_TOKEN": application.token}
            process = await asyncio.create_subprocess_exec(sys.executable, EXAMPLES / name, env=variables)
            scene = Scene(sandbox, application, process)
            scenes.append(scene)
            await scene.until(sandbox.gateway.sessions)
            return scene

        yield start
        for scene in scenes:
            assert scene.process.returncode is None, "the example ended by itself"
            scene.process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(PATIENCE):
                assert await scene.process.wait() == 0


def test_every_example_is_run_here():
    source = Path(__file__).read_text(encoding="utf-8")
    assert [path.name for path in sorted(EXAMPLES.glob("*.py")) if f'"{path.name}"' not in source] == []
    assert len(list(EXAMPLES.glob("*.py"))) == 6


async def test_ping_registers_its_command_and_answers(start):
    scene = await start("ping.py")
    await scene.until(lambda: scene.alice.commands("general") == ["ping"])
    outcome = await scene.alice.slash("general", "ping").wait()
    assert outcome.response.content == "Pong!"


async def test_questions_waits_for_the_answer_of_whoever_asked(start):
    scene = await start("questions.py")
    asked = scene.alice.send("general", "!quiz")
    question = await scene.answer_after(asked)
    assert question.content == "What is six times seven?"
    scene.sandbox.world.user("bob").send("general", "41")
    answer = scene.alice.send("general", "42")
    reply = await scene.answer_after(answer)
    assert reply.content == "Right!"
    assert reply.reference["message_id"] == str(answer.id)
    assert list(answer.reactions) == ["✅"]


async def test_questions_says_when_the_answer_is_wrong(start):
    scene = await start("questions.py")
    await scene.answer_after(scene.alice.send("general", "!quiz"))
    answer = scene.alice.send("general", "54")
    assert (await scene.answer_after(answer)).content == "It is 42."
    assert list(answer.reactions) == ["❌"]


async def test_feedback_posts_what_was_written_in_the_form(start):
    scene = await start("feedback.py")
    await scene.until(lambda: "feedback" in scene.alice.commands("general"))
    form = await scene.alice.slash("general", "feedback").wait()
    assert form.modal["title"] == "Feedback"
    posted = await scene.alice.submit(form, {"subject": "Tea", "details": "More of it"}).wait()
    (card,) = posted.response.components
    assert [part.get("content") for part in card["components"]] == ["## Tea", None, "More of it"]
    assert card["accent_color"] == 0x5865F2


async def test_welcome_greets_and_gives_a_role(start):
    scene = await start("welcome.py")
    world = scene.sandbox.world
    guild = next(iter(world.guilds.values()))
    guild.system_channel_id = next(channel.id for channel in world.channels.values() if channel.name == "general")
    world.create_user("dave")
    world.user("dave").join(guild.id)
    dave = world.user("dave").id
    await scene.until(lambda: any(f"Welcome, <@{dave}>!" in m.content for m in scene.alice.messages("general")))
    await scene.until(lambda: guild.members[dave].role_ids)
    (role_id,) = guild.members[dave].role_ids
    assert guild.roles[role_id].name == "Newcomer"


async def test_transcript_hands_out_what_was_said_as_a_file(start):
    scene = await start("transcript.py")
    for number in range(120):
        scene.alice.send("general", f"line {number} ✏️")
    reply = await scene.answer_after(scene.alice.send("general", "!transcript"))
    assert reply.content == "120 messages, read with 2 requests."
    (file,) = reply.attachments
    assert (file.filename, file.description) == ("transcript.txt", "What was said here")
    assert file.content_type.startswith("text/plain")
    async with aiohttp.ClientSession() as http, http.get(scene.sandbox.world.files.signed_url(file.path)) as answer:
        assert (await answer.text()).splitlines() == [f"alice: line {number} ✏️" for number in range(120)]


async def demo(*arguments):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        ROOT / "tools" / "demo.py",
        *arguments,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(90):
        out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


async def test_the_demo_plays_the_human_to_the_tour_and_finds_every_answer_right():
    status, out, err = await demo(EXAMPLES / "tour.py")
    assert (status, err) == (0, "")
    assert "17 of 17 answers as expected" in out
    assert "alice: hello" in out
    assert "tour ↩ alice: Hello yourself!" in out


async def test_the_demo_ends_with_1_and_shows_the_difference_when_an_answer_is_wrong(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text((EXAMPLES / "tour.py").read_text(encoding="utf-8").replace("Tea it is.", "Coffee it is."))
    status, out, err = await demo(wrong)
    assert status == 1
    assert "16 of 17 answers as expected" in out
    assert "expected 'Tea it is. ☕'" in err
    assert "but got  'Coffee it is. ☕'" in err


async def test_the_demo_says_so_when_the_bot_does_not_start(tmp_path):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit(3)")
    status, _, err = await demo(broken)
    assert status == 1
    assert "the bot ended before it was ready, with status 3" in err
