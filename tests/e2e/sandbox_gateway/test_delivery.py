"""Who hears what: shards, intents, permissions, what a bot may not read."""

from typing import Any

import pytest

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.gateway import GatewayOptions
from scurrypy.sandbox.records import Application, Guild, Overwrite
from scurrypy.sandbox.rules.permissions import VIEW_CHANNEL
from scurrypy.sandbox.server import Sandbox
from tests.e2e.sandbox_gateway.gateway_client import (
    CONTENT,
    GUILDS,
    MEMBERS,
    MESSAGES,
    PRESENCES,
    GatewayClient,
)

EXECUTION = 1 << 21
"""The intent that tells what auto moderation did."""


async def names_until_ack(client: GatewayClient) -> list[str]:
    """Return the names of the events that arrive before the answer to a heartbeat."""
    await client.send(1, None)
    names: list[str] = []
    while (payload := await client.receive())["op"] != 11:
        names.append(payload["t"])
    return names


async def test_each_guild_goes_to_its_shard_and_the_rest_to_shard_0(
    sandbox: Sandbox, application: Application, guild: Guild
) -> None:
    async with GatewayClient(sandbox) as first, GatewayClient(sandbox) as second:
        readies = [
            await first.ready(application, 0, shard=[0, 2]),
            await second.ready(application, 0, shard=[1, 2]),
        ]
        home = (guild.id >> 22) % 2
        assert [len(ready["guilds"]) for ready in readies] == ([1, 0] if home == 0 else [0, 1])
        assert [ready["shard"] for ready in readies] == [[0, 2], [1, 2]]
        sandbox.world.publish(Dispatch("IN_GUILD", {}, guild.id))
        sandbox.world.publish(Dispatch("IN_DM", {}, None, 0, application.id))
        heard = [await names_until_ack(first), await names_until_ack(second)]
    assert "IN_DM" in heard[0]
    assert "IN_DM" not in heard[1]
    assert ["IN_GUILD" in names for names in heard] == [home == 0, home == 1]


async def test_intents_filter_events(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, MESSAGES)
        sandbox.world.publish(Dispatch("WANTED", {}, guild.id, MESSAGES))
        sandbox.world.publish(Dispatch("ANY_OF_TWO", {}, guild.id, MESSAGES | GUILDS))
        sandbox.world.publish(Dispatch("UNWANTED", {}, guild.id, GUILDS))
        assert await names_until_ack(client) == ["WANTED", "ANY_OF_TWO"]


async def test_events_of_one_application_stay_its_own(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    other = sandbox.world.create_application("other")
    async with GatewayClient(sandbox) as client:
        await client.ready(other, 0)
        sandbox.world.publish(Dispatch("FOR_ONE", {}, None, 0, application.id))
        sandbox.world.publish(Dispatch("IN_A_GUILD_IT_IS_NOT_IN", {}, guild.id))
        assert await names_until_ack(client) == []


async def test_a_bot_hears_of_changes_to_itself_without_the_members_intent(
    sandbox: Sandbox, application: Application, guild: Guild
) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, 0)
        for user_id in (application.bot_id, guild.owner_id):
            data = {"guild_id": str(guild.id), "user": {"id": str(user_id)}}
            sandbox.world.publish(Dispatch("GUILD_MEMBER_UPDATE", data, guild.id, MEMBERS))
        assert await names_until_ack(client) == ["GUILD_MEMBER_UPDATE"]


@pytest.mark.parametrize(("intents", "content"), [(MESSAGES, ""), (MESSAGES | CONTENT, "a secret")])
async def test_content_is_withheld_without_its_intent(
    sandbox: Sandbox, application: Application, intents: int, content: str
) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, intents)
        sandbox.world.user("alice").send("general", "a secret")
        assert (await client.event("MESSAGE_CREATE"))["d"]["content"] == content


@pytest.fixture
def crowd(sandbox: Sandbox, guild: Guild) -> dict[str, int]:
    """Sixty more members, of whom one has a nickname and one is online."""
    world = sandbox.world
    for number in range(60):
        world.add_member(guild, world.create_user(f"user{number}"))
    nicked, online = world.user("user7").id, world.user("user8").id
    guild.members[nicked].nick = "Seven"
    guild.presences[online] = {"user": {"id": str(online)}, "status": "online", "activities": []}
    return {"nicked": nicked, "online": online}


async def guild_create(sandbox: Sandbox, application: Application, intents: int, threshold: int) -> dict[str, Any]:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, intents, large_threshold=threshold)
        return (await client.event("GUILD_CREATE"))["d"]


def ids(items: list[dict[str, Any]]) -> set[int]:
    return {int(item["user"]["id"]) for item in items}


async def test_without_the_presence_intent_guild_create_has_only_the_bot(
    sandbox: Sandbox, application: Application, crowd: dict[str, int]
) -> None:
    created = await guild_create(sandbox, application, GUILDS, 250)
    assert ids(created["members"]) == {application.bot_id}
    assert created["presences"] == []
    assert created["member_count"] == 64


async def test_a_guild_below_the_threshold_comes_with_everyone(
    sandbox: Sandbox, application: Application, guild: Guild, crowd: dict[str, int]
) -> None:
    created = await guild_create(sandbox, application, GUILDS | PRESENCES, 250)
    assert ids(created["members"]) == set(guild.members)
    assert crowd["online"] in ids(created["presences"])
    assert created["large"] is False


