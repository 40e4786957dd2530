import pytest

from scurrypy.sandbox import Actor, ApiError
from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.records import Channel, Role
from scurrypy.sandbox.records.channels import VOICE
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.audit import get_audit_log
from scurrypy.sandbox.world.bans import ban_user, bulk_ban, get_ban, list_bans, unban_user
from scurrypy.sandbox.world.guilds import edit_guild, get_guild
from scurrypy.sandbox.world.history import list_messages
from scurrypy.sandbox.world.members import (
    add_member_role,
    edit_member,
    edit_own_member,
    get_member,
    kick_member,
    leave_guild,
    list_members,
    remove_member_role,
    search_members,
)
from scurrypy.sandbox.world.messages import create_message
from scurrypy.sandbox.world.roles import create_role, delete_role, edit_role, list_roles, move_roles
from scurrypy.sandbox.world.voice_states import move_in_voice
from tests.unit.sandbox.world.conftest import Scene, refusal


def bot_role(scene: Scene) -> Role:
    return scene.guild.roles[scene.guild.members[scene.application.bot_id].role_ids[0]]


def high_role(scene: Scene) -> Role:
    """Return a role above the bot's."""
    role = scene.world.create_role(scene.guild, "High")
    role.position = 99
    return role


def enter_voice(scene: Scene, name: str) -> Channel:
    lounge = next(channel for channel in scene.world.channels.values() if channel.type == VOICE)
    user_id = scene.user(name).id
    assert move_in_voice(scene.world, scene.guild, user_id, lounge, self_mute=True, self_deaf=False)
    return lounge


def test_moderators_mute_move_and_disconnect_those_who_are_in_voice(scene: Scene) -> None:
    bob = scene.user("bob").id
    with pytest.raises(ApiError) as caught:
        edit_member(scene.world, scene.bot, scene.guild.id, bob, {"mute": True})
    assert refusal(caught) == (400, 40032)
    enter_voice(scene, "bob")
    edit_member(scene.world, scene.bot, scene.guild.id, bob, {"mute": True})
    told = scene.last("VOICE_STATE_UPDATE").data
    assert (told["mute"], told["self_mute"]) == (True, True)
    other = scene.world.create_channel(scene.guild, "Other", VOICE)
    edit_member(scene.world, scene.bot, scene.guild.id, bob, {"channel_id": str(other.id)})
    assert scene.guild.voice_states[bob]["channel_id"] == str(other.id)
    edit_member(scene.world, scene.bot, scene.guild.id, bob, {"channel_id": None})
    assert scene.last("VOICE_STATE_UPDATE").data["channel_id"] is None


def test_whoever_leaves_the_guild_leaves_its_voice_channels(scene: Scene) -> None:
    enter_voice(scene, "bob")
    kick_member(scene.world, scene.bot, scene.guild.id, scene.user("bob").id)
    assert scene.last("VOICE_STATE_UPDATE").data["channel_id"] is None
    assert scene.guild.voice_states == {}


def test_a_role_is_made_at_the_bottom_and_told(scene: Scene) -> None:
    role = create_role(scene.world, scene.bot, scene.guild.id, {"name": "New", "color": 0xFF0000, "hoist": True})
    assert (role["name"], role["position"], role["color"], role["colors"]["primary_color"]) == (
        "New",
        1,
        0xFF0000,
        0xFF0000,
    )
    assert scene.last("GUILD_ROLE_CREATE").data == {"guild_id": str(scene.guild.id), "role": role}
    positions = sorted(role["position"] for role in list_roles(scene.world, scene.bot, scene.guild.id))
    assert positions == [0, 1, 2, 3]


def test_a_role_without_a_name_is_called_new_role_and_may_what_everyone_may(scene: Scene) -> None:
    role = create_role(scene.world, scene.bot, scene.guild.id, {})
    assert (role["name"], int(role["permissions"])) == ("new role", scene.guild.roles[scene.guild.id].permissions)


def test_nobody_gives_a_role_what_they_lack(scene: Scene) -> None:
    with pytest.raises(ApiError) as caught:
        create_role(scene.world, scene.bot, scene.guild.id, {"permissions": str(permissions.ADMINISTRATOR)})
    assert refusal(caught) == (403, 50013)


