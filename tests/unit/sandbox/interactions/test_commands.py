import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.world.command_definitions import is_slug, read_definition
from scurrypy.sandbox.world.commands import (
    Scope,
    create_command,
    delete_command,
    edit_command,
    get_command,
    list_commands,
    overwrite_commands,
)
from tests.unit.sandbox.components.test_message_components import JSON, flatten
from tests.unit.sandbox.interactions.conftest import Stage, code_of


def scope(stage: Stage, *, guild: bool = False) -> Scope:
    return Scope(stage.application.id, stage.guild.id if guild else None)


def option(name: str, type: int = 3, **fields: object) -> dict:
    return {"type": type, "name": name, "description": "d", **fields}


def refusals(stage: Stage, **body: object) -> list[str]:
    with pytest.raises(ApiError) as caught:
        create_command(stage.world, stage.bot, scope(stage), {"name": "x", "description": "d", **body})
    return flatten(caught.value.errors or {})


def test_a_global_command_comes_back_with_every_default_filled_in(stage: Stage):
    command = stage.command("ping")
    assert command == {
        "id": command["id"],
        "application_id": str(stage.application.id),
        "version": command["version"],
        "type": 1,
        "name": "ping",
        "name_localizations": None,
        "description": "d",
        "description_localizations": None,
        "options": [],
        "default_member_permissions": None,
        "nsfw": False,
        "contexts": [0, 1, 2],
        "dm_permission": True,
        "integration_types": [0, 1],
    }


def test_a_guild_command_has_no_contexts_to_speak_of(stage: Stage):
    command = stage.command("ping", guild=True)
    assert command["guild_id"] == str(stage.guild.id)
    assert (command["contexts"], command["integration_types"]) == (None, [0])


def test_dm_permission_and_contexts_say_the_same(stage: Stage):
    assert stage.command("a", dm_permission=False)["contexts"] == [0]
    assert stage.command("b", contexts=[0])["dm_permission"] is False


def test_a_name_in_use_is_an_upsert_that_keeps_the_id(stage: Stage):
    first = stage.command("ping")
    again, is_new = create_command(stage.world, stage.bot, scope(stage), {"name": "ping", "description": "new"})
    assert (again["id"], is_new) == (first["id"], False)
    assert again["version"] != first["version"]


def test_what_does_not_change_keeps_its_version(stage: Stage):
    assert stage.command("ping") == stage.command("ping")


def test_types_and_scopes_do_not_share_names(stage: Stage):
    ids = {stage.command("ping")["id"], stage.command("ping", guild=True)["id"], stage.command("ping", type=2)["id"]}
    assert len(ids) == 3


def test_an_edit_changes_what_it_names(stage: Stage):
    command = stage.command("ping", [option("a")])
    edited = edit_command(stage.world, stage.bot, scope(stage), int(command["id"]), {"nsfw": True, "contexts": [0]})
    assert edited["options"] == command["options"]
    assert (edited["nsfw"], edited["dm_permission"]) == (True, False)


def test_an_edit_cannot_take_a_name_in_use(stage: Stage):
    stage.command("ping")
    other = stage.command("pong")
    with pytest.raises(ApiError) as caught:
        edit_command(stage.world, stage.bot, scope(stage), int(other["id"]), {"name": "ping"})
    assert code_of(caught) == 40041


def test_a_deleted_command_is_unknown(stage: Stage):
    command_id = int(stage.command("ping")["id"])
    delete_command(stage.world, stage.bot, scope(stage), command_id)
    with pytest.raises(ApiError) as caught:
        get_command(stage.world, stage.bot, scope(stage), command_id)
    assert (caught.value.status, code_of(caught)) == (404, 10063)


