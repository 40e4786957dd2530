from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.api.components import Label, TextDisplay, TextInput
from scurrypy.api.interactions import (
    ApplicationCommandDataModel,
    ApplicationCommandOptionDataModel,
    AutocompleteApplicationCommandDataModel,
    CommandDataModel,
    InteractionCallbackModel,
    InteractionModel,
    MessageComponentDataModel,
    ModalDataModel,
    ModalPart,
    UnknownInteractionData,
)
from scurrypy.enums import (
    ApplicationIntegrationType,
    CommandOptionType,
    InteractionContextType,
    InteractionType,
    Permissions,
)
from scurrypy.wire import codec
from scurrypy.wire.errors import DataModelTypeError, OptionNotFound
from scurrypy.wire.snowflake import Snowflake


def command(*options: dict[str, Any]) -> CommandDataModel:
    return ApplicationCommandDataModel.from_dict({"id": "9", "name": "tag", "type": 1, "options": list(options)})


def option(kind: CommandOptionType, value: object, **extra: object) -> dict[str, Any]:
    return {"name": kind.name.lower(), "type": int(kind), "value": value, **extra}


INTERACTION = {
    "type": 2,
    "id": "1175000000000000001",
    "token": "A_UNIQUE_TOKEN",
    "application_id": "1175000000000000002",
    "channel_id": "1175000000000000003",
    "channel": {"id": "1175000000000000003", "type": 1, "flags": 0},
    "user": {"id": "5", "username": "ann", "discriminator": "0", "global_name": None, "avatar": None},
    "app_permissions": "2248473465835073",
    "locale": "de",
    "context": 1,
    "authorizing_integration_owners": {"1": "5"},
    "entitlements": [],
    "attachment_size_limit": 10485760,
    "version": 1,
    "data": {"id": "9", "name": "ping", "type": 1},
}


def test_bug_of_2_3_an_interaction_in_direct_messages_had_no_user():
    interaction = InteractionModel.from_dict(INTERACTION)
    assert interaction.user is not None
    assert interaction.user.id == 5
    assert interaction.member is None
    assert interaction.locale == "de"
    assert interaction.context is InteractionContextType.BOT_DM
    assert interaction.authorizing_integration_owners == {ApplicationIntegrationType.USER_INSTALL: Snowflake(5)}
    assert interaction.attachment_size_limit == 10 * 1024 * 1024
    assert Permissions.SEND_MESSAGES in interaction.app_permissions


@pytest.mark.parametrize(
    ("kind", "data", "model"),
    [
        (2, {"id": "1", "name": "x", "type": 1}, ApplicationCommandDataModel),
        (3, {"custom_id": "x", "component_type": 2}, MessageComponentDataModel),
        (4, {"id": "1", "name": "x", "type": 1}, AutocompleteApplicationCommandDataModel),
        (5, {"custom_id": "x", "components": []}, ModalDataModel),
        (77, {"novel": 1}, UnknownInteractionData),
    ],
)
def test_the_kind_of_interaction_chooses_the_model_of_its_data(kind: int, data: dict[str, Any], model: type):
    interaction = InteractionModel.from_dict({**INTERACTION, "type": kind, "data": data})
    assert type(interaction.data) is model
    assert codec.decode(codec.encode(interaction.to_dict()))["data"] == data
    again = InteractionModel.from_json(codec.encode(interaction.to_dict()))
    assert again == interaction


def test_bug_of_2_3_autocomplete_was_read_as_a_command():
    data = {"id": "1", "name": "x", "type": 1, "options": [option(CommandOptionType.STRING, "ab", focused=True)]}
    interaction = InteractionModel.from_dict({**INTERACTION, "type": 4, "data": data})
    assert type(interaction.data) is AutocompleteApplicationCommandDataModel
    assert interaction.data.get_focused_value() == "ab"


def test_a_ping_carries_nothing():
    ping = InteractionModel.from_dict({"type": 1, "id": "1", "token": "t", "application_id": "2"})
    assert ping.type is InteractionType.PING
    assert ping.data is None


def test_the_token_is_not_in_the_repr():
    interaction = InteractionModel.from_dict(INTERACTION)
    assert interaction.token == "A_UNIQUE_TOKEN"
    assert "A_UNIQUE_TOKEN" not in repr(interaction)
    assert "A_UNIQUE_TOKEN" not in str(interaction.__rich_repr__())


