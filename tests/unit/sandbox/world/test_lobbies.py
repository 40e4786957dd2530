import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.world.lobbies import (
    create_lobby,
    delete_lobby,
    edit_lobby,
    get_lobby,
    invite_to_channel,
    judge_message,
    put_member,
    put_members,
    remove_member,
)
from scurrypy.sandbox.world.lobby_players import join_lobby, link_channel, list_messages, send_message
from tests.unit.sandbox.world.conftest import Scene, refusal


def opened(scene: Scene, **body: object) -> dict:
    return create_lobby(scene.world, scene.application, body)


def person(scene: Scene, name: str) -> int:
    return scene.user(name).id


def test_a_lobby_is_opened_changed_and_closed(scene: Scene) -> None:
    bob = {"id": str(person(scene, "bob")), "metadata": {"team": "red"}, "flags": 1}
    lobby = opened(scene, metadata={"map": "1"}, members=[bob])
    assert (lobby["metadata"], lobby["members"]) == ({"map": "1"}, [bob])
    lobby_id = int(lobby["id"])
    carol = {"id": str(person(scene, "carol"))}
    edited = edit_lobby(scene.world, scene.application, lobby_id, {"metadata": None, "members": [carol]})
    assert (edited["metadata"], edited["members"]) == (None, [carol | {"metadata": None, "flags": 0}])
    assert get_lobby(scene.world, scene.application, lobby_id) == edited
    for _ in range(2):
        delete_lobby(scene.world, scene.application, lobby_id)
    with pytest.raises(ApiError) as caught:
        get_lobby(scene.world, scene.application, lobby_id)
    assert refusal(caught) == (404, 10031)


def test_a_lobby_is_its_games_alone(scene: Scene) -> None:
    lobby_id = int(opened(scene)["id"])
    with pytest.raises(ApiError) as caught:
        delete_lobby(scene.world, scene.world.create_application("other"), lobby_id)
    assert refusal(caught) == (404, 10031)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"metadata": {str(number): "x" for number in range(26)}}, "metadata"),
        ({"metadata": {"a": "x" * 1000}}, "metadata"),
        ({"metadata": []}, "metadata"),
        ({"idle_timeout_seconds": 4}, "idle_timeout_seconds"),
        ({"members": [{}]}, "members"),
        ({"override_event_webhooks_url": "x"}, "override_event_webhooks_url"),
    ],
)
def test_a_lobby_that_is_not_right_is_refused(scene: Scene, body: dict, path: str) -> None:
    with pytest.raises(ApiError) as caught:
        opened(scene, **body)
    assert set(caught.value.errors) == {path}


def test_members_are_put_in_changed_and_removed(scene: Scene) -> None:
    lobby_id = int(opened(scene)["id"])
    where = (scene.world, scene.application, lobby_id)
    bob, carol = person(scene, "bob"), person(scene, "carol")
    put_member(*where, bob, {"additional_name": "Robin", "metadata": {"a": "b"}})
    changed = put_member(*where, bob, {"flags": 1})
    assert changed == {"id": str(bob), "metadata": {"a": "b"}, "flags": 1, "additional_name": "Robin"}
    assert "additional_name" not in put_member(*where, bob, {"additional_name": None})
    put = put_members(*where, [{"id": str(bob), "remove_member": True}, {"id": str(carol), "flags": 1}])
    assert [member["id"] for member in put] == [str(carol)]
    remove_member(*where, bob)
    assert [member["id"] for member in get_lobby(*where)["members"]] == [str(carol)]
    with pytest.raises(ApiError) as caught:
        put_members(*where, [{"id": "1"}])
    assert refusal(caught) == (404, 10013)


def test_players_join_by_a_secret_talk_and_are_moderated(scene: Scene) -> None:
    bob, carol = person(scene, "bob"), person(scene, "carol")
    body = {"secret": "s", "lobby_metadata": {"map": "1"}, "member_metadata": {"team": "red"}}
    lobby = join_lobby(scene.world, scene.application, bob, body)
    again = join_lobby(scene.world, scene.application, carol, {"secret": "s"})
    assert (again["id"], again["metadata"], len(again["members"])) == (lobby["id"], {"map": "1"}, 2)
    lobby_id = int(lobby["id"])
    put_member(scene.world, scene.application, lobby_id, bob, {"additional_name": "Robin"})
    said = send_message(scene.world, scene.application, lobby_id, bob, {"content": "hi", "metadata": {"x": "y"}})
    assert (said["lobby_member"], said["metadata"]) == ({"additional_name": "Robin"}, {"x": "y"})
    assert said["channel_id"] == said["lobby_id"] == lobby["id"]
    judge_message(scene.world, scene.application, lobby_id, int(said["id"]), {"verdict": "fine"})
    send_message(scene.world, scene.application, lobby_id, carol, {"content": "ho"})
    heard = list_messages(scene.world, scene.application, lobby_id, carol)
    assert [message["content"] for message in heard] == ["ho", "hi"]
    assert heard[1]["moderation_metadata"] == {"verdict": "fine"}
    with pytest.raises(ApiError) as caught:
        send_message(scene.world, scene.application, lobby_id, person(scene, "alice"), {"content": "let me in"})
    assert refusal(caught) == (403, 50001)
    with pytest.raises(ApiError) as caught:
        judge_message(scene.world, scene.application, lobby_id, 1, {})
    assert refusal(caught) == (404, 10008)


def test_a_lobby_is_linked_to_a_channel_that_hears_it_and_is_invited_to(scene: Scene) -> None:
    alice = person(scene, "alice")
    lobby_id = int(join_lobby(scene.world, scene.application, alice, {"secret": "s"})["id"])
    link = {"channel_id": str(scene.general.id)}
    where = (scene.world, scene.application, lobby_id, alice)
    with pytest.raises(ApiError) as caught:
        link_channel(*where, link)
    assert refusal(caught) == (403, 50013)
    with pytest.raises(ApiError) as caught:
        invite_to_channel(*where)
    assert refusal(caught) == (404, 10003)
    put_member(*where, {"flags": 1})
    assert link_channel(*where, link)["linked_channel"]["id"] == str(scene.general.id)
    send_message(*where, {"content": "hello out there"})
    assert scene.last("MESSAGE_CREATE").data["content"] == "hello out there"
    code = invite_to_channel(*where)["code"]
    assert (scene.world.invites[code].max_uses, scene.world.invites[code].max_age) == (1, 3600)
    other = int(join_lobby(scene.world, scene.application, alice, {"secret": "t"})["id"])
    put_member(scene.world, scene.application, other, alice, {"flags": 1})
    with pytest.raises(ApiError) as caught:
        link_channel(scene.world, scene.application, other, alice, link)
    assert refusal(caught) == (400, 50024)
    assert "linked_channel" not in link_channel(*where, {})


def test_what_the_linked_channel_refuses_is_still_said_in_the_lobby(scene: Scene) -> None:
    bob = person(scene, "bob")
    lobby_id = int(join_lobby(scene.world, scene.application, bob, {"secret": "s"})["id"])
    scene.world.lobbies[lobby_id].linked_channel_id = scene.general.id
    scene.guild.roles[scene.guild.id].permissions = 0
    send_message(scene.world, scene.application, lobby_id, bob, {"content": "hello"})
    assert "MESSAGE_CREATE" not in scene.names()
    assert len(list_messages(scene.world, scene.application, lobby_id, bob)) == 1