def test_roles_above_oneself_are_out_of_reach(scene: Scene) -> None:
    role = high_role(scene)
    attempts = [
        lambda: edit_role(scene.world, scene.bot, scene.guild.id, role.id, {"name": "x"}),
        lambda: delete_role(scene.world, scene.bot, scene.guild.id, role.id),
        lambda: add_member_role(scene.world, scene.bot, scene.guild.id, scene.user("bob").id, role.id),
        lambda: edit_role(scene.world, scene.bot, scene.guild.id, bot_role(scene).id, {"name": "x"}),
        lambda: move_roles(scene.world, scene.bot, scene.guild.id, [{"id": role.id, "position": 1}]),
    ]
    for attempt in attempts:
        with pytest.raises(ApiError) as caught:
            attempt()
        assert refusal(caught) == (403, 50013)


def test_managed_roles_and_everyone_are_not_given(scene: Scene) -> None:
    for role_id in (bot_role(scene).id, scene.guild.id):
        with pytest.raises(ApiError) as caught:
            add_member_role(scene.world, scene.person("alice"), scene.guild.id, scene.user("bob").id, role_id)
        assert refusal(caught) == (400, 50028)


def test_moving_roles_keeps_the_ranks_without_gaps(scene: Scene) -> None:
    low = scene.world.create_role(scene.guild, "Low")
    high = next(role for role in scene.guild.roles.values() if role.name == "Moderator")
    bot_role(scene).position = 50
    move_roles(scene.world, scene.bot, scene.guild.id, [{"id": str(low.id), "position": high.position}])
    assert sorted(role.position for role in scene.guild.roles.values()) == [0, 1, 2, 3]
    assert scene.guild.roles[scene.guild.id].position == 0


def test_a_deleted_role_is_taken_from_everyone(scene: Scene) -> None:
    role = scene.world.create_role(scene.guild, "Gone")
    bob = scene.user("bob").id
    add_member_role(scene.world, scene.bot, scene.guild.id, bob, role.id)
    assert scene.last("GUILD_MEMBER_UPDATE").data["roles"] == [str(role.id)]
    delete_role(scene.world, scene.bot, scene.guild.id, role.id)
    assert scene.guild.members[bob].role_ids == []
    assert scene.last("GUILD_ROLE_DELETE").data["role_id"] == str(role.id)


def test_roles_come_and_go_once(scene: Scene) -> None:
    role = scene.world.create_role(scene.guild, "R")
    bob = scene.user("bob").id
    for _ in range(2):
        add_member_role(scene.world, scene.bot, scene.guild.id, bob, role.id)
    for _ in range(2):
        remove_member_role(scene.world, scene.bot, scene.guild.id, bob, role.id)
    assert scene.names().count("GUILD_MEMBER_UPDATE") == 2
    changes = [entry.changes for entry in scene.guild.audit_log if entry.action_type == 25]
    assert [change[0]["key"] for change in changes] == ["$add", "$remove"]


@pytest.mark.parametrize(
    ("body", "needed"),
    [
        ({"nick": "n"}, permissions.MANAGE_NICKNAMES),
        ({"roles": []}, permissions.MANAGE_ROLES),
        ({"mute": True}, permissions.MUTE_MEMBERS),
        ({"deaf": True}, permissions.DEAFEN_MEMBERS),
        ({"communication_disabled_until": None}, permissions.MODERATE_MEMBERS),
    ],
)
def test_each_change_of_a_member_needs_its_own_permission(scene: Scene, body: dict, needed: int) -> None:
    bob = scene.user("bob").id
    scene.allow_bot(permissions.ALL & ~needed & ~permissions.ADMINISTRATOR)
    with pytest.raises(ApiError) as caught:
        edit_member(scene.world, scene.bot, scene.guild.id, bob, body)
    assert refusal(caught) == (403, 50013)
    scene.allow_bot(needed)
    scene.guild.roles[scene.guild.id].permissions = permissions.VIEW_CHANNEL | permissions.CONNECT
    enter_voice(scene, "bob")
    edit_member(scene.world, scene.bot, scene.guild.id, bob, body)


