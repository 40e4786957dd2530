"""Further kinds of fields: objects and lists with a table of their own, moments, addresses, permissions, images."""

import base64
import binascii
import functools
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from scurrypy.sandbox.clock import iso, parse_iso
from scurrypy.sandbox.rules.fields import ABSENT, Field, Json, listing, mapping, read_field, read_fields
from scurrypy.sandbox.rules.images import image_size
from scurrypy.sandbox.rules.permissions import ALL
from scurrypy.sandbox.rules.validation import Problems, join


def model(table: Mapping[str, Field], **limits: Json) -> Field:
    """Return a field that holds an object with the fields of `table`."""
    return Field(read=functools.partial(_read_model, table), **limits)


def items(item: Field, **limits: Json) -> Field:
    """Return a field that holds a list of what `item` holds; its limits are lengths."""
    return Field(read=functools.partial(_read_items, item), **limits)


def ids(**limits: Json) -> Field:
    """Return a field that holds a list of ids, stored as numbers without repetition."""
    return Field(read=_read_ids, **limits)


def identity(**limits: Json) -> Field:
    """Return a field that holds an id, stored as a number."""
    return Field(read=_read_identity, **limits)


def moment(**limits: Json) -> Field:
    """Return a field that holds an ISO 8601 moment, stored as Discord writes moments."""
    return Field(read=_read_moment, **limits)


def url(**limits: Json) -> Field:
    """Return a field that holds an address on the web or of an attachment."""
    return Field(read=_read_url, **limits)


def permission_bits(**limits: Json) -> Field:
    """Return a field that holds permissions, stored as a number."""
    return Field(read=_read_permissions, **limits)


def image(**limits: Json) -> Field:
    """Return a field that holds an image as a data URI, stored as its bytes."""
    return Field(read=_read_image, **limits)


def data_uri(kind: str, **limits: Json) -> Field:
    """Return a field that holds a file as a data URI, stored as its bytes; `kind` is how its media type begins."""
    return Field(read=functools.partial(_read_data_uri, kind), **limits)


def _read_model(table: Mapping[str, Field], value: Json, _: Field, problems: Problems, path: str) -> Json:
    value = read_field(value, mapping(), problems, path)
    return ABSENT if value is ABSENT else read_fields(value, table, problems, path)


def _read_items(item: Field, value: Json, field: Field, problems: Problems, path: str) -> Json:
    limits = listing(least=field.least, most=field.most)
    values: Json = read_field(value, limits, problems, path)
    if values is ABSENT:
        return ABSENT
    read = [read_field(each, item, problems, join(path, index)) for index, each in enumerate(values)]
    return [each for each in read if each is not ABSENT]


def _read_ids(value: Json, field: Field, problems: Problems, path: str) -> Json:
    read = _read_items(identity(), value, field, problems, path)
    return ABSENT if read is ABSENT else list(dict.fromkeys(cast("list[int]", read)))


def _read_identity(value: Json, _: Field, problems: Problems, path: str) -> Json:
    digits = str(value) if isinstance(value, str | int) else ""
    if not (digits.isascii() and digits.isdigit() and int(digits) < 1 << 64):
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')
        return ABSENT
    return int(digits)


def _read_moment(value: Json, _: Field, problems: Problems, path: str) -> Json:
    seconds = parse_iso(value) if isinstance(value, str) else None
    if seconds is None:
        problems.add(path, "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.")
        return ABSENT
    return iso(seconds)


def _read_url(value: Json, field: Field, problems: Problems, path: str) -> Json:
    limits = Field(read=_any_text, most=field.most or 2048)
    text: Json = read_field(value, limits, problems, path)
    if text is ABSENT:
        return ABSENT
    scheme, host = _scheme_and_host(text)
    if not scheme or not host:
        problems.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
        return ABSENT
    if scheme not in ("http", "https", "attachment"):
        message = f"Scheme \"{scheme}\" must be one of ('http', 'https')."
        problems.add(path, "URL_TYPE_INVALID_SCHEME", message)
        return ABSENT
    return text


def _scheme_and_host(text: str) -> tuple[str, str]:
    try:
        parts = urlsplit(text)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc


def _any_text(value: Json, field: Field, problems: Problems, path: str) -> Json:
    if not isinstance(value, str):
        problems.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        return ABSENT
    if field.most is not None and len(value) > field.most:
        problems.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {field.most} or fewer in length.")
        return ABSENT
    return value


def _read_permissions(value: Json, _: Field, problems: Problems, path: str) -> Json:
    digits = str(value) if isinstance(value, str | int) else ""
    if not (digits.isascii() and digits.isdigit()):
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
        return ABSENT
    # Bits that mean nothing are dropped, as Discord drops them.
    return int(digits) & ALL


def _read_data_uri(kind: str, value: Json, _: Field, problems: Problems, path: str) -> Json:
    header, _separator, data = value.partition(",") if isinstance(value, str) else ("", "", "")
    try:
        content = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        content = b""
    if not header.startswith(f"data:{kind}") or not header.endswith(";base64") or not content:
        problems.add(path, "BINARY_TYPE_INVALID", "Invalid data URI")
        return ABSENT
    return content


def _read_image(value: Json, field: Field, problems: Problems, path: str) -> Json:
    # What is wrong with the URI is reported as what is wrong with the image.
    content: Json = _read_data_uri("image/", value, field, Problems(), path)
    if content is ABSENT or image_size(content) is None:
        problems.add(path, "IMAGE_INVALID", "Invalid image data")
        return ABSENT
    return content


def given(body: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return those of the named fields that a body has."""
    return {name: body[name] for name in names if name in body}
