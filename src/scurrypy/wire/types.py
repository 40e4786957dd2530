"""The shapes that cross the wire, and the markers that say how a field is read."""

from typing import Any, Final, TypeAlias, TypeGuard, cast

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"
"""Any JSON value."""

Serialized: TypeAlias = dict[str, Any]
"""A JSON object as Python holds it."""

HTTPResponse: TypeAlias = Any
"""What a request gives back: decoded JSON, text where the answer is not JSON, None where there is no body."""

REQUIRED: Any = None
"""The default of a field that Discord always sends with the whole object.

Discord also sends parts of objects (the channel inside an interaction, the guild inside an invite). There the
field is absent and reads as None. Its annotation states what it is in the whole object.
"""


PLAIN: Final = frozenset({str, int, float, bool, type(None)})
"""The types whose values are in JSON what they are in Python; not those that derive from them."""


def is_flat(value: object) -> bool:
    """Whether this is a mapping in which there is nothing to convert, nor anything that has fields."""
    return type(value) is dict and PLAIN.issuperset(map(type, cast("Serialized", value).values()))


def is_whole(value: object) -> TypeGuard[int]:
    """Return whether `value` becomes a whole number in JSON; True and False do not."""
    return isinstance(value, int) and not isinstance(value, bool)


class _Null:
    """The type of `NULL`, of which there is one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NULL"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "NULL"


NULL: Any = _Null()
"""Stands for null in a field of a sent part, where None is left out: `AttachmentPart(id=5, description=NULL)`.

In an edit a key of its own needs none of this: a key that is missing stays, None clears.
"""


class Text(str):
    """A string that Discord may send as a number or a boolean; it is read as text in each case."""

    __slots__ = ()
