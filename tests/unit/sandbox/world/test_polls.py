from collections.abc import Mapping
from typing import Any

import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.world.history import get_message
from scurrypy.sandbox.world.messages import create_message, edit_message
from scurrypy.sandbox.world.polls import end_poll, list_voters, vote
from tests.unit.sandbox.world.conftest import Scene, refusal

QUESTION = {
    "question": {"text": "Tea?"},
    "answers": [{"poll_media": {"text": "yes", "emoji": {"name": "🍵"}}}, {"poll_media": {"text": "no"}}],
}


def ask(scene: Scene, **fields: Any) -> tuple[int, int]:
    message = create_message(scene.world, scene.bot, scene.general.id, {"poll": {**QUESTION, **fields}})
    return scene.general.id, int(message["id"])


def counts(scene: Scene, poll: tuple[int, int]) -> Mapping[int, int]:
    results = get_message(scene.world, scene.bot, *poll)["poll"]["results"]
    return {count["id"]: count["count"] for count in results["answer_counts"]}


def test_a_poll_numbers_its_answers_and_says_when_it_ends(scene: Scene) -> None:
    poll = get_message(scene.world, scene.bot, *ask(scene, duration=2))["poll"]
    assert [answer["answer_id"] for answer in poll["answers"]] == [1, 2]
    assert poll["answers"][0]["poll_media"]["emoji"] == {"id": None, "name": "🍵"}
    assert poll["expiry"] == iso(scene.world.clock.now() + 7200)


def test_votes_replace_the_votes_before_and_are_told(scene: Scene) -> None:
    poll = ask(scene)
    vote(scene.world, scene.person("bob"), *poll, [1])
    vote(scene.world, scene.person("alice"), *poll, [1])
    vote(scene.world, scene.person("bob"), *poll, [2])
    assert counts(scene, poll) == {1: 1, 2: 1}
    voters = list_voters(scene.world, scene.bot, *poll, 2)["users"]
    assert [user["username"] for user in voters] == ["bob"]
    told = [(event.name, event.data["answer_id"]) for event in scene.events if "VOTE" in event.name]
    assert told == [
        ("MESSAGE_POLL_VOTE_ADD", 1),
        ("MESSAGE_POLL_VOTE_ADD", 1),
        ("MESSAGE_POLL_VOTE_REMOVE", 1),
        ("MESSAGE_POLL_VOTE_ADD", 2),
    ]


@pytest.mark.parametrize("answers", [[3], [1, 2]])
def test_a_vote_must_be_for_an_answer_and_for_one_unless_the_poll_takes_several(
    scene: Scene, answers: list[int]
) -> None:
    with pytest.raises(ApiError) as caught:
        vote(scene.world, scene.person("bob"), *ask(scene), answers)
    assert refusal(caught) == (400, 50035)


def test_a_poll_that_takes_several_takes_several(scene: Scene) -> None:
    poll = ask(scene, allow_multiselect=True)
    vote(scene.world, scene.person("bob"), *poll, [1, 2])
    assert counts(scene, poll) == {1: 1, 2: 1}


def test_a_poll_ends_by_itself_or_by_its_author(scene: Scene) -> None:
    poll = ask(scene, duration=1)
    with pytest.raises(ApiError) as caught:
        end_poll(scene.world, scene.person("bob"), *poll)
    assert refusal(caught) == (403, 50005)
    assert end_poll(scene.world, scene.bot, *poll)["poll"]["results"]["is_finalized"]
    later = ask(scene, duration=1)
    scene.world.clock.advance(3600)
    for over in (poll, later):
        with pytest.raises(ApiError) as caught:
            vote(scene.world, scene.person("bob"), *over, [1])
        assert refusal(caught) == (400, 520001)


def test_a_poll_is_not_edited_and_other_messages_are_not_ended(scene: Scene) -> None:
    poll = ask(scene)
    with pytest.raises(ApiError) as caught:
        edit_message(scene.world, scene.bot, *poll, {"content": "x"})
    assert refusal(caught) == (400, 520003)
    message = create_message(scene.world, scene.bot, scene.general.id, {"content": "x"})
    with pytest.raises(ApiError) as caught:
        end_poll(scene.world, scene.bot, scene.general.id, int(message["id"]))
    assert refusal(caught) == (400, 520006)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"question": {"text": "x" * 301}}, ("poll", "question", "text")),
        ({"answers": []}, ("poll", "answers")),
        ({"answers": [{"poll_media": {"text": "x"}}] * 11}, ("poll", "answers")),
        ({"duration": 769}, ("poll", "duration")),
        ({"question": None}, ("poll", "question")),
    ],
)
def test_a_poll_that_is_not_right_is_refused(scene: Scene, fields: dict[str, Any], path: tuple[str, ...]) -> None:
    with pytest.raises(ApiError) as caught:
        ask(scene, **fields)
    node = caught.value.errors
    for step in path:
        assert node is not None
        node = node[step]
    assert node["_errors"]
