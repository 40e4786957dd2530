"""What auto moderation rules may say, and how their keywords match.

See [Discord Docs/Auto Moderation](https://docs.discord.com/developers/resources/auto-moderation).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from scurrypy.sandbox.rules.fields import ABSENT, Field, Json, flag, mapping, read_field, read_fields, text, whole
from scurrypy.sandbox.rules.shapes import identity, items
from scurrypy.sandbox.rules.validation import Problems, join

KEYWORD, SPAM, KEYWORD_PRESET, MENTION_SPAM, MEMBER_PROFILE = 1, 3, 4, 5, 6
"""What a rule looks for."""
MESSAGE_SEND, MEMBER_UPDATE = 1, 2
"""When a rule looks."""
BLOCK_MESSAGE, SEND_ALERT_MESSAGE, TIMEOUT, BLOCK_MEMBER_INTERACTION = 1, 2, 3, 4
"""What a rule does."""
MOST_RULES: Final = {KEYWORD: 6, SPAM: 1, KEYWORD_PRESET: 1, MENTION_SPAM: 1, MEMBER_PROFILE: 1}
"""Rules of each kind in one guild."""
LONGEST_TIMEOUT = 2_419_200
"""Seconds of the longest timeout a rule gives."""

_WORD = text(least=1, most=60)
_KEYWORDS: Mapping[str, Field] = {
    "keyword_filter": items(_WORD, most=1000, default=[]),
    "regex_patterns": items(text(least=1, most=260), most=10, default=[]),
    "allow_list": items(_WORD, most=100, default=[]),
}
METADATA: Final[dict[int, Mapping[str, Field]]] = {
    KEYWORD: _KEYWORDS,
    SPAM: {},
    KEYWORD_PRESET: {
        "presets": items(whole(choices=(1, 2, 3)), default=[]),
        "allow_list": items(_WORD, most=1000, default=[]),
    },
    MENTION_SPAM: {
        "mention_total_limit": whole(least=0, most=50, default=0),
        "mention_raid_protection_enabled": flag(default=False),
    },
    MEMBER_PROFILE: _KEYWORDS,
}
"""What `trigger_metadata` may hold for each kind of rule."""

_ACTIONS: Mapping[int, Mapping[str, Field]] = {
    BLOCK_MESSAGE: {"custom_message": text(most=150)},
    SEND_ALERT_MESSAGE: {"channel_id": identity(required=True)},
    TIMEOUT: {"duration_seconds": whole(least=0, most=LONGEST_TIMEOUT, required=True)},
    BLOCK_MEMBER_INTERACTION: {},
}
# Rust's regular expressions, which Discord uses, look neither around nor back.
_NOT_RUST = re.compile(r"\(\?<?[=!]|\\[1-9]|\(\?P=")


def read_metadata(value: Json, trigger_type: int, problems: Problems) -> dict[str, Any]:
    """Return what a rule looks for, checked for its kind."""
    path = "trigger_metadata"
    given = read_field({} if value is None else value, mapping(), problems, path)
    if given is ABSENT:
        return {}
    read = read_fields(given, METADATA[trigger_type], problems, path)
    for index, pattern in enumerate(read.get("regex_patterns", ())):
        if _compiled(pattern) is None:
            at = join(join(path, "regex_patterns"), index)
            problems.add(at, "AUTO_MODERATION_INVALID_REGEX", "Regex pattern is not valid")
    if trigger_type in (KEYWORD, MEMBER_PROFILE) and not read.get("keyword_filter") and not read.get("regex_patterns"):
        problems.add(path, "BASE_TYPE_REQUIRED", "This field is required")
    return read


def read_actions(value: Json, trigger_type: int, problems: Problems) -> list[dict[str, Any]]:
    """Return what a rule does, checked for its kind."""
    listed = items(mapping(), least=1, most=5, required=True)
    actions: list[dict[str, Any]] = read_field(value, listed, problems, "actions")
    if actions is ABSENT:
        return []
    read: list[dict[str, Any]] = []
    for index, action in enumerate(actions):
        path = join("actions", index)
        kind = read_field(action.get("type"), whole(required=True, choices=_ACTIONS), problems, join(path, "type"))
        if kind is ABSENT:
            continue
        if kind not in _allowed(trigger_type):
            words = "This action cannot be used with this trigger type"
            problems.add(join(path, "type"), "AUTO_MODERATION_INVALID_ACTION_TYPE", words)
            continue
        metadata = read_fields(action.get("metadata") or {}, _ACTIONS[kind], problems, join(path, "metadata"))
        if "channel_id" in metadata:
            metadata["channel_id"] = str(metadata["channel_id"])
        read.append({"type": kind, "metadata": metadata})
    return read


def _allowed(trigger_type: int) -> set[int]:
    if trigger_type == MEMBER_PROFILE:
        return {SEND_ALERT_MESSAGE, BLOCK_MEMBER_INTERACTION}
    if trigger_type in (KEYWORD, MENTION_SPAM):
        return {BLOCK_MESSAGE, SEND_ALERT_MESSAGE, TIMEOUT}
    return {BLOCK_MESSAGE, SEND_ALERT_MESSAGE}


@dataclass(frozen=True, slots=True)
class Finding:
    """What of a rule matched what of a text."""

    keyword: str | None
    """The keyword or the pattern; None for a rule that has none."""
    content: str | None
    """The part of the text; None for a rule that looks at no words."""


def find_keyword(metadata: Mapping[str, Any], content: str) -> Finding | None:
    """Return the first part of a text that a keyword rule does not want; what it expressly allows does not count."""
    allowed = [match.span() for word in metadata["allow_list"] for match in _keyword(word).finditer(content)]
    wanted = [(word, _keyword(word)) for word in metadata["keyword_filter"]]
    for source in metadata["regex_patterns"]:
        pattern = _compiled(source)
        wanted += [] if pattern is None else [(source, pattern)]
    for word, pattern in wanted:
        for match in pattern.finditer(content):
            start, end = match.span()
            if end > start and not any(first <= start and end <= last for first, last in allowed):
                return Finding(word, match[0])
    return None


def _keyword(word: str) -> re.Pattern[str]:
    core = re.escape(word.strip("*"))
    before = "" if word.startswith("*") else r"(?<!\S)"
    after = "" if word.endswith("*") else r"(?!\S)"
    return re.compile(before + core + after, re.IGNORECASE)


def _compiled(pattern: str) -> re.Pattern[str] | None:
    if _NOT_RUST.search(pattern):
        return None
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error:
        return None
