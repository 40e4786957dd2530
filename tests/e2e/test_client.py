"""The client on the local Discord, over real sockets."""

import asyncio
import contextlib

import pytest

from scurrypy import Client, Intents
from scurrypy.api.presence import ActivityPart
from scurrypy.core import HTTPClient
from scurrypy.enums import ActivityType, ChannelType, Permissions, StatusType
from scurrypy.events import (
    ChannelUpdateEvent,
    GuildCreateEvent,
    MessageCreateEvent,
    PresenceUpdateEvent,
    ReadyEvent,
    ResumedEvent,
    SessionLostEvent,
    TypingStartEvent,
    VoiceStateUpdateEvent,
)
from scurrypy.gateway import ShardState
from scurrypy.sandbox import Sandbox
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.gateway import GatewayOptions
from scurrypy.sandbox.records import Overwrite
from scurrypy.wire.errors import GatewayRequestFailed, NotFound

EVERYTHING = Intents(sum(intent for intent in Intents))


@pytest.fixture
async def sandbox():
    # A short identify window, so that a new session need not wait the five seconds of the real one.
    async with Sandbox(gateway=GatewayOptions(identify_window=0.05, max_concurrency=4)) as sandbox:
        yield sandbox


def make_client(sandbox, **options):
    application = sandbox.world.create_application("bot")
    sandbox.world.add_bot(next(iter(sandbox.world.guilds.values())), application)
    options.setdefault("intents", EVERYTHING)
    return Client(token=application.token, http=HTTPClient(base_url=sandbox.api_url), **options)


