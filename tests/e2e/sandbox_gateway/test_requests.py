"""What a client may ask of the gateway: presence, voice, members, sounds, channel info."""

import pytest

from scurrypy.sandbox.records import Application, Channel, Guild
from scurrypy.sandbox.records.channels import VOICE
from scurrypy.sandbox.records.sounds import Sound
from scurrypy.sandbox.server import Sandbox
from tests.e2e.sandbox_gateway.gateway_client import GUILDS, MEMBERS, PRESENCES, GatewayClient

VOICE_STATES = 1 << 7


@pytest.fixture
def lounge(sandbox: Sandbox, guild: Guild) -> Channel:
    return next(channel for channel in sandbox.world.channels_of(guild.id) if channel.type == VOICE)


async def test_presence_from_identify_and_op_3(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    watching = {"activities": [{"name": "you", "type": 3, "party": {}}], "status": "idle", "since": None, "afk": False}
    async with GatewayClient(sandbox) as client:
        await client.ready(application, PRESENCES, presence={"status": "dnd"})
        assert (await client.event("PRESENCE_UPDATE"))["d"]["status"] == "dnd"
        await client.send(3, watching)
        update = (await client.event("PRESENCE_UPDATE"))["d"]
        assert update["user"]["id"] == str(application.bot_id)
        assert update["guild_id"] == str(guild.id)
        assert update["client_status"] == {"web": "idle"}
        assert update["activities"] == [{"name": "you", "type": 3}]
        await client.send(3, {"activities": [], "status": "invisible", "since": None, "afk": False})
        assert (await client.event("PRESENCE_UPDATE"))["d"]["status"] == "offline"
        assert application.bot_id not in guild.presences


@pytest.mark.parametrize(
    ("op", "data"),
    [
        (3, {"status": "asleep"}),
        (3, {"status": "online", "activities": [{"type": 0}]}),
        (4, {}),
        (4, {"guild_id": "x", "channel_id": None}),
        (8, {"guild_id": "1"}),
        (8, {"guild_id": "1", "query": ""}),
        (8, {"guild_id": ["1", "2"], "query": "", "limit": 0}),
        (31, {"guild_ids": "1"}),
        (43, {"guild_id": "1"}),
    ],
)
async def test_4001_for_a_payload_that_does_not_fit_its_opcode(
    sandbox: Sandbox, application: Application, op: int, data: object
) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        await client.send(op, data)
        assert (await client.closed())[0] == 4001


async def test_joining_and_leaving_voice(
    sandbox: Sandbox, application: Application, guild: Guild, lounge: Channel
) -> None:
    join = {"guild_id": str(guild.id), "channel_id": str(lounge.id), "self_mute": True, "self_deaf": False}
    async with GatewayClient(sandbox) as client:
        await client.ready(application, VOICE_STATES)
        await client.send(4, join)
        state = (await client.event("VOICE_STATE_UPDATE"))["d"]
        assert state["channel_id"] == str(lounge.id)
        assert state["self_mute"] is True
        assert state["member"]["user"]["id"] == state["user_id"] == str(application.bot_id)
        server = (await client.event("VOICE_SERVER_UPDATE"))["d"]
        assert server["guild_id"] == str(guild.id)
        assert server["endpoint"] is None
        await client.send(4, {**join, "channel_id": None})
        left = (await client.event("VOICE_STATE_UPDATE"))["d"]
        assert left["channel_id"] is None
        assert left["session_id"] == state["session_id"]
        assert guild.voice_states == {}


async def test_a_full_voice_channel_says_nothing(
    sandbox: Sandbox, application: Application, guild: Guild, lounge: Channel
) -> None:
    lounge.user_limit = 1
    guild.voice_states[guild.owner_id] = {"channel_id": str(lounge.id), "user_id": str(guild.owner_id)}
    guild.members[application.bot_id].role_ids.clear()
    async with GatewayClient(sandbox) as client:
        await client.ready(application, VOICE_STATES)
        await client.send(4, {"guild_id": str(guild.id), "channel_id": str(lounge.id)})
        await client.beat()
    assert set(guild.voice_states) == {guild.owner_id}


async def test_members_by_query_and_by_id(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, GUILDS)
        await client.send(8, {"guild_id": str(guild.id), "query": "AL", "limit": 5, "nonce": "a", "presences": True})
        chunk = (await client.event("GUILD_MEMBERS_CHUNK"))["d"]
        assert [member["user"]["username"] for member in chunk["members"]] == ["alice"]
        assert (chunk["nonce"], chunk["chunk_index"], chunk["chunk_count"]) == ("a", 0, 1)
        assert "presences" not in chunk
        ids = [str(guild.owner_id), "123"]
        await client.send(8, {"guild_id": str(guild.id), "user_ids": ids, "nonce": "n" * 33})
        chunk = (await client.event("GUILD_MEMBERS_CHUNK"))["d"]
        assert [member["user"]["id"] for member in chunk["members"]] == ids[:1]
        assert chunk["not_found"] == ["123"]
        assert "nonce" not in chunk


async def test_the_whole_list_comes_in_chunks_and_once_per_half_minute(
    sandbox: Sandbox, application: Application, guild: Guild
) -> None:
    for number in range(1200):
        sandbox.world.add_member(guild, sandbox.world.create_user(f"user{number}"))
    request = {"guild_id": str(guild.id), "query": "", "limit": 0, "presences": True, "nonce": "all"}
    async with GatewayClient(sandbox) as client:
        await client.ready(application, MEMBERS | PRESENCES)
        await client.send(8, request)
        chunks = [(await client.event("GUILD_MEMBERS_CHUNK"))["d"] for _ in range(2)]
        assert [chunk["chunk_index"] for chunk in chunks] == [0, 1]
        assert [len(chunk["members"]) for chunk in chunks] == [1000, 204]
        assert [presence["user"]["id"] for presence in chunks[0]["presences"]] == [str(application.bot_id)]
        await client.send(8, request)
        limited = (await client.event("RATE_LIMITED"))["d"]
        assert limited["opcode"] == 8
        assert 29 < limited["retry_after"] <= 30
        assert limited["meta"] == {"guild_id": str(guild.id), "nonce": "all"}
        sandbox.world.clock.advance(30)
        await client.send(8, request)
        assert await client.event("GUILD_MEMBERS_CHUNK")


async def test_the_whole_list_without_its_intent_is_met_with_silence(
    sandbox: Sandbox, application: Application, guild: Guild, caplog: pytest.LogCaptureFixture
) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, GUILDS)
        await client.event("GUILD_CREATE")
        await client.send(8, {"guild_id": str(guild.id), "query": "", "limit": 0})
        await client.send(1, None)
        assert (await client.receive())["op"] == 11
    assert "GUILD_MEMBERS" in caplog.text


async def test_soundboard_sounds_and_channel_info(
    sandbox: Sandbox, application: Application, guild: Guild, lounge: Channel
) -> None:
    lounge.status = "karaoke"
    async with GatewayClient(sandbox) as client:
        await client.ready(application, GUILDS)
        guild.sounds[6] = Sound(6, "moo", guild_id=guild.id, creator_id=guild.owner_id)
        await client.send(31, {"guild_ids": [str(guild.id), "5"]})
        told = (await client.event("SOUNDBOARD_SOUNDS"))["d"]
        assert told["guild_id"] == str(guild.id)
        assert [(sound["name"], sound["user"]["id"]) for sound in told["soundboard_sounds"]] == [
            ("moo", str(guild.owner_id))
        ]
        await client.send(43, {"guild_id": str(guild.id), "fields": ["status", "voice_start_time"]})
        info = (await client.event("CHANNEL_INFO"))["d"]
        assert info == {"guild_id": str(guild.id), "channels": [{"id": str(lounge.id), "status": "karaoke"}]}
