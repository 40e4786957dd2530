"""Events, against every dispatch of Discord's gateway documentation (dispatches.json: its fields and their types)."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import events
from scurrypy.api.interactions import (
    ApplicationCommandDataModel,
    AutocompleteApplicationCommandDataModel,
    MessageComponentDataModel,
    ModalDataModel,
)
from scurrypy.enums import EventType, InteractionType
from scurrypy.events import EVENTS, Event, RawEvent
from scurrypy.wire.model import DataModel

DISPATCHES: dict[str, dict[str, str]] = json.loads((Path(__file__).parent / "dispatches.json").read_text())
OUR_OWN = {"SESSION_LOST", RawEvent.dispatch_name}


def value_for(kind: str) -> Any:
    """Return something that the documentation's type allows."""
    if "array" in kind:
        return [1, 2] if "integers" in kind else []
    if "snowflake" in kind:
        return "613425648685547541"
    plain = {
        "integer": 3,
        "float": 1.5,
        "double": 1.5,
        "boolean": True,
        "ISO8601 timestamp": "2026-11-23T00:00:00+00:00",
    }
    for name, value in plain.items():
        if name in kind:
            return value
    return "text" if "string" in kind else {} if any(name in kind for name in ("object", "data", "Metadata")) else 1


def test_every_dispatch_there_is_has_its_class_and_no_other():
    assert set(EVENTS) - OUR_OWN == set(DISPATCHES)


@pytest.mark.parametrize("name", sorted(DISPATCHES))
def test_every_documented_field_is_there_and_may_be_absent(name: str):
    kind = EVENTS[name]
    assert set(DISPATCHES[name]) <= set(kind.__struct_fields__)
    empty = kind.from_dict({})
    assert empty.raw == {}
    assert all(getattr(empty, field) is None for field in DISPATCHES[name])


@pytest.mark.parametrize("name", sorted(DISPATCHES))
def test_every_documented_field_is_read(name: str, caplog: pytest.LogCaptureFixture):
    types = {
        field: kind.removeprefix("optional ").removeprefix("nullable ") for field, kind in DISPATCHES[name].items()
    }
    body = {field: value_for(kind) for field, kind in types.items()}
    event = EVENTS[name].from_json(msgspec.json.encode(body))
    assert all(getattr(event, field) is not None for field in body)
    assert event.raw == body
    assert caplog.records == []


@pytest.mark.parametrize("name", sorted(DISPATCHES))
def test_nulls_where_discord_may_send_them_are_read_as_none(name: str, caplog: pytest.LogCaptureFixture):
    body = {field: None for field, kind in DISPATCHES[name].items() if kind.startswith(("optional ", "nullable "))}
    event = EVENTS[name].from_json(msgspec.json.encode(body))
    assert all(getattr(event, field) is None for field in body)
    assert caplog.records == []


