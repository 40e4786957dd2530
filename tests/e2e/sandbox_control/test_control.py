"""The control API over real sockets: a scene is set, people act, a bot answers, things go wrong."""

import asyncio
import base64

import aiohttp
import pytest

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.control import ControlClient, ControlError


async def refusal(request) -> tuple[int, str]:
    with pytest.raises(ControlError) as caught:
        await request
    return caught.value.status, caught.value.body["error"]


async def test_the_token_opens_it_and_nothing_else_does(sandbox):
    async with ControlClient(sandbox.url, "wrong") as stranger:
        assert await refusal(stranger.get("/state")) == (401, "token")


async def test_a_page_of_another_site_is_refused_even_with_the_token(sandbox):
    headers = {"X-Sandbox-Token": sandbox.control_token, "Origin": "https://evil.example"}
    address = f"{sandbox.url}/_sandbox/v1/state"
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as response:
        assert response.status == 403


async def test_a_scene_is_set(control):
    await control.post("/users", name="dave", guild="Local")
    made = await control.post("/applications", name="Helper", guild="Local")
    assert made["token"].count(".") == 2
    await control.post("/guilds", name="Second", owner="dave")
    await control.post("/guilds/Second/channels", name="lab")
    await control.post("/guilds/Second/roles", name="Boss", permissions="8")
    await control.post("/guilds/Second/members", user="Helper")
    state = await control.get("/state")
    second = next(guild for guild in state["guilds"] if guild["name"] == "Second")
    assert [channel["name"] for channel in second["channels"]] == ["general", "lab"]
    assert {member["username"] for member in second["members"]} == {"dave", "Helper"}
    assert "Boss" in {role["name"] for role in second["roles"]}
    assert "token" not in str(state)


async def test_people_talk_and_see_what_they_may(control):
    data = base64.b64encode(b"abc").decode()
    said = await control.act("alice", "send", channel="general", content="hi", files=[{"filename": "a", "data": data}])
    assert said["attachments"][0]["size"] == 3
    await control.act("bob", "react", message=said["id"], emoji="👍")
    await control.act("bob", "send", channel="general", content="yes", reply_to=said["id"])
    seen = await control.get("/channels/general/messages", **{"as": "carol"})
    assert [message["content"] for message in seen] == ["hi", "yes"]
    assert seen[0]["reactions"][0]["count"] == 1
    assert any("alice: hi" in line for line in await control.get("/transcript"))


async def test_what_makes_no_sense_is_refused_in_words(control):
    assert await refusal(control.act("zoe", "send", channel="general")) == (409, "actor")
    assert await refusal(control.act("alice", "fly")) == (404, "request")
    assert await refusal(control.act("alice", "send", content="no channel")) == (400, "request")
    assert await refusal(control.act("alice", "send", channel="general")) == (422, "api")
    assert await refusal(control.act("alice", "click", message="1", label="x")) == (409, "actor")
    assert await refusal(control.get("/interactions/1")) == (404, "request")
    assert await refusal(control.post("/sessions/none/close")) == (404, "request")
    assert await refusal(control.post("/clock", advance=-1)) == (400, "request")
    assert await refusal(control.post("/users", name=7)) == (400, "request")


async def test_a_command_is_used_answered_and_waited_for(sandbox, control, bot):
    application_id = next(iter(sandbox.world.applications))
    command = {"name": "ping", "description": "d"}
    async with bot.post(f"applications/{application_id}/commands", json=command) as response:
        assert response.status == 201
    async with bot.post(f"applications/{application_id}/commands", json=command) as response:
        assert response.status == 200
    assert await control.act("alice", "commands", channel="general") == ["ping"]
    waiting = asyncio.create_task(control.act("alice", "slash", channel="general", command="ping", wait="answer"))
    interaction = await sandbox.until(lambda: next(iter(sandbox.world.interactions.values()), None))
    callback = f"interactions/{interaction.id}/{interaction.token}/callback"
    body = {"type": 4, "data": {"content": "pong", "flags": 64}}
    # The token in the path is all the authorization there is.
    async with aiohttp.ClientSession(f"{sandbox.api_url}/") as anyone:
        async with anyone.post(callback, json=body) as response:
            assert (response.status, await response.read()) == (204, b"")
        async with anyone.post(callback, json=body, params={"with_response": "true"}) as response:
            assert (response.status, (await response.json())["code"]) == (400, 40060)
        original = f"webhooks/{application_id}/{interaction.token}/messages/@original"
        async with anyone.get(original) as response:
            assert (await response.json())["content"] == "pong"
        async with anyone.post(f"webhooks/{application_id}/{interaction.token}", json={"content": "more"}) as response:
            assert response.status == 200
    outcome = await waiting
    assert (outcome["state"], outcome["ephemeral"], outcome["response"]["content"]) == ("responded", True, "pong")
    later = await control.get(f"/interactions/{outcome['interaction_id']}")
    assert [message["content"] for message in later["messages"]] == ["pong", "more"]