def test_a_timeout_holds_until_it_ends(scene: Scene) -> None:
    bob, now = scene.user("bob"), scene.world.clock.now()
    body = {"communication_disabled_until": iso(now + 60)}
    edited = edit_member(scene.world, scene.bot, scene.guild.id, bob.id, body)
    assert edited["communication_disabled_until"] == iso(now + 60)
    with pytest.raises(ApiError) as caught:
        create_message(scene.world, scene.person("bob"), scene.general.id, {"content": "x"})
    assert refusal(caught) == (403, 50013)
    assert list_messages(scene.world, scene.person("bob"), scene.general.id) == []
    scene.world.clock.advance(60)
    create_message(scene.world, scene.person("bob"), scene.general.id, {"content": "x"})


def test_a_timeout_is_not_longer_than_28_days(scene: Scene) -> None:
    body = {"communication_disabled_until": iso(scene.world.clock.now() + 28 * 86400 + 1)}
    with pytest.raises(ApiError) as caught:
        edit_member(scene.world, scene.bot, scene.guild.id, scene.user("bob").id, body)
    assert refusal(caught) == (400, 50035)


def test_the_owner_and_those_above_are_out_of_reach(scene: Scene) -> None:
    scene.guild.members[scene.user("carol").id].role_ids.append(high_role(scene).id)
    for name in ("alice", "carol"):
        user_id = scene.user(name).id
        attempts = [
            lambda: kick_member(scene.world, scene.bot, scene.guild.id, user_id),  # noqa: B023 called in this turn
            lambda: ban_user(scene.world, scene.bot, scene.guild.id, user_id, {}),  # noqa: B023 called in this turn
            lambda: edit_member(scene.world, scene.bot, scene.guild.id, user_id, {"nick": "x"}),  # noqa: B023 likewise
        ]
        for attempt in attempts:
            with pytest.raises(ApiError) as caught:
                attempt()
            assert refusal(caught) == (403, 50013)


def test_members_are_found_by_the_start_of_a_name_or_nick(scene: Scene) -> None:
    edit_own_member(scene.world, scene.person("carol"), scene.guild.id, {"nick": "Bobby"})
    found = search_members(scene.world, scene.bot, scene.guild.id, "bO", limit=10)
    assert [member["user"]["username"] for member in found] == ["bob", "carol"]


