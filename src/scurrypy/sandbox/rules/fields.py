"""Reads the fields of a request by a table: what each may hold, and Discord's words where it holds something else."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, TypeGuard

from scurrypy.sandbox.rules.validation import Problems, join

Json: TypeAlias = Any
"""A value as JSON has it."""

ABSENT: Final = object()
"""Stands for a field that the request does not have."""

SNOWFLAKE_LIMIT = 2**63
"""One more than the greatest snowflake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What one field of a request may hold."""

    read: Callable[[Json, "Field", Problems, str], Json]
    """Checks a value and returns it as it is stored; ABSENT after a problem was noted."""
    required: bool = False
    """Whether a request without it is refused."""
    nullable: bool = False
    """Whether it may be null."""
    least: float | None = None
    """Least value of a number, least length of a text or a list."""
    most: float | None = None
    """Greatest value of a number, greatest length of a text or a list."""
    choices: Collection[Any] | None = None
    """The only values it may hold, if they are listed."""
    default: Any = ABSENT
    """What it is when the request does not have it; ABSENT leaves it out."""


def read_fields(
    body: Mapping[str, Any], fields: Mapping[str, Field], problems: Problems, path: str = ""
) -> dict[str, Any]:
    """Return the fields of the table that the body has, checked; what the table does not name is dropped."""
    result: dict[str, Any] = {}
    for name, field in fields.items():
        value = read_field(body.get(name, ABSENT), field, problems, join(path, name))
        if value is not ABSENT:
            result[name] = value
    return result


def read_field(value: Json, field: Field, problems: Problems, path: str) -> Json:
    """Return one value checked, its default, or ABSENT."""
    if value is None and field.nullable:
        return None
    # Discord takes null for absent wherever null itself means nothing.
    if value is ABSENT or value is None:
        if field.required:
            problems.add(path, "BASE_TYPE_REQUIRED", "This field is required")
        return field.default
    value = field.read(value, field, problems, path)
    if value is not ABSENT and field.choices is not None and value not in field.choices:
        listed = ", ".join(str(choice) for choice in sorted(field.choices))
        problems.add(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
        return ABSENT
    return value


def is_mapping(value: Json) -> TypeGuard[dict[str, Any]]:
    """Return whether a value is an object."""
    return isinstance(value, dict)


def is_list(value: Json) -> TypeGuard[list[Any]]:
    """Return whether a value is a list."""
    return isinstance(value, list)


def as_mapping(value: Json) -> dict[str, Any]:
    """Return an object as it is, and nothing at all in place of any other value."""
    return value if is_mapping(value) else {}


def as_list(value: Json) -> list[Any]:
    """Return a list as it is, and an empty one in place of any other value."""
    return value if is_list(value) else []


def text(**limits: Json) -> Field:
    """Return a field that holds text; its limits are lengths."""
    return Field(read=_read_text, **limits)


def whole(**limits: Json) -> Field:
    """Return a field that holds a whole number."""
    return Field(read=_read_whole, **limits)


def number(**limits: Json) -> Field:
    """Return a field that holds a number."""
    return Field(read=_read_number, **limits)


def flag(**limits: Json) -> Field:
    """Return a field that holds true or false."""
    return Field(read=_read_flag, **limits)


def snowflake(**limits: Json) -> Field:
    """Return a field that holds an id, stored as a string of digits."""
    return Field(read=_read_snowflake, **limits)


def mapping(**limits: Json) -> Field:
    """Return a field that holds an object, whose own fields are read elsewhere."""
    return Field(read=_read_mapping, **limits)


def listing(**limits: Json) -> Field:
    """Return a field that holds a list, whose items are read elsewhere; its limits are lengths."""
    return Field(read=_read_listing, **limits)


def _read_text(value: Json, field: Field, problems: Problems, path: str) -> Json:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        problems.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        return ABSENT
    value = str(value)
    return value if _length_fits(value, field, problems, path) else ABSENT


def _read_listing(value: Json, field: Field, problems: Problems, path: str) -> Json:
    if not is_list(value):
        problems.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return ABSENT
    return value if _length_fits(value, field, problems, path) else ABSENT


def _read_mapping(value: Json, field: Field, problems: Problems, path: str) -> Json:
    if not is_mapping(value):
        problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return ABSENT
    return value


def _read_flag(value: Json, field: Field, problems: Problems, path: str) -> Json:
    if value in (True, False):
        return bool(value)
    problems.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")
    return ABSENT


def _read_snowflake(value: Json, field: Field, problems: Problems, path: str) -> Json:
    digits = str(value) if isinstance(value, str | int) else ""
    if not (digits.isascii() and digits.isdigit() and int(digits) < SNOWFLAKE_LIMIT):
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')
        return ABSENT
    return str(int(digits))


def _read_whole(value: Json, field: Field, problems: Problems, path: str) -> Json:
    # Discord reads numbers out of strings, as its own clients have always sent some of them.
    try:
        result = int(value)
    except (TypeError, ValueError, OverflowError):
        result = None
    if result is None or (isinstance(value, float) and not value.is_integer()):
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
        return ABSENT
    return result if _size_fits(result, "int", field, problems, path) else ABSENT


def _read_number(value: Json, field: Field, problems: Problems, path: str) -> Json:
    try:
        result = float(value)
    except (TypeError, ValueError, OverflowError):
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not float.')
        return ABSENT
    if not _size_fits(result, "float", field, problems, path):
        return ABSENT
    return int(result) if result.is_integer() else result


def _size_fits(value: float, kind: str, field: Field, problems: Problems, path: str) -> bool:
    if field.least is not None and not value >= field.least:
        problems.add(path, "NUMBER_TYPE_MIN", f"{kind} value should be greater than or equal to {field.least}.")
        return False
    if field.most is not None and not value <= field.most:
        problems.add(path, "NUMBER_TYPE_MAX", f"{kind} value should be less than or equal to {field.most}.")
        return False
    return True


def _length_fits(value: str | list[Any], field: Field, problems: Problems, path: str) -> bool:
    length = len(value)
    least, most = field.least or 0, field.most
    if most is None or least <= length <= most:
        if length >= least:
            return True
        problems.add(path, "BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")
    elif least:
        problems.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
    else:
        problems.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    return False
