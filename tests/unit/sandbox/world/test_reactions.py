import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.records import Emoji
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.history import get_message
from scurrypy.sandbox.world.messages import create_message
from scurrypy.sandbox.world.reactions import (
    add_reaction,
    clear_emoji,
    clear_reactions,
    list_reactions,
    remove_reaction,
)
from tests.unit.sandbox.world.conftest import Scene, refusal


@pytest.fixture
def target(scene: Scene) -> tuple[int, int]:
    message = create_message(scene.world, scene.bot, scene.general.id, {"content": "react"})
    return scene.general.id, int(message["id"])


def test_reactions_count_and_know_me(scene: Scene, target: tuple[int, int]) -> None:
    for name in ("alice", "bob"):
        add_reaction(scene.world, scene.person(name), *target, "👍")
    add_reaction(scene.world, scene.person("bob"), *target, "👍")
    (reaction,) = get_message(scene.world, scene.person("alice"), *target)["reactions"]
    assert (reaction["count"], reaction["me"], reaction["emoji"]) == (2, True, {"id": None, "name": "👍"})
    assert not get_message(scene.world, scene.bot, *target)["reactions"][0]["me"]
    assert scene.names().count("MESSAGE_REACTION_ADD") == 2
    event = scene.last("MESSAGE_REACTION_ADD").data
    assert event["member"]["user"]["username"] == "bob"
    assert event["message_author_id"] == str(scene.application.bot_id)


def test_reactions_are_taken_back_and_the_last_one_takes_the_emoji_along(scene: Scene, target: tuple[int, int]) -> None:
    add_reaction(scene.world, scene.person("alice"), *target, "👍")
    remove_reaction(scene.world, scene.person("alice"), *target, "👍")
    assert "reactions" not in get_message(scene.world, scene.bot, *target)
    assert scene.last("MESSAGE_REACTION_REMOVE").data["user_id"] == str(scene.user("alice").id)


def test_other_peoples_reactions_need_manage_messages(scene: Scene, target: tuple[int, int]) -> None:
    alice = scene.user("alice").id
    add_reaction(scene.world, scene.person("alice"), *target, "👍")
    with pytest.raises(ApiError) as caught:
        remove_reaction(scene.world, scene.person("bob"), *target, "👍", user_id=alice)
    assert refusal(caught) == (403, 50013)
    remove_reaction(scene.world, scene.bot, *target, "👍", user_id=alice)


def test_only_the_first_reaction_with_an_emoji_needs_add_reactions(scene: Scene, target: tuple[int, int]) -> None:
    scene.allow_bot(permissions.VIEW_CHANNEL | permissions.READ_MESSAGE_HISTORY)
    with pytest.raises(ApiError) as caught:
        add_reaction(scene.world, scene.bot, *target, "👍")
    assert refusal(caught) == (403, 50013)
    add_reaction(scene.world, scene.person("alice"), *target, "👍")
    add_reaction(scene.world, scene.bot, *target, "👍")


@pytest.mark.parametrize("emoji", ["thumbs", "a", "👍👍", "x:123456789012345678", ""])
def test_what_is_no_emoji_is_unknown(scene: Scene, target: tuple[int, int], emoji: str) -> None:
    with pytest.raises(ApiError) as caught:
        add_reaction(scene.world, scene.bot, *target, emoji)
    assert refusal(caught) == (404, 10014)


def test_a_custom_emoji_is_known_by_its_id_whatever_its_name(scene: Scene, target: tuple[int, int]) -> None:
    emoji = Emoji(scene.world.ids.next(), "blob", scene.user("alice").id, scene.guild.id, animated=True)
    scene.guild.emojis[emoji.id] = emoji
    add_reaction(scene.world, scene.bot, *target, f"other:{emoji.id}")
    wire = scene.last("MESSAGE_REACTION_ADD").data["emoji"]
    assert wire == {"id": str(emoji.id), "name": "blob", "animated": True}
    assert len(list_reactions(scene.world, scene.bot, *target, f"blob:{emoji.id}")) == 1


def test_a_message_takes_20_emojis(scene: Scene, target: tuple[int, int]) -> None:
    for number in range(20):
        add_reaction(scene.world, scene.bot, *target, chr(0x1F600 + number))
    with pytest.raises(ApiError) as caught:
        add_reaction(scene.world, scene.bot, *target, "👍")
    assert refusal(caught) == (400, 30010)
    add_reaction(scene.world, scene.person("alice"), *target, chr(0x1F600))


def test_moderators_clear_one_emoji_or_all(scene: Scene, target: tuple[int, int]) -> None:
    for emoji in "👍🎉":
        add_reaction(scene.world, scene.bot, *target, emoji)
    clear_emoji(scene.world, scene.bot, *target, "👍")
    assert scene.last("MESSAGE_REACTION_REMOVE_EMOJI").data["emoji"]["name"] == "👍"
    assert len(get_message(scene.world, scene.bot, *target)["reactions"]) == 1
    clear_reactions(scene.world, scene.bot, *target)
    assert "reactions" not in get_message(scene.world, scene.bot, *target)
    with pytest.raises(ApiError) as caught:
        clear_reactions(scene.world, scene.person("bob"), *target)
    assert refusal(caught) == (403, 50013)


def test_those_who_reacted_are_listed_in_pages_by_id(scene: Scene, target: tuple[int, int]) -> None:
    for name in ("carol", "alice", "bob"):
        add_reaction(scene.world, scene.person(name), *target, "👍")
    page = list_reactions(scene.world, scene.bot, *target, "👍", limit=2)
    assert [user["username"] for user in page] == ["alice", "bob"]
    rest = list_reactions(scene.world, scene.bot, *target, "👍", after=int(page[-1]["id"]))
    assert [user["username"] for user in rest] == ["carol"]
