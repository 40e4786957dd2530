"""A payload with something wrong in it costs no other: it is read as far as it can be, or refused and named once."""

import asyncio
import logging
import os
from collections import Counter
from typing import Any

import msgspec
import pytest

from scurrypy.dispatch import Dispatcher
from scurrypy.events import EVENTS, Event, RawEvent
from scurrypy.wire import lenient
from tests.unit.events.mutations import mutated

COUNT = int(os.environ.get("SCURRYPY_MUTATIONS", "20000"))
"""Payloads; the seed of each is its number."""
ROUND = 500


def repeated(messages: list[str]) -> list[str]:
    """Return the messages that came again while they were still remembered."""
    latest: dict[str, int] = {}
    found: list[str] = []
    for place, message in enumerate(messages):
        if place - latest.get(message, -lenient._MAX_REPORTED) < lenient._MAX_REPORTED:
            found.append(message)
        latest[message] = place
    return found


def read_all(value: Any) -> None:
    """Ask for every field and entry: what is in an event is read only then."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            read_all(getattr(value, name))
    elif isinstance(value, (list, dict)):
        for inner in list(value.values() if isinstance(value, dict) else value):
            read_all(inner)


async def test_what_is_nested_too_deep_for_python_is_refused_and_named(caplog: pytest.LogCaptureFixture):
    deep = msgspec.Raw(b'{"embeds":' + b"[" * 100_000 + b"]" * 100_000 + b"}")
    seen: list[Event] = []

    async def handler(event: Event) -> None:
        seen.append(event)

    dispatcher = Dispatcher({"MESSAGE_CREATE": [handler]}, ROUND)
    dispatcher.dispatch(("MESSAGE_CREATE", deep))
    dispatcher.dispatch(("MESSAGE_CREATE", msgspec.Raw(b"{}")))
    await dispatcher.pool.drain(10)
    await dispatcher.pool.close()
    assert len(seen) == 1
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "MESSAGE_CREATE cannot be read and reaches no handler"
    ]


@pytest.mark.timeout(600)
async def test_mutated_payloads_raise_nothing_and_are_reported_once(
    caplog: pytest.LogCaptureFixture,
):
    loud: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: loud.append(context))
    seen: Counter[type[Event]] = Counter()

    async def handler(event: Event) -> None:
        read_all(event)
        seen[type(event)] += 1

    lenient._reported.clear()
    dispatcher = Dispatcher({str(name): [handler] for name in EVENTS if name != RawEvent.dispatch_name}, ROUND)
    unreadable = 0
    with caplog.at_level(logging.WARNING):
        for seed in range(COUNT):
            name, body = mutated(seed)
            unreadable += not isinstance(body, dict)
            dispatcher.dispatch((name, msgspec.Raw(msgspec.json.encode(body))))
            if seed % ROUND == ROUND - 1:
                await dispatcher.pool.drain(10)
    await dispatcher.pool.close()
    said = [record.getMessage() for record in caplog.records]
    assert loud == []
    assert repeated(said) == []
    assert sum(seen.values()) == COUNT - unreadable
    assert sum("cannot be read" in message for message in said) <= len(EVENTS)
    print(f"\n{COUNT} mutated payloads: {COUNT - unreadable} delivered, {unreadable} no objects, {len(said)} reports")
