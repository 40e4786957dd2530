"""What strangers wrote shows as they wrote it, and does nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scurrypy.markdown import escape, escape_markdown, escape_mentions
from tests.unit.markdown.grammar import read

PIECES = (
    *"\\*_~`|[]()<>@#-+.:!&/ \n\r\tax1",
    "**", "__", "~~", "||", "```", "> ", ">>> ", "# ", "## ", "-# ", "- ", "1. ", "<@1>", "<@!2>", "<@&3>", "<#4>",
    "</a b:5>", "<:n:6>", "<a:n:7>", "<t:8:R>", "<id:guide>", "@everyone", "@here", "https://a.b/c_d", "http://", ":x:",
    "[a](https://b)", "<https://a>", "\u200b", "\ufeff", "é", "_(ツ)_",
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


@settings(max_examples=500)
@given(TEXTS)
def test_an_escaped_text_shows_as_it_was_and_means_nothing(text):
    assert read(escape_markdown(text)) == (text, [])


@settings(max_examples=500)
@given(TEXTS)
def test_an_escaped_text_shows_the_same_but_for_what_cannot_be_seen(text):
    shown, matched = read(escape(text))
    assert matched == []
    assert shown.replace("\u200b", "") == text.replace("\u200b", "")


@settings(max_examples=500)
@given(TEXTS)
def test_a_text_without_mentions_notifies_nobody(text):
    quiet = escape_mentions(text)
    assert quiet.replace("\u200b", "") == text.replace("\u200b", "")
    for token in ("@everyone", "@here", "<@1", "<@!2", "<@&3"):
        assert token not in quiet
        assert token not in escape(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_ ~~c~~ ||d|| `e`", r"\*a\* \_b\_ \~\~c\~\~ \|\|d\|\| \`e\`"),
        ("# a\n## b\n-# c\n> d\n>>> e", "\\# a\n\\## b\n\\-# c\n\\> d\n\\>>> e"),
        ("- a\n  + b\n 10. c", "\\- a\n  \\+ b\n 10\\. c"),
        ("#general at 12:30, -5 degrees, 1.5 m, a > b", "#general at 12:30, -5 degrees, 1.5 m, a > b"),
        ("-5\n1.5\n#general\n+1", "-5\n1.5\n#general\n+1"),
        ("see https://a.b/c_d :x:", r"see https\://a.b/c\_d \:x:"),
        ("[a](https://b)", r"\[a](https\://b)"),
        ("<@1> <#2> @everyone", r"\<\@1> \<#2> \@everyone"),
        (r"¯\_(ツ)_/¯", r"¯\\\_(ツ)\_/¯"),
        ("", ""),
    ],
)
def test_only_what_means_something_is_escaped(text, expected):
    assert escape_markdown(text) == expected


def test_links_can_be_kept():
    text = "*see* https://a.b/c_d_e, <https://f_g>"
    assert escape_markdown(text, keep_links=True) == r"\*see\* https://a.b/c_d_e, \<https://f_g>"
    assert escape_markdown("https://a.b\n# c", keep_links=True) == "https://a.b\n\\# c"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@everyone", "@\u200beveryone"),
        ("<@1> <@!2> <@&3>", "<@\u200b1> <@\u200b!2> <@\u200b&3>"),
        ("me@here.example, @someone, <#4>", "me@\u200bhere.example, @someone, <#4>"),
    ],
)
def test_an_invisible_character_stands_behind_every_sign_that_notifies(text, expected):
    assert escape_mentions(text) == expected


def test_long_runs_of_marks_take_no_time():
    for mark in ("`", "<", ":", " ", "1", "\\", "*", "https://", "@"):
        assert len(escape(mark * 20_000)) >= 20_000
