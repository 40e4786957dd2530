"""A payload with something wrong in it costs no other: it is read as far as it can be, or refused and named once."""

import asyncio
import logging
import os
from collections import Counter
from typing import Any

import msgspec
import pytest

from scurrypy.dispatch import Dispatcher
from scurrypy.events import EVENTS, Event, MessageCreateEvent, RawEvent
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


def nested(depth: int) -> msgspec.Raw:
    return msgspec.Raw(b'{"embeds":' + b"[" * depth + b"]" * depth + b"}")


async def having_read(*payloads: msgspec.Raw) -> list[Event]:
    """Return the messages that reach a handler which asks for the embeds of each."""
    seen: list[Event] = []

    async def handler(event: MessageCreateEvent) -> None:
        assert not event.embeds or event.embeds[0] is not None
        seen.append(event)

    dispatcher = Dispatcher({"MESSAGE_CREATE": [handler]}, ROUND)
    for payload in payloads:
        dispatcher.dispatch(("MESSAGE_CREATE", payload))
    await dispatcher.pool.drain(10)
    await dispatcher.pool.close()
    return seen


async def test_what_is_nested_too_deep_for_python_is_refused_and_named(caplog: pytest.LogCaptureFixture):
    # Python 3.11 goes 1,000 levels down, 3.12 and 3.13 a few thousand, 3.14 as far as the stack reaches: 200,000.
    assert len(await having_read(nested(2_000_000), msgspec.Raw(b"{}"))) == 1
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "MESSAGE_CREATE cannot be read and reaches no handler"
    ]


async def test_what_is_nested_deeply_costs_no_other_event_wherever_python_gives_up(caplog: pytest.LogCaptureFixture):
    deep = [nested(depth) for depth in (950, 2_000, 8_000, 30_000, 100_000)]
    seen = await having_read(*(payload for each in deep for payload in (each, msgspec.Raw(b'{"id":"7"}'))))
    assert [event.id for event in seen if isinstance(event, MessageCreateEvent) and event.id] == [7] * len(deep)
    # Python 3.14 skips over more than it reads, so that what is too deep there is no more than a field without value.
    assert {record.getMessage().partition(":")[0] for record in caplog.records} <= {
        "MESSAGE_CREATE cannot be read and reaches no handler",
        "MessageCreateEvent from Discord does not fit",
    }


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
