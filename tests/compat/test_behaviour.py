"""What a program written for ScurryPy 2.3.0.2 can observe of models and resources, and bugs it sees no more."""

import base64
from pathlib import Path
from typing import Any

import pytest

from scurrypy.api import UserModel
from scurrypy.api.application import ApplicationModel
from scurrypy.api.channels import GuildTextChannelPart
from scurrypy.api.commands import ApplicationCommandModel, CommandOptionPart, SlashCommandPart
from scurrypy.api.components import ActionRow, Button, Container, Section, TextDisplay, Thumbnail
from scurrypy.api.guilds import BulkGuildBanPart, GuildModel
from scurrypy.api.image_data import ImageDataPart
from scurrypy.api.interactions import ApplicationCommandDataModel, ModalDataModel, ResolvedDataModel
from scurrypy.api.messages import AttachmentPart, Embed, MessageModel, MessagePart
from scurrypy.core import DataModelTypeError, MissingField, OptionNotFound, Snowflake
from scurrypy.core.serialization import convert, serialize
from scurrypy.enums import ButtonStyle, ChannelType, CommandOptionType, CommandType, MessageFlags
from scurrypy.events import InteractionEvent, MessageCreateEvent
from scurrypy.resources import Application, Channel, Guild, Interaction, Invite, Message
from tests.unit.resources.recorder import Recorder

# Models


def test_models_are_mutable_and_compared_by_value():
    first, second = UserModel.from_dict({"id": "1"}), UserModel.from_dict({"id": "1"})
    assert first == second
    second.username = "bo"
    assert first != second


def test_models_cannot_be_hashed():
    with pytest.raises(TypeError):
        hash(UserModel.from_dict({"id": "1"}))


def test_unknown_keys_are_ignored_and_absent_ones_are_none():
    user = UserModel.from_dict({"id": "1", "invented_tomorrow": 1})
    assert (user.username, user.bot, hasattr(user, "invented_tomorrow")) == (None, None, False)


def test_ids_are_snowflakes():
    user = UserModel.from_dict({"id": "175928847299117063"})
    assert isinstance(user.id, Snowflake)
    assert user.id.timestamp_ms == 1462015105796
    assert (user.id.worker_id, user.id.process_id, user.id.increment) == (1, 0, 7)
    assert user.id.isoformat.startswith("2016-04-30T11:18:25.796")


@pytest.mark.parametrize(("text", "value"), [("true", True), ("True", True), ("false", False), (True, True)])
def test_booleans_may_be_written_as_text(text: Any, value: bool):
    assert UserModel.from_dict({"id": "1", "bot": text}).bot is value


def test_keys_of_mappings_are_snowflakes():
    resolved = ResolvedDataModel.from_dict({"users": {"5": {"id": "5", "username": "bo"}}})
    assert resolved.users is not None
    assert resolved.users[Snowflake(5)].username == "bo"
    assert isinstance(next(iter(resolved.users)), Snowflake)


def test_flags_keep_unknown_bits():
    flags = MessageModel.from_dict({"id": "1", "flags": 64 | 1 << 40}).flags
    assert flags == 64 | 1 << 40
    assert MessageFlags.EPHEMERAL in flags


def test_to_dict_leaves_out_none_in_fields_and_in_lists_and_keeps_enum_members():
    options: list[Any] = [CommandOptionPart(CommandOptionType.STRING, "x", "y"), None]
    body = SlashCommandPart("ping", "Pong", options).to_dict()
    assert body["options"] == [{"type": 3, "name": "x", "description": "y"}]
    assert body["options"][0]["type"] is CommandOptionType.STRING
    assert body["type"] is CommandType.CHAT_INPUT
    assert set(body) == {"name", "description", "options", "type"}


def test_parts_need_no_argument():
    assert MessagePart().to_dict() == {}
    assert GuildTextChannelPart().to_dict() == {"type": ChannelType.GUILD_TEXT}


