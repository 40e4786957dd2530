import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.rules.emoji import is_unicode_emoji

EMOJIS = [
    "👍",
    "👍🏽",
    "❤️",
    "❤",
    "1️⃣",
    "#⃣",
    "🇩🇪",
    "👩‍👩‍👧‍👦",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "⭐",
    "✅",
    "‼️",
    "〰️",
    "🧑🏽‍🚀",
    "☑️",
    "©️",
    "\u2139️",
    "™️",
]


@pytest.mark.parametrize("emoji", EMOJIS)
def test_emojis_are_emojis(emoji: str) -> None:
    assert is_unicode_emoji(emoji)


@pytest.mark.parametrize(
    "text", ["", "a", "1", "ab", "👍👍", "👍a", "🇩", ":thumbsup:", "\u200d", "é", "漢", "👍 ", "."]
)
def test_other_text_is_not(text: str) -> None:
    assert not is_unicode_emoji(text)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_is_none(text: str) -> None:
    assert not is_unicode_emoji(text)


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert is_unicode_emoji(text) in (True, False)
