"""Objects of an event are read when they are asked for, and nobody can tell by what comes out."""

import copy
import logging
import pickle
from typing import Any, ClassVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.api.interactions import ApplicationCommandDataModel, UnknownInteractionData
from scurrypy.api.messages import MessageModel
from scurrypy.api.user import UserModel
from scurrypy.events import EVENTS, Event, InteractionEvent, MessageCreateEvent, PresenceUpdateEvent, RawEvent
from scurrypy.wire import codec, lenient
from scurrypy.wire.checking import check
from scurrypy.wire.deferred import defer
from scurrypy.wire.errors import InvalidRequest, MissingField
from scurrypy.wire.fields import fields
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED
from tests.unit.api.shapes import every_model
from tests.unit.events.mutations import mutated

BODY = codec.encode(
    {
        "id": "1",
        "content": "hello",
        "author": {"id": "2", "username": "ann", "bot": True},
        "mentions": [{"id": "3", "username": "bob"}],
        "mention_roles": ["4"],
        "referenced_message": {"id": "5", "author": {"id": "6"}},
    }
)


@pytest.fixture(autouse=True)
def _nothing_reported_yet():
    lenient._reported.clear()


def message(body: bytes = BODY) -> MessageCreateEvent:
    return MessageCreateEvent.from_json(body)


def kept(event: MessageCreateEvent, name: str) -> Any:
    """Return what a field holds, without asking for it."""
    return vars(MessageModel)[name].__get__(event)


def all_of(value: Any) -> list[Any]:
    """Return a value and everything in it, each field and entry asked for."""
    inner: list[Any] = []
    if isinstance(value, msgspec.Struct):
        inner = [getattr(value, name) for name in value.__struct_fields__]
    elif isinstance(value, dict):
        inner = list(value.values())
    elif isinstance(value, list):
        inner = value
    return [value, *(found for each in inner for found in all_of(each))]


def test_an_id_is_a_number_until_it_is_asked_for_and_a_snowflake_then():
    event = message()
    assert type(kept(event, "id")) is int
    assert (type(event.id), event.id) == (Snowflake, 1)
    assert event.id is event.id is kept(event, "id")
    assert (event.guild_id, kept(event, "guild_id")) == (None, None)
    event.channel_id = Snowflake(7)
    assert event.channel_id == 7
    assert type(MessageCreateEvent(Snowflake(1)).id) is Snowflake
    assert {field.name: field.type for field in fields(MessageCreateEvent)}["id"] is Snowflake


@pytest.mark.parametrize(
    "text", ["0", "-5", "18446744073709551615", "36893488147419103232", " 7", "1_0", "x", "", "1.5"]
)
@pytest.mark.parametrize("quote", ['"', ""])
def test_whatever_comes_as_an_id_is_read_as_a_model_reads_it(text, quote):
    body = f'{{"id":{quote}{text}{quote},"guild_id":{quote}{text}{quote}}}'.encode()
    try:
        model = MessageModel.from_json(body)
    except msgspec.DecodeError as error:
        with pytest.raises(type(error)):
            message(body)
    else:
        event = message(body)
        assert (event.id, event.guild_id) == (model.id, model.guild_id)
        assert (type(event.id), type(event.guild_id)) == (type(model.id), type(model.guild_id))


def test_an_object_stays_json_until_it_is_asked_for_and_is_then_kept():
    event = message()
    assert type(kept(event, "author")) is msgspec.Raw
    assert (event.id, event.content, event.mention_roles) == (1, "hello", [4])
    assert type(kept(event, "author")) is msgspec.Raw
    assert event.author == UserModel(id=Snowflake(2), username="ann", bot=True)
    assert event.author is event.author is kept(event, "author")
    assert type(kept(event, "mentions")) is msgspec.Raw


def test_what_is_read_can_be_changed_and_replaced():
    event = message()
    event.author.username = "eve"
    assert event.author.username == "eve"
    event.author = UserModel(id=Snowflake(9))
    assert event.author.id == 9
    event.mentions = []
    assert event.mentions == []
    del event.mentions
    with pytest.raises(AttributeError):
        _ = event.mentions