async def test_time_can_be_moved_past_an_answer(sandbox, control, bot):
    application_id = next(iter(sandbox.world.applications))
    await control.post("/clock", frozen=True)
    async with bot.put(f"applications/{application_id}/commands", json=[{"name": "p", "description": "d"}]) as response:
        assert response.status == 200
    outcome = await control.act("alice", "slash", channel="general", command="p")
    assert outcome["state"] == "pending"
    await control.post("/clock", advance=4)
    assert (await control.get(f"/interactions/{outcome['interaction_id']}"))["state"] == "failed"


async def test_a_webhook_is_made_and_used_over_the_wire(sandbox, bot):
    channel = next(channel for channel in sandbox.world.channels.values() if channel.name == "general")
    async with bot.post(f"channels/{channel.id}/webhooks", json={"name": "hook"}) as response:
        webhook = await response.json()
    path = f"webhooks/{webhook['id']}/{webhook['token']}"
    async with aiohttp.ClientSession(f"{sandbox.api_url}/") as anyone:
        async with anyone.post(path, json={"content": "hi"}) as response:
            assert response.status == 204
        async with anyone.post(path, json={"content": "hi"}, params={"wait": "true"}) as response:
            message = await response.json()
        async with anyone.patch(f"{path}/messages/{message['id']}", json={"content": "ho"}) as response:
            assert (await response.json())["content"] == "ho"
        async with anyone.get(f"{path}/messages/@original") as response:
            assert (response.status, (await response.json())["code"]) == (404, 10008)
        async with anyone.delete(f"{path}/messages/{message['id']}") as response:
            assert response.status == 204
    async with bot.post(f"{path}/slack", json={"text": "hi"}) as response:
        body = await response.json()
    assert (response.status, body["operation_id"]) == (501, "execute_slack_compatible_webhook")


async def test_a_bot_cannot_set_who_may_use_commands(sandbox, bot):
    application_id, guild_id = next(iter(sandbox.world.applications)), next(iter(sandbox.world.guilds))
    path = f"applications/{application_id}/guilds/{guild_id}/commands"
    async with bot.post(path, json={"name": "ping", "description": "d"}) as response:
        command = await response.json()
    async with bot.put(f"{path}/{command['id']}/permissions", json={"permissions": []}) as response:
        assert (response.status, (await response.json())["code"]) == (403, 20001)
    async with bot.get(f"{path}/permissions") as response:
        assert await response.json() == []


async def identify(sandbox, session) -> aiohttp.ClientWebSocketResponse:
    application = next(iter(sandbox.world.applications.values()))
    socket = await session.ws_connect(f"{sandbox.gateway_url}/?v=10&encoding=json")
    assert (await socket.receive_json())["op"] == 10
    identity = {"token": application.token, "intents": 1, "properties": {}}
    await socket.send_json({"op": 2, "d": identity})
    assert (await socket.receive_json())["t"] == "READY"
    assert (await socket.receive_json())["t"] == "GUILD_CREATE"
    return socket


async def test_a_session_is_told_to_reconnect_and_then_closed(sandbox, control):
    async with aiohttp.ClientSession() as session:
        socket = await identify(sandbox, session)
        known = (await control.get("/sessions"))[0]
        assert (known["connected"], known["shard"]) == (True, [0, 1])
        await control.post(f"/sessions/{known['id']}/reconnect")
        assert (await socket.receive_json())["op"] == 7
        await control.post(f"/sessions/{known['id']}/close", code=4008)
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        assert socket.close_code == 4008
        assert await refusal(control.post(f"/sessions/{known['id']}/explode")) == (404, "request")


