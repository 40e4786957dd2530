"""The model base: what it reads, what it keeps, what it writes, and what it does with what does not fit."""

import logging
from enum import IntFlag
from typing import Annotated

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.wire import codec, lenient
from scurrypy.wire.errors import DataModelTypeError, MissingField
from scurrypy.wire.model import DataModel, serialize
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Text


class Leaf(DataModel):
    id: Snowflake = REQUIRED
    name: str = REQUIRED
    nick: str | None = None


class Tree(DataModel):
    leaves: list[Leaf] = REQUIRED
    by_id: dict[Snowflake, Leaf] | None = None
    top: Leaf | None = None
    size: int = REQUIRED
    label: Text | None = None
    either: int | list[int] | None = None
    noted: Annotated[str, msgspec.Meta(title="note")] | None = None


class Strict(DataModel):
    needed: int


@pytest.fixture(autouse=True)
def _nothing_reported_yet():
    lenient._reported.clear()


def test_ids_become_snowflakes_everywhere_keys_included():
    tree = Tree.from_dict({"leaves": [{"id": "5", "name": "a"}], "by_id": {"7": {"id": 7, "name": "b"}}, "size": 1})
    assert isinstance(tree.leaves[0].id, Snowflake)
    assert list(tree.by_id) == [7]
    assert isinstance(next(iter(tree.by_id)), Snowflake)


def test_unknown_fields_are_ignored_and_kept_in_raw():
    sent = {"id": "1", "name": "a", "brand_new": {"x": 1}}
    leaf = Leaf.from_dict(sent)
    assert leaf == Leaf(Snowflake(1), "a")
    assert leaf.raw["brand_new"] == {"x": 1}


def test_raw_of_json_is_decoded_once_and_kept():
    leaf = Leaf.from_json(b'{"id":"1","name":"a","nick":null}')
    assert leaf.raw == {"id": "1", "name": "a", "nick": None}
    assert leaf.raw is leaf.raw


def test_raw_of_an_object_inside_another_says_where_to_look():
    tree = Tree.from_dict({"leaves": [{"id": "1", "name": "a"}], "size": 0})
    with pytest.raises(MissingField, match="not received on its own"):
        _ = tree.leaves[0].raw


def test_absent_fields_read_as_none_without_a_report(caplog):
    assert Leaf.from_dict({}) == Leaf(None, None, None)
    assert caplog.text == ""


def test_models_compare_by_value_can_change_and_cannot_be_keys():
    one, other = Leaf(Snowflake(1), "a"), Leaf(Snowflake(1), "a")
    assert one == other
    other.name = "b"
    assert one != other
    with pytest.raises(TypeError):
        hash(one)


def test_numbers_sent_as_text_and_text_sent_as_numbers_are_read():
    tree = Tree.from_dict({"leaves": [{"id": 3, "name": 12}], "size": "4", "label": 5})
    assert (tree.leaves[0].id, tree.leaves[0].name, tree.size, tree.label) == (3, "12", 4, "5")


def test_what_does_not_fit_is_none_named_once_and_spoils_nothing_else(caplog):
    data = {
        "leaves": [{"id": "x", "name": "a"}, None, 7, {"id": "2", "name": None}],
        "by_id": {"9": {"id": "9", "name": ["?"]}},
        "top": "nonsense",
        "size": None,
        "either": "neither",
        "noted": {"no": 1},
    }
    with caplog.at_level(logging.WARNING):
        first = Tree.from_dict(data)
        said = len(caplog.records)
        second = Tree.from_json(codec.encode(data))
    assert first == second
    assert first.leaves == [Leaf(None, "a"), None, Leaf(Snowflake(2), None)]
    assert first.by_id == {9: Leaf(Snowflake(9), None)}
    assert (first.top, first.size, first.either, first.noted) == (None, None, None, None)
    assert len(caplog.records) == said == 8
    assert "Tree from Discord does not fit: $.size: Expected `int`, got `null`" in caplog.text


def test_a_list_in_a_union_is_repaired_item_by_item():
    assert Tree.from_dict({"size": 0, "either": [1, "x", 3]}).either == [1, 3]


def test_a_missing_field_without_default_is_reported(caplog):
    assert Strict.from_dict({}).needed is None
    assert "needed is missing" in caplog.text


@pytest.mark.parametrize("data", [[], "text", 5, None])
def test_what_is_no_object_at_all_is_refused(data):
    with pytest.raises(DataModelTypeError, match="Leaf: expected an object"):
        Leaf.from_dict(data)


def test_the_memory_of_reports_is_bounded(monkeypatch, caplog):
    monkeypatch.setattr(lenient, "_MAX_REPORTED", 3)
    for number in range(10):
        Tree.from_dict({"size": {"odd": number}, f"x{number}": 1, "top": [number] if number % 2 else "s"})
    assert len(lenient._reported) <= 3


def test_to_dict_leaves_out_none_and_nulls_in_lists():
    tree = Tree([Leaf(Snowflake(1), "a"), None], None, Leaf(Snowflake(2), "b", "c"), 3)
    assert tree.to_dict() == {
        "leaves": [{"id": 1, "name": "a"}],
        "top": {"id": 2, "name": "b", "nick": "c"},
        "size": 3,
    }


def test_serialize_keeps_the_nulls_of_a_mapping():
    assert serialize({"a": None, "b": [None, Leaf(Snowflake(1), "a")], "c": (1, None)}) == {
        "a": None,
        "b": [{"id": 1, "name": "a"}],
        "c": [1],
    }


def test_ids_flags_and_text_subclasses_cross_the_wire():
    class Flag(IntFlag):
        A = 1
        B = 2

    assert codec.encode({"id": Snowflake(2**63), "flag": Flag.A | Flag.B, "text": Text(5)}) == (
        b'{"id":"9223372036854775808","flag":3,"text":"5"}'
    )
    with pytest.raises(TypeError, match="object cannot be sent as JSON"):
        codec.encode({"x": object()})


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(list(Tree.__struct_fields__)), json_values, max_size=7))
def test_no_json_object_whatever_breaks_the_reading_of_a_model(data):
    tree = Tree.from_dict(data)
    assert tree.raw is data
    assert Tree.from_json(codec.encode(data)) == tree


def test_an_object_without_raw_says_so_to_hasattr():
    assert hasattr(Leaf.from_dict({"id": "1", "name": "a"}), "raw")
    assert not hasattr(Leaf(id=Snowflake(1), name="a"), "raw")
