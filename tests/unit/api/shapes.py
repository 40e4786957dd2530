"""Random JSON that fits a model, made from the model's own annotations."""

import importlib
import inspect
import pkgutil
import random
import types
from collections.abc import Callable, Sequence
from enum import Enum, IntFlag
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec

import scurrypy.api
from scurrypy.bases.components import ReceivedComponent
from scurrypy.wire.fields import fields
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import Text

COMPONENTS = (
    {"type": 1, "components": [{"type": 2, "style": 5, "url": "https://example.org"}]},
    {"type": 10, "content": "text"},
    {"type": 99, "novelty": True},
)

PLAIN: dict[Any, Callable[[random.Random], Any]] = {
    Any: lambda rng: rng.choice([None, 1, "x", [True]]),
    bool: lambda rng: rng.random() < 0.5,
    int: lambda rng: rng.randrange(2**31),
    float: lambda rng: rng.randrange(1000) / 8,
    str: lambda rng: "".join(rng.choices("abcdé 🦊", k=rng.randrange(8))),
    Text: lambda rng: "".join(rng.choices("abcdé 🦊", k=rng.randrange(8))),
    bytes: lambda _: "",
    Snowflake: lambda rng: str(rng.randrange(1, 2**63)),
}


def every_model() -> list[type[DataModel]]:
    found: set[type[DataModel]] = set()
    for module in pkgutil.walk_packages(scurrypy.api.__path__, "scurrypy.api."):
        for value in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(value) and issubclass(value, DataModel) and value.__module__ == module.name:
                found.add(value)
    return sorted(found, key=lambda model: (model.__module__, model.__name__))


def json_for(kind: Any, rng: random.Random, depth: int = 0) -> Any:
    """Return JSON that msgspec reads as `kind`."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return json_for(args[0], rng, depth)
    if origin in (Union, types.UnionType):
        members = [member for member in args if member is not type(None)]
        return json_for(rng.choice(members), rng, depth)
    if origin in (list, Sequence):
        return [json_for(args[0], rng, depth + 1) for _ in range(0 if depth > 3 else rng.randrange(3))]
    if origin is dict:
        return {str(json_for(args[0], rng)): json_for(args[1], rng, depth + 1) for _ in range(0 if depth > 3 else 2)}
    if kind is ReceivedComponent:
        return rng.choice(COMPONENTS)
    return _scalar(kind, rng, depth)


def _scalar(kind: Any, rng: random.Random, depth: int) -> Any:
    if kind in PLAIN:
        return PLAIN[kind](rng)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind, rng)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return object_for(kind, rng, depth + 1)
    # What is left is the input of a modal, read by what is in the object.
    return {"type": 4, "custom_id": "name", "value": "text"}


def _member(kind: type[Enum], rng: random.Random) -> Any:
    if issubclass(kind, IntFlag):
        bits = rng.getrandbits(53)
        return str(bits) if getattr(kind(0), "sent_as_text", False) else bits
    return rng.choice(_values(kind))


@cache
def _values(kind: type[Enum]) -> list[Any]:
    return [member.value for member in kind]


def object_for(model: type[msgspec.Struct], rng: random.Random, depth: int = 0) -> dict[str, Any]:
    """Return a JSON object that msgspec reads as `model`; the deeper, the fewer optional fields."""
    return {
        field.encode_name: json_for(field.type, rng, depth)
        for field in fields(model)
        if rng.random() < 0.9 / (depth + 1)
    }
