"""Write the public surface of an installed ScurryPy as JSON: names, kinds, signatures, fields, members.

Run with the interpreter of an environment that holds ScurryPy 2.3.0.2, never with the project's own:

    /path/to/env/bin/python tools/compat_manifest.py > tests/compat/manifest.json

Only what a program can observe is written; no code of that package is read. One line for each module. A string is a
re-export and says from where. What a module that is no package and has no `__all__` imported for its own use is left
out, and so are inherited methods: they are written once, with the class that defines them.
"""

import dataclasses
import enum
import importlib
import inspect
import json
import pkgutil
import sys
import types
import typing
from typing import Any


def signature(function: Any) -> list[str] | None:
    """Return the parameters as they are written in Python, without annotations; None where there is no signature."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    written: list[str] = []
    for parameter in parameters:
        if parameter.kind is parameter.KEYWORD_ONLY and not any(text.startswith("*") for text in written):
            written.append("*")
        written.append(_written(parameter))
    return written


def _written(parameter: inspect.Parameter) -> str:
    default = parameter.default
    if isinstance(default, enum.Enum):
        return f"{parameter.name}={type(default).__name__}.{default.name}"
    return str(parameter.replace(annotation=parameter.empty))


def _methods(cls: type) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, raw in sorted(vars(cls).items()):
        if name.startswith("_"):
            continue
        target = raw.__func__ if isinstance(raw, (classmethod, staticmethod)) else raw
        if isinstance(target, types.FunctionType):
            found[name] = _function(target)
        elif isinstance(target, property):
            found[name] = "property"
    return found


def _function(function: Any) -> dict[str, Any]:
    entry: dict[str, Any] = {"signature": signature(function)}
    if inspect.iscoroutinefunction(function):
        entry["async"] = True
    return entry


def describe(obj: Any) -> dict[str, Any]:
    """Describe one exported object by what can be seen of it from outside."""
    if isinstance(obj, type) and issubclass(obj, enum.Enum):
        return {"kind": "enum", "members": {name: member.value for name, member in obj.__members__.items()}}
    if typing.is_typeddict(obj):
        return {"kind": "typeddict", "keys": list(obj.__annotations__)}
    if isinstance(obj, type):
        return {"kind": "class"} | _class(obj)
    if callable(obj) and not typing.get_origin(obj):
        return {"kind": "function"} | _function(obj)
    return {"kind": "value", "type": type(obj).__name__}


def _class(cls: type) -> dict[str, Any]:
    entry: dict[str, Any] = {"bases": [base.__name__ for base in cls.__mro__[1:-1]]}
    if dataclasses.is_dataclass(cls):
        fields = dataclasses.fields(cls)
        entry["fields"] = [field.name for field in fields]
        entry["positional"] = [field.name for field in fields if field.init]
    elif not issubclass(cls, BaseException) and "__init__" in vars(cls):
        entry["init"] = signature(cls)
    methods = _methods(cls)
    if methods:
        entry["methods"] = methods
    return {key: value for key, value in entry.items() if value not in ([], None)}


def _module(name: str, package: str) -> dict[str, Any]:
    module = importlib.import_module(name)
    names = getattr(module, "__all__", None)
    offers_imports = names is not None or hasattr(module, "__path__")
    entries: dict[str, Any] = {}
    for exported in sorted(set(names or [n for n in vars(module) if not n.startswith("_")])):
        obj = getattr(module, exported, None)
        home = getattr(obj, "__module__", name) or name
        is_type_alias = typing.get_origin(obj) is not None and not _imported(obj, exported, name, package)
        if isinstance(obj, (types.ModuleType, typing.TypeVar)):
            continue
        if home == name or is_type_alias:
            entries[exported] = describe(obj)
        elif offers_imports and home.startswith(package):
            entries[exported] = f"{home}.{getattr(obj, '__qualname__', exported)}"
    return entries


def _imported(alias: Any, name: str, module: str, package: str) -> bool:
    """Return whether a type alias, which does not know its home, comes from the package's module of types."""
    home = f"{package}.core.types"
    return module != home and getattr(importlib.import_module(home), name, None) is alias


def manifest(package: str) -> dict[str, Any]:
    """Describe every public name of every public module below `package`."""
    root = importlib.import_module(package)
    modules = sorted([package] + [m.name for m in pkgutil.walk_packages(root.__path__, package + ".")])
    core = importlib.import_module(package + ".core")
    return {
        "EVENTS": {str(name): event.__name__ for name, event in sorted(core.EVENTS.items())},
        "modules": {name: _module(name, package) for name in modules},
    }


def lines(surface: dict[str, Any]) -> str:
    """Return `surface` as JSON with one line for each module."""
    modules = ",\n".join(f"{json.dumps(name)}: {_compact(entries)}" for name, entries in surface["modules"].items())
    return f'{{"EVENTS": {_compact(surface["EVENTS"])},\n"modules": {{\n{modules}\n}}}}\n'


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), default=str)


if __name__ == "__main__":
    sys.stdout.write(lines(manifest("scurrypy")))
