"""The list of those who may use an invite, which travels as a file of comma-separated values."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias, cast

from scurrypy.resources.base_resource import class_name
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.upload import File, Upload

TargetUsers: TypeAlias = Iterable[int] | File
"""Ids of users, or the file that holds them in one column: its path, or an upload."""

_HEADER = "user_id"
"""Title of the only column."""


def as_file(users: TargetUsers) -> Upload:
    """Return the file that says who may use an invite.

    Raises:
        InvalidRequest: it is neither a file nor a list of ids, or a path is text that names no file.
    """
    if isinstance(users, Upload):
        return users
    if isinstance(users, (str, os.PathLike)):
        return Upload(Path(users).name, users, "text/csv")
    lines = [_HEADER]
    for place, user_id in enumerate(cast("Iterable[object]", users)):
        if not isinstance(user_id, int) or isinstance(user_id, bool):
            raise InvalidRequest(f"target_users_file[{place}]", "the id of a user", class_name(user_id))
        lines.append(str(int(user_id)))
    return Upload("target_users.csv", "\n".join([*lines, ""]).encode(), "text/csv")


def target_user_ids(answer: str | bytes | None) -> list[Snowflake]:
    """Return the ids in the file that Discord answers with; the title of the column is left out."""
    text = answer.decode() if isinstance(answer, bytes) else answer or ""
    cells = (line.strip().strip('"') for line in text.splitlines())
    return [Snowflake(cell) for cell in cells if cell.isdecimal()]
