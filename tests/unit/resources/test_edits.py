"""Three states of whatever can be edited: left out, None, and a value. Each reaches the wire as it is."""

import copy
import inspect
import pickle
import types
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest

import scurrypy.resources
from scurrypy import params
from scurrypy.api.channels import TagPart
from scurrypy.api.commands import CommandOptionPart
from scurrypy.api.components import ActionRow, Button
from scurrypy.api.guilds import GuildRoleColorsPart, OnboardingPromptOptionPart, OnboardingPromptPart
from scurrypy.api.image_data import ImageDataPart
from scurrypy.api.messages import AttachmentPart, Embed, EmbedField, MessagePart, MessageReferencePart
from scurrypy.api.poll import PollAnswerPart, PollMediaPart, PollPart
from scurrypy.api.scheduled_event import RecurrenceRulePart, ScheduledEventMetadataPart
from scurrypy.core import NULL, DataModel
from scurrypy.enums import ButtonStyle, CommandOptionType, RecurrenceFrequency
from scurrypy.resources import Channel, Guild, Message
from scurrypy.wire import codec
from scurrypy.wire.limits import Limit
from scurrypy.wire.model import serialize
from scurrypy.wire.snowflake import Snowflake
from tests.unit.api.shapes import every_model
from tests.unit.resources.cases import RESOURCES
from tests.unit.resources.recorder import ReasonRecorder, Recorder

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)

MADE_BY_HAND = {
    ImageDataPart: lambda: ImageDataPart(data=PNG),
    AttachmentPart: lambda: AttachmentPart(id=5, description="shown"),
    ActionRow: lambda: ActionRow([Button(ButtonStyle.SECONDARY, "id", "Label")]),
    CommandOptionPart: lambda: CommandOptionPart(CommandOptionType.STRING, "name", "description"),
    MessageReferencePart: lambda: MessageReferencePart(5),
    RecurrenceRulePart: lambda: RecurrenceRulePart("2030-01-01T00:00:00+00:00", frequency=RecurrenceFrequency.DAILY),
    ScheduledEventMetadataPart: lambda: ScheduledEventMetadataPart("the park"),
    PollPart: lambda: PollPart(PollMediaPart("question"), [PollAnswerPart(PollMediaPart("answer"))]),
}
"""Values of the kinds whose fields depend on each other, or that are only a marker."""

PLAIN = {bool: [True], int: [5, 60, 10_000], Snowflake: [Snowflake(5)], float: [0.5, 5.0], str: ["text"]}
FALSY = {bool: False, int: 0, float: 0.0, str: "", list: [], Sequence: []}


def edits() -> list[tuple[str, str, type]]:
    """Return resource, method and typed mapping of every method that takes changes."""
    found = []
    for name, make in RESOURCES.items():
        for method, function in inspect.getmembers(type(make(None)), inspect.isfunction):
            options = inspect.signature(function, eval_str=True).parameters.get("options")
            usable = (name, method) != ("webhook_without_token", "edit_message")
            if usable and options is not None and options.kind is inspect.Parameter.VAR_KEYWORD:
                found.append((name, method, get_args(options.annotation)[0]))
    return found


EDITS = edits()
IN_LISTS = {"EditChannelPositionParams", "EditRolePositionParams"}
"""Mappings of which many are edited at once."""

KEYS = [
    pytest.param(resource, method, key, hint, id=f"{resource}.{method}-{key}")
    for resource, method, kind in EDITS
    for key, hint in typing.get_type_hints(kind, include_extras=True).items()
]
NULLABLE = [case for case in KEYS if type(None) in get_args(case.values[3])]


async def sent(resource: str, method: str, **changes: Any) -> dict[str, Any]:
    """Make an edit, and return the body that it sends."""
    http = ReasonRecorder(answer={})
    function = getattr(RESOURCES[resource](http), method)
    taken = inspect.signature(function, eval_str=True).parameters
    needed = [5 for each in taken.values() if each.default is each.empty and each.kind is each.POSITIONAL_OR_KEYWORD]
    if "application_id" in taken and taken["application_id"].default is None:
        changes.setdefault("application_id", 5)
    await function(*needed, **changes)
    body = http.call.data or {}
    # An answer to an interaction has the message inside.
    return body["data"] if method == "update" else body


def members(hint: Any) -> list[Any]:
    """Return what a value may be, the limits left on."""
    if get_origin(hint) in (Union, types.UnionType):
        return [member for each in get_args(hint) for member in members(each)]
    return [hint]


def bare(hint: Any) -> tuple[Any, list[Limit]]:
    """Return a hint without its limits, and its limits."""
    if get_origin(hint) is Annotated:
        return get_args(hint)[0], [each for each in hint.__metadata__ if isinstance(each, Limit)]
    return hint, []


def keeps(limits: list[Limit], value: Any) -> bool:
    return all(limit.problem(value) is None for limit in limits)


def a_value(hint: Any) -> Any:
    """Return a value that a type checker would take, within its limits."""
    hint, limits = bare(members(hint)[0])
    return next(value for value in some_values(hint) if keeps(limits, value))


