"""Whatever Discord's answer schemas allow is decoded, and every field that a model has keeps its value."""

import logging
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scurrypy.wire import lenient
from scurrypy.wire.model import DataModel, serialize
from tests.official import ours
from tests.official.checks import methods_of
from tests.official.generate import Generator
from tests.official.spec import Operation, Schema, leaves, needs_spec, operations

needs_spec()

EXAMPLES = int(os.environ.get("SCURRYPY_EXAMPLES", "30"))
"""Seeds for each answer; a failing one is printed, and replays."""


def answer_models() -> list[tuple[str, Schema, type[DataModel]]]:
    """Return each answer that is one object or a list of them, with the model it becomes."""
    found: list[tuple[str, Schema, type[DataModel]]] = []
    for operation in operations().values():
        for schema in operation.answers:
            found += [(operation.id, each, model) for each, model in _pairs(operation, schema)]
    return found


def _pairs(operation: Operation, schema: Schema) -> list[tuple[Schema, type[DataModel]]]:
    annotation = methods_of(operation)[0].answer if methods_of(operation) else None
    models = [member for member in ours.members(annotation) if ours.is_model(member)]
    listed = [member for item in ours.items_of(annotation) for member in ours.members(item) if ours.is_model(member)]
    answers = list(leaves(schema))
    if models and all(leaf.kind == "object" for leaf in answers):
        return [(schema, models[0])]
    if listed and all(leaf.kind == "array" for leaf in answers):
        return [(leaf.schema["items"], listed[0]) for leaf in answers]
    return []


def lost(sent: Any, kept: Any, place: str = "") -> list[str]:
    """Return the places where a value that was sent, and has a field, did not survive."""
    if isinstance(sent, dict) and isinstance(kept, dict):
        return [loss for name in kept.keys() & sent.keys() for loss in lost(sent[name], kept[name], f"{place}.{name}")]
    if isinstance(sent, list) and isinstance(kept, list):
        present = [item for item in sent if item is not None]
        if len(present) != len(kept):
            return [f"{place}: {len(present)} items became {len(kept)}"]
        return [loss for one, other in zip(present, kept, strict=True) for loss in lost(one, other, f"{place}[]")]
    if sent is None and kept is True:
        # The tags of a role say yes by being there, as null.
        return []
    return [] if sent == kept or str(sent) == str(kept) else [f"{place}: {sent!r} became {kept!r}"]


@pytest.mark.parametrize(("operation", "schema", "model"), answer_models(), ids=lambda value: str(value)[:60])
def test_what_the_schema_allows_survives(
    operation: str, schema: Schema, model: type[DataModel], caplog: pytest.LogCaptureFixture
):
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(seed=st.integers(0, 2**32))
    def check(seed: int) -> None:
        sent = Generator(seed).value(schema)
        caplog.clear()
        lenient._reported.clear()
        with caplog.at_level(logging.WARNING):
            read = model.from_dict(sent)
        assert [record.getMessage() for record in caplog.records] == []
        assert lost(sent, serialize(read)) == []
        fields = {name for name in sent.keys() & ours.fields_of(model).keys() if sent[name] is not None}
        assert {name for name in fields if getattr(read, name, None) is None} == set()

    check()


def test_most_answers_are_checked():
    print(f"\nanswers: {len(answer_models())}, cases: {len(answer_models()) * EXAMPLES}")
    assert len(answer_models()) > 60
