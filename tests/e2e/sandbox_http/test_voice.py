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


async def test_the_regions_of_voice(api: Api) -> None:
    status, regions = await api.call("GET", "/voice/regions")
    assert (status, [region["id"] for region in regions]) == (200, ["local"])
    assert (await api.call("GET", f"/guilds/{api.guild.id}/regions"))[1] == regions