def test_convert_and_serialize():
    assert convert(int, "5") == 5
    assert convert(str, 5) == "5"
    assert convert(bool, "True") is True
    assert convert(Snowflake, "5") == Snowflake(5)
    assert convert(int, None) is None
    assert convert(UserModel, {"id": "1"}) == UserModel.from_dict({"id": "1"})
    assert convert(dict[Snowflake, str], {"1": "x"}) == {Snowflake(1): "x"}
    assert serialize([Embed("x"), None, {"a": Embed("y")}]) == [{"title": "x"}, {"a": {"title": "y"}}]


def test_convert_refuses_a_union_of_classes():
    with pytest.raises(DataModelTypeError):
        convert(UserModel | GuildModel, {"id": "1"})


def test_containers_need_the_flag_of_components_v2():
    with pytest.raises(ValueError, match="IS_COMPONENTS_V2"):
        MessagePart(components=[Container([TextDisplay("x")])]).to_dict()
    panel = MessagePart(flags=MessageFlags.IS_COMPONENTS_V2, components=[Container([TextDisplay("x")])])
    assert panel.to_dict()["components"][0]["type"] == 17
    row = MessagePart(components=[ActionRow([Button(ButtonStyle.PRIMARY, "id", "x")])])
    assert row.to_dict()["components"][0]["type"] == 1


def test_a_components_thumbnail_is_no_embeds_thumbnail():
    thumbnail: Any = Thumbnail("https://x")
    with pytest.raises(DataModelTypeError):
        Embed(thumbnail=thumbnail).to_dict()


def test_media_is_sent_as_discord_wants_it_2_3_sent_text():
    section = Section(Thumbnail("https://x/y.png"), [TextDisplay("x")]).to_dict()
    assert section["accessory"]["media"] == {"url": "https://x/y.png"}


def test_image_data_is_a_data_uri(tmp_path: Path):
    path = tmp_path / "x.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    uri = ImageDataPart(str(path)).to_dict()
    head, _, body = str(uri).partition(",")
    assert head == "data:image/png;base64"
    assert base64.b64decode(body) == path.read_bytes()


# Interactions


def command(*options: dict[str, Any]) -> ApplicationCommandDataModel:
    return ApplicationCommandDataModel.from_dict({"id": "1", "name": "x", "type": 1, "options": list(options)})


@pytest.mark.parametrize(
    ("type", "value", "read"),
    [
        (CommandOptionType.STRING, "a", "a"),
        (CommandOptionType.INTEGER, 5, 5),
        (CommandOptionType.BOOLEAN, True, True),
        (CommandOptionType.USER, "5", 5),
        (CommandOptionType.CHANNEL, "5", 5),
        (CommandOptionType.ROLE, "5", 5),
        (CommandOptionType.ATTACHMENT, "5", 5),
        (CommandOptionType.NUMBER, 1.5, 1.5),
    ],
)
def test_get_option_reads_by_the_type_of_the_option(type: CommandOptionType, value: Any, read: Any):
    data = command({"name": "o", "type": int(type), "value": value})
    assert data.get_option("o") == read
    assert data.options[0].value == str(value)
    assert isinstance(data.options[0].value, str)


def test_get_option_mentionable_is_a_number_2_3_returned_text():
    assert command({"name": "o", "type": 9, "value": "5"}).get_option("o") == 5


def test_absent_options_are_none():
    assert command().get_option("o") is None


def test_a_command_without_options_2_3_raised_type_error():
    data = ApplicationCommandDataModel.from_dict({"id": "1", "name": "x", "type": 1})
    assert data.get_option("o") is None
    assert data.get_focused_value() == ""


def test_focused_value():
    assert command({"name": "o", "type": 3, "value": "ab", "focused": True}).get_focused_value() == "ab"
    assert command({"name": "o", "type": 3, "value": "ab"}).get_focused_value() == ""


