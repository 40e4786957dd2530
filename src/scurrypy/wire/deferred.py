"""Objects that stay JSON, and ids that stay numbers, until they are read.

Most of what an event carries nobody reads: a handler of messages looks at the text and at the author, not at mentions,
attachments and components as well. To read all of it is the largest part of what an event costs.

1. `defer` goes through the fields of a class. Where one can hold objects, msgspec is told to keep a slice of the JSON
   (`msgspec.Raw`).
2. A property is put in front of that field. When it is first asked for, it reads the slice, and keeps what it has read.
3. What does not fit is None, and reported once, as everywhere (`scurrypy.wire.lenient`).
4. An id of the event itself is kept as an `int`, and becomes a `Snowflake` in the same way. Most events are dismissed
   after one look; each id that is not looked at saves 0.1 µs.

Over a usual mix of events to decode one takes 1.6 µs instead of 4.3; with what handlers usually read of it, 3 µs. An
object costs 0.3 µs more when it is first read, and each read takes 0.1 µs: who reads all of every event pays half as
much again.

It is for what keeps its JSON anyhow, as an event does for `raw`. A slice keeps the whole payload in memory: in what
bots hold by the thousand, such as members, roles and channels, it would hold more than it saves.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from types import MemberDescriptorType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

import msgspec

from scurrypy.wire import codec, lenient
from scurrypy.wire.errors import DataModelTypeError
from scurrypy.wire.fields import Declared, note
from scurrypy.wire.snowflake import Snowflake

_SCALARS: Final = (str, int, float, Enum, type(None))

_MISFITS: Final = (*codec.UNREADABLE, DataModelTypeError)
"""What reading a slice raises. That it is JSON was seen; but a string may be no UTF-8, or a number too large."""


def defer(cls: type[msgspec.Struct]) -> None:
    """Have every field of a class that can hold objects or an id read when it is first asked for.

    What only a neighbouring field tells how to read, a method `_read_<field>` of the class reads from the JSON.
    """
    seen: set[str] = set()
    deferred: dict[str, Declared] = {}
    for owner in cls.__mro__:
        written = getattr(owner, "__annotations__", {})
        for name, kept in _kept_until_read(owner).items():
            slot = getattr(cls, name)
            if name not in seen and isinstance(slot, MemberDescriptorType):
                declared = deferred[name] = Declared(name, written[name], owner)
                cls.__annotations__[name] = kept
                by_method = getattr(cls, f"_read_{name}", None)
                setattr(cls, name, _reading(declared, slot, by_method) if kept is msgspec.Raw else _reading_id(slot))
        seen |= written.keys()
    if deferred:
        note(cls, deferred)
        for name, method in _HAVING_READ.items():
            if getattr(cls, name) is getattr(msgspec.Struct, name):
                setattr(cls, name, method)


@cache
def _kept_until_read(owner: type) -> dict[str, Any]:
    """Return, of what a class itself declares, what is kept as what; events of one model share the answer."""
    written = getattr(owner, "__annotations__", {})
    return {name: kept for name, annotation in written.items() if (kept := _kept_as(annotation)) is not None}


def _kept_as(annotation: Any) -> Any:
    """Return as what msgspec is to keep a field that is declared like this; None where it is read at once.

    An id is made a number of in a quarter of the time that a `Snowflake` takes.
    """
    if annotation == Snowflake:
        return int
    if annotation == Snowflake | None:
        return int | None
    return msgspec.Raw if _holds_objects(annotation) else None


def _reading(
    declared: Declared, slot: MemberDescriptorType, by_method: Callable[[Any, msgspec.Raw], Any] | None
) -> property:
    """Return what reads and sets a field; written for few steps, since handlers run through it at each read."""
    get, put = slot.__get__, slot.__set__
    decode: Callable[[msgspec.Raw], Any] | None = None

    def read(model: Any) -> Any:
        nonlocal decode
        value = get(model)
        if type(value) is msgspec.Raw:
            if decode is None:
                decode = codec.decoder_for(declared.kind).decode
            try:
                value = decode(value) if by_method is None else by_method(model, value)
            except _MISFITS:
                value = lenient.field(value, declared.kind, type(model).__name__, declared.name)
            put(model, value)
        return value

    return property(read, put, slot.__delete__)


def _reading_id(slot: MemberDescriptorType) -> property:
    """Return what reads and sets an id, which is a plain number until then."""
    get, put = slot.__get__, slot.__set__

    def read(model: Any) -> Any:
        value = get(model)
        if type(value) is int:
            value = Snowflake(value)
            put(model, value)
        return value

    return property(read, put, slot.__delete__)


def _holds_objects(annotation: Any) -> bool:
    """Return whether objects may stand where this is declared; lists of ids and the like are read in no time."""
    if isinstance(annotation, type):
        return annotation is not Any and not issubclass(annotation, _SCALARS)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _holds_objects(args[0])
    if origin in (Union, UnionType, list, Sequence):
        return any(map(_holds_objects, args))
    # Only what is defined further down is named by text, and that is a class.
    return True


def _having_read(method: Callable[..., Any]) -> Callable[..., Any]:
    def once_read(*models: Any) -> Any:
        for model in models:
            for name in getattr(model, "__struct_fields__", ()):
                getattr(model, name)
        return method(*models)

    return once_read


_COMPARED_AND_COPIED: Final = ("__eq__", "__ne__", "__copy__", "__reduce__")

_HAVING_READ: Final = {name: _having_read(getattr(msgspec.Struct, name)) for name in _COMPARED_AND_COPIED}
"""Methods of msgspec that look past the properties at what is kept; all of it is read before."""
