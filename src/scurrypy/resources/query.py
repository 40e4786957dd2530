"""Query parameters given as a typed mapping, held against the limits that it declares."""

from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from scurrypy.resources.changes import changes
from scurrypy.wire.limits import Limit


def query_of(kind: type[Any], options: Mapping[str, object]) -> Mapping[str, object]:
    """Return `options` as query parameters.

    Args:
        kind: The typed mapping that declares them.
        options: What the caller gave.

    Raises:
        InvalidRequest: a value breaks a limit.
    """
    hints = get_type_hints(kind, include_extras=True)
    for name, value in options.items():
        _check(hints.get(name), value, name)
    return changes(kind, options)


def _check(hint: Any, value: object, path: str) -> None:
    """Hold a value, and what is in it, against the limits in its annotation."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        for limit in args[1:]:
            if isinstance(limit, Limit):
                limit.check(path, value)
        _check(args[0], value, path)
    elif origin in (Union, UnionType):
        for member in args:
            _check(member, value, path)
    elif origin is Sequence and isinstance(value, Iterable) and not isinstance(value, str):
        for place, item in enumerate(cast("Iterable[object]", value)):
            _check(args[0], item, f"{path}[{place}]")
