import pytest

from scurrypy.sandbox import Actor, ApiError
from scurrypy.sandbox.records import Channel
from scurrypy.sandbox.records.channels import FORUM
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world.channels import delete_channel, edit_channel, get_channel
from scurrypy.sandbox.world.history import get_message
from scurrypy.sandbox.world.messages import create_message
from scurrypy.sandbox.world.thread_lists import (
    active_threads,
    add_thread_member,
    archived_threads,
    join_thread,
    leave_thread,
    list_thread_members,
    remove_thread_member,
)
from scurrypy.sandbox.world.threads import create_thread, create_thread_from_message
from tests.unit.sandbox.world.conftest import Scene, refusal


def thread(scene: Scene, *, private: bool = False, by: Actor | None = None) -> Channel:
    body = {"name": "talk", "type": 12 if private else 11}
    made = create_thread(scene.world, by or scene.bot, scene.general.id, body)
    return scene.world.channels[int(made["id"])]


def forum(scene: Scene, **fields: object) -> Channel:
    return scene.world.create_channel(scene.guild, "help", FORUM, **fields)


def test_a_thread_from_a_message_takes_its_id_and_shows_on_it(scene: Scene) -> None:
    message = create_message(scene.world, scene.person("alice"), scene.general.id, {"content": "start"})
    message_id = int(message["id"])
    made = create_thread_from_message(scene.world, scene.bot, scene.general.id, message_id, {"name": "talk"})
    assert (made["id"], made["type"], made["owner_id"]) == (message["id"], 11, str(scene.application.bot_id))
    assert made["member"]["user_id"] == str(scene.application.bot_id)
    shown = get_message(scene.world, scene.bot, scene.general.id, message_id)
    assert shown["thread"]["name"] == "talk"
    assert shown["flags"] == 1 << 5
    starter = scene.last("MESSAGE_CREATE").data
    assert (starter["type"], starter["referenced_message"]["content"]) == (21, "start")
    with pytest.raises(ApiError) as caught:
        create_thread_from_message(scene.world, scene.bot, scene.general.id, message_id, {"name": "again"})
    assert refusal(caught) == (400, 160004)


def test_a_public_thread_is_announced_in_its_channel(scene: Scene) -> None:
    made = thread(scene)
    assert scene.last("MESSAGE_CREATE").data["type"] == 18
    event = scene.last("THREAD_CREATE")
    assert event.data["newly_created"]
    assert event.application_id == scene.application.id
    assert [t["id"] for t in active_threads(scene.world, scene.bot, scene.guild.id)["threads"]] == [str(made.id)]


def test_a_private_thread_is_seen_by_its_members_and_moderators_alone(scene: Scene) -> None:
    made = thread(scene, private=True)
    with pytest.raises(ApiError) as caught:
        get_channel(scene.world, scene.person("bob"), made.id)
    assert refusal(caught) == (403, 50001)
    add_thread_member(scene.world, scene.bot, made.id, scene.user("bob").id)
    assert get_channel(scene.world, scene.person("bob"), made.id)["member"]
    assert get_channel(scene.world, scene.person("alice"), made.id)["thread_metadata"]["invitable"]
    remove_thread_member(scene.world, scene.bot, made.id, scene.user("bob").id)
    with pytest.raises(ApiError):
        get_channel(scene.world, scene.person("bob"), made.id)


def test_writing_counts_joins_and_wakes_a_thread(scene: Scene) -> None:
    made = thread(scene)
    edit_channel(scene.world, scene.bot, made.id, {"archived": True})
    create_message(scene.world, scene.person("bob"), made.id, {"content": f"<@{scene.user('carol').id}>"})
    assert not made.archived
    assert (made.message_count, made.total_message_sent) == (1, 1)
    assert {scene.user("bob").id, scene.user("carol").id} < made.thread_members.keys()
    assert "THREAD_MEMBERS_UPDATE" in scene.names()


def test_a_locked_thread_stays_shut_for_those_who_do_not_moderate(scene: Scene) -> None:
    made = thread(scene)
    edit_channel(scene.world, scene.bot, made.id, {"archived": True, "locked": True})
    with pytest.raises(ApiError) as caught:
        create_message(scene.world, scene.person("bob"), made.id, {"content": "x"})
    assert refusal(caught) == (400, 160005)
    with pytest.raises(ApiError) as caught:
        edit_channel(scene.world, scene.person("bob"), made.id, {"archived": False})
    assert refusal(caught) == (403, 50013)
    create_message(scene.world, scene.bot, made.id, {"content": "x"})