@pytest.mark.parametrize(
    "kind", sorted(EVENTS.values(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_what_discord_adds_later_is_ignored_and_kept_in_raw(kind: type[Event]):
    event = kind.from_json(b'{"invented_tomorrow": {"a": [1, null]}}')
    assert event.raw["invented_tomorrow"] == {"a": [1, None]}


def test_names_of_dispatches_are_members_of_event_type_and_plain_text_finds_them():
    for name, kind in EVENTS.items():
        if kind is not RawEvent:
            assert isinstance(kind.dispatch_name, EventType)
        assert EVENTS[str(name)] is EVENTS[EventType(name)] is kind


def test_event_adds_no_field_so_that_any_model_can_be_an_event():
    assert Event.__struct_fields__ == DataModel.__struct_fields__ == ()


def test_a_class_of_the_users_own_enters_itself_and_a_subclass_does_not_replace_its_parent():
    class Special(events.MessageCreateEvent):
        pass

    assert EVENTS["MESSAGE_CREATE"] is events.MessageCreateEvent
    assert Special.dispatch_name == EventType.MESSAGE_CREATE


def test_user_update_has_its_class_2_3_forgot_it():
    assert EVENTS[EventType.USER_UPDATE] is events.UserUpdateEvent


def test_sessions_are_not_dispatches():
    gateway = events.GatewayEvent.from_dict(
        {
            "url": "wss://x",
            "shards": 2,
            "session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1},
        }
    )
    assert gateway.session_start_limit.remaining == 999
    assert not {events.GatewayEvent, events.SessionStartLimit} & set(EVENTS.values())


def test_raw_event_takes_any_body():
    assert RawEvent("INVENTED_TOMORROW", [1]).data == [1]


def test_a_guild_may_be_created_unavailable():
    event = events.GuildCreateEvent.from_json(b'{"id": "1", "unavailable": true}')
    assert (event.id, event.unavailable, event.members, event.name) == (1, True, None, None)


def test_leaving_a_guild_is_told_by_the_absence_of_unavailable():
    assert events.GuildDeleteEvent.from_json(b'{"id": "1"}').unavailable is None
    assert events.GuildDeleteEvent.from_json(b'{"id": "1", "unavailable": true}').unavailable is True


def test_no_repr_shows_a_token():
    voice = events.VoiceServerUpdateEvent.from_dict({"token": "s3cret", "guild_id": "1", "endpoint": "x"})
    interaction = events.InteractionEvent.from_dict({"token": "s3cret", "id": "1", "type": 2})
    assert "s3cret" not in repr(voice) + repr(interaction)
    assert (voice.token, interaction.token) == ("s3cret", "s3cret")


COMMAND = {"id": "5", "name": "ping", "type": 1, "options": [{"name": "q", "type": 3, "value": "ab", "focused": True}]}
BUTTON = {"custom_id": "b", "component_type": 2}
MODAL = {"custom_id": "m", "components": []}


def interaction(type: int, data: dict[str, Any] | None) -> events.InteractionEvent:
    body: dict[str, Any] = {"id": "1", "application_id": "2", "type": type, "token": "t", "version": 1}
    if data is not None:
        body["data"] = data
    return events.InteractionEvent.from_json(msgspec.json.encode(body))


@pytest.mark.parametrize(
    ("type", "data", "kind"),
    [
        (InteractionType.APPLICATION_COMMAND, COMMAND, ApplicationCommandDataModel),
        (InteractionType.MESSAGE_COMPONENT, BUTTON, MessageComponentDataModel),
        (InteractionType.MODAL_SUBMIT, MODAL, ModalDataModel),
    ],
)
def test_data_is_read_by_the_type_of_the_interaction(type: InteractionType, data: dict[str, Any], kind: type):
    event = interaction(type, data)
    assert isinstance(event.data, kind)
    assert event.raw["data"] == data


def test_autocomplete_is_read_as_autocomplete_2_3_ran_the_command():
    event = interaction(InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE, COMMAND)
    assert type(event.data) is AutocompleteApplicationCommandDataModel
    assert event.data.get_focused_value() == "ab"


def test_a_ping_has_no_data():
    assert interaction(InteractionType.PING, None).data is None


def test_an_interaction_of_an_unknown_type_arrives():
    event = interaction(99, {"anything": 1})
    assert event.type == 99
    assert event.raw["data"] == {"anything": 1}


def test_user_and_locale_are_there_in_direct_messages_2_3_had_neither():
    event = events.InteractionEvent.from_dict(
        {"id": "1", "type": 2, "token": "t", "user": {"id": "9", "username": "bo"}, "locale": "de", "context": 1}
    )
    assert event.user is not None
    assert (event.user.id, event.locale, event.context) == (9, "de", 1)


def test_a_message_that_mentions_a_role_arrives_2_3_dropped_it():
    event = events.MessageCreateEvent.from_json(
        b'{"id": "1", "content": "x", "mention_roles": ["5"], "channel_type": 0}'
    )
    assert event.mention_roles == [5]


@given(
    st.sampled_from(sorted(DISPATCHES)),
    st.dictionaries(
        st.sampled_from(sorted({field for fields in DISPATCHES.values() for field in fields})),
        st.recursive(
            st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text(max_size=5),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
            max_leaves=8,
        ),
        max_size=6,
    ),
)
def test_no_object_can_keep_an_event_from_arriving(name: str, body: dict[str, Any]):
    event = EVENTS[name].from_json(msgspec.json.encode(body))
    assert event.raw == body