def test_members_are_listed_in_pages_and_only_with_the_intent(scene: Scene) -> None:
    page = list_members(scene.world, scene.bot, scene.guild.id, limit=2)
    rest = list_members(scene.world, scene.bot, scene.guild.id, after=int(page[-1]["user"]["id"]), limit=10)
    names = [member["user"]["username"] for member in (*page, *rest)]
    assert names == ["alice", "bob", "carol", "robot"]
    scene.application.privileged_intents = 0
    with pytest.raises(ApiError) as caught:
        list_members(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (403, 50001)


def test_a_member_who_is_not_there_is_told_from_a_user_who_is_not_there(scene: Scene) -> None:
    dave = scene.world.create_user("dave")
    for user_id, code in ((dave.id, 10007), (1, 10013)):
        with pytest.raises(ApiError) as caught:
            get_member(scene.world, scene.bot, scene.guild.id, user_id)
        assert refusal(caught) == (404, code)


def test_a_ban_removes_the_member_their_messages_and_is_lifted(scene: Scene) -> None:
    bob = scene.user("bob").id
    create_message(scene.world, scene.person("bob"), scene.general.id, {"content": "old"})
    scene.world.clock.advance(3600)
    create_message(scene.world, scene.person("bob"), scene.general.id, {"content": "new"})
    reasoned = Actor(scene.bot.user_id, scene.bot.application_id, "spam")
    ban_user(scene.world, reasoned, scene.guild.id, bob, {"delete_message_seconds": 600})
    assert [m["content"] for m in list_messages(scene.world, scene.bot, scene.general.id)] == ["old"]
    assert bob not in scene.guild.members
    assert get_ban(scene.world, scene.bot, scene.guild.id, bob)["reason"] == "spam"
    assert [ban["user"]["username"] for ban in list_bans(scene.world, scene.bot, scene.guild.id)] == ["bob"]
    assert scene.names()[-4:] == [
        "GUILD_BAN_ADD",
        "GUILD_MEMBER_REMOVE",
        "MESSAGE_DELETE",
        "GUILD_AUDIT_LOG_ENTRY_CREATE",
    ]
    unban_user(scene.world, scene.bot, scene.guild.id, bob)
    assert scene.names()[-2:] == ["GUILD_BAN_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE"]
    with pytest.raises(ApiError) as caught:
        unban_user(scene.world, scene.bot, scene.guild.id, bob)
    assert refusal(caught) == (404, 10026)


def test_a_bulk_ban_tells_whom_it_reached(scene: Scene) -> None:
    bob, alice = scene.user("bob").id, scene.user("alice").id
    result = bulk_ban(scene.world, scene.bot, scene.guild.id, {"user_ids": [str(bob), str(alice), "5"]})
    assert result == {"banned_users": [str(bob)], "failed_users": [str(alice), "5"]}
    with pytest.raises(ApiError) as caught:
        bulk_ban(scene.world, scene.bot, scene.guild.id, {"user_ids": [str(alice)]})
    assert refusal(caught) == (400, 500000)


def test_a_bot_that_leaves_loses_the_guild_and_its_role(scene: Scene) -> None:
    role = bot_role(scene)
    leave_guild(scene.world, scene.bot, scene.guild.id)
    assert role.id not in scene.guild.roles
    assert scene.last("GUILD_DELETE").application_id == scene.application.id
    with pytest.raises(ApiError) as caught:
        get_guild(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (404, 10004)
    with pytest.raises(ApiError) as caught:
        list_roles(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (403, 50001)


def test_a_guild_is_edited_and_checked(scene: Scene) -> None:
    edited = edit_guild(scene.world, scene.bot, scene.guild.id, {"name": "Renamed", "afk_timeout": 60})
    assert (edited["name"], edited["afk_timeout"]) == ("Renamed", 60)
    assert scene.last("GUILD_UPDATE").data == edited
    with pytest.raises(ApiError) as caught:
        edit_guild(scene.world, scene.bot, scene.guild.id, {"name": "x", "system_channel_id": "1"})
    assert set(caught.value.errors) == {"name", "system_channel_id"}
    with pytest.raises(ApiError) as caught:
        edit_guild(scene.world, scene.person("bob"), scene.guild.id, {"name": "mine"})
    assert refusal(caught) == (403, 50013)


def test_the_audit_log_is_filtered_and_paged(scene: Scene) -> None:
    for number in range(3):
        create_role(scene.world, scene.bot, scene.guild.id, {"name": str(number)})
    kick_member(scene.world, scene.person("alice"), scene.guild.id, scene.user("bob").id)
    log = get_audit_log(scene.world, scene.bot, scene.guild.id, action_type=30, limit=2)
    names = [
        change["new_value"]
        for entry in log["audit_log_entries"]
        for change in entry["changes"]
        if change["key"] == "name"
    ]
    assert names == ["2", "1"]
    by_alice = get_audit_log(scene.world, scene.bot, scene.guild.id, user_id=scene.user("alice").id)
    assert [entry["action_type"] for entry in by_alice["audit_log_entries"]] == [20]
    assert {user["username"] for user in by_alice["users"]} == {"alice", "bob"}
    with pytest.raises(ApiError) as caught:
        get_audit_log(scene.world, scene.person("carol"), scene.guild.id)
    assert refusal(caught) == (403, 50013)


def test_only_bots_that_may_read_the_audit_log_hear_of_it(scene: Scene) -> None:
    scene.allow_bot(permissions.MANAGE_ROLES)
    create_role(scene.world, scene.bot, scene.guild.id, {"permissions": "0"})
    assert "GUILD_AUDIT_LOG_ENTRY_CREATE" not in scene.names()