@contextlib.asynccontextmanager
async def running(client):
    starting = asyncio.create_task(client.start())
    ready = asyncio.create_task(client.wait_for(GuildCreateEvent, timeout=10))
    await asyncio.wait({starting, ready}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if starting.done():
            starting.result()
        ready.result()
        yield client
    finally:
        await client.close()
        await asyncio.wait({starting}, timeout=5)
        ready.cancel()


def guild_of(sandbox):
    return next(iter(sandbox.world.guilds.values()))


@pytest.mark.parametrize("compress", ["zstd-stream", "zlib-stream", None])
async def test_a_message_is_heard_and_answered_whatever_the_compression(sandbox, compress):
    client = make_client(sandbox, compress=compress)

    async def answer(event: MessageCreateEvent) -> None:
        if not event.author.bot:
            await client.channel(event.channel_id).send(f"{event.author.username} said {event.content}")

    client.add_event_listener(MessageCreateEvent, answer)
    async with running(client):
        alice = sandbox.world.user("alice")
        alice.send("general", "hello")
        await sandbox.until(lambda: len(alice.messages("general")) == 2)
        assert [message.content for message in alice.messages("general")] == ["hello", "alice said hello"]


async def test_events_come_whole_and_wait_for_takes_the_first_of_several(sandbox):
    client = make_client(sandbox)
    async with running(client):
        assert client.shard_states == {0: ShardState.ACTIVE}
        waiting = asyncio.create_task(client.wait_for(TypingStartEvent, MessageCreateEvent, timeout=5))
        await asyncio.sleep(0)
        sandbox.world.user("bob").typing("general")
        event = await waiting
    assert isinstance(event, TypingStartEvent)
    assert event.user_id == sandbox.world.user("bob").id
    assert event.raw["guild_id"] == str(guild_of(sandbox).id)


async def test_a_dropped_connection_is_resumed_without_losing_what_was_said_meanwhile(sandbox):
    client = make_client(sandbox)
    heard = []

    async def hear(event: MessageCreateEvent) -> None:
        heard.append(event.content)

    client.add_event_listener(MessageCreateEvent, hear)
    async with running(client):
        session = sandbox.gateway.sessions()[0]
        resumed = asyncio.create_task(client.wait_for(ResumedEvent, timeout=10))
        await asyncio.sleep(0)
        session.abort()
        for number in range(20):
            sandbox.world.user("alice").send("general", f"{number}")
        await resumed
        await sandbox.until(lambda: len(heard) == 20)
        assert sandbox.gateway.sessions() == [session]
    assert heard == [str(number) for number in range(20)]


async def test_a_session_that_cannot_be_resumed_is_told_and_replaced(sandbox):
    client = make_client(sandbox)
    async with running(client):
        session = sandbox.gateway.sessions()[0]
        told = asyncio.create_task(client.wait_for(SessionLostEvent, timeout=10))
        again = asyncio.create_task(client.wait_for(ReadyEvent, timeout=15))
        await asyncio.sleep(0)
        sandbox.gateway.invalidate(session, resumable=False)
        lost = await told
        ready = await again
    assert (lost.shard_id, lost.session_id) == (0, session.id)
    assert ready.session_id != session.id


async def test_several_shards_share_the_guilds_and_each_event_comes_once(sandbox):
    for number in range(6):
        sandbox.world.create_guild(f"guild {number}", sandbox.world.user("alice").user)
    client = make_client(sandbox, shard_count=3)
    application = next(app for app in sandbox.world.applications.values() if app.token == client.token)
    for guild in sandbox.world.guilds.values():
        if application.bot_id not in guild.members:
            sandbox.world.add_bot(guild, application)
    arrived = []

    async def note(event: GuildCreateEvent) -> None:
        arrived.append(event.id)

    client.add_event_listener(GuildCreateEvent, note)
    async with running(client):
        await sandbox.until(lambda: len(arrived) == 7, 15)
        await sandbox.settle()
        assert sorted(arrived) == sorted(sandbox.world.guilds)
        assert sorted(client.latencies) == [0, 1, 2]
        assert len(sandbox.gateway.sessions()) == 3


async def test_members_are_fetched_over_the_gateway(sandbox):
    client = make_client(sandbox)
    async with running(client):
        guild = guild_of(sandbox)
        members = await client.request_guild_members(guild.id, query="")
        assert {member.user.username for member in members} >= {"alice", "bob", "carol"}
        found = await client.request_guild_members(guild.id, user_ids=[sandbox.world.user("bob").id])
        assert [member.user.username for member in found] == ["bob"]


async def test_A36_sounds_and_channel_info_are_asked_for_by_the_shard_of_each_guild(sandbox):
    for number in range(5):
        sandbox.world.create_guild(f"guild {number}", sandbox.world.user("alice").user)
    client = make_client(sandbox, shard_count=3)
    application = next(app for app in sandbox.world.applications.values() if app.token == client.token)
    for guild in sandbox.world.guilds.values():
        if application.bot_id not in guild.members:
            sandbox.world.add_bot(guild, application)
    lounge = next(channel for channel in sandbox.world.channels.values() if channel.name == "Lounge")
    lounge.status = "chess"
    async with running(client):
        sounds = await client.request_soundboard_sounds(sandbox.world.guilds)
        assert sounds == {guild_id: [] for guild_id in sandbox.world.guilds}
        channels = await client.request_channel_info(lounge.guild_id)
        assert [(channel.id, channel.status) for channel in channels] == [(lounge.id, "chess")]
        with pytest.raises(GatewayRequestFailed, match="soundboard sounds of guild 1: nothing came"):
            await client.request_soundboard_sounds([1], timeout=0.2)


async def test_A41_a_channel_that_the_bot_cannot_see_comes_obfuscated_until_it_can(sandbox):
    guild = guild_of(sandbox)
    everyone = Overwrite(guild.id, 0, deny=int(Permissions.VIEW_CHANNEL))
    secret = sandbox.world.create_channel(guild, "secret", topic="nobody knows", overwrites={guild.id: everyone})
    client = make_client(sandbox)
    created = asyncio.create_task(client.wait_for(GuildCreateEvent, timeout=10))
    async with running(client):
        channels = {channel.id: channel for channel in (await created).channels}
        hidden = channels.pop(secret.id)
        assert hidden.is_obfuscated
        assert (hidden.name, hidden.topic, hidden.type) == ("___hidden___", None, ChannelType.GUILD_TEXT)
        assert [(o.id, o.deny) for o in hidden.permission_overwrites] == [(guild.id, Permissions.VIEW_CHANNEL)]
        assert not any(channel.is_obfuscated for channel in channels.values())
        assert secret.id not in {channel.id for channel in await client.guild(guild.id).fetch_channels()}

        revealed = asyncio.create_task(client.wait_for(ChannelUpdateEvent, timeout=5))
        await asyncio.sleep(0)
        bot_id = next(app for app in sandbox.world.applications.values() if app.token == client.token).bot_id
        guild.roles[guild.members[bot_id].role_ids[0]].permissions |= int(Permissions.ADMINISTRATOR)
        sandbox.world.publish(Dispatch("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id)}, guild.id, int(Intents.GUILDS)))
        channel = await revealed
        assert (channel.id, channel.name, channel.topic) == (secret.id, "secret", "nobody knows")
        assert not channel.is_obfuscated
        assert secret.id in {channel.id for channel in await client.guild(guild.id).fetch_channels()}


async def test_presence_and_voice_state_are_updated(sandbox):
    client = make_client(sandbox)
    async with running(client):
        seen = asyncio.create_task(client.wait_for(PresenceUpdateEvent, timeout=5))
        await asyncio.sleep(0)
        await client.update_presence(status=StatusType.DND, activities=[ActivityPart("chess", ActivityType.PLAYING)])
        presence = await seen
        assert (presence.status, presence.activities[0].name) == (StatusType.DND, "chess")
        guild = guild_of(sandbox)
        lounge = next(channel for channel in sandbox.world.channels.values() if channel.name == "Lounge")
        joined = asyncio.create_task(client.wait_for(VoiceStateUpdateEvent, timeout=5))
        await asyncio.sleep(0)
        await client.update_voice_state(guild.id, lounge.id, self_mute=True)
        state = await joined
        assert (state.channel_id, state.self_mute) == (lounge.id, True)


async def test_what_discord_refuses_is_an_error_of_its_kind_with_its_code(sandbox):
    client = make_client(sandbox)
    async with running(client):
        with pytest.raises(NotFound) as caught:
            await client.channel(12345).fetch()
    assert (caught.value.code, caught.value.status) == (10003, 404)
    assert caught.value.path == "/channels/12345"