@pytest.mark.parametrize(
    ("kind", "sent", "read"),
    [
        (CommandOptionType.STRING, "12", "12"),
        (CommandOptionType.INTEGER, 12, 12),
        (CommandOptionType.NUMBER, 12, 12.0),
        (CommandOptionType.NUMBER, 1.5, 1.5),
        (CommandOptionType.BOOLEAN, True, True),
        (CommandOptionType.BOOLEAN, False, False),
        (CommandOptionType.USER, "12", 12),
        (CommandOptionType.CHANNEL, "12", 12),
        (CommandOptionType.ROLE, "12", 12),
        (CommandOptionType.MENTIONABLE, "12", 12),
        (CommandOptionType.ATTACHMENT, "12", 12),
    ],
)
def test_options_are_read_as_they_are_declared(kind: CommandOptionType, sent: object, read: object):
    data = command(option(kind, sent))
    value = data.get_option(kind.name.lower())
    assert (value, isinstance(value, type(read))) == (read, True)
    assert data.options is not None
    assert data.options[0].value == str(sent)


@given(st.integers(-(2**53), 2**53))
def test_whole_numbers_are_read_exactly(number: int):
    assert command(option(CommandOptionType.INTEGER, number)).get_option("integer") == number


@given(st.floats(-(2.0**53), 2.0**53))
def test_numbers_are_read_exactly(number: float):
    assert command(option(CommandOptionType.NUMBER, number)).get_option("number") == number


def test_an_option_of_a_new_type_is_text():
    data = command({"name": "x", "type": 99, "value": 4})
    assert data.get_option("x") == "4"


def test_bug_of_2_3_a_command_without_options_could_not_be_asked_for_one():
    bare = ApplicationCommandDataModel.from_dict({"id": "9", "name": "tag", "type": 1})
    assert bare.get_option("x") is None
    assert bare.get_focused_value() == ""
    assert bare.path == ("tag",)


def test_bug_of_2_3_subcommands_raised():
    data = command(
        {
            "name": "edit",
            "type": 2,
            "options": [{"name": "text", "type": 1, "options": [option(CommandOptionType.INTEGER, 3)]}],
        }
    )
    assert data.path == ("tag", "edit", "text")
    assert data.get_option("integer") == 3
    assert data.get_option("edit") is None


def test_a_subcommand_without_options_has_none():
    assert command({"name": "list", "type": 1}).get_option("x") is None


def test_a_number_that_is_being_typed_stays_text():
    data = command(option(CommandOptionType.INTEGER, "12a", focused=True))
    assert data.get_option("integer") == "12a"
    assert data.get_focused_value() == "12a"


def test_the_focused_option_of_a_subcommand_is_found():
    data = command({"name": "sub", "type": 1, "options": [option(CommandOptionType.STRING, "a", focused=True)]})
    assert data.get_focused_value() == "a"
    assert isinstance(data.focused_option, ApplicationCommandOptionDataModel)


def label(kind: int, **field: object) -> dict[str, Any]:
    return {"type": 18, "id": 1, "component": {"type": kind, "id": 2, "custom_id": "x", **field}}


@pytest.mark.parametrize(
    ("component", "given_value"),
    [
        (label(4, value="hi"), "hi"),
        (label(4, value=""), ""),
        (label(21, value="a"), "a"),
        (label(21, value=None), None),
        (label(23, value=True), True),
        (label(23, value=False), False),
        (label(22, values=["a", "b"]), ["a", "b"]),
        (label(3, values=[]), []),
        (label(5, values=["1"]), ["1"]),
        (label(19, values=["1", "2"]), ["1", "2"]),
        (label(99, values=["new"]), ["new"]),
        (label(99), None),
        ({"type": 1, "id": 1, "components": [{"type": 4, "custom_id": "x", "value": "old"}]}, "old"),
    ],
)
def test_modal_inputs_are_read_as_what_they_are(component: dict[str, Any], given_value: object):
    modal = ModalDataModel.from_dict({"custom_id": "m", "components": [component]})
    assert modal.get_modal_data("x") == given_value


def test_bug_of_2_3_a_text_in_a_modal_broke_it():
    modal = ModalDataModel.from_dict({"custom_id": "m", "components": [{"type": 10, "id": 1}, label(4, value="v")]})
    assert modal.get_modal_data("x") == "v"


