import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.records import Message
from scurrypy.sandbox.records.channels import FORUM
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.search import contains
from scurrypy.sandbox.world.history import pin_message
from scurrypy.sandbox.world.search import not_ready, search_messages, search_threads
from scurrypy.sandbox.world.threads import create_thread
from tests.unit.sandbox.world.conftest import Scene, refusal


def found(scene: Scene, **query: object) -> list[str]:
    result = search_messages(scene.world, scene.bot, scene.guild.id, query)
    assert result["total_results"] >= len(result["messages"])
    return [message["content"] for (message,) in result["messages"]]


def say(scene: Scene, name: str, content: str, channel: str = "general", **rest: object) -> Message:
    return scene.world.user(name).send(channel, content, **rest)


def test_messages_are_found_the_newest_first_page_by_page_without_reactions(scene: Scene) -> None:
    for number in range(5):
        said = say(scene, "bob", f"message {number}")
    scene.world.user("carol").react(said, "👍")
    result = search_messages(scene.world, scene.bot, scene.guild.id, {"limit": "2", "offset": "1"})
    assert [message["content"] for (message,) in result["messages"]] == ["message 3", "message 2"]
    assert (result["total_results"], result["doing_deep_historical_index"], result["threads"]) == (5, False, [])
    (first,) = search_messages(scene.world, scene.bot, scene.guild.id, {})["messages"][0]
    assert first["hit"]
    assert "reactions" not in first
    assert found(scene, sort_order="asc", limit=1) == ["message 0"]
    assert found(scene, min_id=str(said.id)) == []
    assert found(scene, max_id=str(said.id), limit=1) == ["message 3"]


@pytest.mark.parametrize(
    ("wanted", "slop", "is_there"),
    [
        ("quick fox", 2, True),
        ("quick fox", 0, False),
        ("fox quick", 2, False),
        ("the lazy", 2, True),
        ("QUICK", 0, True),
        ("quic", 0, False),
        ("!", 0, True),
    ],
)
def test_words_are_found_in_their_order_with_a_few_between(wanted: str, slop: int, is_there: bool) -> None:
    assert contains("The quick brown fox and the lazy dog", wanted, slop) == is_there


def test_every_filter_filters(scene: Scene) -> None:
    bob = scene.user("bob")
    plain = say(scene, "alice", "plain")
    say(scene, "bob", f"hello <@{bob.id}>")
    say(scene, "alice", "answer", reply_to=plain)
    say(scene, "carol", "see https://Example.com/x", files=[("a.txt", b"x")])
    say(scene, "alice", "@everyone come")
    say(scene, "robot", "beep", "random")
    pin_message(scene.world, scene.bot, scene.general.id, plain.id)
    everything = found(scene)
    expected = {
        "author_id": ([str(bob.id)], [f"hello <@{bob.id}>"]),
        "mentions": ([str(bob.id)], [f"hello <@{bob.id}>"]),
        "replied_to_message_id": ([str(plain.id)], ["answer"]),
        "replied_to_user_id": ([str(scene.user("alice").id)], ["answer"]),
        "link_hostname": (["example.com"], ["see https://Example.com/x"]),
        "attachment_filename": (["a.txt"], ["see https://Example.com/x"]),
        "attachment_extension": (["txt"], ["see https://Example.com/x"]),
        "mention_everyone": (True, ["@everyone come"]),
        "content": ("BEEP", ["beep"]),
    }
    for name, (value, contents) in expected.items():
        assert found(scene, **{name: value}) == contents, name
    assert found(scene, author_type=["bot"], channel_id=[str(scene.general.id)]) == [""]
    assert "beep" not in found(scene, author_type=["-bot"])
    assert found(scene, pinned=True) == ["plain"]
    assert found(scene, has=["link", "file"]) == ["see https://Example.com/x"]
    assert len(found(scene, has=["-link"])) == len(everything) - 1
    for nothing in ({"mentions_role_id": ["1"]}, {"embed_provider": ["Tenor"]}, {"embed_type": ["gif"]}):
        assert found(scene, **nothing) == []


def test_an_age_restricted_channel_is_searched_only_where_that_is_asked_for(scene: Scene) -> None:
    scene.world.create_channel(scene.guild, "adults", nsfw=True)
    say(scene, "bob", "secret", "adults")
    assert found(scene) == []
    assert found(scene, include_nsfw=True) == ["secret"]


def test_threads_of_what_was_found_come_along(scene: Scene) -> None:
    thread = create_thread(scene.world, scene.bot, scene.general.id, {"name": "t", "type": 11})
    say(scene, "bob", "inside", thread["id"])
    result = search_messages(scene.world, scene.bot, scene.guild.id, {"content": "inside"})
    assert [each["id"] for each in result["threads"]] == [thread["id"]]
    assert [each["id"] for each in result["members"]] == [thread["id"]]


def test_searching_takes_what_reading_takes(scene: Scene) -> None:
    with pytest.raises(ApiError) as caught:
        found(scene, limit=26)
    assert set(caught.value.errors) == {"limit"}
    scene.allow_bot(permissions.VIEW_CHANNEL)
    with pytest.raises(ApiError) as caught:
        found(scene)
    assert refusal(caught) == (403, 50013)
    scene.application.privileged_intents = 0
    with pytest.raises(ApiError) as caught:
        found(scene)
    assert refusal(caught) == (403, 50001)


def test_threads_are_found_by_name_tag_and_state_with_what_they_begin_with(scene: Scene) -> None:
    tags = [{"id": id, "name": name, "moderated": False} for id, name in ((1, "a"), (2, "b"))]
    forum = scene.world.create_channel(scene.guild, "forum", FORUM, available_tags=tags)

    def post(name: str, *tag_ids: int) -> int:
        body = {"name": name, "message": {"content": f"about {name}"}, "applied_tags": [str(id) for id in tag_ids]}
        scene.world.clock.advance(60)
        return int(create_thread(scene.world, scene.bot, forum.id, body)["id"])

    first, second, third = post("red fish", 1), post("blue fish", 1, 2), post("bird")
    scene.world.channels[first].archived = True

    def search(**query: object) -> list[int]:
        result = search_threads(scene.world, scene.bot, forum.id, query)
        return [int(thread["id"]) for thread in result["threads"]]

    assert search() == [third, second, first]
    assert search(name="fish", sort_order="asc", sort_by="creation_time") == [first, second]
    assert search(tag=["1", "2"]) == [second, first]
    assert search(tag=["1", "2"], tag_setting="match_all") == [second]
    assert search(archived=True) == [first]
    result = search_threads(scene.world, scene.bot, forum.id, {"limit": 1})
    assert (result["has_more"], result["total_results"]) == (True, 3)
    assert [message["content"] for message in result["first_messages"]] == ["about bird"]


def test_the_next_searches_can_be_told_to_come_back_later(scene: Scene) -> None:
    assert not_ready(scene.world) is None
    scene.world.search_index.not_ready = 1
    assert not_ready(scene.world)["code"] == 110000
    assert not_ready(scene.world) is None