def test_an_overwrite_keeps_renames_and_removes(stage: Stage):
    kept, renamed, gone = (stage.command(name)["id"] for name in ("kept", "old", "gone"))
    body = [
        {"name": "kept", "description": "d"},
        {"id": renamed, "name": "new", "description": "d"},
        {"name": "More", "type": 2},
    ]
    after = overwrite_commands(stage.world, stage.bot, scope(stage), body)
    assert [command["name"] for command in after] == ["kept", "new", "More"]
    assert [command["id"] for command in after[:2]] == [kept, renamed]
    assert int(gone) not in stage.world.commands


def test_an_overwrite_reports_errors_under_the_place_in_the_list_and_changes_nothing(stage: Stage):
    stage.command("ping")
    body = [{"name": "ok", "description": "d"}, {"name": "Bad Name", "description": "d", "options": [option("X")]}]
    with pytest.raises(ApiError) as caught:
        overwrite_commands(stage.world, stage.bot, scope(stage), body)
    assert flatten(caught.value.errors) == [
        "1.name: APPLICATION_COMMAND_INVALID_NAME",
        "1.options.0.name: APPLICATION_COMMAND_INVALID_NAME",
    ]
    assert [command.name for command in stage.world.commands.values()] == ["ping"]


def test_two_commands_of_one_name_cannot_be_set(stage: Stage):
    body = [{"name": "ping", "description": "d"}] * 2
    with pytest.raises(ApiError) as caught:
        overwrite_commands(stage.world, stage.bot, scope(stage), body)
    assert flatten(caught.value.errors) == ["1: APPLICATION_COMMANDS_DUPLICATE_NAME"]


def test_a_hundred_slash_commands_fit_and_no_more(stage: Stage):
    for number in range(100):
        stage.command(f"c{number}")
    with pytest.raises(ApiError) as caught:
        stage.command("one-too-many")
    assert code_of(caught) == 30032


def test_fifteen_user_commands_fit_and_no_more(stage: Stage):
    body = [{"name": f"U{number}", "type": 2} for number in range(16)]
    with pytest.raises(ApiError) as caught:
        overwrite_commands(stage.world, stage.bot, scope(stage), body)
    assert code_of(caught) == 30032


def test_two_hundred_creates_a_day_and_no_more(stage: Stage):
    for _ in range(200):
        delete_command(stage.world, stage.bot, scope(stage), int(stage.command("again")["id"]))
    with pytest.raises(ApiError) as caught:
        stage.command("again")
    assert code_of(caught) == 30034
    stage.world.clock.advance(86_401)
    stage.command("again")


def test_another_application_s_commands_are_not_one_s_own(stage: Stage):
    other = stage.world.create_application("Other")
    with pytest.raises(ApiError) as caught:
        list_commands(stage.world, stage.bot, Scope(other.id), localizations=False, locale=None)
    assert (caught.value.status, code_of(caught)) == (403, 20012)


def test_a_guild_the_bot_is_not_in_has_no_commands_for_it(stage: Stage):
    with pytest.raises(ApiError) as caught:
        list_commands(stage.world, stage.bot, Scope(stage.application.id, 5), localizations=False, locale=None)
    assert code_of(caught) == 50001