def test_an_input_that_is_not_there_is_named():
    modal = ModalDataModel.from_dict({"custom_id": "m", "components": [label(4, value="v")]})
    with pytest.raises(OptionNotFound, match="'y'"):
        modal.get_modal_data("y")
    with pytest.raises(OptionNotFound):
        ModalDataModel.from_dict({"custom_id": "m"}).get_modal_data("x")


def test_what_the_ids_stand_for_is_keyed_by_id():
    data = command(option(CommandOptionType.USER, "5")).from_dict(
        {
            "id": "9",
            "name": "x",
            "type": 1,
            "resolved": {
                "users": {"5": {"id": "5", "username": "ann", "discriminator": "0"}},
                "members": {"5": {"roles": ["7"], "permissions": "8", "joined_at": "2020-01-01T00:00:00+00:00"}},
                "roles": {"7": {"id": "7", "name": "r", "permissions": "0"}},
                "attachments": {"8": {"id": "8", "filename": "a.png", "size": 1, "url": "u", "proxy_url": "p"}},
            },
        }
    )
    assert data.resolved is not None
    assert data.resolved.users is not None
    assert data.resolved.users[Snowflake(5)].username == "ann"
    assert data.resolved.members is not None
    assert data.resolved.members[Snowflake(5)].permissions == Permissions.ADMINISTRATOR


def test_a_modal_takes_labels_and_texts():
    part = ModalPart("Title", "m", [TextDisplay("read me"), Label("Name", TextInput("x"))])
    assert codec.decode(codec.encode(part.to_dict())) == {
        "title": "Title",
        "custom_id": "m",
        "components": [
            {"content": "read me", "type": 10},
            {"label": "Name", "component": {"custom_id": "x", "type": 4}, "type": 18},
        ],
    }


def test_an_answer_tells_what_it_created():
    answer = InteractionCallbackModel.from_dict(
        {
            "interaction": {"id": "1", "type": 2, "response_message_id": "5", "response_message_loading": False},
            "resource": {"type": 4, "message": {"id": "5", "channel_id": "6", "content": "hi", "type": 20}},
        }
    )
    assert answer.interaction.type is InteractionType.APPLICATION_COMMAND
    assert answer.resource is not None
    assert answer.resource.message is not None
    assert answer.resource.message.content == "hi"


@pytest.mark.parametrize(
    ("declared", "sent", "kind", "read"),
    [
        (CommandOptionType.STRING, "x", str, "x"),
        (CommandOptionType.INTEGER, 5, int, 5),
        (CommandOptionType.NUMBER, 0.5, float, 0.5),
        (CommandOptionType.BOOLEAN, True, bool, True),
        (CommandOptionType.USER, "7", Snowflake, Snowflake(7)),
        (CommandOptionType.ROLE, "7", int, 7),
    ],
)
def test_an_option_is_read_as_the_kind_that_is_asked_for(
    declared: CommandOptionType, sent: object, kind: type, read: object
):
    data = command(option(declared, sent))
    assert data.get_option(declared.name.lower(), kind) == read
    assert data.get_option("left_out", kind) is None


@pytest.mark.parametrize(
    ("declared", "sent", "kind"),
    [
        (CommandOptionType.STRING, "5", int),
        (CommandOptionType.INTEGER, 5, str),
        (CommandOptionType.BOOLEAN, True, int),
        (CommandOptionType.INTEGER, 1, bool),
    ],
)
def test_an_option_of_another_kind_than_asked_for_is_named(declared: CommandOptionType, sent: object, kind: type):
    with pytest.raises(DataModelTypeError, match=f"{declared.name.lower()!r}: expected {kind.__name__}"):
        command(option(declared, sent)).get_option(declared.name.lower(), kind)


def test_a_modal_input_is_read_as_the_kind_that_is_asked_for():
    text = {"type": 4, "custom_id": "name", "value": "Ann"}
    files = {"type": 19, "custom_id": "files", "values": ["1"]}
    rows = [{"type": 18, "component": part} for part in (text, files)]
    modal = ModalDataModel.from_dict({"custom_id": "form", "components": rows})
    assert modal.get_modal_data("name", str) == "Ann"
    assert modal.get_modal_data("files", list[str]) == ["1"]
    with pytest.raises(DataModelTypeError, match="'name': expected list, but what was given is read as str"):
        modal.get_modal_data("name", list[str])