def some_values(hint: Any) -> list[Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return list(args)
    if isinstance(origin, type):
        return [{a_value(args[0]): a_value(args[1])} if issubclass(origin, Mapping) else [a_value(args[0])]]
    if hint in MADE_BY_HAND:
        return [MADE_BY_HAND[hint]()]
    if issubclass(hint, Enum):
        return [member for member in hint if member.value]
    if issubclass(hint, DataModel):
        return [hint()]
    return PLAIN[hint]


def test_every_typed_mapping_is_edited_with():
    named = {kind.__name__ for _, _, kind in EDITS}
    assert named == {name for name in params.__all__ if name.startswith("Edit")} - IN_LISTS
    exported = {getattr(scurrypy.resources, name) for name in scurrypy.resources.__all__}
    assert {type(make(None)) for make in RESOURCES.values()} <= exported


@pytest.mark.parametrize(("resource", "method", "kind"), EDITS)
async def test_what_is_left_out_is_not_sent(resource: str, method: str, kind: type):
    assert await sent(resource, method) == {}


@pytest.mark.parametrize(("resource", "method", "key", "hint"), NULLABLE)
async def test_none_is_sent_as_null_and_alone(resource: str, method: str, key: str, hint: Any):
    assert await sent(resource, method, **{key: None}) == {key: None}


@pytest.mark.parametrize(("resource", "method", "key", "hint"), KEYS)
async def test_a_value_is_sent_as_it_is_and_alone(resource: str, method: str, key: str, hint: Any):
    value = a_value(hint)
    body = await sent(resource, method, **{key: value})
    expected = [{"id": 5, "description": "shown"}] if key == "attachments" else serialize(value)
    assert body == {key: expected}
    assert codec.decode(codec.encode(body))[key] is not None


@pytest.mark.parametrize(("resource", "method", "key", "hint"), KEYS)
async def test_nothing_is_a_value_too(resource: str, method: str, key: str, hint: Any):
    """False, 0, an empty text and an empty list are told from None and from what is left out."""
    for member in members(hint):
        kind, limits = bare(member)
        value = FALSY.get(get_origin(kind) or kind)
        if value is not None and keeps(limits, value):
            body = await sent(resource, method, **{key: value})
            assert body == {key: value}
            assert type(body[key]) is type(value)


NO_OBJECTS = {"AttachmentPart", "DataURIPart", "ImageAssetPart", "ImageDataPart", "PresencePart", "SoundDataPart"}
"""Parts that are text on the wire, or that need some of their fields."""

PARTS = [
    model
    for model in every_model()
    if (model.__name__.endswith("Part") or model.__module__.endswith(("embed", "layout", "button", "select_menu")))
    and model.__name__ not in NO_OBJECTS
]
INHERITED = {"wmoji_id", "link"}
"""Fields of ScurryPy 2 that are sent under other names; those take a null."""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_null_can_be_said_in_every_field_of_every_part(part: type[DataModel]):
    for field in inspect.signature(part).parameters.keys() - INHERITED:
        body = part(**{field: NULL}).to_dict()
        assert body[field] is None, field
        assert b"null" in codec.encode(body)


@pytest.mark.parametrize("field", ["description", "title", "is_spoiler", "waveform", "duration_secs"])
async def test_the_description_of_an_attachment_that_stays_can_be_taken_from_it(field: str):
    http = Recorder(answer={})
    await Message(http, 1, 2).edit(attachments=[AttachmentPart(id=5, **{field: NULL}), AttachmentPart(id=6)])
    assert http.call.data == {"attachments": [{"id": 5, field: None}, {"id": 6}]}


async def test_nulls_deep_inside_an_edit_reach_the_wire():
    http = Recorder(answer={})
    await Channel(http, 1).edit_guild_channel(available_tags=[TagPart("a", id=7, emoji_id=NULL, emoji_name=NULL)])
    await Guild(http, 1).edit_role(2, colors=GuildRoleColorsPart(1, NULL))
    await Message(http, 1, 2).edit(embeds=[Embed("t", fields=[EmbedField("n", "v", NULL)], footer=NULL)])
    option = OnboardingPromptOptionPart(title="yes", description=NULL)
    await Guild(http, 1).edit_onboarding(prompts=[OnboardingPromptPart(options=[option])])
    assert [call.data for call in http.calls] == [
        {"available_tags": [{"name": "a", "id": 7, "emoji_id": None, "emoji_name": None}]},
        {"colors": {"primary_color": 1, "secondary_color": None}},
        {"embeds": [{"title": "t", "fields": [{"name": "n", "value": "v", "inline": None}], "footer": None}]},
        {"prompts": [{"options": [{"title": "yes", "description": None}]}]},
    ]


def test_null_is_one_and_stays_itself():
    assert copy.deepcopy(NULL) is NULL
    assert pickle.loads(pickle.dumps(NULL)) is NULL  # noqa: S301 - made here
    assert copy.deepcopy(TagPart(emoji_id=NULL)) == TagPart(emoji_id=NULL)
    assert (repr(NULL), bool(NULL)) == ("NULL", False)
    assert TagPart(emoji_id=NULL) != TagPart()
    assert serialize([NULL, None, {"a": NULL}]) == [None, {"a": None}]
    assert codec.encode({"a": NULL}) == b'{"a":null}'
    assert MessagePart(NULL, flags=NULL, components=NULL).to_dict() == {
        "content": None,
        "flags": None,
        "components": None,
    }
