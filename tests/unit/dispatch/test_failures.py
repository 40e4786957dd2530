"""Exceptions of a user's functions: told once, with the event that caused them, to a hook that may be replaced."""

import asyncio
import functools
import logging

import pytest

from scurrypy.dispatch import HandlerFailure, log_failure
from scurrypy.events import InteractionEvent, MessageCreateEvent, RawEvent, TypingStartEvent
from scurrypy.wire.errors import InvalidCallbackSignature, NotCallable
from tests.support.fakes import MESSAGE, make_client, run_with

SECRET = "aW50ZXJhY3Rpb246c2VjcmV0"


def play(client, *dispatches):
    """Let these dispatches arrive at the client, a second apart, and close it."""

    async def story():
        for name, data in dispatches:
            await client.shards[0].event_queue.put((name, data))
            await asyncio.sleep(1)

    run_with(client, story)


async def broken(event):
    raise KeyError("no such key")


def test_the_hook_gets_the_error_the_event_and_the_handler_once(caplog):
    told = []
    client = make_client(error_hook=told.append)
    client.add_event_listener(MessageCreateEvent, broken)
    play(client, ("MESSAGE_CREATE", MESSAGE))
    [failure] = told
    assert isinstance(failure.error, KeyError)
    assert failure.error.__traceback__ is not None
    assert isinstance(failure.event, MessageCreateEvent)
    assert (failure.function, failure.role) == (broken, "handler")
    assert (failure.event_name, failure.event_id) == ("MESSAGE_CREATE", 2)
    assert str(failure).endswith("test_failures.broken failed on MESSAGE_CREATE 2")
    assert caplog.text == ""


def test_unless_replaced_the_hook_logs_the_names_the_id_and_the_traceback(caplog):
    client = make_client()
    assert client.error_hook is log_failure
    client.add_event_listener(MessageCreateEvent, broken)
    play(client, ("MESSAGE_CREATE", MESSAGE))
    [record] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert record.getMessage().endswith("test_failures.broken failed on MESSAGE_CREATE 2")
    assert 'raise KeyError("no such key")' in caplog.text


def test_a_failure_tells_no_secret_of_the_event_nor_of_the_handler(caplog):
    async def on_interaction(secret, event):
        raise KeyError("no such key")

    class Keeper:
        def __repr__(self):
            return f"<Keeper {SECRET}>"

        async def __call__(self, event):
            raise KeyError("no such key")

    told = []

    def hook(failure):
        told.append(failure)
        log_failure(failure)

    client = make_client(error_hook=hook)
    for kind in (InteractionEvent, RawEvent):
        client.add_event_listener(kind, functools.partial(on_interaction, SECRET))
        client.add_event_listener(kind, Keeper())
    interaction = {"id": "9", "application_id": "8", "type": 1, "token": SECRET, "version": 1}
    play(client, ("INTERACTION_CREATE", interaction))
    assert len(told) == 4
    assert [str(failure).split(" failed on ")[1] for failure in told[:2]] == ["INTERACTION_CREATE 9"] * 2
    assert SECRET not in caplog.text
    assert all(SECRET not in str(failure) for failure in told)


def test_events_without_an_id_and_unknown_ones_are_named():
    typing = TypingStartEvent.from_dict({"channel_id": "1", "user_id": "2", "timestamp": 3})
    assert str(HandlerFailure(KeyError(), typing, broken)).endswith("broken failed on TYPING_START")
    assert str(HandlerFailure(KeyError(), RawEvent.of("BRAND_NEW", [1]), broken)).endswith("failed on BRAND_NEW")


