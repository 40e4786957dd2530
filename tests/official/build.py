"""Bodies made of our own parts: the spec says which fields go together, our annotations say what is in them."""

import enum
import random
import re
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

import msgspec

from scurrypy.api.data_uri import DataURIPart
from scurrypy.api.image_data import ImageDataPart
from scurrypy.enums.enum_types import DiscordFlags
from scurrypy.wire.limits import Count, Length, Limit, Pattern, Range
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import Text
from tests.official import ours
from tests.official.compare import owners_of
from tests.official.ours import Method
from tests.official.spec import Leaf, Schema, enum_values, is_enum, leaves

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
OGG = b"OggS" + bytes(60)
DEEPEST = 4
"""Objects inside objects inside …: below this, only what the spec requires is there."""
WORDS = ("ping", "a", "Say hello", "grün 🦊", "x-1")
YOUNG = ((1 << 41) - 1) << 22
"""An id that no message will be older than for a long time."""
DATES = "2026-11-25T12:34:56+00:00"
ADDRESS = "https://example.com/a.png"
PATTERNED = ("7", "#ff00aa", "word", "a@example.com")
"""Texts, one of which has the form that a pattern of the spec asks for."""


class Builder:
    """Draws calls of our methods; the same seed draws the same calls."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)

    def call(self, method: Method, body: Leaf) -> dict[str, Any]:
        """Return arguments for a method that fill a body of this kind."""
        arguments: dict[str, Any] = {}
        for name, annotation in method.parameters.items():
            if get_origin(annotation) is typing.Unpack:
                arguments |= self._mapping(body, get_args(annotation)[0], 0)
            elif name in body.properties:
                arguments[name] = self.value(body.properties[name], annotation, 0)
            elif body.kind == "array" and "array" in ours.kinds(annotation):
                arguments[name] = self.value(body.schema, annotation, 0)
            elif structs := [each for each in ours.members(annotation) if ours.is_model(each)]:
                # Of several parts, the one that has most of the body.
                chosen = max(structs, key=lambda part: len(body.properties.keys() & ours.fields_of(part).keys()))
                arguments[name] = self._struct(body, chosen, 0)
            elif method.needs(name):
                arguments[name] = self._needed(annotation, body)
        return arguments

    def _needed(self, annotation: Any, body: Leaf) -> Any:
        """Return something for a parameter that the body does not name: an id, ids, or the whole body."""
        if "object" in ours.kinds(annotation) and not body.properties:
            return self.value(body.schema, annotation, 0)
        if "array" in ours.kinds(annotation):
            return [Snowflake(YOUNG + number) for number in range(2)]
        return self._scalar(annotation, Leaf("string", {}))

    def value(self, schema: Schema, annotation: Any, depth: int) -> Any:
        """Return something that our annotation allows, of one of the kinds that the schema names."""
        options = [leaf for leaf in leaves(schema) if leaf.kind in ours.kinds(annotation) and leaf.kind != "null"]
        options = options or [Leaf("null", {})]
        if ours.takes_none(annotation) and any(leaf.kind == "null" for leaf in leaves(schema)) and self._chance(0.2):
            return None
        leaf = self._rng.choice(options)
        if leaf.kind == "array":
            return self._list(leaf, annotation, depth)
        if leaf.kind == "object":
            return self._object(leaf, annotation, depth)
        return self._scalar(annotation, leaf)

    def _chance(self, share: float) -> bool:
        return self._rng.random() < share

    def _list(self, leaf: Leaf, annotation: Any, depth: int) -> list[Any]:
        held = ours.items_of(annotation)
        bounds = [limit for limit in limits_of(annotation) if isinstance(limit, Count)]
        least = max([int(bound.least) for bound in bounds], default=0)
        most = min([int(bound.most) for bound in bounds if bound.most is not None], default=3)
        least = max(least, leaf.schema.get("minItems", 0))
        size = self._rng.randint(least, max(least, min(most, least + 2))) if depth < DEEPEST else least
        drawn = [self.value(leaf.schema.get("items", {}), held[0], depth + 1) for _ in range(size)]
        return list(dict.fromkeys(drawn)) if leaf.schema.get("uniqueItems") and _hashable(drawn) else drawn

    def _object(self, leaf: Leaf, annotation: Any, depth: int) -> Any:
        if not leaf.properties:
            held = ours.items_of(annotation)
            inner = leaf.schema.get("additionalProperties")
            if not held or not isinstance(inner, Mapping):
                return {}
            is_needed = leaf.schema.get("minProperties", 0) > 0
            names = leaf.schema.get("propertyNames", {}).get("enum") or self._names(annotation)
            return {names[0]: self.value(inner, held[0], depth + 1)} if is_needed or self._chance(0.5) else {}
        owners = owners_of(leaf, annotation)
        if not owners:
            return self._scalar(annotation, leaf)
        owner = self._rng.choice(owners)
        return self._struct(leaf, owner, depth) if ours.is_model(owner) else self._mapping(leaf, owner, depth)

    def _names(self, annotation: Any) -> list[Any]:
        """Return what the keys of a mapping may be: members of an enum, or text."""
        keys = [get_args(member)[0] for member in ours.members(annotation) if ours.is_mapping(member)]
        named = [list(key) for key in keys if isinstance(key, type) and issubclass(key, enum.Enum)]
        numbers = [["7"] for key in keys if isinstance(key, type) and issubclass(key, int)]
        return [*named, *numbers, ["de"]][0]

    def _struct(self, leaf: Leaf, owner: type, depth: int) -> Any:
        taken = {each.encode_name: each.name for each in msgspec.structs.fields(owner)}
        return owner(**{taken[name]: value for name, value in self._fields(leaf, owner, depth) if value is not None})

    def _mapping(self, leaf: Leaf, owner: type, depth: int) -> dict[str, Any]:
        return dict(self._fields(leaf, owner, depth))

    def _fields(self, leaf: Leaf, owner: type, depth: int) -> Iterator[tuple[str, Any]]:
        for name, annotation in ours.fields_of(owner).items():
            if name not in leaf.properties or (name == "type" and ours.is_tagged(owner)):
                continue
            if name in leaf.required or (depth < DEEPEST and self._chance(0.5)):
                yield name, self.value(leaf.properties[name], annotation, depth + 1)

    def _scalar(self, annotation: Any, leaf: Leaf) -> Any:
        fitting = [each for each in ours.members(annotation) if leaf.kind in ours.kinds(each)] or [
            each for each in ours.members(annotation) if each is not ours.NONE
        ]
        member = self._rng.choice(fitting)
        if get_origin(member) is typing.Literal:
            return self._rng.choice(get_args(member))
        if isinstance(member, type) and issubclass(member, DataURIPart):
            return member(data=PNG if issubclass(member, ImageDataPart) else OGG)
        if isinstance(member, type) and issubclass(member, enum.Enum):
            return self._member(member, leaf)
        return self._plain(member, limits_of(annotation), leaf)

    def _member(self, kind: type[enum.Enum], leaf: Leaf) -> Any:
        known = list(kind.__members__.values())
        if issubclass(kind, DiscordFlags):
            return kind(sum({int(member) for member in self._rng.sample(known, min(2, len(known)))}))
        allowed = _listed(leaf)
        return self._rng.choice([member for member in known if not allowed or member.value in allowed])

    def _plain(self, member: Any, limits: list[Limit], leaf: Leaf) -> Any:
        if member is bool:
            return self._chance(0.5)
        if leaf.kind == "snowflake" and isinstance(member, type) and issubclass(member, int):
            return Snowflake(self._rng.randrange(1, 1 << 53))
        if isinstance(member, type) and issubclass(member, (int, float)):
            return member(self._number(limits, leaf))
        if isinstance(member, type) and issubclass(member, (str, Text)):
            return self._text(limits, leaf)
        return {} if leaf.kind == "object" else "text"

    def _number(self, limits: list[Limit], leaf: Leaf) -> float:
        bounds = [limit for limit in limits if isinstance(limit, Range)]
        least = max([bound.least for bound in bounds], default=0)
        most = min([bound.most for bound in bounds if bound.most is not None], default=least + 1000)
        return self._rng.choice(_listed(leaf) or (least, most))

    def _text(self, limits: list[Limit], leaf: Leaf) -> str:
        if _listed(leaf):
            return self._rng.choice(_listed(leaf))
        known = {"date-time": DATES, "uri": ADDRESS, "snowflake": "7"}.get(leaf.schema.get("format", ""))
        pattern = leaf.schema.get("pattern")
        if known or pattern:
            return known or next(text for text in PATTERNED if re.search(pattern, text))
        text = self._rng.choice(WORDS)
        if any(isinstance(limit, Pattern) for limit in limits):
            text = "word"
        for limit in limits:
            if isinstance(limit, Length):
                most = int(limit.most if limit.most is not None else len(text))
                size = min(max(self._rng.choice((int(limit.least), most, len(text))), int(limit.least)), most)
                text = text.ljust(size, "x")[:size]
        return text


def limits_of(annotation: Any) -> list[Limit]:
    """Return the limits that an annotation declares."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return [mark for mark in marks if isinstance(mark, Limit)] + limits_of(inner)
    if get_origin(annotation) in (typing.Union, ours.UnionType, typing.Required, typing.NotRequired):
        return [limit for member in get_args(annotation) for limit in limits_of(member)]
    return []


def _listed(leaf: Leaf) -> list[Any]:
    """Return the values that a schema lists; none where any will do."""
    schema = leaf.schema
    if "const" in schema:
        return [schema["const"]]
    named = list(enum_values(schema)) if is_enum(schema) else []
    return schema.get("enum") or named


def _hashable(values: list[Any]) -> bool:
    return all(isinstance(value, (str, int, float)) for value in values)
