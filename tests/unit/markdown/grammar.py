"""What Discord's clients read as more than plain text, as far as it is known: a reader of its own, for the tests.

It goes through a text from the left, as clients do: at each place either a backslash escapes the next character, or a
rule matches, or the character is text.
"""

import re

ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
ANYWHERE = {
    "code block": r"```[\s\S]+?```",
    "code": r"(`+)[\s\S]*?[^`]\1(?!`)",
    "bold": r"\*\*[\s\S]+?\*\*",
    "underline": r"__[\s\S]+?__",
    "italic": r"\*(?=\S)[\s\S]+?\*|_[\s\S]+?_",
    "strikethrough": r"~~[\s\S]+?~~",
    "spoiler": r"\|\|[\s\S]+?\|\|",
    "masked link": r"\[[^\]]*\]\([^)]*\)",
    "link": r"https?://[^\s<]+",
    "link without preview": r"<[a-z]+:[^\s>]+>",
    "user": r"<@!?\d+>",
    "role": r"<@&\d+>",
    "channel": r"<#\d+>",
    "command": r"</[^\s:][^:<>]*:\d+>",
    "navigation": r"<id:[a-z-]+(?::\d+)?>",
    "emoji": r"<a?:\w+:\d+>",
    "emoji by name": r":[^\s:]+?(?:::skin-tone-\d)?:",
    "timestamp": r"<t:-?\d+(?::[tTdDfFsSR])?>",
}
AT_LINE_START = {
    "heading": r"[\s\ufeff]*#{1,3}\s+\S",
    "subtext": r"[\s\ufeff]*-#\s+\S",
    "quote": r"[\s\ufeff]*>(?:>>)?\s",
    "list": r"[\s\ufeff]*(?:[*+-]|\d+\.)\s+\S",
}
_ANYWHERE = {name: re.compile(rule) for name, rule in ANYWHERE.items()}
_AT_LINE_START = {name: re.compile(rule) for name, rule in AT_LINE_START.items()}


def read(text: str) -> tuple[str, list[str]]:
    """Return the text that shows, and the names of the rules that matched."""
    shown, matched, place = "", [], 0
    while place < len(text):
        if place == 0 or text[place - 1] == "\n":
            matched += [name for name, rule in _AT_LINE_START.items() if rule.match(text, place)]
        escaped = ESCAPE.match(text, place)
        if escaped:
            shown += escaped[1]
            place = escaped.end()
            continue
        matched += [name for name, rule in _ANYWHERE.items() if rule.match(text, place)]
        shown += text[place]
        place += 1
    return shown, matched
