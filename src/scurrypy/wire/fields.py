"""What the fields of a struct are declared to be, also where they are kept otherwise until they are read."""

import sys
from functools import cache
from types import SimpleNamespace
from typing import Any, get_type_hints

import msgspec


class Declared:
    """What a field is declared to be that is kept as something else."""

    __slots__ = ("annotation", "name", "owner")

    def __init__(self, name: str, annotation: Any, owner: type) -> None:
        self.name: str = name
        """Name of the field."""
        self.annotation: Any = annotation
        """Its annotation as it was written."""
        self.owner: type = owner
        """The class that declares it."""

    @property
    def kind(self) -> Any:
        """The type it is declared with; forward references in it are followed now, when the other class exists."""
        written = SimpleNamespace(__annotations__={self.name: self.annotation})
        return get_type_hints(written, vars(sys.modules[self.owner.__module__]), include_extras=True)[self.name]


_noted: dict[type, dict[str, Declared]] = {}


def note(kind: type[msgspec.Struct], declared: dict[str, Declared]) -> None:
    """Note what fields of a class are declared to be for which msgspec is told another type."""
    _noted[kind] = declared


@cache
def fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Return the fields of a struct, each with the type it is declared with.

    `msgspec.structs.fields` says `Raw` of those that stay JSON until they are read. It also evaluates all annotations
    anew each time.
    """
    declared: dict[str, Declared] = {}
    for owner in reversed(kind.__mro__):
        # What a class declares anew, msgspec is told as it is written there.
        anew = getattr(owner, "__annotations__", {})
        declared = {name: one for name, one in declared.items() if name not in anew} | _noted.get(owner, {})
    return tuple(
        msgspec.structs.replace(field, type=declared[field.name].kind) if field.name in declared else field
        for field in msgspec.structs.fields(kind)
    )
