"""Tells emoji from other text, without a list of all emojis."""

import re
import unicodedata

MOST_CHARACTERS = 35
"""No emoji has more characters; the longest are flags of regions and families."""

_KEYCAP = re.compile(r"[0-9#*]\ufe0f?\u20e3")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_NOT_CALLED_SYMBOLS = set("‼⁉〰〽\u2139↔▪▫▶◀◽◾")
"""Emojis that Unicode counts as punctuation, letters or mathematics."""


def is_unicode_emoji(text: str) -> bool:
    """Return whether `text` looks like one emoji: symbols joined as emojis are joined."""
    if _KEYCAP.fullmatch(text) or _FLAG.fullmatch(text):
        return True
    if not 0 < len(text) <= MOST_CHARACTERS or not _is_symbol(text[0]):
        return False
    before = text[0]
    for character in text[1:]:
        joined = _is_symbol(character) and before == "\u200d"
        if not joined and not _is_modifier(character):
            return False
        before = character
    return True


def _is_symbol(character: str) -> bool:
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        # Half a flag.
        return False
    # The newest emojis are not yet known to an older Python.
    known = unicodedata.category(character) == "So" or character in _NOT_CALLED_SYMBOLS
    return known or 0x1F000 <= ord(character) < 0x20000


def _is_modifier(character: str) -> bool:
    """Return whether a character only changes the one before it: joiner, variation, skin, tag."""
    return character in "\u200d\ufe0f" or "🏻" <= character <= "🏿" or "\U000e0020" <= character <= "\U000e007f"
