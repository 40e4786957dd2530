"""From the path of a complaint on the wire to the place in what the caller gave.

Discord says `data.options.1.choices.0.name`; the caller knows `options[1] ('size').choices[0].name`.
"""

from typing import cast

import msgspec

from scurrypy.wire.errors import FieldError

_NAMES = ("name", "custom_id", "label")
"""Fields by which the caller knows an object among others, the best first."""

_MOST_OF_A_NAME = 40
"""Longer names would hide the path."""


def pointed_out(error: FieldError, body: object, within: str | None) -> FieldError:
    """Return the complaint with the path in the caller's own objects, and what the things on the way are called.

    Args:
        error: The complaint.
        body: What was sent.
        within: Name under which the body holds what the caller gave; None where that is the whole body.
    """
    steps = error.path.split(".") if error.path else []
    if within is not None and steps[:1] == [within]:
        del steps[0]
        body = _entry(body, within)
    steps = _attachment_of_a_file(steps, body)
    field = place = ""
    for step in steps:
        is_index = step.isdecimal() and not _has_names(body)
        body = _entry(body, step)
        shown = f"[{step}]" if is_index else f".{step}" if field else step
        field += shown
        place += shown
        name = _name(body) if is_index else None
        if name is not None:
            place += f" ({name!r})"
    return msgspec.structs.replace(error, field=field, place=place)


def _has_names(value: object) -> bool:
    return isinstance(value, dict)


def _entry(holder: object, step: str) -> object:
    """Return what is under a name or at an index; None where there is nothing."""
    if isinstance(holder, list) and step.isdecimal():
        entries = cast("list[object]", holder)
        return entries[int(step)] if int(step) < len(entries) else None
    if isinstance(holder, dict):
        return cast("dict[str, object]", holder).get(step)
    return None


def _name(value: object) -> str | None:
    given = (_entry(value, name) for name in _NAMES)
    return next((name for name in given if isinstance(name, str) and 0 < len(name) <= _MOST_OF_A_NAME), None)


def _attachment_of_a_file(steps: list[str], body: object) -> list[str]:
    """Return `attachments` and an index for `files` and a number: files are numbered without attachments that stay."""
    if len(steps) < 2 or steps[0] != "files" or not steps[1].isdecimal():
        return steps
    attachments = _entry(body, "attachments")
    for place, entry in enumerate(cast("list[object]", attachments) if isinstance(attachments, list) else ()):
        if _entry(entry, "id") == int(steps[1]):
            return ["attachments", str(place), *steps[2:]]
    return steps