async def test_a_guild_above_the_threshold_comes_without_those_who_are_offline_and_plain(
    sandbox: Sandbox, application: Application, crowd: dict[str, int]
) -> None:
    created = await guild_create(sandbox, application, GUILDS | PRESENCES, 50)
    assert ids(created["members"]) == {application.bot_id, *crowd.values()}
    assert created["large"] is True


async def test_unseen_channels_arrive_hidden_and_appear_when_access_is_gained(
    sandbox: Sandbox, application: Application, guild: Guild
) -> None:
    world = sandbox.world
    everyone = Overwrite(guild.id, 0, deny=VIEW_CHANNEL)
    secret = world.create_channel(guild, "secret", topic="nobody knows", overwrites={guild.id: everyone})
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        channels = {channel["id"]: channel for channel in (await client.event("GUILD_CREATE"))["d"]["channels"]}
        seen = channels[str(secret.id)]
        assert seen["name"] == "___hidden___"
        assert seen["flags"] == 1 << 17
        assert seen["topic"] is None
        assert seen["type"] == 0
        assert seen["permission_overwrites"] == [
            {"id": str(guild.id), "type": 0, "allow": "0", "deny": str(VIEW_CHANNEL)}
        ]
        assert {channel["name"] for id, channel in channels.items() if id != str(secret.id)} == {
            "general",
            "random",
            "Lounge",
        }

        world.publish(Dispatch("UNHEARD", {}, guild.id, channel_id=secret.id))
        guild.roles[guild.members[application.bot_id].role_ids[0]].permissions |= 1 << 3
        world.publish(Dispatch("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id)}, guild.id, GUILDS))
        assert (await client.receive())["t"] == "GUILD_ROLE_UPDATE"
        gained = await client.receive()
        assert (gained["t"], gained["d"]["name"]) == ("CHANNEL_UPDATE", "secret")
        assert gained["d"]["guild_id"] == str(guild.id)
        world.publish(Dispatch("HEARD", {}, guild.id, channel_id=secret.id))
        assert (await client.receive())["t"] == "HEARD"


async def test_a_new_guild_reaches_a_running_bot(sandbox: Sandbox, application: Application, guild: Guild) -> None:
    world = sandbox.world
    second = world.create_guild("Second", world.users[guild.owner_id])
    async with GatewayClient(sandbox) as client:
        await client.ready(application)
        await client.event("GUILD_CREATE")
        world.add_bot(second, application)
        created = (await client.event("GUILD_CREATE"))["d"]
        assert created["name"] == "Second"
        assert [member["user"]["id"] for member in created["members"]] == [str(application.bot_id)]


@pytest.mark.parametrize("sandbox", [GatewayOptions()], indirect=True)
async def test_two_identifies_within_five_seconds_are_one_too_many(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as first, GatewayClient(sandbox) as second:
        await first.ready(application, shard=[0, 2])
        await second.identify(application, shard=[1, 2])
        assert (await second.op(9))["d"] is False
        assert sandbox.gateway.gate.starts(application.id).violations == 1
        sandbox.world.clock.advance(5)
        await second.ready(application, shard=[1, 2])
        assert sandbox.gateway.gate.starts(application.id).violations == 1


@pytest.mark.parametrize("sandbox", [GatewayOptions(max_concurrency=2)], indirect=True)
async def test_concurrency_keys_identify_side_by_side(sandbox: Sandbox, application: Application) -> None:
    async with GatewayClient(sandbox) as first, GatewayClient(sandbox) as second, GatewayClient(sandbox) as third:
        await first.ready(application, shard=[0, 3])
        await second.ready(application, shard=[1, 3])
        await third.identify(application, shard=[2, 3])
        assert (await third.op(9))["d"] is False


@pytest.mark.parametrize("sandbox", [GatewayOptions(session_starts=1, identify_window=0)], indirect=True)
async def test_when_the_days_identifies_are_used_up_the_token_is_reset(
    sandbox: Sandbox, application: Application
) -> None:
    token = application.token
    async with GatewayClient(sandbox) as client, GatewayClient(sandbox) as second:
        await client.ready(application)
        assert sandbox.world.gateway_info.session_start_limit(application)["remaining"] == 0
        await second.identify(application)
        assert (await second.closed())[0] == 4004
        assert (await client.closed())[0] == 4004
    assert sandbox.gateway.sessions() == []
    assert sandbox.world.authenticate(token) is None


@pytest.mark.parametrize(("intents", "told"), [(EXECUTION, ("", "")), (EXECUTION | CONTENT, ("bad word", "bad"))])
async def test_what_auto_moderation_read_is_told_with_message_content_alone(
    sandbox: Sandbox, application: Application, guild: Guild, intents: int, told: tuple[str, str]
) -> None:
    async with GatewayClient(sandbox) as client:
        await client.ready(application, intents)
        data = {"content": "bad word", "matched_content": "bad", "rule_id": "1"}
        name = "AUTO_MODERATION_ACTION_EXECUTION"
        sandbox.world.publish(Dispatch(name, data, guild.id, EXECUTION, application.id))
        heard = (await client.event(name))["d"]
    assert (heard["content"], heard["matched_content"]) == told
    assert heard["rule_id"] == "1"
