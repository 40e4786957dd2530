"""Discord's published files, and its JSON schemas in a form that can be compared."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("DISCORD_SPEC_DIR") or ROOT.parent / "shared" / "discord")

Schema: TypeAlias = dict[str, Any]

METHODS = ("get", "post", "put", "patch", "delete")
JSON_TYPE, FORM_TYPE = "application/json", "multipart/form-data"


def needs_spec() -> None:
    """Skip the module that calls this where Discord's files are not at hand."""
    if not FOLDER.is_dir():
        pytest.skip(
            f"Discord's published spec is not at {FOLDER}; name its folder in DISCORD_SPEC_DIR",
            allow_module_level=True,
        )


@cache
def read(name: str) -> Schema:
    """Return one of Discord's files."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def schemas() -> dict[str, Schema]:
    """Return every schema that has a name."""
    return read("openapi.json")["components"]["schemas"]


@dataclass(frozen=True)
class Operation:
    """One operation of the HTTP API."""

    id: str
    method: str
    path: str
    query: dict[str, Schema] = field(default_factory=dict[str, Schema])
    body: Schema | None = None
    answers: tuple[Schema, ...] = ()
    sends_json: bool = False

    def __str__(self) -> str:
        return self.id


@cache
def operations() -> dict[str, Operation]:
    """Return every operation, by its `operationId`."""
    found: dict[str, Operation] = {}
    for path, item in read("openapi.json")["paths"].items():
        for method in METHODS:
            if method in item:
                operation = _operation(path, method, item)
                found[operation.id] = operation
    return found


def _operation(path: str, method: str, item: Schema) -> Operation:
    entry = item[method]
    parameters = [*item.get("parameters", ()), *entry.get("parameters", ())]
    content = entry.get("requestBody", {}).get("content", {})
    answers = [response.get("content", {}) for status, response in entry["responses"].items() if status[0] == "2"]
    return Operation(
        id=entry["operationId"],
        method=method.upper(),
        path=path,
        query={each["name"]: each for each in parameters if each["in"] == "query"},
        sends_json=JSON_TYPE in content,
        body=(content.get(JSON_TYPE) or content.get(FORM_TYPE) or {}).get("schema"),
        answers=tuple(answer[JSON_TYPE]["schema"] for answer in answers if JSON_TYPE in answer),
    )


@dataclass(frozen=True)
class Leaf:
    """One thing that a value may be: a schema without references, and the name it was found under."""

    kind: str
    """`null`, `snowflake`, `string`, `integer`, `number`, `boolean`, `array`, `object` or `any`."""
    schema: Schema = field(hash=False, compare=False)
    name: str = ""

    @property
    def properties(self) -> dict[str, Schema]:
        return self.schema.get("properties", {})

    @property
    def required(self) -> frozenset[str]:
        return frozenset(self.schema.get("required", ()))


def leaves(schema: Schema, name: str = "") -> Iterator[Leaf]:
    """Yield everything a value of this schema may be: references followed, alternatives side by side."""
    if "$ref" in schema:
        target = schema["$ref"].rpartition("/")[2]
        yield from leaves(schemas()[target], target)
        return
    if is_enum(schema):
        yield Leaf(_kind(schema["type"], schema), schema, name)
        return
    for word in ("oneOf", "anyOf"):
        if word in schema:
            for alternative in schema[word]:
                yield from leaves(alternative)
            return
    if "allOf" in schema:
        yield from _merged(schema, name)
        return
    types = schema.get("type", "any")
    for each in [types] if isinstance(types, str) else types:
        yield Leaf(_kind(each, schema), schema, name)


def is_enum(schema: Schema) -> bool:
    """Whether a schema lists values, each of them with a name."""
    return "type" in schema and "oneOf" in schema and all("const" in each for each in schema["oneOf"])


def _kind(kind: str, schema: Schema) -> str:
    return "snowflake" if kind == "string" and schema.get("format") == "snowflake" else kind


def _merged(schema: Schema, name: str) -> Iterator[Leaf]:
    """Yield what fulfils several schemas at once: objects are put together, anything else is the first of them."""
    parts = [leaf for part in schema["allOf"] for leaf in leaves(part)]
    if any(part.kind != "object" for part in parts):
        yield from (Leaf(part.kind, {**part.schema, **schema}, part.name) for part in parts[:1])
        return
    merged: Schema = {"type": "object", "properties": dict(schema.get("properties", {})), "required": []}
    for part in parts:
        merged["properties"] |= part.properties
        merged["required"] += part.required
    yield Leaf("object", merged, name or "+".join(part.name for part in parts))


def may_be_null(schema: Schema) -> bool:
    """Whether a value of this schema may be null."""
    return any(leaf.kind in ("null", "any") for leaf in leaves(schema))


def enum_values(schema: Schema) -> dict[Any, str]:
    """Return the values of an enum, with Discord's names for them."""
    return {each["const"]: each.get("title", "") for each in schema["oneOf"]}


@cache
def enums() -> dict[str, dict[Any, str]]:
    """Return the values of every enum that has a name, with Discord's names for them."""
    return {name: enum_values(schema) for name, schema in schemas().items() if is_enum(schema)}
