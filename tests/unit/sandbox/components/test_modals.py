import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.world.components import validate_modal
from tests.unit.sandbox.components.test_message_components import flatten


def label(component, **fields):
    return {"type": 18, "label": "L", "component": component, **fields}


def modal(*components, **fields):
    return {"custom_id": "m", "title": "T", "components": list(components), **fields}


def check(body):
    problems = Problems()
    read = validate_modal(body, problems=problems, path="data")
    problems.raise_if_any()
    return read


OPTIONS = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
TEXT = {"type": 4, "custom_id": "t", "style": 1}


@pytest.mark.parametrize(
    "component",
    [
        TEXT,
        {"type": 3, "custom_id": "s", "options": OPTIONS},
        {"type": 5, "custom_id": "u"},
        {"type": 6, "custom_id": "r"},
        {"type": 7, "custom_id": "m"},
        {"type": 8, "custom_id": "c", "channel_types": [0]},
        {"type": 19, "custom_id": "f", "max_values": 3},
        {"type": 21, "custom_id": "g", "options": OPTIONS},
        {"type": 22, "custom_id": "h", "options": OPTIONS},
        {"type": 23, "custom_id": "b"},
    ],
)
def test_a_label_holds_each_kind_that_a_modal_knows(component):
    read = check(modal(label(component)))
    assert read["components"][0]["component"]["custom_id"] == component["custom_id"]


def test_a_text_input_in_a_row_still_works_and_text_stands_beside_it():
    read = check(modal({"type": 1, "components": [TEXT | {"label": "Name"}]}, {"type": 10, "content": "hello"}))
    assert [component["type"] for component in read["components"]] == [1, 10]


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (modal(), "data.components: BASE_TYPE_BAD_LENGTH"),
        (modal(*(label(TEXT | {"custom_id": str(n)}) for n in range(6))), "data.components: BASE_TYPE_BAD_LENGTH"),
        (modal(label(TEXT), title="x" * 46), "data.title: BASE_TYPE_BAD_LENGTH"),
        (modal(label(TEXT), custom_id=""), "data.custom_id: BASE_TYPE_BAD_LENGTH"),
        (modal(label(TEXT, label="x" * 46)), "data.components.0.label: BASE_TYPE_BAD_LENGTH"),
        (
            modal(label({"type": 2, "style": 1, "custom_id": "b", "label": "x"})),
            "data.components.0.component.type: UNION_TYPE_CHOICES",
        ),
        (
            modal({"type": 1, "components": [{"type": 5, "custom_id": "u"}]}),
            "data.components.0.components.0.type: UNION_TYPE_CHOICES",
        ),
        (
            modal(label({"type": 5, "custom_id": "u", "disabled": True})),
            "data.components.0.component.disabled: COMPONENT_DISABLED_IN_MODAL",
        ),
        (
            modal(label({"type": 5, "custom_id": "u", "min_values": 0})),
            "data.components.0.component.min_values: NUMBER_TYPE_MIN",
        ),
        (
            modal(label(TEXT | {"min_length": 5, "max_length": 4})),
            "data.components.0.component.min_length: NUMBER_TYPE_MAX",
        ),
        (
            modal(label({"type": 21, "custom_id": "g", "options": OPTIONS[:1]})),
            "data.components.0.component.options: BASE_TYPE_BAD_LENGTH",
        ),
    ],
)
def test_what_discord_refuses_is_refused_at_its_place(body, refusal):
    with pytest.raises(ApiError) as caught:
        check(body)
    assert flatten(caught.value.errors or {}) == [refusal]


def test_a_choice_that_is_not_required_may_be_of_nothing():
    component = {"type": 22, "custom_id": "h", "options": OPTIONS, "required": False}
    read = check(modal(label(component)))["components"][0]["component"]
    assert (read["min_values"], read["max_values"]) == (0, 2)
