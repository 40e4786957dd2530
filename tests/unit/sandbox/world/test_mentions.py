import pytest

from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.messages import create_message
from tests.unit.sandbox.world.conftest import Scene


def mentions(scene: Scene, content: str, allowed: object = None) -> tuple[list[str], list[str], bool]:
    body = {"content": content, "allowed_mentions": allowed}
    message = create_message(scene.world, scene.bot, scene.general.id, body)
    names = [user["username"] for user in message["mentions"]]
    return names, message["mention_roles"], message["mention_everyone"]


@pytest.fixture
def text(scene: Scene) -> str:
    role = scene.world.create_role(scene.guild, "Ping")
    scene.role_id = role.id
    alice, bob = scene.user("alice").id, scene.user("bob").id
    return f"<@{alice}> <@!{bob}> <@{alice}> <@&{role.id}> @everyone <@123456789012345678>"


def test_by_default_everything_pings(scene: Scene, text: str) -> None:
    assert mentions(scene, text) == (["alice", "bob"], [str(scene.role_id)], True)


def test_allowed_mentions_narrow_it_down(scene: Scene, text: str) -> None:
    bob = str(scene.user("bob").id)
    assert mentions(scene, text, {"parse": []}) == ([], [], False)
    assert mentions(scene, text, {"parse": ["users"]}) == (["alice", "bob"], [], False)
    assert mentions(scene, text, {"users": [bob]}) == (["bob"], [], False)
    assert mentions(scene, text, {"parse": ["everyone"], "roles": [str(scene.role_id)]}) == (
        [],
        [str(scene.role_id)],
        True,
    )


def test_without_mention_everyone_only_mentionable_roles_ping(scene: Scene, text: str) -> None:
    scene.allow_bot(permissions.VIEW_CHANNEL | permissions.SEND_MESSAGES)
    assert mentions(scene, text) == (["alice", "bob"], [], False)
    scene.guild.roles[scene.role_id].mentionable = True
    assert mentions(scene, text) == (["alice", "bob"], [str(scene.role_id)], False)


def test_text_displays_mention_too(scene: Scene) -> None:
    alice = scene.user("alice")
    body = {"flags": 1 << 15, "components": [{"type": 10, "content": f"<@{alice.id}>"}]}
    message = create_message(scene.world, scene.bot, scene.general.id, body)
    assert [user["username"] for user in message["mentions"]] == ["alice"]


def test_here_pings_and_words_that_only_start_like_it_do_not(scene: Scene) -> None:
    assert mentions(scene, "hi @here!")[2]
    assert not mentions(scene, "hi @hereafter @everyones")[2]
