"""Lists in pages from the local Discord, over real sockets."""

import asyncio

import pytest

from scurrypy.api.channels import ThreadWithoutMessagePart
from scurrypy.enums import ChannelType
from scurrypy.http import HTTPClient
from scurrypy.resources import ResourceFactories
from scurrypy.sandbox import Sandbox


class Bot(ResourceFactories):
    """A bot on the local Discord that hears nothing and asks much."""

    def __init__(self, sandbox):
        super().__init__(HTTPClient(base_url=sandbox.api_url))
        self.sandbox = sandbox
        self.alice = sandbox.world.user("alice")
        self.home = next(iter(sandbox.world.guilds.values()))
        self.general = next(c for c in sandbox.world.channels.values() if c.name == "general")

    @property
    def here(self):
        return self.channel(self.general.id)


@pytest.fixture
async def bot():
    async with Sandbox(rate_limits="off") as sandbox:
        bot = Bot(sandbox)
        application = sandbox.world.create_application("reader")
        sandbox.world.add_bot(bot.home, application)
        await bot.http.start(application.token)
        yield bot
        await bot.http.close()


async def test_a_history_is_read_while_people_write_and_delete_and_taken_up_again(bot):
    written = [bot.alice.send("general", f"{number}") for number in range(250)]
    pages = bot.here.iter_messages()
    first = await pages.collect(limit=130)
    bot.alice.delete(written[119])
    bot.alice.delete(written[200])
    bot.alice.send("general", "meanwhile")
    later = [message async for message in bot.here.iter_messages().resume(pages.cursor)]
    assert [message.content for message in first + later] == [str(n) for n in range(249, -1, -1) if n != 119]
    assert pages.requests == 2


async def test_a_history_is_read_from_its_beginning_and_around_a_message(bot):
    written = [bot.alice.send("general", f"{number}") for number in range(12)]
    upwards = await bot.here.iter_messages(after=0, page_size=5).collect()
    assert [message.id for message in upwards] == [message.id for message in written]
    between = bot.here.iter_messages(after=written[2].id, before=written[6].id, page_size=2)
    assert [message.content async for message in between] == ["3", "4", "5"]
    around = bot.here.iter_messages(around=written[6].id, page_size=4)
    assert [message.content async for message in around] == ["7", "6", "5", "4", "3", "2", "1", "0"]


async def test_a_cancelled_read_goes_on(bot):
    for number in range(30):
        bot.alice.send("general", f"{number}")
    pages = bot.here.iter_messages(after=0, page_size=10)
    seen = [(await anext(pages)).content for _ in range(10)]
    task = asyncio.ensure_future(anext(pages))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert seen + [message.content async for message in pages] == [str(number) for number in range(30)]


async def test_pins_of_one_moment_all_come(bot):
    pinned = [bot.alice.send("general", f"{number}") for number in range(9)]
    clock = bot.sandbox.world.clock
    clock.freeze()
    for number, message in enumerate(pinned):
        await bot.message(bot.general.id, message.id).pin()
        clock.advance(1 if number % 3 == 2 else 0)
    pages = bot.here.iter_pins(page_size=4)
    found = [pin.message.content async for pin in pages]
    assert [sorted(found[place : place + 3]) for place in (0, 3, 6)] == [
        ["6", "7", "8"],
        ["3", "4", "5"],
        ["0", "1", "2"],
    ]
    assert pages.requests > 2


async def test_reactions_and_members_and_bans(bot):
    people = [bot.sandbox.world.create_user(f"person{number}") for number in range(7)]
    message = bot.alice.send("general", "hello")
    for person in people:
        actor = bot.sandbox.world.user(person.username)
        actor.join(bot.home.id)
        actor.react(message, "🐿")
    reacted = bot.message(bot.general.id, message.id).iter_emoji_reactions("🐿", page_size=3)
    ids = [person.id for person in people]
    assert [user.id async for user in reacted] == ids
    guild = bot.guild(bot.home.id)
    members = [member.user.id async for member in guild.iter_members(page_size=3)]
    assert members == sorted(bot.home.members)
    for person in people:
        await guild.create_ban(person.id)
    assert [ban.user.id async for ban in guild.iter_bans(page_size=3)] == ids
    downwards = guild.iter_bans(before=ids[-1], page_size=2)
    assert [ban.user.id async for ban in downwards] == ids[-2::-1]


async def test_archived_threads_and_their_members(bot):
    threads = []
    for number in range(5):
        part = ThreadWithoutMessagePart(f"thread {number}", type=ChannelType.PUBLIC_THREAD)
        threads.append(await bot.here.create_thread_without_message(part))
    thread = bot.channel(threads[0].id)
    await thread.add_thread_member(bot.alice.id)
    members = [member.user_id async for member in thread.iter_thread_members(page_size=1)]
    assert bot.alice.id in members
    assert members == sorted(set(members))
    for made in threads:
        await bot.channel(made.id).edit_thread(archived=True)
    found = [made.name async for made in bot.here.iter_public_archived_threads(page_size=2)]
    assert sorted(found) == [f"thread {number}" for number in range(5)]
    assert await bot.here.iter_private_archived_threads().collect() == []
    assert await bot.here.iter_joined_private_archived_threads().collect() == []
