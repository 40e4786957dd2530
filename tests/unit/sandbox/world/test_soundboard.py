import base64

import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.records import Emoji
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world.soundboard import (
    create_sound,
    delete_sound,
    edit_sound,
    get_sound,
    list_default_sounds,
    list_sounds,
)
from tests.unit.sandbox.rules.test_sounds import FRAME
from tests.unit.sandbox.world.conftest import Scene, refusal


def uri(data: bytes) -> str:
    return "data:audio/mpeg;base64," + base64.b64encode(data).decode()


def sound(scene: Scene, **fields: object) -> dict:
    body = {"name": "moo", "sound": uri(FRAME), **fields}
    return create_sound(scene.world, scene.bot, scene.guild.id, body)


def test_a_sound_is_made_changed_deleted_and_each_time_told(scene: Scene) -> None:
    made = sound(scene, volume=0.5, emoji_name="🐄")
    assert (made["volume"], made["emoji_name"], made["user"]["username"]) == (0.5, "🐄", "robot")
    sound_id = int(made["sound_id"])
    assert scene.world.files.get(f"soundboard-sounds/{sound_id}") == (FRAME, "audio/mpeg")
    told = scene.last("GUILD_SOUNDBOARD_SOUND_CREATE")
    assert (told.data, told.intents) == (made, Intent.GUILD_EXPRESSIONS)
    assert scene.world.guild_create_payload(scene.guild.id, scene.application)["soundboard_sounds"] == [made]
    scene.guild.emojis[9] = Emoji(9, "cow", 1, scene.guild.id)
    edited = edit_sound(scene.world, scene.bot, scene.guild.id, sound_id, {"emoji_id": "9"})
    assert (edited["emoji_id"], edited["emoji_name"]) == ("9", None)
    assert list_sounds(scene.world, scene.bot, scene.guild.id) == {"items": [edited]}
    delete_sound(scene.world, scene.bot, scene.guild.id, sound_id)
    gone = {"sound_id": made["sound_id"], "guild_id": str(scene.guild.id)}
    assert scene.last("GUILD_SOUNDBOARD_SOUND_DELETE").data == gone
    assert [entry.action_type for entry in scene.guild.audit_log[-3:]] == [130, 131, 132]
    assert scene.world.files.get(f"soundboard-sounds/{sound_id}") is None
    with pytest.raises(ApiError) as caught:
        get_sound(scene.world, scene.bot, scene.guild.id, sound_id)
    assert refusal(caught) == (404, 10097)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "m"}, 50035),
        ({"volume": 1.5}, 50035),
        ({"sound": "x"}, 50035),
        ({"sound": uri(bytes(512 * 1024 + 1))}, 50035),
        ({"sound": uri(b"text")}, 50123),
        ({"sound": uri(b"OggS")}, 50192),
        ({"sound": uri(FRAME * 200)}, 50124),
        ({"emoji_id": "9"}, 50151),
        ({"emoji_name": "cow"}, 50151),
    ],
)
def test_a_sound_that_is_not_right_is_refused(scene: Scene, fields: dict, code: int) -> None:
    with pytest.raises(ApiError) as caught:
        sound(scene, **fields)
    assert refusal(caught) == (400, code)


def test_a_guild_takes_8_sounds(scene: Scene) -> None:
    for _ in range(8):
        sound(scene)
    with pytest.raises(ApiError) as caught:
        sound(scene)
    assert refusal(caught) == (400, 30045)


def test_a_sound_is_changed_by_its_maker_or_by_those_who_manage_them(scene: Scene) -> None:
    made = create_sound(scene.world, scene.person("bob"), scene.guild.id, {"name": "moo", "sound": uri(FRAME)})
    with pytest.raises(ApiError) as caught:
        edit_sound(scene.world, scene.person("carol"), scene.guild.id, int(made["sound_id"]), {"name": "woof"})
    assert refusal(caught) == (403, 50013)
    edit_sound(scene.world, scene.person("bob"), scene.guild.id, int(made["sound_id"]), {"name": "woof"})
    scene.allow_bot(permissions.VIEW_CHANNEL)
    assert "user" not in get_sound(scene.world, scene.bot, scene.guild.id, int(made["sound_id"]))
    with pytest.raises(ApiError) as caught:
        sound(scene)
    assert refusal(caught) == (403, 50013)


def test_what_is_played_is_heard_by_the_bots_in_the_channel_alone(scene: Scene) -> None:
    bob = scene.world.user("bob")
    with pytest.raises(ApiError) as caught:
        bob.play_sound("Lounge", 1)
    assert refusal(caught) == (400, 40032)
    bob.join_voice("Lounge")
    bob.play_sound("Lounge", 1)
    assert "VOICE_CHANNEL_EFFECT_SEND" not in scene.names()
    scene.world.user("robot").join_voice("Lounge")
    made = sound(scene, volume=0.25)
    bob.play_sound("Lounge", int(made["sound_id"]))
    told = scene.last("VOICE_CHANNEL_EFFECT_SEND")
    assert (told.application_id, told.intents) == (scene.application.id, Intent.GUILD_VOICE_STATES)
    assert {**told.data, "channel_id": ""} == {
        "channel_id": "",
        "guild_id": str(scene.guild.id),
        "user_id": str(bob.id),
        "sound_id": made["sound_id"],
        "sound_volume": 0.25,
        "emoji": None,
    }
    bob.play_sound("Lounge", 1)
    assert scene.events[-1].data["sound_id"] == 1
    assert scene.events[-1].data["emoji"] == {"id": None, "name": "🦆", "animated": False}
    assert list_default_sounds(scene.world)[0]["name"] == "quack"


def test_playing_needs_a_voice_and_a_sound_one_may_use(scene: Scene) -> None:
    bob = scene.world.user("bob")
    bob.join_voice("Lounge", self_deaf=True)
    with pytest.raises(ApiError) as caught:
        bob.play_sound("Lounge", 1)
    assert refusal(caught) == (403, 50167)
    bob.join_voice("Lounge")
    with pytest.raises(ApiError) as caught:
        bob.play_sound("Lounge", 6)
    assert refusal(caught) == (404, 10097)
    elsewhere = scene.world.create_guild("Elsewhere", bob.user)
    made = create_sound(scene.world, bob.actor, elsewhere.id, {"name": "moo", "sound": uri(FRAME)})
    bob.play_sound("Lounge", int(made["sound_id"]), elsewhere)
    scene.guild.roles[scene.guild.id].permissions &= ~permissions.USE_EXTERNAL_SOUNDS
    with pytest.raises(ApiError) as caught:
        bob.play_sound("Lounge", int(made["sound_id"]), elsewhere)
    assert refusal(caught) == (403, 50013)
