"""What the linked roles of an application may demand of users, and what users have proved.

No role here demands anything: which do is set where no API reaches.

See [Discord Docs/Role Connection Metadata](https://docs.discord.com/developers/resources/application-role-connection-metadata).
"""

import copy
import re
from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.rules.fields import (
    Field,
    Json,
    as_mapping,
    listing,
    mapping,
    read_field,
    read_fields,
    text,
    whole,
)
from scurrypy.sandbox.rules.shapes import items, model
from scurrypy.sandbox.rules.validation import Problems, join

MOST_RECORDS = 5
"""Things an application's linked roles may demand."""
DATES = (5, 6)
"""Types of what is compared as a date; the others are numbers."""

_RECORD: Mapping[str, Field] = {
    "type": whole(required=True, choices=range(1, 9)),
    "key": text(required=True, least=1, most=50),
    "name": text(required=True, least=1, most=100),
    "name_localizations": mapping(nullable=True),
    "description": text(required=True, least=1, most=200),
    "description_localizations": mapping(nullable=True),
}
_CONNECTION: Mapping[str, Field] = {
    "platform_name": text(most=50, nullable=True),
    "platform_username": text(most=100, nullable=True),
    "metadata": mapping(nullable=True),
}
_KEY = re.compile(r"[a-z0-9_]+")


def list_metadata(application: Application) -> list[dict[str, Any]]:
    """Return everything linked roles may demand."""
    return copy.deepcopy(application.role_metadata)


def set_metadata(application: Application, body: Json) -> list[dict[str, Any]]:
    """Replace everything linked roles may demand."""
    problems = Problems()
    # The list is the whole body: what is wrong with it stands under its places.
    limited: Json = read_field(body, listing(required=True, most=MOST_RECORDS), problems, "")
    problems.raise_if_any()
    records: list[dict[str, Any]] = read_field(limited, items(model(_RECORD)), problems, "")
    for index, record in enumerate(records):
        key: str = record.get("key", "")
        if key and not _KEY.fullmatch(key):
            words = "String value did not match validation regex."
            problems.add(join(str(index), "key"), "STRING_TYPE_REGEX", words)
        if key in [other.get("key") for other in records[:index]]:
            words = "Keys must be unique"
            problems.add(join(str(index), "key"), "APPLICATION_METADATA_DUPLICATE_KEY", words)
    problems.raise_if_any()
    application.role_metadata = records
    return list_metadata(application)


def get_connection(application: Application, user_id: int) -> dict[str, Any]:
    """Return what a user has proved to an application."""
    return copy.deepcopy(application.role_connections.get(user_id, {"metadata": {}}))


def set_connection(application: Application, user_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Say what a user has proved to an application; what its linked roles cannot demand is dropped."""
    problems = Problems()
    read = read_fields(body, _CONNECTION, problems)
    kinds = {record["key"]: record["type"] for record in application.role_metadata}
    given = as_mapping(read.get("metadata"))
    read["metadata"] = {
        key: _value(value, kinds[key], problems, f"metadata.{key}") for key, value in given.items() if key in kinds
    }
    problems.raise_if_any()
    connection = application.role_connections.get(user_id, {}) | read
    application.role_connections[user_id] = {name: value for name, value in connection.items() if value is not None}
    return get_connection(application, user_id)


def delete_connection(application: Application, user_id: int) -> None:
    """Forget what a user has proved to an application."""
    application.role_connections.pop(user_id, None)


def _value(value: Json, kind: int, problems: Problems, path: str) -> str:
    given = str(read_field(value, text(required=True, most=100), problems, path))
    if kind in DATES and parse_iso(given) is None:
        problems.add(path, "DATE_TIME_TYPE_PARSE", f"Could not parse {given}. Should be ISO8601.")
    if kind not in DATES and not given.removeprefix("-").isdecimal():
        problems.add(path, "NUMBER_TYPE_COERCE", f'Value "{given}" is not int.')
    return given
