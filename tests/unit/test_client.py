"""The client at its seams: what ScurryPy 2.3 promised of it, and the bugs of 2.3 that it does not have."""

import asyncio
import inspect
import logging

import pytest

from scurrypy import Client, Intents
from scurrypy.core import GatewayClient, HTTPClient
from scurrypy.enums import EventType
from scurrypy.events import Event, MessageCreateEvent, MessageDeleteEvent, RawEvent, ReadyEvent, UserUpdateEvent
from scurrypy.wire.errors import (
    InvalidCallbackSignature,
    InvalidRequest,
    MissingIntents,
)
from tests.support.fakes import MESSAGE, make_client, run_with
from tests.support.virtual_clock import run_virtual


def test_the_constructor_is_keyword_only_and_its_defaults_are_the_founding_pages():
    parameters = inspect.signature(Client).parameters
    assert all(parameter.kind is parameter.KEYWORD_ONLY for parameter in parameters.values())
    assert list(parameters)[:5] == ["token", "intents", "shard_count", "http", "gateway_impl"]
    client = Client(token="made.up.token")
    assert (client.token, client.intents, client.shard_count) == ("made.up.token", Intents.DEFAULT, 0)
    assert isinstance(client.http, HTTPClient)
    assert client.shard_type is GatewayClient
    assert (client.shards, client.events, client.startup_hooks, client.shutdown_hooks) == ([], {}, [], [])


def test_intents_that_are_a_number_are_refused():
    with pytest.raises(MissingIntents, match="513"):
        Client(token="made.up.token", intents=513)


def test_the_token_is_not_in_the_repr():
    assert "made.up" not in repr(make_client())


def test_handlers_get_the_typed_event_with_raw_in_order_of_registration():
    client = make_client()
    seen = []

    async def first(event):
        seen.append(("first", event))

    async def second(event):
        seen.append(("second", event))

    client.add_event_listener(EventType.MESSAGE_CREATE, first)
    client.add_event_listener(EventType.MESSAGE_CREATE, second)

    async def story():
        for number in range(2):
            await client.shards[0].event_queue.put(("MESSAGE_CREATE", {**MESSAGE, "id": str(number)}))
        await asyncio.sleep(1)

    run_with(client, story)
    assert [(name, event.id) for name, event in seen] == [("first", 0), ("second", 0), ("first", 1), ("second", 1)]
    event = seen[0][1]
    assert isinstance(event, MessageCreateEvent)
    assert event.raw["author"] == {"id": "3", "username": "alice"}
    assert event.dispatch_name == "MESSAGE_CREATE"
    assert event.author.username == "alice"


def test_a_listener_may_be_named_by_class_member_or_text_and_removed():
    client = make_client()

    async def handler(event): ...

    for event in (MessageCreateEvent, EventType.MESSAGE_CREATE, "MESSAGE_CREATE"):
        client.add_event_listener(event, handler)
    assert client.events == {EventType.MESSAGE_CREATE: [handler] * 3}
    for event in ("MESSAGE_CREATE", MessageCreateEvent, EventType.MESSAGE_CREATE):
        client.remove_event_listener(event, handler)
    assert client.events == {}
    with pytest.raises(ValueError, match="not registered for MESSAGE_CREATE"):
        client.remove_event_listener(EventType.MESSAGE_CREATE, handler)


def test_events_whose_member_is_not_named_like_the_dispatch_arrive():
    client = make_client()
    seen = []

    async def handler(event):
        seen.append(event.role_id)

    client.add_event_listener(EventType.ROLE_DELETE, handler)

    async def story():
        await client.shards[0].event_queue.put(("GUILD_ROLE_DELETE", {"guild_id": "1", "role_id": "7"}))
        await asyncio.sleep(1)

    run_with(client, story)
    assert seen == [7]


def test_scurrypy_2_3_bug_unknown_dispatches_raised_each_time(caplog):
    client = make_client()
    unknown, raw = [], []

    async def on_unknown(event):
        unknown.append(event)

    async def on_raw(event):
        raw.append(event.name)

    client.add_event_listener("BRAND_NEW", on_unknown)
    client.add_event_listener(RawEvent, on_raw)

    async def story():
        queue = client.shards[0].event_queue
        await queue.put(("BRAND_NEW", {"x": 1}))
        await queue.put(("TYPING_START", {"channel_id": "1", "user_id": "2", "timestamp": 3}))
        await queue.put(("NEVER_HEARD_OF", {}))
        await asyncio.sleep(1)

    run_with(client, story)
    assert [(event.name, event.data) for event in unknown] == [("BRAND_NEW", {"x": 1})]
    assert raw == ["BRAND_NEW", "TYPING_START", "NEVER_HEARD_OF"]
    assert caplog.text == ""


def test_scurrypy_2_3_bug_user_update_was_a_key_error():
    client = make_client()
    seen = []

    async def handler(event):
        seen.append(event)

    client.add_event_listener(EventType.USER_UPDATE, handler)

    async def story():
        await client.shards[0].event_queue.put(("USER_UPDATE", {"id": "1", "username": "bot"}))
        await asyncio.sleep(1)

    run_with(client, story)
    assert isinstance(seen[0], UserUpdateEvent)


