"""The base of everything that is received or sent: inert structs that read and write JSON objects."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Self, cast

import msgspec

from scurrypy.wire import codec, lenient
from scurrypy.wire.errors import MissingField, Problem
from scurrypy.wire.types import NULL, PLAIN, Serialized


class _NoRaw(MissingField, AttributeError):
    """`raw` was read where there is none."""


class DataModel(msgspec.Struct, dict=True):
    """A plain, mutable record of named fields, compared by value.

    Fields Discord adds later are ignored, absent ones read as None. Fields are declared once, in Discord's own
    names; their order is the order of positional arguments.
    """

    _secrets: ClassVar[tuple[str, ...]] = ()
    """Names of the fields that hold secrets; the repr leaves them out."""
    _needed: ClassVar[tuple[str, ...]] = ()
    """Names of the fields without which Discord does not take the object."""
    may_be_text: ClassVar[bool] = False
    """Whether text may stand in the place of the object, as a path does for a file."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what Discord would refuse of the object as a whole, each under its path within it.

        What it demands of one field stands beside the field, see `scurrypy.wire.limits`.
        """
        return ()

    @classmethod
    def demands(cls) -> tuple[tuple[str, ...], Callable[[Any], Iterable[Problem]] | None]:
        """Return what Discord demands of whole objects of this class, for the walk in `scurrypy.wire.checking`.

        Returns:
            Names of the fields that are needed; and what yields the problems of an object, None where the class
            declares no rules.
        """
        return cls._needed, None if cls._rules is DataModel._rules else cls._rules

    @classmethod
    def from_dict(cls, data: Serialized) -> Self:
        """Return the model that a decoded JSON object stands for; `raw` gives the object back."""
        try:
            model = codec.convert(data, cls)
        except msgspec.ValidationError as error:
            model = lenient.convert(data, cls, error)
        vars(model)["_raw"] = data
        return model

    @classmethod
    def from_json(cls, data: bytes | msgspec.Raw) -> Self:
        """Return the model that JSON bytes stand for; `raw` decodes them once more when it is asked for."""
        try:
            model: Self = codec.decoders[cls].decode(data)
        except msgspec.ValidationError as error:
            model = lenient.convert(codec.decode(data), cls, error)
        vars(model)["_raw"] = data if isinstance(data, msgspec.Raw) else msgspec.Raw(data)
        return model

    @property
    def raw(self) -> Serialized:
        """The JSON object as Discord sent it, unknown fields included.

        Only what was decoded on its own has it: events, and what a resource returns. An object inside another
        is found in the other's `raw`. Secrets are in it in the clear, such as the token of an interaction: keep it
        out of logs.

        Raises:
            MissingField: this object was not decoded on its own, or there is text in it that is no UTF-8; also an
                AttributeError, so `hasattr` is false.
        """
        try:
            raw = vars(self)["_raw"]
        except KeyError:
            raise _NoRaw(f"{type(self).__name__}.raw: this object was not received on its own") from None
        if not isinstance(raw, dict):
            try:
                raw = vars(self)["_raw"] = self._decoded(raw)
            except codec.UNREADABLE as error:
                raise _NoRaw(f"{type(self).__name__}.raw: its JSON cannot be read: {error}") from error
        return cast(Serialized, raw)

    def _decoded(self, kept: bytes | msgspec.Raw) -> Any:
        """Return the object that the JSON stands for which was kept for `raw`."""
        return codec.decode(kept)

    def to_dict(self) -> Serialized:
        """Return the fields that are not None as built-in containers, ready for the wire; enum members stay.

        A field that is `NULL` is there, as None.
        """
        return {
            name: serialize(value) for name in _field_names(type(self)) if (value := getattr(self, name)) is not None
        }

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [(name, value) for name, value in self._fields() if name not in self._secrets]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def _fields(self) -> Iterator[tuple[str, Any]]:
        for name in _field_names(type(self)):
            yield name, getattr(self, name)


@cache
def _field_names(kind: type[DataModel]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if not name.startswith("_"))


def serialize(val: Any) -> Any:
    """Return `val` as built-in values: models by their `to_dict`, lists without None, `NULL` as None, times as text."""
    if type(val) in PLAIN:
        return val
    if val is NULL:
        return None
    if isinstance(val, DataModel):
        return val.to_dict()
    if isinstance(val, (list, tuple)):
        return [serialize(item) for item in cast("list[Any]", val) if item is not None]
    if isinstance(val, dict):
        return {key: serialize(item) for key, item in cast("Serialized", val).items()}
    return val.isoformat() if isinstance(val, datetime) else val
