import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.invites import create_invite
from scurrypy.sandbox.world.welcome import (
    edit_onboarding,
    edit_welcome_screen,
    get_new_member_welcome,
    get_onboarding,
    get_welcome_screen,
)
from tests.unit.sandbox.world.conftest import Scene, refusal


def question(scene: Scene, **option: object) -> dict:
    options = [{"title": "Chess", "channel_ids": [str(scene.general.id)], **option}]
    return {"id": "0", "title": "What do you play?", "options": options, "required": True}


def onboard(scene: Scene, **body: object) -> dict:
    return edit_onboarding(scene.world, scene.bot, scene.guild.id, body)


def test_a_welcome_screen_is_set_shown_and_stands_in_invites(scene: Scene) -> None:
    with pytest.raises(ApiError) as caught:
        get_welcome_screen(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (404, 10069)
    channel = {"channel_id": str(scene.general.id), "description": "talk", "emoji_name": "👋"}
    screen = edit_welcome_screen(
        scene.world, scene.bot, scene.guild.id, {"description": "hello", "welcome_channels": [channel]}
    )
    assert screen == {"description": "hello", "welcome_channels": [channel | {"emoji_id": None}]}
    assert "GUILD_UPDATE" not in scene.names()
    with pytest.raises(ApiError) as caught:
        get_welcome_screen(scene.world, scene.person("bob"), scene.guild.id)
    assert refusal(caught) == (403, 50013)
    assert "welcome_screen" not in create_invite(scene.world, scene.bot, scene.general.id, {})["guild"]
    assert edit_welcome_screen(scene.world, scene.bot, scene.guild.id, {"enabled": True}) == screen
    assert scene.last("GUILD_UPDATE").data["features"] == ["WELCOME_SCREEN_ENABLED"]
    assert get_welcome_screen(scene.world, scene.person("bob"), scene.guild.id) == screen
    assert create_invite(scene.world, scene.bot, scene.general.id, {})["guild"]["welcome_screen"] == screen


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"description": "x" * 141}, "description"),
        ({"welcome_channels": [{"channel_id": "1", "description": "d"}]}, "welcome_channels"),
        ({"welcome_channels": [{"channel_id": "1"}] * 6}, "welcome_channels"),
    ],
)
def test_a_welcome_screen_that_is_not_right_is_refused(scene: Scene, body: dict, path: str) -> None:
    with pytest.raises(ApiError) as caught:
        edit_welcome_screen(scene.world, scene.bot, scene.guild.id, body)
    assert set(caught.value.errors) == {path}


def test_the_guide_of_a_guild_is_for_everybody_once_it_is_on(scene: Scene) -> None:
    assert get_new_member_welcome(scene.world, scene.person("bob"), scene.guild.id) is None
    guide = {"enabled": False, "new_member_actions": [], "resource_channels": []}
    scene.guild.new_member_welcome = guide
    with pytest.raises(ApiError) as caught:
        get_new_member_welcome(scene.world, scene.person("bob"), scene.guild.id)
    assert refusal(caught) == (403, 50013)
    guide["enabled"] = True
    shown = get_new_member_welcome(scene.world, scene.person("bob"), scene.guild.id)
    assert shown == guide | {"guild_id": str(scene.guild.id)}


def test_an_onboarding_is_made_and_changed_and_keeps_the_ids_it_knows(scene: Scene) -> None:
    assert get_onboarding(scene.world, scene.person("bob"), scene.guild.id) == {
        "guild_id": str(scene.guild.id),
        "prompts": [],
        "default_channel_ids": [],
        "enabled": False,
        "mode": 0,
    }
    (prompt,) = onboard(scene, prompts=[question(scene)])["prompts"]
    assert prompt["id"] != "0"
    assert prompt["options"][0]["emoji"] == {"id": None, "name": None, "animated": False}
    assert [entry.action_type for entry in scene.guild.audit_log] == [163, 166]
    option_id = prompt["options"][0]["id"]
    changed = question(scene, id=option_id, title="Go") | {"id": prompt["id"]}
    (again,) = onboard(scene, prompts=[changed])["prompts"]
    assert (again["id"], again["options"][0]["id"], again["options"][0]["title"]) == (prompt["id"], option_id, "Go")
    assert onboard(scene, prompts=[])["prompts"] == []
    assert [entry.action_type for entry in scene.guild.audit_log[2:]] == [164, 167, 165, 167]


def test_enabling_takes_7_channels_of_which_everyone_writes_in_5(scene: Scene) -> None:
    channels = [scene.world.create_channel(scene.guild, f"c{number}") for number in range(7)]
    ids = [str(channel.id) for channel in channels]
    with pytest.raises(ApiError) as caught:
        onboard(scene, enabled=True, default_channel_ids=ids[:6])
    assert refusal(caught) == (400, 350000)
    with pytest.raises(ApiError) as caught:
        onboard(scene, enabled=True, default_channel_ids=ids[:6], prompts=[question(scene)])
    assert refusal(caught) == (400, 350000)
    assert onboard(scene, enabled=True, default_channel_ids=ids[:6], prompts=[question(scene)], mode=1)["enabled"]
    with pytest.raises(ApiError) as caught:
        onboard(scene, prompts=[])
    assert refusal(caught) == (400, 350001)
    scene.guild.roles[scene.guild.id].permissions &= ~permissions.SEND_MESSAGES
    with pytest.raises(ApiError) as caught:
        onboard(scene, mode=0, default_channel_ids=ids)
    assert refusal(caught) == (400, 350001)


@pytest.mark.parametrize(
    ("option", "body", "path"),
    [
        ({}, {"default_channel_ids": ["1"]}, "default_channel_ids"),
        ({"channel_ids": ["1"]}, {}, "prompts"),
        ({"role_ids": ["1"]}, {}, "prompts"),
        ({"title": ""}, {}, "prompts"),
        ({}, {"mode": 2}, "mode"),
    ],
)
def test_an_onboarding_that_is_not_right_is_refused(scene: Scene, option: dict, body: dict, path: str) -> None:
    with pytest.raises(ApiError) as caught:
        onboard(scene, prompts=[question(scene, **option)], **body)
    assert set(caught.value.errors) == {path}


def test_onboarding_takes_those_who_manage_the_guild_and_its_roles(scene: Scene) -> None:
    scene.allow_bot(permissions.MANAGE_GUILD)
    with pytest.raises(ApiError) as caught:
        onboard(scene, enabled=False)
    assert refusal(caught) == (403, 50013)