@pytest.mark.parametrize("is_async", [False, True])
def test_a_hook_that_fails_is_reported_with_what_it_was_told_and_does_no_harm(is_async, caplog):
    seen = []

    def bad_hook(failure):
        raise OSError("the error tracker is down")

    async def bad_async_hook(failure):
        await asyncio.sleep(0)
        bad_hook(failure)

    async def fine(event):
        seen.append(event.id)

    client = make_client(error_hook=bad_async_hook if is_async else bad_hook)
    client.add_event_listener(MessageCreateEvent, broken)
    client.add_event_listener(MessageCreateEvent, fine)
    play(client, ("MESSAGE_CREATE", MESSAGE), ("MESSAGE_CREATE", MESSAGE))
    assert seen == [2, 2]
    messages = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(messages) == 4
    assert messages[0].endswith("broken failed on MESSAGE_CREATE 2")
    assert "hook failed when it was told of that" in messages[1]
    assert "the error tracker is down" in caplog.text


def test_an_async_hook_may_wait_and_holds_up_nobody_and_close_waits_for_it():
    told, seen = [], []

    async def slow_hook(failure):
        async with asyncio.timeout(8):
            await asyncio.sleep(5)
        told.append(failure.event_id)

    async def fine(event):
        seen.append((event.id, len(told)))

    client = make_client(error_hook=slow_hook)
    client.add_event_listener(MessageCreateEvent, broken)
    client.add_event_listener(MessageCreateEvent, fine)
    play(client, ("MESSAGE_CREATE", MESSAGE), ("MESSAGE_CREATE", MESSAGE))
    assert seen == [(2, 0), (2, 0)]
    assert told == [2, 2]


def test_a_hook_may_be_replaced_while_the_client_runs():
    first, second = [], []
    client = make_client(error_hook=first.append)
    client.add_event_listener(MessageCreateEvent, broken)

    async def story():
        queue = client.shards[0].event_queue
        await queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(1)
        client.error_hook = second.append
        await queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(1)

    run_with(client, story)
    assert (len(first), len(second)) == (1, 1)


@pytest.mark.parametrize("hook", [lambda: None, lambda failure, other: None])
def test_a_hook_of_another_shape_is_refused(hook):
    with pytest.raises(InvalidCallbackSignature):
        make_client(error_hook=hook)
    with pytest.raises(NotCallable):
        make_client().error_hook = 5


def test_a_predicate_that_fails_is_told_once_with_the_event_it_looked_at():
    told = []
    client = make_client(error_hook=told.append)

    def predicate(event):
        return event.missing

    async def waits(event):
        await client.wait_for(TypingStartEvent, predicate=predicate)

    client.add_event_listener(MessageCreateEvent, waits)
    play(
        client,
        ("MESSAGE_CREATE", MESSAGE),
        ("TYPING_START", {"channel_id": "1", "user_id": "2", "timestamp": 3}),
    )
    [failure] = told
    assert isinstance(failure.error, AttributeError)
    assert (failure.function, failure.role) == (predicate, "predicate")
    assert isinstance(failure.event, TypingStartEvent)
    assert "predicate " in str(failure)


def test_an_error_that_a_handler_makes_of_a_predicates_is_its_own():
    told = []
    client = make_client(error_hook=told.append)

    async def waits(event):
        try:
            await client.wait_for(TypingStartEvent, predicate=lambda event: event.missing)
        except AttributeError:
            raise ValueError("of the handler") from None

    client.add_event_listener(MessageCreateEvent, waits)
    play(
        client,
        ("MESSAGE_CREATE", MESSAGE),
        ("TYPING_START", {"channel_id": "1", "user_id": "2", "timestamp": 3}),
    )
    assert [failure.role for failure in told] == ["predicate", "handler"]


def test_a_cancelled_handler_is_no_failure():
    told = []
    client = make_client(error_hook=told.append, drain_timeout=1)

    async def hangs(event):
        await asyncio.get_running_loop().create_future()

    async def cancels_itself(event):
        asyncio.current_task().cancel()
        await asyncio.sleep(0)

    client.add_event_listener(MessageCreateEvent, hangs)
    client.add_event_listener(MessageCreateEvent, cancels_itself)
    play(client, ("MESSAGE_CREATE", MESSAGE))
    assert told == []