async def test_a_reset_puts_everything_back_and_keeps_the_bot_s_token(sandbox, control, bot):
    await control.act("alice", "send", channel="general", content="hi")
    await control.post("/users", name="dave", guild="Local")
    async with aiohttp.ClientSession() as session:
        socket = await identify(sandbox, session)
        state = await control.post("/reset")
        assert await socket.receive_json() == {"op": 9, "d": False, "s": None, "t": None}
    assert {user["username"] for user in state["users"]} == {"alice", "bob", "carol", "Robo"}
    assert await control.get("/channels/general/messages") == []
    async with bot.get("users/@me/guilds") as response:
        assert [guild["name"] for guild in await response.json()] == ["Local"]


async def test_people_join_voice_follow_events_and_use_invites(sandbox, control, bot):
    guild = next(iter(sandbox.world.guilds.values()))
    start, end = (sandbox.world.clock.now() + seconds for seconds in (60, 120))
    event = {"name": "walk", "privacy_level": 2, "entity_type": 3, "entity_metadata": {"location": "park"}}
    event |= {"scheduled_start_time": iso(start), "scheduled_end_time": iso(end)}
    async with bot.post(f"guilds/{guild.id}/scheduled-events", json=event) as response:
        event_id = (await response.json())["id"]
    await control.act("bob", "follow-event", guild="Local", event=event_id)
    assert guild.scheduled_events[int(event_id)].user_ids == [sandbox.world.user("bob").id]
    await control.act("bob", "unfollow-event", guild="Local", event=event_id)
    assert guild.scheduled_events[int(event_id)].user_ids == []
    await control.act("bob", "join-voice", channel="Lounge", self_mute=True)
    await control.act("bob", "play-sound", channel="Lounge", sound=1)
    await control.act("bob", "leave-voice", guild="Local")
    assert guild.voice_states == {}
    general = next(channel for channel in sandbox.world.channels.values() if channel.name == "general")
    async with bot.post(f"channels/{general.id}/invites", json={}) as response:
        code = (await response.json())["code"]
    await control.post("/users", name="dave")
    await control.act("dave", "request-to-join", guild="Local", form_responses=[])
    assert [request.user_id for request in guild.join_requests.values()] == [sandbox.world.user("dave").id]
    await control.act("dave", "use-invite", code=code)
    assert sandbox.world.user("dave").id in guild.members


async def test_searches_come_too_early_as_often_as_they_are_told_to(sandbox, control, bot):
    guild = next(iter(sandbox.world.guilds.values()))
    told = {"not_ready": 1, "retry_after": 3}
    assert await control.post("/search-index", **told) == told
    async with bot.get(f"guilds/{guild.id}/messages/search") as response:
        early = await response.json()
        assert (response.status, early["code"], early["retry_after"]) == (202, 110000, 3)
    async with bot.get(f"guilds/{guild.id}/messages/search") as response:
        assert response.status == 200


async def test_people_buy_what_an_application_sells(sandbox, control):
    sku = await control.post("/applications/Robo/skus", name="Gold")
    await control.act("bob", "buy", sku=sku["id"])
    (subscription,) = sandbox.world.subscriptions.values()
    await control.act("bob", "cancel-subscription", sku=sku["id"])
    assert subscription.canceled_at is not None
    assert await refusal(control.act("bob", "buy", sku=1)) == (404, "request")
    assert await refusal(control.post("/applications/nobody/skus", name="Gold")) == (404, "request")


async def test_people_let_an_application_act(sandbox, control):
    answer = await control.act("bob", "authorize", application="Robo", scopes=["identify"])
    headers = {"Authorization": f"Bearer {answer['access_token']}"}
    address = f"{sandbox.api_url}/users/@me"
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as response:
        assert (await response.json())["username"] == "bob"
    assert await refusal(control.act("bob", "authorize", application="nobody")) == (404, "request")
