import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.records.channels import CATEGORY, FORUM
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.bans import ban_user
from scurrypy.sandbox.world.channels import create_channel, delete_channel, edit_channel, list_channels, move_channels
from scurrypy.sandbox.world.invites import create_invite, find_invite, get_invite, revoke_invite, use_invite
from scurrypy.sandbox.world.overwrites import delete_overwrite, set_overwrite
from scurrypy.sandbox.world.typing_indicator import start_typing
from tests.unit.sandbox.world.conftest import Scene, refusal


def make(scene: Scene, **body: object) -> dict:
    return create_channel(scene.world, scene.bot, scene.guild.id, body)


def test_a_text_channel_is_named_as_text_channels_are(scene: Scene) -> None:
    channel = make(scene, name="My New  Channel", topic="t")
    assert (channel["name"], channel["type"], channel["topic"]) == ("my-new-channel", 0, "t")
    assert scene.last("CHANNEL_CREATE").data == channel
    assert make(scene, name="Loud Room", type=2)["name"] == "Loud Room"


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({}, "name", "BASE_TYPE_REQUIRED"),
        ({"name": "x" * 101}, "name", "BASE_TYPE_BAD_LENGTH"),
        ({"name": "x", "type": 99}, "type", "BASE_TYPE_CHOICES"),
        ({"name": "x", "topic": "x" * 4097}, "topic", "BASE_TYPE_MAX_LENGTH"),
        ({"name": "x", "rate_limit_per_user": 21601}, "rate_limit_per_user", "NUMBER_TYPE_MAX"),
        ({"name": "x", "parent_id": "1"}, "parent_id", "CHANNEL_PARENT_INVALID"),
    ],
)
def test_a_channel_that_is_not_right_is_refused(scene: Scene, body: dict, path: str, code: str) -> None:
    with pytest.raises(ApiError) as caught:
        make(scene, **body)
    assert [problem["code"] for problem in caught.value.errors[path]["_errors"]] == [code]


def test_a_new_channel_takes_over_the_overwrites_of_its_category(scene: Scene) -> None:
    everyone = scene.guild.id
    category = make(scene, name="Secret", type=CATEGORY, permission_overwrites=[{"id": everyone, "deny": "1024"}])
    child = make(scene, name="inside", parent_id=category["id"])
    assert child["permission_overwrites"] == [{"id": str(everyone), "type": 0, "allow": "0", "deny": "1024"}]
    names = [channel["name"] for channel in list_channels(scene.world, scene.person("bob"), scene.guild.id)]
    assert names == ["general", "random", "Lounge"]


def test_an_edit_changes_what_it_names(scene: Scene) -> None:
    edited = edit_channel(scene.world, scene.bot, scene.general.id, {"topic": "new", "nsfw": None})
    assert (edited["topic"], edited["name"], edited["nsfw"]) == ("new", "general", False)
    assert scene.last("CHANNEL_UPDATE").data == edited
    assert edit_channel(scene.world, scene.bot, scene.general.id, {"topic": None})["topic"] is None
    entry = scene.guild.audit_log[0]
    assert (entry.action_type, entry.changes) == (11, [{"key": "topic", "new_value": "new"}])


def test_nobody_grants_what_they_lack(scene: Scene) -> None:
    needed = permissions.VIEW_CHANNEL | permissions.MANAGE_ROLES | permissions.SEND_MESSAGES
    scene.allow_bot(needed)
    carol = scene.user("carol").id
    granted = {"type": 1, "allow": str(permissions.SEND_MESSAGES)}
    set_overwrite(scene.world, scene.bot, scene.general.id, carol, granted)
    for bit in (permissions.BAN_MEMBERS, permissions.MANAGE_MESSAGES):
        with pytest.raises(ApiError) as caught:
            set_overwrite(scene.world, scene.bot, scene.general.id, carol, {"type": 1, "allow": str(bit)})
        assert refusal(caught) == (403, 50013)


def test_overwrites_are_set_and_deleted(scene: Scene) -> None:
    body = {"type": 0, "allow": "0", "deny": str(permissions.SEND_MESSAGES)}
    set_overwrite(scene.world, scene.bot, scene.general.id, scene.guild.id, body)
    assert not scene.world.permissions(scene.user("bob").id, scene.general) & permissions.SEND_MESSAGES
    delete_overwrite(scene.world, scene.bot, scene.general.id, scene.guild.id)
    assert scene.world.permissions(scene.user("bob").id, scene.general) & permissions.SEND_MESSAGES
    with pytest.raises(ApiError) as caught:
        delete_overwrite(scene.world, scene.bot, scene.general.id, scene.guild.id)
    assert refusal(caught) == (404, 10009)
    with pytest.raises(ApiError) as caught:
        set_overwrite(scene.world, scene.bot, scene.general.id, 5, {"type": 0})
    assert refusal(caught) == (404, 10011)


