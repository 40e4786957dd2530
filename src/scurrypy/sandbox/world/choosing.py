"""Chooses values in selects and groups as Discord's client does."""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.world.components import Kind
from scurrypy.sandbox.world.resolved import Resolved


def choose(select: Mapping[str, Any], values: Sequence[Json], resolved: Resolved) -> list[str]:
    """Return the values chosen in a select, resolved where they are ids."""
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not least <= len(values) <= most:
        raise ActorError(f"{select['custom_id']!r} takes between {least} and {most} values, not {len(values)}")
    match select["type"]:
        case Kind.USER_SELECT:
            return [resolved.user(value) for value in values]
        case Kind.ROLE_SELECT:
            return [resolved.role(value) for value in values]
        case Kind.MENTIONABLE_SELECT:
            return [resolved.mentionable(value) for value in values]
        case Kind.CHANNEL_SELECT:
            return [resolved.channel(value, select.get("channel_types")) for value in values]
        case _:
            return [option_value(select, value) for value in values]


def option_value(holder: Mapping[str, Any], value: Json) -> str:
    """Return the value of the option that has this value or label."""
    for option in holder["options"]:
        if value in (option["value"], option["label"]):
            return str(option["value"])
    labels = ", ".join(option["label"] for option in holder["options"])
    raise ActorError(f"{holder['custom_id']!r} offers no {value!r}; it offers: {labels}")
