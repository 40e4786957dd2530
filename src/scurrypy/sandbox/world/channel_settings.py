"""The settings of a channel: what each may be, and how it is stored."""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.records import Channel
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, text, whole
from scurrypy.sandbox.rules.shapes import identity, items, model
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State

ARCHIVE_DURATIONS = (60, 1440, 4320, 10080)
"""Minutes after which a thread may archive."""
POSITION = whole(least=0, nullable=True)
"""Place of a channel in the list."""

_EMOJI = {"emoji_id": identity(nullable=True), "emoji_name": text(nullable=True, most=100)}
_TAG = {
    "id": identity(nullable=True),
    "name": text(required=True, most=50),
    "moderated": flag(default=False),
    **_EMOJI,
}

SETTINGS: Mapping[str, Field] = {
    "name": text(least=1, most=100),
    "position": POSITION,
    "topic": text(most=4096, nullable=True),
    "nsfw": flag(nullable=True),
    "rate_limit_per_user": whole(least=0, most=21600, nullable=True),
    "bitrate": whole(least=8000, most=384_000, nullable=True),
    "user_limit": whole(least=0, most=10_000, nullable=True),
    "parent_id": identity(nullable=True),
    "rtc_region": text(nullable=True),
    "video_quality_mode": whole(choices=(1, 2), nullable=True),
    "default_auto_archive_duration": whole(choices=ARCHIVE_DURATIONS, nullable=True),
    "default_thread_rate_limit_per_user": whole(least=0, most=21600, nullable=True),
    "flags": whole(nullable=True),
    "available_tags": items(model(_TAG), most=20, nullable=True),
    "default_reaction_emoji": model(_EMOJI, nullable=True),
    "default_sort_order": whole(choices=(0, 1), nullable=True),
    "default_forum_layout": whole(choices=(0, 1, 2), nullable=True),
}
"""What a channel can be set to."""

CREATED: Mapping[str, Field] = {**SETTINGS, "name": text(required=True, least=1, most=100)}
"""The same for a new channel."""

_MEANS_NOTHING = {"topic", "parent_id", "rtc_region", "default_auto_archive_duration", "default_reaction_emoji",
                  "default_sort_order"}  # fmt: skip
_REQUIRE_TAG = 1 << 4
_HIDE_DOWNLOADS = 1 << 15


def read_settings(
    state: State, body: Mapping[str, Any], problems: Problems, table: Mapping[str, Field] = SETTINGS
) -> dict[str, Any]:
    """Return the settings that a request gives, as they are stored."""
    read = read_fields(body, table, problems)
    # Null sets back what can be without a value, and says nothing about the rest.
    settings: dict[str, Any] = {
        name: value for name, value in read.items() if value is not None or name in _MEANS_NOTHING
    }
    if settings.get("available_tags"):
        settings["available_tags"] = _tags(state, settings["available_tags"], problems)
    emoji = settings.get("default_reaction_emoji")
    if emoji:
        settings["default_reaction_emoji"] = _emoji(emoji)
    if "flags" in settings:
        settings["flags"] &= _REQUIRE_TAG | _HIDE_DOWNLOADS
    return settings


def apply_settings(channel: Channel, settings: Mapping[str, Any]) -> None:
    """Set a channel to what `read_settings` returned."""
    for name, value in settings.items():
        setattr(channel, name, value)


def _tags(state: State, tags: list[dict[str, Any]], problems: Problems) -> list[dict[str, Any]]:
    names = [tag["name"] for tag in tags if "name" in tag]
    if len(set(names)) < len(names):
        problems.add("available_tags", "TAG_NAMES_NOT_UNIQUE", "Tag names must be unique")
    return [
        {"id": str(tag.get("id") or state.ids.next()), "name": tag.get("name"), "moderated": tag["moderated"]}
        | _emoji(tag)
        for tag in tags
    ]


def _emoji(holder: Mapping[str, Any]) -> dict[str, Any]:
    id = holder.get("emoji_id")
    return {"emoji_id": id and str(id), "emoji_name": None if id else holder.get("emoji_name")}