def test_it_makes_no_difference_to_equality_what_was_read():
    read, unread, other = message(), message(), message(BODY.replace(b"ann", b"eve"))
    assert len(all_of(read)) > 10
    assert (read == unread, unread == read, read != unread) == (True, True, False)
    assert (unread == message(), message() != other, message() == other) == (True, True, False)
    assert (read == 5, read != 5, read == MessageModel.from_json(BODY)) == (False, True, False)
    with pytest.raises(TypeError, match="unhashable"):
        hash(read)


def test_repr_and_dictionary_are_those_of_the_model():
    model = MessageModel.from_json(BODY)
    assert repr(message()) == repr(model).replace("MessageModel", "MessageCreateEvent", 1)
    assert message().to_dict() == model.to_dict()
    assert message().__rich_repr__() == model.__rich_repr__()


def test_a_copy_holds_the_same_objects_and_a_deep_one_its_own():
    event = message()
    shallow, deep = copy.copy(event), copy.deepcopy(event)
    assert shallow == deep == event
    assert shallow.author is event.author
    assert deep.author is not event.author


def test_pickles_hold_no_json():
    event = pickle.loads(pickle.dumps(message()))  # noqa: S301 - made right here
    assert event == message()
    assert type(kept(event, "author")) is UserModel


def test_msgspec_and_match_find_what_they_always_did():
    event = msgspec.structs.replace(message(), content="bye")
    assert (event.content, event.author.id, event.referenced_message.author.id) == ("bye", 2, 6)
    match message():
        case MessageCreateEvent(1, None, UserModel(2, "ann")):
            pass
        case other:
            pytest.fail(repr(other))


def test_events_are_still_made_by_position_and_name():
    author = UserModel(Snowflake(2), "ann")
    event = MessageCreateEvent(Snowflake(1), Snowflake(7), author, content="x")
    assert (event.author is author, event.embeds, event.content) == (True, None, "x")


def test_what_does_not_fit_is_none_and_named_once_when_it_is_read(caplog: pytest.LogCaptureFixture):
    body = b'{"id":"1","author":{"id":"x","username":"ann"},"mentions":7,"embeds":null,"member":null}'
    with caplog.at_level(logging.WARNING):
        event, second = message(body), message(body)
        assert caplog.records == []
        for each in (event, second):
            assert (each.author.id, each.author.username) == (None, "ann")
            assert (each.mentions, each.embeds, each.member) == (None, None, None)
    assert [record.getMessage().partition(";")[0] for record in caplog.records] == [
        "MessageCreateEvent from Discord does not fit: $.author.id: invalid literal for int() with base 10: 'x'",
        "MessageCreateEvent from Discord does not fit: $.mentions: Expected `array`, got `int`",
        "MessageCreateEvent from Discord does not fit: $.embeds: Expected `array`, got `null`",
    ]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (b'{"id":"2","username":"\xff"}', "UnicodeDecodeError"),
        (b'{"id":"2","accent_color":1e999}', "ValidationError"),
        (b'{"id":"2","x":' + b"[" * 900 + b"]" * 900 + b"}", None),
    ],
)
def test_reading_raises_for_no_json_whatever(caplog: pytest.LogCaptureFixture, broken: bytes, why: str | None):
    event = message(b'{"id":"1","author":' + broken + b',"mentions":[{"id":"3"}]}')
    assert (event.id, event.mentions[0].id) == (1, 3)
    if why is None:
        assert event.author.id == 2
        assert hasattr(event, "raw")
        return
    assert event.author is None
    assert (
        f"MessageCreateEvent from Discord does not fit: $.author: cannot be read ({why}); read as None" in caplog.text
    )
    assert not hasattr(event, "raw")
    with pytest.raises(MissingField, match="its JSON cannot be read"):
        _ = event.raw


