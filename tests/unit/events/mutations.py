"""Payloads that are nearly right: fields unknown, absent, null, of another kind, components of types to come."""

import copy
import random
from typing import Any

from scurrypy.events import EVENTS, Event, RawEvent
from tests.unit.api.shapes import object_for

JUNK: tuple[Any, ...] = (
    None, True, -1, 1.5, 1 << 70, "", "junk", "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    [], {}, [None], [[[]]], {"type": []}, {"id": "not a number"}, [{"type": 99}], {"a": {"b": {"c": [1, {}]}}},
)  # fmt: skip
KINDS: tuple[type[Event], ...] = tuple(kind for kind in EVENTS.values() if kind is not RawEvent)


def mutated(seed: int) -> tuple[str, Any]:
    """Return the name of a dispatch and a body for it with one to four things wrong."""
    rng = random.Random(seed)
    kind = rng.choice(KINDS)
    body: Any = object_for(kind, rng)
    for _ in range(rng.randint(1, 4)):
        _mutate(body, rng)
    if rng.random() < 0.02:
        body = rng.choice(JUNK)
    return str(kind.dispatch_name), body


def _mutate(body: dict[str, Any], rng: random.Random) -> None:
    """Change one thing in a random object inside `body`."""
    target = rng.choice(_objects(body))
    names = list(target)
    match rng.choice(("add", "drop", "replace", "replace", "null", "type")):
        case "add":
            target["a_field_of_tomorrow"] = copy.deepcopy(rng.choice(JUNK))
        case "drop" if names:
            del target[rng.choice(names)]
        case "replace" if names:
            target[rng.choice(names)] = copy.deepcopy(rng.choice(JUNK))
        case "null" if names:
            target[rng.choice(names)] = None
        case _:
            target["type"] = rng.choice((99, -1, "NEW", 1 << 40))


def _objects(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(found for inner in value.values() for found in _objects(inner))]
    if isinstance(value, list):
        return [found for inner in value for found in _objects(inner)]
    return []
