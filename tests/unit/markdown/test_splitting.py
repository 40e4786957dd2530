"""Long texts in pieces that fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scurrypy.markdown import split
from scurrypy.wire.errors import InvalidRequest

LIMITS = st.integers(50, 90)
WORDS = st.one_of(
    st.text("abc.", min_size=1, max_size=70),
    st.sampled_from(["<@80351110224678912>", "</tag create:816437322781949972>", "`some code here`"]),
)
BLOCKS = st.lists(st.text("abc ", max_size=12), min_size=1, max_size=3).map(
    lambda lines: "```py\n" + "\n".join(lines) + "\n```"
)
PARAGRAPHS = st.lists(WORDS | BLOCKS, min_size=1, max_size=6).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=6).map("\n".join).map(str.strip)


@settings(max_examples=150)
@given(TEXTS, LIMITS)
def test_the_pieces_fit_and_joined_are_the_text(text, limit):
    pieces = split(text, limit)
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert all(piece.strip() for piece in pieces)


@settings(max_examples=150)
@given(TEXTS, LIMITS)
def test_no_piece_ends_within_a_code_block_or_a_mention(text, limit):
    for piece in split(text, limit):
        assert piece.count("```") % 2 == 0
        assert piece.count("<") == piece.count(">")
        assert piece.replace("```", "").count("`") % 2 == 0


@settings(max_examples=150)
@given(st.text("a`\n <>\\", max_size=300), LIMITS)
def test_any_text_is_cut_into_pieces_that_fit(text, limit):
    pieces = split(text, limit)
    assert all(len(piece) <= limit for piece in pieces)
    kept = "".join(pieces)
    assert [each for each in kept if each in "a<>\\"] == [each for each in text if each in "a<>\\"]


@settings(max_examples=60)
@given(st.lists(st.text("ab ", min_size=1, max_size=30).filter(str.strip), min_size=40, max_size=60), LIMITS)
def test_a_block_longer_than_the_limit_is_closed_and_opened_again(lines, limit):
    body = "\n".join(lines)
    pieces = split(f"```py\n{body}\n```", limit)
    assert len(pieces) > 1
    assert all(piece.startswith("```py\n") and piece.endswith("\n```") for piece in pieces)
    assert all(len(piece) <= limit for piece in pieces)
    assert "".join(piece.removeprefix("```py\n").removesuffix("```") for piece in pieces) == f"{body}\n"


def test_a_piece_ends_behind_the_last_line_break_that_fits():
    line, rest = "a" * 30, "b" * 30
    assert split(f"{line} {line}\n{rest} {rest}", 70) == [f"{line} {line}\n", f"{rest} {rest}"]
    assert split(f"{line}\n{line}\n{rest}", 70) == [f"{line}\n{line}\n", rest]


def test_without_a_line_break_a_piece_ends_behind_a_space_and_without_that_at_the_limit():
    assert split("a" * 30 + " " + "b" * 30, 50) == ["a" * 30 + " ", "b" * 30]
    assert split("a" * 120, 50) == ["a" * 50, "a" * 50, "a" * 20]


def test_a_block_that_does_not_fit_begins_the_next_piece():
    block = "```\n" + "x\n" * 20 + "```"
    assert split(f"intro\nmore {block} end", 55) == ["intro\nmore ", f"{block} end"]


def test_a_line_of_a_block_that_is_too_long_is_cut_at_the_limit():
    pieces = split("```" + "x" * 100 + "```", 50)
    assert pieces == ["```" + "x" * 43 + "\n```", "```\n" + "x" * 42 + "\n```", "```\n" + "x" * 15 + "```"]


def test_an_open_fence_is_no_block():
    text = "```\n" + "word " * 20
    assert "".join(split(text, 50)) == text.rstrip() + " "


def test_short_texts_stay_whole_and_blank_ones_vanish():
    assert split("a" * 2000) == ["a" * 2000]
    assert [len(piece) for piece in split("a" * 2001)] == [2000, 1]
    assert split("") == split(" \n" * 3000) == []
    assert split("\n\n\n" + "a" * 2000) == ["\n\n\n" + "a" * 1997, "aaa"]


def test_a_limit_without_room_for_a_block_is_refused():
    with pytest.raises(InvalidRequest, match="limit"):
        split("a", 49)


def test_long_runs_of_marks_are_cut_quickly():
    for mark in ("`", "<", "` ", "``` ", "\\", "\n"):
        assert all(len(piece) <= 2000 for piece in split(mark * 20_000))