def modal(*components: dict[str, Any]) -> ModalDataModel:
    labels = [{"type": 18, "component": component} for component in components]
    return ModalDataModel.from_dict({"custom_id": "m", "components": labels})


@pytest.mark.parametrize(
    ("component", "read"),
    [
        ({"type": 4, "custom_id": "c", "value": "text"}, "text"),
        ({"type": 3, "custom_id": "c", "values": ["a", "b"]}, ["a", "b"]),
        ({"type": 5, "custom_id": "c", "values": ["1"]}, ["1"]),
        ({"type": 19, "custom_id": "c", "values": ["1"]}, ["1"]),
        ({"type": 22, "custom_id": "c", "values": ["a"]}, ["a"]),
        ({"type": 23, "custom_id": "c", "value": True}, True),
        ({"type": 23, "custom_id": "c", "value": False}, False),
    ],
)
def test_modal_data_is_read_by_the_type_of_the_component(component: dict[str, Any], read: Any):
    assert modal(component).get_modal_data("c") == read


def test_modal_data_that_is_not_there_is_an_error():
    with pytest.raises(OptionNotFound):
        modal().get_modal_data("c")


def test_text_in_a_modal_2_3_raised_assertion_error():
    data = ModalDataModel.from_dict(
        {
            "custom_id": "m",
            "components": [
                {"type": 10, "id": 1},
                {"type": 18, "component": {"type": 4, "custom_id": "c", "value": "x"}},
            ],
        }
    )
    assert data.get_modal_data("c") == "x"


def test_events_have_raw_and_a_name():
    event = MessageCreateEvent.from_dict({"id": "1", "invented_tomorrow": 2})
    assert event.raw == {"id": "1", "invented_tomorrow": 2}
    assert event.dispatch_name == "MESSAGE_CREATE"


def test_user_in_a_direct_message_2_3_raised_attribute_error():
    event = InteractionEvent.from_dict({"id": "1", "type": 2, "token": "t", "user": {"id": "5"}})
    assert event.member is None
    assert event.user is not None


def test_unknown_enum_members_survive_2_3_dropped_the_whole_object():
    message = MessageModel.from_dict({"id": "1", "type": 250})
    assert message.type == 250
    commands = ApplicationCommandModel.from_dict(
        {"id": "1", "type": 4, "name": "launch", "options": [{"type": 1, "name": "sub", "description": "x"}]}
    )
    assert commands.options is not None
    assert commands.options[0].type is CommandOptionType.SUB_COMMAND


@pytest.mark.parametrize(
    ("model", "wire_name", "old_name"),
    [
        (ApplicationModel, "privacy_policy_url", "privacy_policy"),
    ],
)
def test_misspelt_fields_of_2_3_have_the_value_2_3_had_none(model: Any, wire_name: str, old_name: str):
    read = model.from_dict({"id": "1", wire_name: "value"})
    assert getattr(read, old_name) == getattr(read, wire_name) == "value"


# Resources


async def test_resources_take_http_first_and_ids_after():
    http = Recorder(answer={"id": "1"})
    message = Message(http, Snowflake(1), Snowflake(2))
    assert (message.http, message.id, message.channel_id) == (http, 1, 2)
    await message.fetch()
    assert http.call.endpoint == "/channels/2/messages/1"


def test_resources_are_compared_by_value():
    http = Recorder()
    assert Channel(http, Snowflake(1)) == Channel(http, Snowflake(1)) != Channel(http, Snowflake(2))


async def test_respond_takes_text_or_a_part_and_returns_none():
    http = Recorder()
    interaction = Interaction(http, Snowflake(1), "tok")
    assert await interaction.respond("hi", ephemeral=True) is None
    assert await interaction.respond(MessagePart("hi"), suppress_embeds=True) is None
    first, second = (call.data["data"] for call in http.calls)
    assert (first["content"], first["flags"]) == ("hi", MessageFlags.EPHEMERAL)
    assert (second["content"], second["flags"]) == ("hi", MessageFlags.SUPPRESS_EMBEDS)


