"""What Discord requires of an object that is sent, our part for it declares as needed, and nothing else."""

from collections.abc import Iterator
from typing import Any

import msgspec

from scurrypy.wire.model import DataModel
from tests.official import ours
from tests.official.checks import methods_of
from tests.official.deviations import judge
from tests.official.spec import Leaf, Schema, leaves, needs_spec, operations

needs_spec()

Required = dict[type[DataModel], list[frozenset[str]]]


def parts_of(annotation: Any) -> Iterator[type[DataModel]]:
    """Yield every part that an annotation allows."""
    for member in ours.members(annotation):
        if isinstance(member, type) and issubclass(member, DataModel):
            yield member


def objects_in(schema: Schema) -> Iterator[Leaf]:
    """Yield every object that a value may be, or hold as a list."""
    for leaf in leaves(schema):
        if leaf.kind == "object" and leaf.properties:
            yield leaf
        elif leaf.kind == "array":
            yield from objects_in(leaf.schema.get("items", {}))


def note(leaf: Leaf, part: type[DataModel], found: Required) -> None:
    """Note what Discord requires of a part, and of the parts within it."""
    seen = found.setdefault(part, [])
    if leaf.required in seen:
        return
    seen.append(leaf.required)
    fields = ours.fields_of(part)
    for name, schema in leaf.properties.items():
        for inner in objects_in(schema):
            candidates = list(parts_of(fields.get(name)))
            # Of several, which of Discord's is which of ours is told by their tags, and compared with those.
            if len(candidates) == 1:
                note(inner, candidates[0], found)


def required() -> Required:
    """Return what Discord requires of each part that a method takes: a set for each thing it may stand for."""
    found: Required = {}
    for operation in operations().values():
        bodies = list(leaves(operation.body)) if operation.body is not None else []
        for method in methods_of(operation):
            for part in (part for annotation in method.parameters.values() for part in parts_of(annotation)):
                for body in bodies:
                    if body.kind == "object" and set(body.properties) & set(part.__struct_fields__):
                        note(body, part, found)
    return found


REQUIRED = required()


def test_a_part_needs_what_discord_requires_of_whatever_it_stands_for() -> None:
    problems: dict[str, str] = {}
    for part, wanted in REQUIRED.items():
        needed = set(part.demands()[0])
        given = {field.name for field in msgspec.structs.fields(part) if field.default is not None}
        always = frozenset.intersection(*wanted)
        for name in sorted(always - needed - given):
            problems[f"{part.__name__}.{name}"] = "required by Discord, and not needed here"
        for name in sorted(needed - always):
            problems[f"{part.__name__}.{name}"] = "needed here, and not required by Discord"
    print(f"\nparts that are sent: {len(REQUIRED)}, needed fields: {sum(len(part.demands()[0]) for part in REQUIRED)}")
    assert judge("needed", problems) == []


def test_many_parts_are_compared() -> None:
    assert len(REQUIRED) > 40
    assert sum(bool(part.demands()[0]) for part in REQUIRED) > 30