def test_components_nested_deeper_than_python_follows_are_none(caplog: pytest.LogCaptureFixture):
    depth = 400
    event = message(b'{"id":"1","components":[' + b'{"type":1,"components":[' * depth + b"]}" * depth + b"]}")
    assert event.components is None
    assert "$.components: cannot be read (RecursionError)" in caplog.text


def test_an_interactions_data_is_read_as_its_type_says():
    body = b'{"type":2,"id":"1","data":{"id":"3","name":"ping","type":1}}'
    event = InteractionEvent.from_json(body)
    assert isinstance(event.data, ApplicationCommandDataModel)
    assert (event.data.name, event.data.raw) == ("ping", {"id": "3", "name": "ping", "type": 1})
    assert event == InteractionEvent.from_dict(codec.decode(body))
    assert isinstance(InteractionEvent.from_json(body.replace(b":2", b":77")).data, UnknownInteractionData)
    assert isinstance(InteractionEvent(type=event.type, data={"name": "x"}).data, ApplicationCommandDataModel)
    for junk in (b"null", b"[]", b"5"):
        assert InteractionEvent.from_json(b'{"type":2,"data":' + junk + b"}").data is None


def test_what_is_read_from_a_dictionary_is_not_changed_with_it():
    data: dict[str, Any] = {"user": {"id": "1"}, "activities": [{"name": "chess"}]}
    event = PresenceUpdateEvent.from_dict(data)
    data["user"]["id"] = "2"
    data["activities"].clear()
    assert (event.user.id, event.activities[0].name) == (1, "chess")


def test_limits_are_found_in_an_event_that_is_sent():
    event = message(codec.encode({"embeds": [{"title": "x" * 300}]}))
    with pytest.raises(InvalidRequest, match=r"embeds\[0\].title"):
        check(event)


def test_fields_are_told_as_they_are_declared():
    declared = {field.name: field.type for field in fields(MessageCreateEvent)}
    assert declared["author"] is UserModel
    assert declared["referenced_message"] == MessageModel | None
    assert declared == {field.name: field.type for field in msgspec.structs.fields(MessageModel)}


def test_only_events_keep_json_for_models_may_be_held_by_the_thousand():
    for model in every_model():
        assert msgspec.Raw not in [field.type for field in msgspec.structs.fields(model)]
    assert msgspec.Raw in [field.type for field in msgspec.structs.fields(MessageCreateEvent)]


class Note(DataModel):
    text: str = REQUIRED


class Later(DataModel):
    note: Note = REQUIRED
    other: "Note | None" = None
    about: dict[str, str] | None = None
    numbers: list[int] = REQUIRED
    kinds: ClassVar[dict[str, Note]] = {}


class Newer(Later):
    note: str = REQUIRED
    """Was an object in the class above."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


class Newest(Newer):
    extra: Note = REQUIRED


for each in (Later, Newer, Newest):
    defer(each)


def test_a_class_that_declares_a_field_anew_reads_it_anew():
    body = b'{"note":{"text":"a"},"other":{"text":"b"},"about":{"c":"d"},"numbers":["1"]}'
    assert Later.from_json(body) == Later(Note("a"), Note("b"), {"c": "d"}, [1])
    body = b'{"note":"a","other":{"text":"b"},"extra":{"text":"c"}}'
    newest = Newest.from_json(body)
    assert (newest.note, newest.other, newest.extra) == ("a", Note("b"), Note("c"))
    assert [field.type for field in fields(Newest)] == [str, Note | None, dict[str, str] | None, list[int], Note]
    assert newest == 5


@given(st.integers(0, 2**32))
def test_any_body_reads_as_if_all_of_it_were_read_at_once(seed: int):
    name, body = mutated(seed)
    if not isinstance(body, dict) or name == RawEvent.dispatch_name:
        return
    kind: type[Event] = EVENTS[name]
    event = kind.from_json(codec.encode(body))
    assert all(type(value) is not msgspec.Raw for value in all_of(event))
    assert event == lenient.convert(body, kind, msgspec.ValidationError())
    assert event.raw == body
    assert kind.from_dict(body) == event
