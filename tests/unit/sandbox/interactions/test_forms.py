import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.errors import ActorError
from tests.unit.sandbox.interactions.conftest import Stage, code_of
from tests.unit.sandbox.interactions.test_used_components import BUTTON, message_with, row


def label(component: dict) -> dict:
    return {"type": 18, "label": "L", "component": component}


def modal(stage: Stage, *components: dict):
    stage.command("form")
    used = stage.person("alice").slash("general", "form")
    stage.answer(used, 9, custom_id="m", title="T", components=list(components))
    return used


def test_a_modal_comes_back_as_it_was_built_with_what_was_filled_in(stage: Stage):
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b", "default": True}]
    used = modal(
        stage,
        label({"type": 4, "custom_id": "text", "style": 1}),
        label({"type": 5, "custom_id": "who"}),
        label({"type": 19, "custom_id": "files", "max_values": 2}),
        label({"type": 21, "custom_id": "radio", "options": options}),
        label({"type": 23, "custom_id": "box"}),
    )
    values = {"text": "hi", "who": ["bob"], "files": [("a.txt", b"a"), ("b.txt", b"b")], "box": True}
    submitted = stage.person("alice").submit(used, values)
    payload = stage.interaction()
    fields = {c["component"]["custom_id"]: c["component"] for c in payload["data"]["components"]}
    assert (payload["type"], payload["data"]["custom_id"]) == (5, "m")
    assert fields["text"] == {"type": 4, "id": 2, "custom_id": "text", "value": "hi"}
    assert fields["radio"]["value"] == "b"
    assert fields["box"]["value"] is True
    assert len(fields["files"]["values"]) == 2
    assert set(payload["data"]["resolved"]) == {"users", "members", "attachments"}
    answer = stage.answer(submitted, content="thanks")["resource"]["message"]
    triggering = answer["interaction_metadata"]["triggering_interaction_metadata"]
    assert (answer["type"], triggering["name"]) == (20, "form")


@pytest.mark.parametrize(
    ("component", "values", "words"),
    [
        ({"type": 4, "custom_id": "t", "style": 1}, {}, "between 1 and 4000 characters"),
        ({"type": 4, "custom_id": "t", "style": 1, "max_length": 2}, {"t": "abc"}, "not 3"),
        ({"type": 5, "custom_id": "t"}, {}, "between 1 and 1 values"),
        ({"type": 19, "custom_id": "t"}, {}, "between 1 and 1 values"),
        ({"type": 4, "custom_id": "t", "style": 1}, {"other": "x"}, "no component 'other'"),
    ],
)
def test_what_the_form_would_not_accept_is_refused(stage: Stage, component, values, words):
    used = modal(stage, label(component))
    with pytest.raises(ActorError, match=words):
        stage.person("alice").submit(used, values)


def test_what_is_not_required_may_be_left_out(stage: Stage):
    used = modal(
        stage,
        label({"type": 4, "custom_id": "t", "style": 1, "required": False}),
        label({"type": 8, "custom_id": "c", "required": False}),
        label({"type": 22, "custom_id": "h", "options": [{"label": "A", "value": "a"}], "required": False}),
    )
    stage.person("alice").submit(used)
    components = [component["component"] for component in stage.interaction()["data"]["components"]]
    assert [component.get("value", component.get("values")) for component in components] == ["", [], []]


def test_a_modal_is_not_answered_with_a_modal(stage: Stage):
    used = modal(stage, label({"type": 4, "custom_id": "t", "style": 1}))
    submitted = stage.person("alice").submit(used, {"t": "x"})
    with pytest.raises(ApiError) as caught:
        stage.answer(submitted, 9, custom_id="m", title="T", components=[])
    assert code_of(caught) == 50035


def test_a_modal_opened_by_a_click_may_update_the_message(stage: Stage):
    message = message_with(stage, row(BUTTON))
    used = stage.person("bob").click(message, "go")
    stage.answer(used, 9, custom_id="m", title="T", components=[label({"type": 23, "custom_id": "b"})])
    submitted = stage.person("bob").submit(used)
    assert stage.interaction()["message"]["id"] == str(message.id)
    stage.answer(submitted, 7, content="filled in")
    assert message.content == "filled in"


def test_a_form_opens_for_one_person(stage: Stage):
    used = modal(stage, label({"type": 23, "custom_id": "b"}))
    with pytest.raises(ActorError, match="somebody else"):
        stage.person("bob").submit(used)
    with pytest.raises(ActorError, match="no modal to submit"):
        stage.person("alice").submit(stage.person("alice").slash("general", "form"))