def test_lists_have_one_language_unless_all_are_asked_for(stage: Stage):
    stage.command("color", [option("a", name_localizations={"de": "ah"})], name_localizations={"en-GB": "colour"})
    ours = scope(stage)
    short = list_commands(stage.world, stage.bot, ours, localizations=False, locale="en-US")[0]
    assert (short["name"], short["name_localized"]) == ("color", "colour")
    assert "name_localizations" not in short
    german = list_commands(stage.world, stage.bot, ours, localizations=False, locale="de")[0]
    assert german["options"][0]["name_localized"] == "ah"
    assert "name_localized" not in german
    full = list_commands(stage.world, stage.bot, ours, localizations=True, locale=None)[0]
    assert full["name_localizations"] == {"en-GB": "colour"}


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({"name": "Upper"}, "name: APPLICATION_COMMAND_INVALID_NAME"),
        ({"name": "with space"}, "name: APPLICATION_COMMAND_INVALID_NAME"),
        ({"name": "x" * 33}, "name: BASE_TYPE_BAD_LENGTH"),
        ({"description": ""}, "description: BASE_TYPE_REQUIRED"),
        ({"description": "x" * 101}, "description: BASE_TYPE_MAX_LENGTH"),
        ({"type": 2, "description": "no"}, "description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID"),
        ({"name_localizations": {"xx": "a"}}, "name_localizations: ENUM_TYPE_COERCE"),
        ({"name_localizations": {"de": "A B"}}, "name_localizations.de: APPLICATION_COMMAND_INVALID_NAME"),
        ({"options": [option("a")] * 2}, "options.1: APPLICATION_COMMAND_OPTIONS_NAME_INVALID"),
        (
            {"options": [option("a"), option("b", required=True)]},
            "options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        ({"options": [option("a"), option("b", 1)]}, "options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (
            {"options": [option("a", 1, options=[option("b", 1)])]},
            "options.0.options.0.type: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            {"options": [option("a", 2, options=[option("b")])]},
            "options.0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        ({"options": [option(f"o{n}") for n in range(26)]}, "options: BASE_TYPE_MAX_LENGTH"),
        ({"options": [option("a", 12)]}, "options.0.type: BASE_TYPE_CHOICES"),
        ({"options": [option("a", 4, min_value=3, max_value=2)]}, "options.0.min_value: NUMBER_TYPE_MAX"),
        ({"options": [option("a", min_length=6001)]}, "options.0.min_length: NUMBER_TYPE_MAX"),
        (
            {"options": [option("a", autocomplete=True, choices=[{"name": "x", "value": "x"}])]},
            "options.0.choices: APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
        ),
        (
            {"options": [option("a", 4, choices=[{"name": "x", "value": "x"}])]},
            "options.0.choices.0.value: NUMBER_TYPE_COERCE",
        ),
        (
            {"options": [option("a", choices=[{"name": "x", "value": "x"}, {"name": "y", "value": "x"}])]},
            "options.0.choices.1.value: APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATED",
        ),
    ],
)
def test_what_discord_refuses_is_refused_at_its_place(stage: Stage, body, refusal):
    assert refusals(stage, **body) == [refusal]


def test_eight_thousand_characters_fit_and_no_more(stage: Stage):
    def choices(length):
        return [{"name": str(n).rjust(100, "n"), "value": str(n).rjust(length, "v")} for n in range(25)]

    def body(last):
        return [option("a", choices=choices(100)), option("b", choices=choices(19)), option("c", description=last)]

    # 4 for the command, 5000 and 2975 for the choices, 2 for two options, 1 for the third and its description.
    def size(last):
        return len("size") + 1 + 25 * 200 + 25 * 119 + 2 * 2 + 1 + len(last)

    fits = "x" * (8000 - size(""))
    stage.command("size", body(fits))
    assert refusals(stage, name="size", options=body(fits + "x")) == [": APPLICATION_COMMAND_TOO_LARGE"]


@pytest.mark.parametrize("name", ["ping", "ünïcode", "名前", "नमस्ते", "สวัสดี", "don't", "a_b-c1"])
def test_names_of_every_script_are_names(name):
    assert is_slug(name)


@given(JSON, st.booleans())
def test_no_request_at_all_breaks_the_validation(value, is_global):
    problems = Problems()
    body = {"name": value, "description": value, "options": value, "name_localizations": value, "type": value}
    read_definition(body, is_global=is_global, integration_types=[0], problems=problems)
    assert problems


@given(st.lists(st.tuples(st.integers(1, 11), st.booleans()), max_size=6))
def test_a_definition_that_passes_passes_again_unchanged(kinds):
    options = [option(f"o{n}", kind, required=required) for n, (kind, required) in enumerate(kinds)]
    problems = Problems()
    first = read_definition(
        {"name": "x", "description": "d", "options": options}, is_global=True, integration_types=[0], problems=problems
    )
    if not problems:
        again = read_definition(first, is_global=True, integration_types=[0], problems=problems)
        assert (again, bool(problems)) == (first, False)
