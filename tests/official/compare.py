"""Holds what this package reads and sends against a schema, field by field, all the way down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.official import ours
from tests.official.spec import Leaf, Schema, enums, leaves, may_be_null

SCALARS = ("snowflake", "string", "integer", "number", "boolean")


@dataclass
class Report:
    """What was compared, and what differs: problems by the place they are at."""

    problems: dict[str, str] = field(default_factory=dict[str, str])
    fields: set[str] = field(default_factory=set[str])
    """Every field that was compared, as `Model.field`."""
    seen: dict[str, dict[str, tuple[int, bool, bool]]] = field(
        default_factory=dict[str, dict[str, tuple[int, bool, bool]]]
    )
    """For each field, by the schema its model stands for: its size, whether the field is always there, may be null."""
    enums: dict[str, set[type]] = field(default_factory=dict[str, set[type]])
    """Our enums that stand where Discord's stand, by Discord's name."""
    models: dict[str, set[type]] = field(default_factory=dict[str, set[type]])
    """Our structs that stand for Discord's objects, by Discord's name."""
    _visited: set[tuple[Any, ...]] = field(default_factory=set[tuple[Any, ...]])

    def compare(self, schema: Schema, annotation: Any, place: str, *, sent: bool) -> None:
        """Compare what a value may be by a schema with what it may be by an annotation.

        Args:
            schema: Discord's side.
            annotation: Our side.
            place: What the value is called, as `Model.field`.
            sent: Whether we send it; else we receive it.
        """
        options = [leaf for leaf in leaves(schema) if leaf.kind != "null"]
        self._scalars(options, annotation, place)
        for leaf in options:
            if leaf.kind == "array":
                self._array(leaf, annotation, place, sent=sent)
        self._objects([leaf for leaf in options if leaf.kind == "object"], annotation, place, sent=sent)

    def _scalars(self, options: Iterable[Leaf], annotation: Any, place: str) -> None:
        taken = ours.kinds(annotation)
        for leaf in options:
            if leaf.kind != "any" and leaf.kind not in taken:
                self.problems[place] = f"Discord: {leaf.kind}, here: {', '.join(sorted(taken - {'null'}))}"
            if leaf.name in enums():
                found = ours.enums_of(annotation)
                self.enums.setdefault(leaf.name, set()).update(found)
                if not found and leaf.kind in taken and not _is_literal(annotation):
                    self.problems[place] = f"Discord: one of {leaf.name}, here: any {leaf.kind}"

    def _array(self, leaf: Leaf, annotation: Any, place: str, *, sent: bool) -> None:
        held = ours.items_of(annotation)
        if held and "items" in leaf.schema:
            self.compare(leaf.schema["items"], held[0], f"{place}[]", sent=sent)

    def _objects(self, options: list[Leaf], annotation: Any, place: str, *, sent: bool) -> None:
        for leaf in options:
            if not leaf.properties:
                self._mapping(leaf, annotation, place, sent=sent)
                continue
            owners = owners_of(leaf, annotation)
            if not owners and "object" in ours.kinds(annotation):
                self.problems[place] = f"no model for {leaf.name or 'the object'}"
            for owner in owners:
                self._object(leaf, owner, place, sent=sent)

    def _mapping(self, leaf: Leaf, annotation: Any, place: str, *, sent: bool) -> None:
        values, held = leaf.schema.get("additionalProperties"), ours.items_of(annotation)
        if isinstance(values, dict) and held:
            self.compare(values, held[0], f"{place}{{}}", sent=sent)

    def _object(self, leaf: Leaf, owner: type, place: str, *, sent: bool) -> None:
        key = (leaf.name or repr(leaf.schema), owner, sent)
        if key in self._visited:
            return
        self._visited.add(key)
        for name in leaf.name.split("+"):
            self.models.setdefault(name, set()).add(owner)
        self.object_fields(leaf, ours.fields_of(owner), owner.__name__, sent=sent)

    def object_fields(self, leaf: Leaf, fields: Mapping[str, Any], owner: str, *, sent: bool) -> None:
        """Compare the properties of an object with named fields."""
        for name, schema in leaf.properties.items():
            place = f"{owner}.{name}"
            self.fields.add(place)
            if name not in fields:
                self.problems[place] = f"not here; Discord: {leaf.name or 'the object'}"
                continue
            said = (len(leaf.properties), name in leaf.required, may_be_null(schema))
            self.seen.setdefault(place, {})[leaf.name or repr(sorted(leaf.properties))] = said
            self.compare(schema, fields[name], place, sent=sent)

    def problems_of_certainty(self, owners: Iterable[type]) -> dict[str, str]:
        """Return the fields of received models that say too much, or too little, about being absent or null.

        Discord also sends parts of an object, so the largest of the schemas a model stands for says what is always
        there; that a field may be null counts wherever it is said.
        """
        found: dict[str, str] = {}
        for owner in owners:
            sizes = [said[0] for name in ours.fields_of(owner) for said in self._said(owner, name)]
            for name, annotation in ours.fields_of(owner).items():
                said = self._said(owner, name)
                if not said:
                    continue
                whole = [each for each in said if each[0] == max(sizes)]
                may_be_none = any(null for _, _, null in said) or not all(always for _, always, _ in whole) or not whole
                if ours.takes_none(annotation) is not may_be_none:
                    found[f"{owner.__name__}.{name}"] = (
                        "may be absent or null" if may_be_none else "always there, never null"
                    )
        return found

    def _said(self, owner: type, name: str) -> list[tuple[int, bool, bool]]:
        return list(self.seen.get(f"{owner.__name__}.{name}", {}).values())


def _has_fields(member: Any) -> bool:
    return ours.is_model(member) or (isinstance(member, type) and hasattr(member, "__required_keys__"))


def _is_literal(annotation: Any) -> bool:
    return any(getattr(member, "__origin__", None) is ours.typing.Literal for member in ours.members(annotation))


def owners_of(leaf: Leaf, annotation: Any) -> list[type]:
    """Return our structs that stand for an object: by its type where it has one, else the likest."""
    members = list(ours.members(annotation))
    structs = [member for member in members if _has_fields(member)]
    kinds = _type_values(leaf)
    for member in members:
        if ours.is_variant(member):
            return list({member.choose({"type": kind}) for kind in kinds or [None]})
    tagged = [struct for struct in structs if kinds & ours.tag_of(struct)]
    if tagged:
        return tagged
    untagged = [struct for struct in structs if not ours.tag_of(struct)] or structs
    shared = {struct: len(leaf.properties.keys() & ours.fields_of(struct).keys()) for struct in untagged}
    best = max(shared.values(), default=0)
    return [struct for struct, count in shared.items() if count == best][:1]


def _type_values(leaf: Leaf) -> set[Any]:
    """Return the values that the object's `type` may have."""
    schema = leaf.properties.get("type")
    if schema is None:
        return set()
    return {
        value
        for option in leaves(schema)
        for value in option.schema.get("enum", [option.schema["const"]] if "const" in option.schema else [])
    }
