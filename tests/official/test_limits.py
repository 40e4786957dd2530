"""Every limit that we declare beside a field we send, held against the one that Discord publishes."""

import math
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from scurrypy.api.commands import CommandOptionChoicePart
from scurrypy.api.interactions import ModalPart
from scurrypy.wire.limits import Count, Length, Limit, Range
from tests.official.checks import check_body, methods_of
from tests.official.compare import Report
from tests.official.deviations import judge
from tests.official.ours import members
from tests.official.spec import Leaf, Schema, is_enum, leaves, needs_spec, operations

needs_spec()

Bounds = tuple[float, float]

WORDS = {
    "string": (Length, "minLength", "maxLength"),
    "array": (Count, "minItems", "maxItems"),
    "object": (Count, "minProperties", "maxProperties"),
    "integer": (Range, "minimum", "maximum"),
    "number": (Range, "minimum", "maximum"),
}
"""Our class, and Discord's words, for the bounds of each kind of value."""

NONE_AT_ALL = {1521, 152133}
"""What Discord publishes where a list or a text has no limit of its own."""

CALLBACKS: dict[str, type] = {
    "ModalInteractionCallbackRequestData": ModalPart,
    "ApplicationCommandOptionStringChoice": CommandOptionChoicePart,
}
"""What answers an interaction, by Discord's name."""

WIDTHS = {-(2**31), 2**31 - 1, -(2**63), 2**63 - 1}
"""Bounds that say how a number is stored, not what it may be."""


@dataclass
class Limits(Report):
    """What was compared of limits, beside what every report compares."""

    declared: set[str] = field(default_factory=set[str])
    """Fields of ours that have limits where Discord publishes some."""
    undeclared: set[str] = field(default_factory=set[str])
    """Fields without any, where Discord publishes some."""
    bounds: dict[tuple[str, str], tuple[Bounds, Limit]] = field(
        default_factory=dict[tuple[str, str], tuple[Bounds, Limit]]
    )
    """Discord's and ours, by place and kind of value; of all objects that a struct stands for, the widest."""

    def compare(self, schema: Schema, annotation: Any, place: str, *, sent: bool) -> None:
        mine = list(limits_of(annotation))
        options = [leaf for leaf in leaves(schema) if leaf.kind in WORDS and not is_enum(leaf.schema)]
        for kind in {leaf.kind for leaf in options}:
            self._bounds(kind, [leaf for leaf in options if leaf.kind == kind], mine, place)
        super().compare(schema, annotation, place, sent=sent)

    def _bounds(self, kind: str, options: list[Leaf], mine: list[Limit], place: str) -> None:
        theirs = published(kind, options)
        own = [limit for limit in mine if isinstance(limit, WORDS[kind][0])]
        if theirs != (0, math.inf) or own:
            (self.declared if own else self.undeclared).add(place)
        for limit in own:
            known, _ = self.bounds.get((place, kind), (theirs, limit))
            self.bounds[place, kind] = (min(known[0], theirs[0]), max(known[1], theirs[1])), limit

    @property
    def differences(self) -> dict[str, str]:
        """Where ours are not Discord's."""
        found: dict[str, str] = {}
        for (place, _), (theirs, limit) in self.bounds.items():
            boundless = limit.most is None or limit.most in NONE_AT_ALL | WIDTHS
            mine = (limit.least, math.inf if boundless else limit.most)
            if mine != theirs:
                found[place] = f"Discord: {theirs[0]}-{theirs[1]}, here: {mine[0]}-{mine[1]}"
        return found


def published(kind: str, options: list[Leaf]) -> Bounds:
    """Return the bounds that a value of one kind has by its schemas: the widest, where there are several."""
    _, least, most = WORDS[kind]
    unbounded = -math.inf if kind in ("integer", "number") else 0
    lows = [option.schema.get(least, unbounded) for option in options]
    highs = [option.schema.get(most, math.inf) for option in options]
    low, high = min(lows), max(highs)
    if kind in ("integer", "number"):
        return (-math.inf if low in WIDTHS else low, math.inf if high in WIDTHS else high)
    return (low, math.inf if high in NONE_AT_ALL else high)


def limits_of(annotation: Any) -> Iterator[Limit]:
    """Yield the limits that are declared of a value itself."""
    if typing.get_origin(annotation) is typing.Annotated:
        yield from (each for each in annotation.__metadata__ if isinstance(each, Limit))
        yield from limits_of(typing.get_args(annotation)[0])
    elif typing.get_origin(annotation) in (typing.Required, typing.NotRequired):
        yield from limits_of(typing.get_args(annotation)[0])
    elif len(list(members(annotation))) > 1:
        for member in typing.get_args(annotation):
            yield from limits_of(member)


@cache
def findings() -> Limits:
    found = Limits()
    for operation in operations().values():
        methods = methods_of(operation)
        if operation.body is not None and methods:
            check_body(operation, operation.body, methods, found)
    # The body of an answer to an interaction is made of what several methods take.
    for name, kind in CALLBACKS.items():
        found.compare({"$ref": f"#/components/schemas/{name}"}, kind, kind.__name__, sent=True)
    return found


def test_our_limits_are_discords_or_it_is_said_why_not():
    assert judge("limits", findings().differences) == []


def test_what_was_compared_is_told():
    found = findings()
    assert len(found.declared) > 80
    print(f"\nlimits: {len(found.declared)} declared and compared, {len(found.undeclared)} fields without one")
