import base64

import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.payloads.pictures import draw_avatar
from scurrypy.sandbox.records import UploadedFile
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.applications import edit_application
from scurrypy.sandbox.world.emojis import (
    create_application_emoji,
    create_emoji,
    delete_application_emoji,
    delete_emoji,
    edit_emoji,
    list_application_emojis,
    list_emojis,
)
from scurrypy.sandbox.world.stickers import create_sticker, delete_sticker, edit_sticker, find_sticker
from scurrypy.sandbox.world.users import edit_own_user
from tests.unit.sandbox.world.conftest import Scene, refusal

PNG = draw_avatar("x", 2)
URI = "data:image/png;base64," + base64.b64encode(PNG).decode()


def test_an_emoji_is_made_renamed_deleted_and_each_time_told(scene: Scene) -> None:
    emoji = create_emoji(scene.world, scene.bot, scene.guild.id, {"name": "blob", "image": URI})
    assert emoji["user"]["username"] == "robot"
    assert scene.world.files.get(f"emojis/{emoji['id']}.png") == (PNG, "image/png")
    emoji_id = int(emoji["id"])
    assert edit_emoji(scene.world, scene.bot, scene.guild.id, emoji_id, {"name": "blob2"})["name"] == "blob2"
    assert "user" in list_emojis(scene.world, scene.bot, scene.guild.id)[0]
    delete_emoji(scene.world, scene.bot, scene.guild.id, emoji_id)
    assert scene.names().count("GUILD_EMOJIS_UPDATE") == 3
    assert scene.last("GUILD_EMOJIS_UPDATE").data["emojis"] == []
    with pytest.raises(ApiError) as caught:
        delete_emoji(scene.world, scene.bot, scene.guild.id, emoji_id)
    assert refusal(caught) == (404, 10014)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"image": URI}, "name"),
        ({"name": "a", "image": URI}, "name"),
        ({"name": "with space", "image": URI}, "name"),
        ({"name": "blob"}, "image"),
        ({"name": "blob", "image": "x"}, "image"),
        ({"name": "blob", "image": "data:image/png;base64,AAAA"}, "image"),
    ],
)
def test_an_emoji_that_is_not_right_is_refused(scene: Scene, body: dict, path: str) -> None:
    with pytest.raises(ApiError) as caught:
        create_emoji(scene.world, scene.bot, scene.guild.id, body)
    assert set(caught.value.errors) == {path}


def test_a_guild_takes_50_emojis(scene: Scene) -> None:
    for number in range(50):
        create_emoji(scene.world, scene.bot, scene.guild.id, {"name": f"e{number}", "image": URI})
    with pytest.raises(ApiError) as caught:
        create_emoji(scene.world, scene.bot, scene.guild.id, {"name": "one_more", "image": URI})
    assert refusal(caught) == (400, 30008)


def test_an_emoji_is_changed_by_its_maker_or_by_those_who_manage_them(scene: Scene) -> None:
    emoji = create_emoji(scene.world, scene.person("bob"), scene.guild.id, {"name": "bobs", "image": URI})
    edit_emoji(scene.world, scene.person("bob"), scene.guild.id, int(emoji["id"]), {"name": "mine"})
    with pytest.raises(ApiError) as caught:
        edit_emoji(scene.world, scene.person("carol"), scene.guild.id, int(emoji["id"]), {"name": "hers"})
    assert refusal(caught) == (403, 50013)


def test_an_application_has_emojis_of_its_own_with_names_of_their_own(scene: Scene) -> None:
    body = {"name": "own", "image": URI}
    emoji = create_application_emoji(scene.world, scene.bot, scene.application, body)
    assert list_application_emojis(scene.world, scene.application)["items"] == [emoji]
    with pytest.raises(ApiError) as caught:
        create_application_emoji(scene.world, scene.bot, scene.application, body)
    assert caught.value.errors["name"]["_errors"][0]["code"] == "APPLICATION_EMOJI_NAME_ALREADY_TAKEN"
    delete_application_emoji(scene.application, int(emoji["id"]))
    assert list_application_emojis(scene.world, scene.application) == {"items": []}


def test_a_sticker_is_made_changed_and_deleted(scene: Scene) -> None:
    files = [UploadedFile("file", "s.png", "image/png", PNG)]
    form = {"name": "wave", "description": "", "tags": "wave"}
    sticker = create_sticker(scene.world, scene.bot, scene.guild.id, form, files)
    assert (sticker["format_type"], sticker["type"]) == (1, 2)
    sticker_id = int(sticker["id"])
    assert find_sticker(scene.world, sticker_id)["name"] == "wave"
    edited = edit_sticker(scene.world, scene.bot, scene.guild.id, sticker_id, {"name": "hello"})
    assert (edited["name"], edited["tags"]) == ("hello", "wave")
    delete_sticker(scene.world, scene.bot, scene.guild.id, sticker_id)
    assert scene.names().count("GUILD_STICKERS_UPDATE") == 3
    with pytest.raises(ApiError) as caught:
        find_sticker(scene.world, sticker_id)
    assert refusal(caught) == (404, 10060)


def test_a_sticker_needs_a_file_that_is_one_and_a_permission(scene: Scene) -> None:
    form = {"name": "wave", "tags": "wave"}
    with pytest.raises(ApiError) as caught:
        create_sticker(scene.world, scene.bot, scene.guild.id, form, [])
    assert set(caught.value.errors) == {"file"}
    with pytest.raises(ApiError) as caught:
        create_sticker(scene.world, scene.bot, scene.guild.id, form, [UploadedFile("file", "x", None, b"text")])
    assert refusal(caught) == (400, 50046)
    scene.allow_bot(permissions.VIEW_CHANNEL)
    with pytest.raises(ApiError) as caught:
        create_sticker(scene.world, scene.bot, scene.guild.id, form, [UploadedFile("file", "x", None, PNG)])
    assert refusal(caught) == (403, 50013)


def test_a_bot_changes_its_avatar(scene: Scene) -> None:
    user = edit_own_user(scene.world, scene.bot, {"avatar": URI, "username": "renamed"})
    assert scene.world.files.get(f"avatars/{user['id']}/{user['avatar']}.png") == (PNG, "image/png")
    assert scene.last("USER_UPDATE").data == user
    assert edit_own_user(scene.world, scene.bot, {"avatar": None})["avatar"] is None


def test_an_application_says_which_privileged_intents_it_may_use(scene: Scene) -> None:
    payload = edit_application(scene.world, scene.application, {"flags": 1 << 19, "description": "d"})
    assert (payload["flags"], payload["description"]) == (1 << 19, "d")
    assert scene.application.privileged_intents == 1 << 15
    with pytest.raises(ApiError) as caught:
        edit_application(scene.world, scene.application, {"flags": 1 << 23})
    assert refusal(caught) == (400, 50035)
