import pytest

from scurrypy.sandbox.errors import ActorError
from tests.unit.sandbox.interactions.conftest import EPHEMERAL, Stage


def message_with(stage: Stage, *components: dict, **fields: object):
    stage.command("ui") if "ui" not in stage.person("alice").commands("general") else None
    used = stage.person("alice").slash("general", "ui")
    stage.answer(used, components=list(components), content="x", **fields)
    return used.response


def row(*children: dict) -> dict:
    return {"type": 1, "components": list(children)}


BUTTON = {"type": 2, "style": 1, "label": "Go", "custom_id": "go"}


def test_a_click_carries_its_message_and_may_update_it(stage: Stage):
    message = message_with(stage, row(BUTTON))
    used = stage.person("bob").click(message, label="Go")
    payload = stage.interaction()
    assert payload["data"] == {"component_type": 2, "id": 2, "custom_id": "go"}
    assert payload["message"]["id"] == str(message.id)
    told = stage.answer(used, 7, content="done", components=[])
    assert (message.content, message.components) == ("done", [])
    assert told["interaction"]["response_message_id"] == str(message.id)
    assert stage.heard("MESSAGE_UPDATE")


def test_an_answer_to_a_click_replies_to_the_message(stage: Stage):
    message = message_with(stage, row(BUTTON))
    used = stage.person("bob").click(message, "go")
    answer = stage.answer(used, content="clicked")["resource"]["message"]
    assert (answer["type"], answer["message_reference"]["message_id"]) == (19, str(message.id))
    assert answer["interaction_metadata"]["interacted_message_id"] == str(message.id)
    assert "interaction" not in answer


def test_a_promised_update_leaves_the_message_until_it_is_edited(stage: Stage):
    message = message_with(stage, row(BUTTON))
    used = stage.person("bob").click(message, "go")
    stage.answer(used, 6)
    assert (used.state, message.content) == ("deferred", "x")
    stage.edit_original(used, content="later")
    assert (used.state, message.content) == ("responded", "later")


def test_buttons_that_tell_nobody_cannot_be_clicked(stage: Stage):
    link = {"type": 2, "style": 5, "label": "Link", "url": "https://a.example"}
    message = message_with(stage, row(BUTTON | {"disabled": True}, link))
    with pytest.raises(ActorError, match="disabled"):
        stage.person("bob").click(message, "go")
    with pytest.raises(ActorError, match="tells nobody"):
        stage.person("bob").click(message, label="Link")
    with pytest.raises(ActorError, match="no component 'nope'; it has: 'go', 'Link'"):
        stage.person("bob").click(message, "nope")


def test_nobody_clicks_what_only_another_person_sees(stage: Stage):
    message = message_with(stage, row(BUTTON), flags=EPHEMERAL)
    with pytest.raises(ActorError, match="does not see this message"):
        stage.person("bob").click(message, "go")
    stage.person("alice").click(message, "go")


@pytest.mark.parametrize(
    ("select", "chosen", "kind"),
    [
        ({"type": 5}, ["bob", "carol"], "users"),
        ({"type": 6}, ["Moderator"], "roles"),
        ({"type": 7}, ["Moderator", "carol"], "roles"),
        ({"type": 8}, ["random"], "channels"),
    ],
)
def test_selects_of_entities_resolve_what_was_chosen(stage: Stage, select, chosen, kind):
    message = message_with(stage, row({**select, "custom_id": "s", "max_values": 2}))
    stage.person("bob").select(message, "s", chosen)
    data = stage.interaction()["data"]
    assert len(data["values"]) == len(chosen)
    assert set(data["resolved"][kind]) <= set(data["values"])


def test_a_string_select_takes_what_it_offers(stage: Stage):
    options = [{"label": "Ant", "value": "a"}, {"label": "Bee", "value": "b"}]
    message = message_with(stage, row({"type": 3, "custom_id": "s", "options": options}))
    bob = stage.person("bob")
    bob.select(message, "s", ["Bee"])
    assert stage.interaction()["data"]["values"] == ["b"]
    with pytest.raises(ActorError, match="offers: Ant, Bee"):
        bob.select(message, "s", ["Cow"])
    with pytest.raises(ActorError, match="between 1 and 1 values"):
        bob.select(message, "s", ["a", "b"])
