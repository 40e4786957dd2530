"""Names of commands and options, as their declared limits see them."""

from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from scurrypy.api.commands import CommandOptionPart, MessageCommandPart, SlashCommandPart, UserCommandPart
from scurrypy.api.role_connection_metadata import RoleConnectionMetadataPart
from scurrypy.api.sticker import StickerPart
from scurrypy.wire.limits import Limit
from scurrypy.wire.model import DataModel


def limits(model: type[DataModel], field: str) -> list[Limit]:
    """Return the limits beside a field, outermost first."""
    kinds: list[Any] = [get_type_hints(model, include_extras=True)[field]]
    found: list[Limit] = []
    while kinds:
        kind = kinds.pop()
        if get_origin(kind) is Annotated:
            found += [mark for mark in kind.__metadata__ if isinstance(mark, Limit)]
        else:
            kinds += [inner for inner in get_args(kind) if get_origin(inner) is Annotated]
    return found


def refused(model: type[DataModel], field: str, value: object) -> bool:
    marks = limits(model, field)
    assert marks
    return any(mark.problem(value) is not None for mark in marks)


@pytest.mark.parametrize("name", ["ping", "a" * 32, "wo-ist_er's", "größe", "岁数", "γενέθλια", "नमस्ते", "ที่นี่", "top10"])
@pytest.mark.parametrize("model", [SlashCommandPart, CommandOptionPart])
def test_a_slash_command_and_an_option_may_be_called(name: str, model: type[DataModel]):
    assert not refused(model, "name", name)


@pytest.mark.parametrize("name", ["", "a" * 33, "Ping", "two words", "a.b", "ÄRGER", "🏓", "line\n"])
@pytest.mark.parametrize("model", [SlashCommandPart, CommandOptionPart])
def test_a_slash_command_and_an_option_may_not_be_called(name: str, model: type[DataModel]):
    assert refused(model, "name", name)


@pytest.mark.parametrize("model", [UserCommandPart, MessageCommandPart])
def test_a_command_in_a_menu_may_have_capitals_and_spaces(model: type[DataModel]):
    assert not refused(model, "name", "High Five")
    assert refused(model, "name", "")
    assert refused(model, "name", "x" * 33)


@pytest.mark.parametrize(("file_type", "wrong"), [("image", False), (".pdf", False), ("pdf", True), (".", True)])
def test_a_file_type_is_a_group_or_an_ending(file_type: str, *, wrong: bool):
    outer = get_args(get_type_hints(CommandOptionPart, include_extras=True)["file_types"])[0]
    (mark,) = get_args(get_args(outer)[0])[0].__metadata__
    assert (mark.problem(file_type) is not None) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"), [("", False), ("x", True), ("xy", False), ("\n\n", False), ("x" * 101, True)]
)
def test_a_sticker_is_described_in_two_characters_or_none(text: str, *, wrong: bool):
    assert refused(StickerPart, "description", text) is wrong


@pytest.mark.parametrize(("key", "wrong"), [("wins_2", False), ("Wins", True), ("", True), ("w" * 51, True)])
def test_the_key_of_a_linked_role_is_plain(key: str, *, wrong: bool):
    assert refused(RoleConnectionMetadataPart, "key", key) is wrong
