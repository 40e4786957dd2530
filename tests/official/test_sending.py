"""What our methods send, made of our own parts, is what Discord's request schemas accept."""

import asyncio
import json
import os
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from scurrypy.wire import codec
from scurrypy.wire.errors import InvalidRequest, MissingField
from tests.official.build import Builder
from tests.official.checks import methods_of
from tests.official.generate import BITFIELDS
from tests.official.ours import Method
from tests.official.spec import JSON_TYPE, Leaf, Operation, leaves, needs_spec, operations, read
from tests.unit.resources.cases import CASES, RESOURCES
from tests.unit.resources.recorder import Recorder

needs_spec()

EXAMPLES = int(os.environ.get("SCURRYPY_EXAMPLES", "30"))
"""Seeds for each method; a failing one is printed, and replays."""

SPEC = "urn:discord"
REGISTRY: Registry[Any] = Registry().with_resource(SPEC, Resource(read("openapi.json"), DRAFT202012))

COUNTS: Counter[str] = Counter()


class AnyRecorder(Recorder):
    """Takes whatever else a resource passes on."""

    async def request(self, method: str, endpoint: str, **rest: Any) -> Any:
        kept = {name: rest.get(name) for name in ("data", "params", "files", "assets")}
        return await super().request(method, endpoint, **kept)


def validator(operation: Operation) -> Draft202012Validator:
    """Return what judges the body of an operation."""
    path = operation.path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
    content = JSON_TYPE.replace("/", "~1")
    pointer = f"{SPEC}#/paths/{path}/{operation.method.lower()}/requestBody/content/{content}/schema"
    return Draft202012Validator({"$ref": pointer}, registry=REGISTRY)


def senders() -> list[tuple[Operation, Method]]:
    """Return every method that sends a JSON body, with its operation."""
    return [
        (operation, method)
        for operation in operations().values()
        if operation.body is not None and operation.sends_json
        for method in methods_of(operation)
        if operation.id not in NOT_SAID
    ]


def resource_for(method: Method, http: Recorder) -> tuple[Any, Any]:
    """Return the resource of a method, and an answer that it can read."""
    for case in CASES:
        if case.method == method.name and type(RESOURCES[case.resource](None)).__name__ == method.owner:
            return RESOURCES[case.resource](http), case.answer
    raise LookupError(f"no case calls {method}")


NOT_SAID = {"action_guild_join_request": "the spec lists no value at all for `action`"}
"""Operations whose schema no body fulfils, and why."""

CALLBACKS = {
    "respond": 4,
    "defer_respond": 5,
    "defer_update": 6,
    "update": 7,
    "respond_autocomplete": 8,
    "respond_modal": 9,
    "respond_launch_activity": 12,
    "respond_purchase_eligibility": 13,
}
"""The type of an interaction's answer, by the method that gives it; the method takes what is in `data`."""


def bodies(operation: Operation, method: Method) -> list[Leaf]:
    """Return what the body of a method may be made of."""
    options = [leaf for leaf in leaves(operation.body or {}) if leaf.kind in ("object", "array")]
    if operation.id != "create_interaction_response":
        return options
    kind = CALLBACKS[method.name]
    answers = [leaf for leaf in options if kind in next(leaves(leaf.properties["type"])).schema["enum"]]
    data = [leaf.properties.get("data", {"type": "object", "properties": {}}) for leaf in answers]
    return [leaf for schema in data for leaf in leaves(schema) if leaf.kind == "object"]


@pytest.mark.parametrize(("operation", "method"), senders(), ids=str)
def test_what_a_method_sends_is_what_the_schema_accepts(operation: Operation, method: Method):
    judge = validator(operation)

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(seed=st.integers(0, 2**32))
    def check(seed: int) -> None:
        sent = asyncio.run(body_of(operation, method, seed))
        problems = [_told(error) for error in judge.iter_errors(_with_plain_bits(sent))] if sent is not None else []
        assert problems == [], json.dumps(sent)[:2000]

    check()


async def body_of(operation: Operation, method: Method, seed: int) -> Any:
    """Return the body that a drawn call sends; None where it sends none, or is refused before."""
    http = AnyRecorder()
    resource, http.answer = resource_for(method, http)
    options = bodies(operation, method)
    arguments = Builder(seed).call(method, options[seed % len(options)])
    try:
        await getattr(resource, method.name)(**arguments)
    except (InvalidRequest, MissingField) as refused:
        COUNTS[f"refused: {type(refused).__name__}"] += 1
        return None
    COUNTS["sent" if http.call.data is not None else "sent without a body"] += 1
    return None if http.call.data is None else json.loads(codec.encode(http.call.data))


def test_most_bodies_were_sent():
    print(f"\nmethods: {len(senders())}, bodies: {dict(COUNTS)}")
    assert COUNTS["sent"] > 2 * sum(count for name, count in COUNTS.items() if name.startswith("refused"))


def _with_plain_bits(value: Any) -> Any:
    """Return a body with permissions as numbers: the spec calls them so, the documentation text, which we send."""
    if isinstance(value, dict):
        return {
            name: int(item) if name in BITFIELDS and isinstance(item, str) else _with_plain_bits(item)
            for name, item in value.items()
        }
    return [_with_plain_bits(item) for item in value] if isinstance(value, list) else value


def _told(error: ValidationError) -> str:
    """Return the most telling of the reasons why a schema refuses."""
    closest = error
    while closest.context:
        # Of several alternatives, the one that was almost fulfilled: the problem lies deepest in it.
        closest = max(closest.context, key=lambda each: (len(each.path), each.validator != "type"))
    return f"{closest.json_path}: {closest.message[:200]}"
