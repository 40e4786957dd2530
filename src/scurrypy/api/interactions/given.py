"""What a user gave, handed to those who say what they expect."""

from typing import Any, TypeAlias, TypeVar, cast, get_origin

from scurrypy.wire.errors import DataModelTypeError

T = TypeVar("T")

Kind: TypeAlias = type[T]
"""A class that says what is expected; models have a field called `type`, so they cannot write it themselves."""


def of_kind(name: str, value: object, kind: Kind[T]) -> T | None:
    """Return what was given for `name`, which is None or an instance of `kind`; a truth value is no number.

    Raises:
        DataModelTypeError: it is something else.
    """
    expected: type[Any] = get_origin(kind) or kind  # of list[str], too, which isinstance does not take
    if value is None or (isinstance(value, expected) and isinstance(value, bool) is (expected is bool)):
        return cast("T | None", value)
    # Texts and ids are subclasses of what users know them as.
    given = next(base.__name__ for base in type(value).__mro__ if base.__module__ == "builtins")
    raise DataModelTypeError(f"{name!r}: expected {expected.__name__}, but what was given is read as {given}")