def test_a_deleted_channel_is_told_to_those_who_saw_it_and_gone(scene: Scene) -> None:
    category = make(scene, name="c", type=CATEGORY)
    child = make(scene, name="inside", parent_id=category["id"])
    delete_channel(scene.world, scene.bot, int(category["id"]))
    assert scene.last("CHANNEL_DELETE").data["id"] == category["id"]
    assert scene.world.channels[int(child["id"])].parent_id is None
    with pytest.raises(ApiError) as caught:
        delete_channel(scene.world, scene.bot, int(category["id"]))
    assert refusal(caught) == (404, 10003)


def test_channels_are_moved_together(scene: Scene) -> None:
    first, second, _ = scene.world.channels_of(scene.guild.id)
    moves = [{"id": str(first.id), "position": 1}, {"id": str(second.id), "position": 0}]
    move_channels(scene.world, scene.bot, scene.guild.id, moves)
    assert (first.position, second.position) == (1, 0)
    with pytest.raises(ApiError) as caught:
        move_channels(scene.world, scene.bot, scene.guild.id, ["x"])
    assert caught.value.errors["0"]["id"]["_errors"][0]["code"] == "BASE_TYPE_REQUIRED"


def test_the_tags_of_a_forum_get_ids_and_must_differ(scene: Scene) -> None:
    tags = [{"name": "a"}, {"name": "b", "emoji_name": "👍", "moderated": True}]
    channel = make(scene, name="help", type=FORUM, available_tags=tags)
    assert [tag["name"] for tag in channel["available_tags"]] == ["a", "b"]
    assert len({tag["id"] for tag in channel["available_tags"]}) == 2
    with pytest.raises(ApiError) as caught:
        make(scene, name="help", type=FORUM, available_tags=[{"name": "a"}, {"name": "a"}])
    assert caught.value.errors["available_tags"]["_errors"][0]["code"] == "TAG_NAMES_NOT_UNIQUE"


def test_typing_is_told(scene: Scene) -> None:
    start_typing(scene.world, scene.person("alice"), scene.general.id)
    data = scene.last("TYPING_START").data
    assert (data["timestamp"], data["member"]["user"]["username"]) == (int(scene.world.clock.now()), "alice")


def test_an_invite_leads_in_until_it_is_used_up(scene: Scene) -> None:
    invite = create_invite(scene.world, scene.bot, scene.general.id, {"max_uses": 1})
    assert invite["channel"]["name"] == "general"
    dave = scene.world.create_user("dave")
    member = use_invite(scene.world, scene.person("dave"), invite["code"])
    assert member.user_id == dave.id
    assert scene.last("MESSAGE_CREATE").data["type"] == 7
    assert scene.last("INVITE_DELETE").data["code"] == invite["code"]
    with pytest.raises(ApiError) as caught:
        use_invite(scene.world, scene.person("carol"), invite["code"])
    assert refusal(caught) == (404, 10006)


def test_an_invite_runs_out(scene: Scene) -> None:
    code = create_invite(scene.world, scene.bot, scene.general.id, {"max_age": 60})["code"]
    scene.world.clock.advance(59)
    assert get_invite(scene.world, code, with_counts=True)["approximate_member_count"] == 4
    scene.world.clock.advance(1)
    with pytest.raises(ApiError) as caught:
        find_invite(scene.world, code)
    assert refusal(caught) == (404, 10006)


def test_the_same_invite_is_given_again_unless_it_must_be_unique(scene: Scene) -> None:
    first = create_invite(scene.world, scene.bot, scene.general.id, {})
    assert create_invite(scene.world, scene.bot, scene.general.id, {})["code"] == first["code"]
    assert create_invite(scene.world, scene.bot, scene.general.id, {"unique": True})["code"] != first["code"]


def test_revoking_an_invite_needs_manage_channels(scene: Scene) -> None:
    code = create_invite(scene.world, scene.bot, scene.general.id, {})["code"]
    with pytest.raises(ApiError) as caught:
        revoke_invite(scene.world, scene.person("bob"), code)
    assert refusal(caught) == (403, 50013)
    assert revoke_invite(scene.world, scene.bot, code)["code"] == code


def test_the_banned_cannot_come_back(scene: Scene) -> None:
    code = create_invite(scene.world, scene.bot, scene.general.id, {})["code"]
    ban_user(scene.world, scene.bot, scene.guild.id, scene.user("bob").id, {})
    with pytest.raises(ApiError) as caught:
        use_invite(scene.world, scene.person("bob"), code)
    assert refusal(caught) == (403, 40007)
