"""What differs between the public surface of ScurryPy 2.3.0.2, as data, and this package's."""

import dataclasses
import enum
import importlib
import inspect
import json
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import msgspec

HERE = Path(__file__).parent

Difference = tuple[str, str]
"""Where, as `module.Name.member`, and what is wrong there."""


@cache
def manifest() -> dict[str, Any]:
    """Return ScurryPy 2.3.0.2's surface."""
    return json.loads((HERE / "manifest.json").read_text())


@cache
def deviations() -> dict[str, list[str]]:
    """Return what may differ, by reason; an entry that ends in a star covers everything below."""
    return json.loads((HERE / "deviations.json").read_text())


def module_differences(module_name: str) -> list[Difference]:
    """Return every difference within one module."""
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        return [(module_name, f"cannot be imported: {error}")]
    entries = manifest()["modules"][module_name]
    return [found for name, entry in entries.items() for found in _name_differences(module, name, entry)]


def event_differences() -> list[Difference]:
    """Return every dispatch that 2.3 knew and that has another class here, or none."""
    events = importlib.import_module("scurrypy.core").EVENTS
    return [
        (f"EVENTS.{name}", f"expected {expected}, got {events.get(name)}")
        for name, expected in manifest()["EVENTS"].items()
        if getattr(events.get(name), "__name__", None) != expected
    ]


def count_names() -> int:
    """Return how many names, members, fields, keys and methods 2.3's surface has."""
    return sum(_count(entry) for entries in manifest()["modules"].values() for entry in entries.values())


def _count(entry: Any) -> int:
    if isinstance(entry, str):
        return 1
    return 1 + sum(len(entry.get(key, ())) for key in ("members", "keys", "fields", "methods"))


def _name_differences(module: ModuleType, name: str, entry: Any) -> Iterator[Difference]:
    where = f"{module.__name__}.{name}"
    if not hasattr(module, name):
        yield where, "is missing"
        return
    obj = getattr(module, name)
    if isinstance(entry, str):
        yield from _alias(where, obj, entry)
    elif entry["kind"] == "enum":
        yield from _enum(where, obj, entry)
    elif entry["kind"] == "typeddict":
        missing = [key for key in entry["keys"] if key not in typing.get_type_hints(obj)]
        yield from ((f"{where}.{key}", "is missing") for key in missing)
    elif entry["kind"] == "class":
        yield from _class(where, obj, entry)
    elif entry["kind"] == "function":
        yield from _function(where, obj, entry)
    elif type(obj).__name__ != entry["type"] and "Alias" not in entry["type"] and entry["type"] != "UnionType":
        yield where, f"is a {type(obj).__name__}, was a {entry['type']}"


def _alias(where: str, obj: Any, home: str) -> Iterator[Difference]:
    home_module, _, home_name = home.rpartition(".")
    try:
        original = getattr(importlib.import_module(home_module), home_name)
    except (ModuleNotFoundError, AttributeError):
        return  # reported at its home
    if original is not obj:
        yield where, f"is not {home}"


def _enum(where: str, obj: Any, entry: dict[str, Any]) -> Iterator[Difference]:
    if not (isinstance(obj, type) and issubclass(obj, enum.Enum)):
        yield where, "is no enum"
        return
    for name, value in entry["members"].items():
        member = obj.__members__.get(name)
        if member is None:
            yield f"{where}.{name}", "is missing"
        elif member.value != value:
            yield f"{where}.{name}", f"is {member.value!r}, was {value!r}"


def _class(where: str, obj: Any, entry: dict[str, Any]) -> Iterator[Difference]:
    if not isinstance(obj, type):
        yield where, "is no class"
        return
    ours = {base.__name__ for base in obj.__mro__}
    for base in entry.get("bases", ()):
        if base not in ours and base not in ("Protocol", "Generic") and not base.startswith("_"):
            yield f"{where}.__bases__", f"no longer has the base {base}"
    yield from _fields(where, obj, entry)
    if "init" in entry:
        yield from _parameters(f"{where}.__init__", entry["init"], obj)
    for name, method in entry.get("methods", {}).items():
        yield from _method(f"{where}.{name}", obj, name, method)


def _fields(where: str, obj: type, entry: dict[str, Any]) -> Iterator[Difference]:
    if "fields" not in entry:
        return
    ours = field_names(obj)
    for name in entry["fields"]:
        if name not in ours and not isinstance(inspect.getattr_static(obj, name, None), property):
            yield f"{where}.{name}", "is missing"
    positional = entry.get("positional", [])
    if obj.__name__.endswith(("Model", "Event")):
        kept = [name for name in positional if name in ours]
        if kept != [name for name in ours if name in kept]:
            yield f"{where}.__init__", f"order was {kept}"
    elif ours[: len(positional)] != positional:
        yield f"{where}.__init__", f"begins with {ours[: len(positional)]}, was {positional}"


def field_names(obj: Any) -> list[str]:
    """Return the fields of a struct or dataclass, in the order of its positional arguments."""
    if issubclass(obj, msgspec.Struct):
        return list(obj.__struct_fields__)
    if dataclasses.is_dataclass(obj):
        return [field.name for field in dataclasses.fields(obj) if field.init and not field.kw_only]
    return []


def _method(where: str, obj: type, name: str, entry: Any) -> Iterator[Difference]:
    ours = inspect.getattr_static(obj, name, None)
    if ours is None:
        yield where, "is missing"
    elif entry == "property":
        if isinstance(ours, FunctionType):
            yield where, "is a method, was a property"
    else:
        yield from _function(where, getattr(ours, "__func__", ours), entry)


def _function(where: str, function: Any, entry: dict[str, Any]) -> Iterator[Difference]:
    if not callable(function):
        yield where, "cannot be called"
        return
    if entry.get("async", False) != inspect.iscoroutinefunction(function):
        yield where, "is not async as it was"
    if entry["signature"] is not None:
        yield from _parameters(where, entry["signature"], function)


def _parameters(where: str, theirs: list[str], function: Any) -> Iterator[Difference]:
    """Whatever call 2.3 accepted must be accepted, and mean the same: ours may only add what can be left out."""
    ours = list(inspect.signature(function).parameters.values())
    by_name = {parameter.name: parameter for parameter in ours}
    keyword_only = False
    for position, written in enumerate(theirs):
        if written == "*":
            keyword_only = True
            continue
        name, has_default, default = written.partition("=")
        parameter = by_name.get(name.lstrip("*"))
        if parameter is None:
            yield where, f"takes no {name}"
        elif has_default and written_default(parameter) != default:
            yield where, f"the default of {name} is {written_default(parameter)}, was {default}"
        elif not keyword_only and not name.startswith("*") and ours.index(parameter) != position:
            yield where, f"{name} is in another place"
    known = {written.partition("=")[0].lstrip("*") for written in theirs}
    for parameter in ours:
        optional = parameter.default is not parameter.empty or parameter.kind in (
            parameter.VAR_POSITIONAL,
            parameter.VAR_KEYWORD,
        )
        if parameter.name not in known and not optional:
            yield where, f"needs {parameter.name}, too"


def written_default(parameter: inspect.Parameter) -> str:
    """Return the default as the manifest writes it; empty where there is none."""
    if parameter.default is parameter.empty:
        return ""
    if isinstance(parameter.default, enum.Enum):
        return f"{type(parameter.default).__name__}.{parameter.default.name}"
    return repr(parameter.default)
