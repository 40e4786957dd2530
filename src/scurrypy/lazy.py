"""Packages that load what they offer when it is first asked for: a bot pays for what it uses.

A package that offers names of its modules lists them twice: for type checkers, and for `lazily`. `tests/house` holds
the two together.
"""

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any


def lazily(package: str, modules: Mapping[str, Sequence[str]]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package, which imports a module when one of its names is first asked for.

    Args:
        package: Name of the package.
        modules: The names that each module holds; a module's name begins with a dot where it is in the package.
    """
    where = {name: module for module, names in modules.items() for name in names}

    def load(name: str) -> Any:
        module = where.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(module, package), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
