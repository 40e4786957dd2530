"""Every operation held against our methods; the tests assert on what this finds, `docs/coverage.md` shows it."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Unpack, get_origin

import msgspec

from scurrypy.wire.model import DataModel
from tests.official import ours
from tests.official.compare import Report
from tests.official.ours import Method
from tests.official.spec import Leaf, Operation, Schema, leaves, operations

ADDED_BY_METHODS = frozenset({"reason", "access_token", "authorization", "timeout"})
"""Parameters that are no property of the body and no query parameter."""


@dataclass
class Findings:
    """What was compared over all operations, and what differs, by kind of check."""

    routes: dict[str, str] = field(default_factory=dict[str, str])
    methods: dict[str, str] = field(default_factory=dict[str, str])
    query: dict[str, str] = field(default_factory=dict[str, str])
    body: dict[str, str] = field(default_factory=dict[str, str])
    answers: dict[str, str] = field(default_factory=dict[str, str])
    certainty: dict[str, str] = field(default_factory=dict[str, str])
    query_count: int = 0
    body_report: Report = field(default_factory=Report)
    answer_report: Report = field(default_factory=Report)


def methods_of(operation: Operation) -> tuple[Method, ...]:
    """Return our methods that make a request of an operation."""
    return ours.methods_by_route().get(operation.id.upper(), ())


@cache
def findings() -> Findings:
    """Compare everything once."""
    found = Findings()
    for operation in operations().values():
        _check_route(operation, found)
        found.query_count += len(operation.query)
        methods = methods_of(operation)
        if not methods:
            found.methods[operation.id] = f"no method for {operation.method} {operation.path}"
            continue
        taken = _taken_by(methods)
        for name in operation.query:
            if name not in taken:
                found.query[f"{operation.id}?{name}"] = f"not taken by {methods[0]}"
        if operation.body is not None:
            check_body(operation, operation.body, methods, found.body_report)
        for schema in operation.answers:
            _check_answer(operation, schema, methods, found.answer_report)
    found.body |= found.body_report.problems
    found.answers |= found.answer_report.problems
    found.certainty |= found.answer_report.problems_of_certainty(_received())
    return found


def _check_route(operation: Operation, found: Findings) -> None:
    route = ours.route_names().get(operation.id.upper())
    if route is None:
        found.routes[operation.id] = "no route"
    elif (route.method, route.template) != (operation.method, operation.path):
        found.routes[operation.id] = f"{route.method} {route.template} instead of {operation.method} {operation.path}"


def _taken_by(methods: tuple[Method, ...]) -> dict[str, Any]:
    """Return what all methods of an operation take together: parameters, and fields of what they take."""
    taken: dict[str, Any] = {}
    for method in methods:
        for name, annotation in method.parameters.items():
            if get_origin(annotation) is not Unpack:  # else the name is that of no parameter
                taken.setdefault(name, annotation)
            for member in ours.members(annotation):
                if ours.is_model(member) or hasattr(member, "__required_keys__"):
                    for key, value in ours.fields_of(member).items():
                        taken.setdefault(key, value)
    return taken


def check_body(operation: Operation, schema: Schema, methods: tuple[Method, ...], report: Report) -> None:
    """Compare the body of an operation with what our methods take."""
    taken = _taken_by(methods)
    for leaf in leaves(schema):
        if leaf.kind == "object" and leaf.properties:
            without_files = {k: v for k, v in leaf.properties.items() if not k.startswith("files[")}
            whole = Leaf("object", {**leaf.schema, "properties": without_files}, leaf.name)
            report.object_fields(whole, taken, operation.id, sent=True)
        elif leaf.kind == "array":
            lists = [value for value in taken.values() if "array" in ours.kinds(value)]
            if lists:
                report.compare(leaf.schema, lists[0], operation.id, sent=True)
            else:
                report.problems[operation.id] = f"no list is taken by {methods[0]}"


def _check_answer(operation: Operation, schema: Schema, methods: tuple[Method, ...], report: Report) -> None:
    for method in methods:
        if any(part in (None, ours.NONE) for part in ours.members(method.answer)) and len(methods) > 1:
            continue
        report.compare(schema, _inside(method.answer), f"{operation.id} -> {method}", sent=False)


def _inside(annotation: Any) -> Any:
    """Return what a method answers with once it is awaited or iterated over."""
    arguments = getattr(annotation, "__args__", ())
    name = getattr(getattr(annotation, "__origin__", None), "__name__", "")
    return list[arguments[0]] if name == "Pages" else annotation


def _received() -> list[type[DataModel]]:
    """Return every struct that is received, and never sent."""
    found: list[type[DataModel]] = []
    pending: list[type[msgspec.Struct]] = [DataModel]
    while pending:
        cls = pending.pop()
        pending += cls.__subclasses__()
        if cls.__name__.endswith("Model") and cls is not DataModel:
            found.append(cls)
    return found
