"""The slow way to read an object that does not fit its model: keep every field that does, report the rest once.

Discord moves: a field becomes null, a number becomes text. The fast decoder refuses such an object whole; here it
is read field by field. What cannot be read is None, and is named in the log, once for each place and reason.
"""

import logging
import types
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, TypeGuard, TypeVar, Union, cast, get_args, get_origin

import msgspec

from scurrypy.wire import codec
from scurrypy.wire.errors import DataModelTypeError
from scurrypy.wire.fields import fields
from scurrypy.wire.types import Serialized

logger: logging.Logger = logging.getLogger(__name__)

T = TypeVar("T")

_reported: dict[tuple[str, str, str], None] = {}
"""What was reported, oldest first."""

_MAX_REPORTED = 10_000
"""Distinct reports remembered; past it the oldest is forgotten, so that a flood of oddities cannot fill memory."""


def convert(data: Any, kind: type[T], error: msgspec.ValidationError) -> T:
    """Return the JSON object `data` as `kind`, with None for what does not fit; `error` is why that is needed.

    Raises:
        DataModelTypeError: `data` is not an object at all.
    """
    if not isinstance(data, dict):
        raise DataModelTypeError(f"{kind.__name__}: expected an object, got {type(data).__name__}") from error
    reader = _Reader(kind.__name__)
    return cast(T, reader.struct(kind, cast(Serialized, data), "$"))


def field(data: msgspec.Raw, kind: Any, model: str, name: str) -> Any:
    """Return the JSON of one field of `model` as `kind`, with None for what does not fit.

    A string in it may be no UTF-8, which is found only when it is read: then all of it is None.
    """
    reader = _Reader(model)
    path = f"$.{name}"
    try:
        return reader.value(kind, codec.decode(data), path)
    except codec.UNREADABLE as error:
        reader.report(path, f"cannot be read ({type(error).__name__})")
        return None


class _Reader:
    """Reads one object and reports, under the name of its model, what did not fit."""

    def __init__(self, model: str) -> None:
        self._model = model

    def struct(self, kind: Any, data: Serialized, path: str) -> Any:
        values: dict[str, Any] = {}
        for field in fields(kind):
            if field.encode_name in data:
                values[field.name] = self.value(field.type, data[field.encode_name], f"{path}.{field.encode_name}")
            elif field.required:
                self.report(path, f"{field.encode_name} is missing")
                values[field.name] = None
        return kind(**values)

    def value(self, kind: Any, data: Any, path: str) -> Any:
        try:
            return codec.convert(data, kind)
        except msgspec.ValidationError as error:
            return self._repaired(kind, data, path, error)

    def _repaired(self, kind: Any, data: Any, path: str, error: msgspec.ValidationError) -> Any:
        origin, args = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self.value(args[0], data, path)
        if origin in (Union, types.UnionType):
            return self._union(args, data, path, error)
        if _holds(kind, data):
            return self._container(kind, data, path)
        if kind is str and isinstance(data, (int, float)):
            return str(data)
        self.report(path, _reason(error))
        return None

    def _container(self, kind: Any, data: Any, path: str) -> Any:
        if _is_struct(kind):
            return self.struct(kind, data, path)
        args = get_args(kind)
        if isinstance(data, list):
            read = [self._item(args[0], item, f"{path}[]") for item in cast("Iterable[Any]", data)]
            return [item for kept, item in read if kept]
        return {self.value(args[0], k, path): self.value(args[1], v, f"{path}[]") for k, v in data.items()}

    def _union(self, members: tuple[Any, ...], data: Any, path: str, error: msgspec.ValidationError) -> Any:
        candidates = [member for member in members if member is not type(None)]
        for member in candidates:
            if len(candidates) == 1 or _holds(member, data):
                return self._repaired(member, data, path, error)
        self.report(path, _reason(error))
        return None

    def _item(self, kind: Any, data: Any, path: str) -> tuple[bool, Any]:
        """Return whether to keep the list item, and the item: a null stays, what cannot be read is left out."""
        if data is None:
            return True, None
        item = self.value(kind, data, path)
        return item is not None, item

    def report(self, path: str, why: str) -> None:
        key = (self._model, path, why)
        if key in _reported:
            return
        if len(_reported) >= _MAX_REPORTED:
            del _reported[next(iter(_reported))]
        _reported[key] = None
        logger.warning("%s from Discord does not fit: %s: %s; read as None", self._model, path, why)


def _reason(error: msgspec.ValidationError) -> str:
    return str(error).partition(" - at ")[0]


def _is_struct(kind: Any) -> TypeGuard[type[msgspec.Struct]]:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _holds(kind: Any, data: Any) -> bool:
    """Return whether `kind` is a container of the sort that `data` is: an object, a list or a mapping."""
    if isinstance(data, dict):
        return _is_struct(kind) or get_origin(kind) is dict
    return isinstance(data, list) and get_origin(kind) in (list, Sequence)
