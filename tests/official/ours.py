"""What this package offers, in a form that can be compared: methods by operation, fields, kinds of value."""

import ast
import enum
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

import scurrypy.api
import scurrypy.events
import scurrypy.params
import scurrypy.resources
from scurrypy import routes, running
from scurrypy.api.data_uri import DataURIPart
from scurrypy.api.image_data import ImageAssetPart
from scurrypy.enums.enum_types import DiscordFlags
from scurrypy.routes import Route
from scurrypy.wire.fields import fields
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import Text
from scurrypy.wire.upload import Upload

for _package in (scurrypy.api, scurrypy.events, scurrypy.params, scurrypy.resources):
    for _module in pkgutil.walk_packages(_package.__path__, f"{_package.__name__}."):
        importlib.import_module(_module.name)  # a marker knows only those of its parts that are loaded

NONE = type(None)


@cache
def route_names() -> dict[str, Route]:
    """Return every route, by the name of its constant."""
    return {name: value for name, value in vars(routes).items() if isinstance(value, Route)}


@dataclass(frozen=True)
class Method:
    """A method that makes requests, or a function that does."""

    owner: str
    name: str
    function: Any

    def __str__(self) -> str:
        return f"{self.owner}.{self.name}"

    @property
    def hints(self) -> dict[str, Any]:
        return typing.get_type_hints(self.function, include_extras=True)

    @property
    def parameters(self) -> dict[str, Any]:
        """Return what each parameter takes; `**options` is named by what it unpacks."""
        hints, found = self.hints, {}
        for parameter in inspect.signature(self.function, eval_str=True).parameters.values():
            if parameter.name != "self":
                found[parameter.name] = hints.get(parameter.name, Any)
        return found

    def needs(self, name: str) -> bool:
        """Whether a call without this parameter is refused."""
        parameter = inspect.signature(self.function, eval_str=True).parameters[name]
        return parameter.default is inspect.Parameter.empty and parameter.kind is not inspect.Parameter.VAR_KEYWORD

    @property
    def answer(self) -> Any:
        return self.hints.get("return", Any)


@cache
def methods_by_route() -> dict[str, tuple[Method, ...]]:
    """Return the methods whose body names a route, by the name of its constant."""
    found: dict[str, list[Method]] = {}
    for name in scurrypy.resources.__all__:
        cls = getattr(scurrypy.resources, name)
        for attribute, function in inspect.getmembers(cls, inspect.isfunction):
            if not attribute.startswith("_"):
                _note(found, Method(name, attribute, function), cls)
    for attribute, function in inspect.getmembers(running, inspect.isfunction):
        if function.__module__ == running.__name__:
            _note(found, Method("running", attribute, function), None)
    return {name: tuple(methods) for name, methods in found.items()}


def _note(found: dict[str, list[Method]], method: Method, cls: type | None) -> None:
    for name in _names_in(method.function, cls) & route_names().keys():
        found.setdefault(name, []).append(method)


def _names_in(function: Any, cls: type | None) -> set[str]:
    """Return the names in a function, and in the private methods of its class that it calls."""
    nodes = list(ast.walk(ast.parse(inspect.cleandoc("\n" + inspect.getsource(function)))))
    called = {node.attr for node in nodes if isinstance(node, ast.Attribute) and node.attr.startswith("_")}
    inner = [vars_of for name in called if inspect.isfunction(vars_of := getattr(cls, name, None))]
    own = {node.id for node in nodes if isinstance(node, ast.Name)}
    return own.union(*(_names_in(helper, cls) for helper in inner))


def members(annotation: Any) -> Iterator[Any]:
    """Yield everything a value of this annotation may be, without the wrapping."""
    origin = get_origin(annotation)
    if origin is typing.Annotated or origin is typing.Unpack or origin in (typing.Required, typing.NotRequired):
        yield from members(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from members(member)
    else:
        yield from variants(annotation)


def takes_none(annotation: Any) -> bool:
    """Whether None is among what a value may be."""
    return any(member in (NONE, None, Any) for member in members(annotation))


def variants(member: Any) -> list[Any]:
    """Return the structs behind a marker that has no field of its own; else just the member."""
    is_marker = isinstance(member, type) and member.__module__.startswith("scurrypy.bases.")
    if is_marker and not (is_model(member) and fields(member)):
        return [leaf for child in member.__subclasses__() for leaf in variants(child)]
    return [member]


def is_model(member: Any) -> bool:
    """Whether a member of an annotation is one of our structs."""
    return isinstance(member, type) and issubclass(member, DataModel)


def tag_of(struct: type) -> set[Any]:
    """Return the value of `type` that a struct carries of itself."""
    if not is_model(struct):
        return set()
    return {
        int(each.default) if isinstance(each.default, int) else each.default
        for each in fields(struct)
        if each.name == "type" and each.default not in (msgspec.NODEFAULT, None)
    }


def is_tagged(owner: type) -> bool:
    """Whether a struct carries its `type` of itself."""
    return bool(tag_of(owner))


def is_variant(member: Any) -> bool:
    """Whether a member of an annotation is one whose struct depends on what the object says."""
    return isinstance(member, type) and hasattr(member, "choose")


@cache
def fields_of(owner: type) -> dict[str, Any]:
    """Return the fields of a struct, or the keys of a typed mapping, with their annotations."""
    if is_model(owner):
        return {each.encode_name: each.type for each in fields(owner)}
    return typing.get_type_hints(owner, include_extras=True)


def is_mapping(member: Any) -> bool:
    """Whether a member of an annotation is a mapping of its own making."""
    origin = get_origin(member)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def items_of(annotation: Any) -> list[Any]:
    """Return what the lists and mappings among the members of an annotation hold."""
    held: list[Any] = []
    for member in members(annotation):
        origin = get_origin(member)
        if is_mapping(member):
            held.append(get_args(member)[1])
        elif isinstance(origin, type) and issubclass(origin, (Sequence, typing.Iterable)):
            held.append(get_args(member)[0])
    return held


def enums_of(annotation: Any) -> list[type[enum.Enum]]:
    """Return the enums among the members of an annotation, and of what its lists hold."""
    held = [member for item in items_of(annotation) for member in members(item)]
    return [each for each in [*members(annotation), *held] if isinstance(each, type) and issubclass(each, enum.Enum)]


def kinds(annotation: Any) -> set[str]:
    """Return the kinds of JSON value that a value of this annotation is read from or sent as."""
    return {kind for member in members(annotation) for kind in _kinds(member)}


def _kinds(member: Any) -> tuple[str, ...]:
    origin = get_origin(member) or member
    if origin is typing.Literal:
        return tuple({"integer" if isinstance(value, int) else "string" for value in get_args(member)})
    if origin is Any:
        return ("snowflake", "string", "integer", "number", "boolean", "array", "object", "null")
    for base, found in _KINDS:
        if isinstance(origin, type) and issubclass(origin, base):
            return found
    return ("object",)


_KINDS: tuple[tuple[type, tuple[str, ...]], ...] = (
    (NONE, ("null",)),
    (bool, ("boolean",)),
    (Snowflake, ("snowflake", "integer")),
    (DiscordFlags, ("integer", "string", "snowflake")),
    (int, ("integer", "snowflake")),
    (float, ("number", "integer")),
    (Text, ("string", "integer", "number", "boolean", "snowflake")),
    (str, ("string",)),
    (Upload, ("string",)),
    (DataURIPart, ("string",)),
    (ImageAssetPart, ("string",)),
    (Mapping, ("object",)),
    (Sequence, ("array",)),
    (typing.Iterable, ("array",)),
)
"""Kinds of JSON value, by class; the first that fits."""
