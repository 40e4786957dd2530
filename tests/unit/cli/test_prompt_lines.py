"""Typed lines, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.cli.prompt_lines import Line, Slash, read_fields, read_line, read_slash

USERS = {"alice", "bob"}


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("hello", Line("say", "hello")),
        ("  hello  ", Line("say", "hello")),
        ("bob: hello", Line("say", "hello", "bob")),
        ("bob:hello", Line("say", "hello", "bob")),
        ("dave: hello", Line("say", "dave: hello")),
        ("look: a colon", Line("say", "look: a colon")),
        ("/ping", Line("slash", "ping")),
        ("bob: /ping a:1", Line("slash", "ping a:1", "bob")),
        ("/", Line("say", "/")),
        ("click Yes please", Line("click", "Yes please")),
        ("click", Line("say", "click")),
        ("help", Line("help")),
        ("help me", Line("say", "help me")),
        ("delete everything", Line("say", "delete everything")),
        ("bob: react ✅", Line("react", "✅", "bob")),
        ("", None),
        ("   ", None),
        ("bob:", None),
    ],
)
def test_lines(typed: str, line: Line | None) -> None:
    assert read_line(typed, USERS) == line


@given(st.text())
def test_every_line_means_something_or_nothing(typed: str) -> None:
    line = read_line(typed, USERS)
    assert (line is None) == (not typed.strip() or typed.strip() in ("alice:", "bob:") or _is_empty_speech(typed))


def _is_empty_speech(typed: str) -> bool:
    name, colon, rest = typed.strip().partition(":")
    return bool(colon) and name in USERS and not rest.strip()


@pytest.mark.parametrize(
    ("typed", "slash"),
    [
        ("ping", Slash("ping")),
        ("role add user:bob", Slash("role add", {"user": "bob"})),
        ('say "text:two words" n:3', Slash("say", {"text": "two words", "n": "3"})),
        ("when at:12:30", Slash("when", {"at": "12:30"})),
    ],
)
def test_slash_commands(typed: str, slash: Slash) -> None:
    assert read_slash(typed) == slash


@pytest.mark.parametrize("typed", ["say text:two words", 'say "text:open'])
def test_slash_commands_that_make_no_sense(typed: str) -> None:
    with pytest.raises(ValueError, match=r"option|quotation"):
        read_slash(typed)


def test_forms() -> None:
    assert read_fields("name=Bob; about=a=b ;") == {"name": "Bob", "about": "a=b"}
    with pytest.raises(ValueError, match="no field"):
        read_fields("name")
