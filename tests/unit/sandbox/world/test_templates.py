import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.records.channels import CATEGORY, STAGE
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.overwrites import set_overwrite
from scurrypy.sandbox.world.templates import (
    create_template,
    delete_template,
    edit_template,
    get_template,
    list_templates,
    sync_template,
)
from tests.unit.sandbox.world.conftest import Scene, refusal


def take(scene: Scene, **fields: object) -> dict:
    return create_template(scene.world, scene.bot, scene.guild.id, {"name": "like Local", **fields})


def test_a_template_is_taken_renamed_and_deleted(scene: Scene) -> None:
    made = take(scene, description="a start")
    assert (made["description"], made["creator"]["username"], made["is_dirty"]) == ("a start", "robot", None)
    where = (scene.world, scene.bot, scene.guild.id)
    edited = edit_template(*where, made["code"], {"name": "renamed"})
    assert edited == made | {"name": "renamed"}
    assert list_templates(*where) == [get_template(scene.world, made["code"])] == [edited]
    assert delete_template(*where, made["code"]) == edited
    with pytest.raises(ApiError) as caught:
        get_template(scene.world, made["code"])
    assert refusal(caught) == (404, 10057)


def test_a_template_numbers_what_it_holds_and_leaves_out_what_is_a_bots(scene: Scene) -> None:
    category = scene.world.create_channel(scene.guild, "Talk", CATEGORY)
    scene.world.create_channel(scene.guild, "deep", parent_id=category.id)
    scene.world.create_channel(scene.guild, "Stage", STAGE)
    scene.allow_bot(permissions.ADMINISTRATOR)
    body = {"type": 0, "allow": str(permissions.SPEAK), "deny": "0"}
    set_overwrite(scene.world, scene.bot, category.id, scene.guild.id, body)
    held = take(scene)["serialized_source_guild"]
    assert [(role["id"], role["name"]) for role in held["roles"]] == [(0, "@everyone"), (1, "Moderator")]
    names = [(channel["id"], channel["name"], channel["parent_id"]) for channel in held["channels"]]
    assert names == [(1, "Talk", None), (2, "general", None), (3, "random", None), (4, "Lounge", None), (5, "deep", 1)]
    allowed = {"id": 0, "type": 0, "allow": str(permissions.SPEAK), "deny": "0"}
    assert held["channels"][0]["permission_overwrites"] == [allowed]
    assert held["system_channel_id"] == 2


def test_a_template_is_dirty_until_it_is_taken_anew(scene: Scene) -> None:
    code = take(scene)["code"]
    scene.world.create_channel(scene.guild, "later")
    scene.world.clock.advance(60)
    before = get_template(scene.world, code)
    assert before["is_dirty"] is True
    assert before["updated_at"] == before["created_at"]
    after = sync_template(scene.world, scene.bot, scene.guild.id, code)
    assert (after["is_dirty"], after["updated_at"]) == (None, scene.world.clock.iso())
    assert after["serialized_source_guild"]["channels"][-1]["name"] == "later"


def test_a_guild_has_one_template_and_those_who_manage_it_take_it(scene: Scene) -> None:
    take(scene)
    with pytest.raises(ApiError) as caught:
        take(scene)
    assert refusal(caught) == (400, 30031)
    with pytest.raises(ApiError) as caught:
        sync_template(scene.world, scene.bot, scene.guild.id, "other")
    assert refusal(caught) == (404, 10057)
    with pytest.raises(ApiError) as caught:
        take(scene, name="")
    assert set(caught.value.errors) == {"name"}
    scene.allow_bot(permissions.VIEW_CHANNEL)
    with pytest.raises(ApiError) as caught:
        list_templates(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (403, 50013)
