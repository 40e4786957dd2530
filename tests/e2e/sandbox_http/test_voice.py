from scurrypy.sandbox.rules.permissions import CONNECT
from scurrypy.sandbox.world.voice_states import move_in_voice
from tests.e2e.sandbox_http.conftest import Api


async def test_voice_states_are_answered_for_those_who_are_in_voice(api: Api) -> None:
    path = f"/guilds/{api.guild.id}/voice-states"
    unknown = (404, {"message": "Unknown Voice State", "code": 10065})
    assert await api.call("GET", f"{path}/@me") == unknown
    world = api.sandbox.world
    lounge = next(channel for channel in world.channels.values() if channel.is_voice)
    move_in_voice(world, api.guild, api.application.bot_id, lounge, self_mute=True, self_deaf=False)
    status, state = await api.call("GET", f"{path}/@me")
    assert (status, state["channel_id"], state["self_mute"]) == (200, str(lounge.id), True)
    assert state["member"]["user"]["id"] == str(api.application.bot_id)
    assert (await api.call("GET", f"{path}/{api.application.bot_id}"))[1] == state


async def test_another_ones_voice_state_takes_the_permission_to_connect(api: Api) -> None:
    world = api.sandbox.world
    world.user("bob").join_voice("Lounge")
    path = f"/guilds/{api.guild.id}/voice-states/{world.user('bob').id}"
    assert (await api.call("GET", path))[0] == 200
    for role in api.guild.roles.values():
        role.permissions &= ~CONNECT
    assert await api.call("GET", path) == (403, {"message": "Missing Permissions", "code": 50013})


async def test_the_regions_of_voice(api: Api) -> None:
    status, regions = await api.call("GET", "/voice/regions")
    assert (status, [region["id"] for region in regions]) == (200, ["local"])
    assert (await api.call("GET", f"/guilds/{api.guild.id}/regions"))[1] == regions