def test_scurrypy_2_3_bug_one_failing_handler_skipped_the_others(caplog):
    client = make_client()
    seen = []

    async def broken(event):
        raise KeyError("x")

    async def fine(event):
        seen.append(event.id)

    client.add_event_listener(MessageCreateEvent, broken)
    client.add_event_listener(MessageCreateEvent, fine)

    async def story():
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(1)

    run_with(client, story)
    assert seen == [2]
    assert "broken" in caplog.text


def test_an_event_that_is_no_object_is_reported_once_and_stops_nothing(caplog):
    client = make_client()
    seen = []

    async def handler(event):
        seen.append(event.id)

    client.add_event_listener(MessageCreateEvent, handler)

    async def story():
        for data in (b"[]", b"5", b"{broken"):
            await client.shards[0].event_queue.put(("MESSAGE_CREATE", data))
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", MESSAGE))
        await asyncio.sleep(1)

    run_with(client, story)
    assert seen == [2]
    assert caplog.text.count("MESSAGE_CREATE cannot be read") == 1


@pytest.mark.parametrize("handler", [lambda event: None, print])
def test_handlers_that_are_not_async_are_refused(handler):
    with pytest.raises(InvalidCallbackSignature):
        make_client().add_event_listener(EventType.READY, handler)


def test_wait_for_returns_the_first_of_several_kinds():
    client = make_client()

    async def story():
        waiting = asyncio.create_task(
            client.wait_for(MessageCreateEvent, MessageDeleteEvent, predicate=lambda event: event.id == 5, timeout=60)
        )
        await asyncio.sleep(1)
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", MESSAGE))
        await client.shards[0].event_queue.put(("MESSAGE_DELETE", {"id": "5", "channel_id": "1"}))
        found = await waiting
        with pytest.raises(TimeoutError):
            await client.wait_for(ReadyEvent, timeout=5)
        with pytest.raises(ValueError, match="at least one"):
            await client.wait_for()
        return found

    assert isinstance(run_with(client, story), MessageDeleteEvent)


def test_factories_make_the_resources_of_the_founding_page():
    client = make_client()
    assert client.message(1, 2).channel_id == 1
    assert client.message(1, 2).id == 2
    assert client.guild_command(3, 4).guild_id == 4
    assert (client.interaction(5, "t").id, client.interaction(5, "t").token) == (5, "t")
    assert client.invite("abc").code == "abc"
    for made in (
        client.application(1),
        client.application_emoji(1),
        client.channel(1),
        client.global_command(1),
        client.guild_emoji(1),
        client.guild(1),
        client.sticker(),
        client.user(),
    ):
        assert made.http is client.http


def test_importing_changes_no_other_librarys_log_level():
    assert logging.getLogger("aiohttp").level == logging.NOTSET
    assert logging.getLogger("websockets").level == logging.NOTSET
    assert logging.getLogger("scurrypy").handlers == []


@pytest.mark.parametrize("event", ["message_create", "", "MESSAGE CREATE", Event])
def test_what_cannot_be_the_name_of_a_dispatch_is_refused(event):
    async def handler(event): ...

    with pytest.raises(InvalidRequest, match="event: an event's class, or the name of a dispatch"):
        make_client().add_event_listener(event, handler)


def test_a_slip_in_the_name_of_an_event_is_told(caplog):
    async def handler(event): ...

    make_client().add_event_listener("MESAGE_CREATE", handler)
    assert "MESAGE_CREATE is not an event this version knows; is MESSAGE_CREATE meant?" in caplog.text


def test_handlers_that_wait_for_another_event_take_no_place_from_those_that_handle_it():
    client = make_client(handler_concurrency=2)
    heard = []

    async def asks(event):
        if event.content == "ask":
            answer = await client.wait_for(MessageCreateEvent, predicate=lambda event: event.content == "answer")
            heard.append(answer.content)

    client.add_event_listener(MessageCreateEvent, asks)

    async def story():
        for content in ["ask"] * 9:
            await client.shards[0].event_queue.put(("MESSAGE_CREATE", {**MESSAGE, "content": content}))
        await asyncio.sleep(1)
        await client.shards[0].event_queue.put(("MESSAGE_CREATE", {**MESSAGE, "content": "answer"}))
        await asyncio.sleep(1)

    run_with(client, story)
    assert heard == ["answer"] * 9


def test_members_that_discord_would_not_send_are_not_waited_for():
    client = make_client()
    with pytest.raises(MissingIntents, match="GUILD_MEMBERS"):
        run_virtual(client.request_guild_members(1))
    with pytest.raises(MissingIntents, match="GUILD_PRESENCES"):
        run_virtual(client.request_guild_members(1, query="a", presences=True))


def test_an_async_predicate_is_refused_for_it_would_always_be_true():
    async def predicate(event): ...

    with pytest.raises(InvalidCallbackSignature, match="predicate is async"):
        run_virtual(make_client().wait_for(MessageCreateEvent, predicate=predicate))