def test_its_owner_renames_a_thread_and_nobody_else_without_manage_threads(scene: Scene) -> None:
    made = thread(scene, by=scene.person("bob"))
    assert edit_channel(scene.world, scene.person("bob"), made.id, {"name": "new"})["name"] == "new"
    with pytest.raises(ApiError) as caught:
        edit_channel(scene.world, scene.person("carol"), made.id, {"name": "mine"})
    assert refusal(caught) == (403, 50013)
    with pytest.raises(ApiError) as caught:
        edit_channel(scene.world, scene.person("bob"), made.id, {"locked": True})
    assert refusal(caught) == (403, 50013)


def test_an_archived_thread_takes_no_members_and_is_listed_by_when_it_was_archived(scene: Scene) -> None:
    first, second = thread(scene), thread(scene)
    for made in (first, second):
        scene.world.clock.advance(1)
        edit_channel(scene.world, scene.bot, made.id, {"archived": True})
    with pytest.raises(ApiError) as caught:
        join_thread(scene.world, scene.person("bob"), first.id)
    assert refusal(caught) == (400, 50083)
    page = archived_threads(scene.world, scene.bot, scene.general.id, private=False, limit=1)
    assert ([t["id"] for t in page["threads"]], page["has_more"]) == ([str(second.id)], True)
    rest = archived_threads(scene.world, scene.bot, scene.general.id, private=False, before=second.archived_at, limit=1)
    assert ([t["id"] for t in rest["threads"]], rest["has_more"]) == ([str(first.id)], False)
    assert active_threads(scene.world, scene.bot, scene.guild.id)["threads"] == []


def test_joining_and_leaving_are_told(scene: Scene) -> None:
    made = thread(scene)
    join_thread(scene.world, scene.person("bob"), made.id)
    added = scene.last("THREAD_MEMBERS_UPDATE").data["added_members"]
    assert [member["member"]["user"]["username"] for member in added] == ["bob"]
    listed = list_thread_members(scene.world, scene.bot, made.id, with_member=True)
    assert len(listed) == 2
    leave_thread(scene.world, scene.person("bob"), made.id)
    assert scene.last("THREAD_MEMBERS_UPDATE").data["removed_member_ids"] == [str(scene.user("bob").id)]


def test_thread_members_are_told_to_bots_without_guild_members_too_which_the_gateway_narrows_to_themselves(
    scene: Scene,
) -> None:
    made = thread(scene, private=True)
    leave_thread(scene.world, scene.bot, made.id)
    event = scene.last("THREAD_MEMBERS_UPDATE")
    assert (event.intents, event.channel_id) == (Intent.GUILDS | Intent.GUILD_MEMBERS, made.id)
    assert event.data["member_count"] == 0


def test_a_forum_post_has_a_first_message_with_its_own_id(scene: Scene) -> None:
    tags = [{"id": "7", "name": "bug", "moderated": False, "emoji_id": None, "emoji_name": None}]
    channel = forum(scene, available_tags=tags)
    body = {"name": "help me", "message": {"content": "how?"}, "applied_tags": ["7"]}
    post = create_thread(scene.world, scene.person("bob"), channel.id, body)
    assert post["message"]["id"] == post["id"]
    assert post["applied_tags"] == ["7"]
    assert "thread" not in post["message"]
    with pytest.raises(ApiError) as caught:
        create_message(scene.world, scene.bot, channel.id, {"content": "x"})
    assert refusal(caught) == (400, 50008)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"name": "x", "message": {"content": ""}}, 50006),
        ({"name": "x"}, 50035),
        ({"name": "x", "message": {"content": "x"}, "applied_tags": ["9"]}, 10087),
        ({"name": "x", "message": {"content": "x"}}, 40067),
        ({"message": {"content": "x"}}, 50035),
    ],
)
def test_a_forum_post_that_is_not_right_is_refused(scene: Scene, body: dict, code: int) -> None:
    channel = forum(scene, flags=1 << 4)
    with pytest.raises(ApiError) as caught:
        create_thread(scene.world, scene.bot, channel.id, body)
    assert caught.value.code == code
    assert scene.world.threads_of(scene.guild.id) == []


def test_deleting_a_thread_needs_manage_threads_and_tells(scene: Scene) -> None:
    made = thread(scene)
    with pytest.raises(ApiError) as caught:
        delete_channel(scene.world, scene.person("bob"), made.id)
    assert refusal(caught) == (403, 50013)
    delete_channel(scene.world, scene.bot, made.id)
    assert scene.last("THREAD_DELETE").data == {
        "id": str(made.id),
        "guild_id": str(scene.guild.id),
        "parent_id": str(scene.general.id),
        "type": 11,
    }


def test_threads_are_made_by_those_who_may(scene: Scene) -> None:
    scene.allow_bot(permissions.VIEW_CHANNEL | permissions.SEND_MESSAGES)
    for private in (False, True):
        with pytest.raises(ApiError) as caught:
            thread(scene, private=private)
        assert refusal(caught) == (403, 50013)
