"""Formatting, as the documentation and the clients have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import markdown as md
from scurrypy.wire.errors import InvalidRequest
from tests.unit.markdown.grammar import read

BACKTICKS = st.lists(st.sampled_from(("`", "``", "a", " ", "\n")), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (md.bold("a"), "**a**"),
        (md.italic("a"), "_a_"),
        (md.bold(md.italic("a")), "**_a_**"),
        (md.underline("a"), "__a__"),
        (md.strikethrough("a"), "~~a~~"),
        (md.spoiler("a"), "||a||"),
        (md.quote("a\nb"), "> a\n> b"),
        (md.block_quote("a\nb"), ">>> a\nb"),
        (md.heading("a"), "# a"),
        (md.heading("a\nb", 3), "### a\n### b"),
        (md.subtext("a\nb"), "-# a\n-# b"),
        (md.bullet_list(["a", "b\n" + md.bullet_list(["c"]), "d"]), "- a\n- b\n  - c\n- d"),
        (md.numbered_list(["a", "b\nc"]), "1. a\n2. b\n   c"),
        (md.numbered_list(["a", "b"], start=9), "9. a\n10. b"),
        (md.bullet_list([]), ""),
        (md.code("a*b*"), "`a*b*`"),
        (md.code("a`b"), "``\u200ba`b\u200b``"),
        (md.code(""), "`\u200b`"),
        (md.code_block("a\nb"), "```\na\nb\n```"),
        (md.code_block("a", "py"), "```py\na\n```"),
        (md.code_block("\n"), "```\n\u200b\n```"),
        (md.code_block("a```b"), "```\na`\u200b`\u200b`b\n```"),
        (md.masked_link("a", "https://b"), "[a](https://b)"),
        (md.masked_link("a", "https://b", preview=False), "[a](<https://b>)"),
        (md.masked_link("a", "HTTPS://b/(c) d>"), "[a](HTTPS://b/%28c%29%20d%3E)"),
    ],
)
def test_formats_are_written_as_clients_read_them(made, expected):
    assert made == expected


@given(BACKTICKS)
def test_nothing_in_code_ends_it(text):
    inner = md.code(text)
    ticks = len(inner) - len(inner.lstrip("`"))
    assert inner.endswith("`" * ticks)
    assert "`" * ticks not in inner[ticks:-ticks]
    assert not inner[ticks:-ticks].startswith("`")
    assert not inner[ticks:-ticks].endswith("`")
    assert "code" in read(inner)[1]
    assert inner[ticks:-ticks].replace("\u200b", "") == text


@given(BACKTICKS)
def test_nothing_in_a_code_block_ends_it(text):
    block = md.code_block(text, "txt")
    assert "```" not in block[3:-3]
    assert block.startswith("```txt\n")
    if text.strip("\n"):
        assert block[7:-4].replace("\u200b", "") == text


@pytest.mark.parametrize(
    "make",
    [
        lambda: md.heading("a", 0),
        lambda: md.heading("a", 4),
        lambda: md.numbered_list(["a"], start=-1),
        lambda: md.code_block("a", "py\nthon"),
        lambda: md.code_block("a", "```"),
        lambda: md.masked_link("a", "javascript:alert(1)"),
        lambda: md.masked_link("a", "b.example"),
    ],
)
def test_what_clients_would_not_understand_is_refused(make):
    with pytest.raises(InvalidRequest):
        make()