async def test_attachments_are_sent_by_path(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("hi")
    http = Recorder(answer={})
    await Channel(http, Snowflake(1)).send(MessagePart("x", attachments=[AttachmentPart(str(path), "d")]))
    assert http.call.data["attachments"] == [{"id": 0, "filename": "a.txt", "description": "d"}]
    assert http.call.files == [str(path)]


async def test_a_users_own_http_client_needs_no_parameter_2_3_did_not_have():
    http = Recorder(answer={"id": "1", "items": []})
    guild, channel = Guild(http, Snowflake(1)), Channel(http, Snowflake(1))
    await guild.create_ban(Snowflake(2))
    await guild.fetch(with_counts=True)
    await channel.edit_guild_channel(name="x")
    await Invite(http, "abc").delete()
    assert len(http.calls) == 4


@pytest.mark.parametrize(
    ("call", "answer", "endpoint"),
    [
        (lambda http: Guild(http, 1).search_members("x"), [], "/guilds/1/members/search"),
        (lambda http: Guild(http, 1).fetch_ban(2), {}, "/guilds/1/bans/2"),
        (lambda http: Guild(http, 1).fetch_invites(), [], "/guilds/1/invites"),
        (lambda http: Guild(http, 1).fetch_invites_with_metadata(), [], "/guilds/1/invites"),
        (lambda http: Guild(http, 1).fetch_integrations(), [], "/guilds/1/integrations"),
    ],
    ids=["search_members", "fetch_ban", "fetch_invites", "fetch_invites_with_metadata", "fetch_integrations"],
)
async def test_guild_paths_are_right_2_3_asked_for_slash_guild(call: Any, answer: Any, endpoint: str):
    http = Recorder(answer=answer)
    await call(http)
    assert http.call.endpoint == endpoint


async def test_onboarding_is_sent_as_a_body_2_3_sent_a_query():
    http = Recorder(answer={})
    await Guild(http, Snowflake(1)).edit_onboarding(enabled=True)
    assert (http.call.data, http.call.params) == ({"enabled": True}, None)


async def test_follow_is_sent_as_a_body_2_3_sent_a_query():
    http = Recorder(answer={})
    await Channel(http, Snowflake(1)).follow(Snowflake(2))
    assert (http.call.data, http.call.params) == ({"webhook_channel_id": 2}, None)


async def test_ban_is_sent_as_a_body_2_3_sent_a_query():
    http = Recorder()
    await Guild(http, Snowflake(1)).create_ban(Snowflake(2), 60)
    assert (http.call.data, http.call.params) == ({"delete_message_seconds": 60}, None)


async def test_pins_are_fetched_where_they_are_now_2_3_used_the_deprecated_path():
    http = Recorder(answer={"items": []})
    assert await Channel(http, Snowflake(1)).fetch_pins() == []
    assert http.call.endpoint == "/channels/1/messages/pins"


async def test_application_is_fetched_by_its_id_2_3_ignored_it():
    http = Recorder(answer={"id": "5"})
    await Application(http, Snowflake(5)).fetch()
    assert http.call.endpoint == "/applications/5"


async def test_the_callers_message_is_not_changed_2_3_wrote_flags_into_it():
    part = MessagePart("hi")
    await Interaction(Recorder(), Snowflake(1), "tok").respond(part, ephemeral=True)
    assert part.flags is None


async def test_bulk_ban_takes_a_part():
    http = Recorder(answer={"banned_users": ["2"], "failed_users": []})
    result = await Guild(http, Snowflake(1)).bulk_create_ban(BulkGuildBanPart([Snowflake(2)], 0))
    assert result.banned_users == [2]


def test_raw_of_an_inner_object_says_where_to_look():
    event = MessageCreateEvent.from_dict({"id": "1", "author": {"id": "2"}})
    with pytest.raises(MissingField):
        _ = event.author.raw
