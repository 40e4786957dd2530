"""Channels that a bot may not view: the gateway sends them with everything that tells anything taken out.

Mandatory for every application since 2026-11-16. The HTTP API leaves such channels out instead.
See [Discord Docs/Change Log](https://docs.discord.com/developers/change-log).
"""

from typing import Any

HIDDEN_NAME = "___hidden___"
"""Stands in place of a hidden channel's name. A real channel may bear the name, too."""
HIDDEN_FLAG = 1 << 17
"""Channel flag that marks a hidden channel, CHANNEL_OBFUSCATED."""
VIEW_CHANNEL = 1 << 10
"""Permission to view a channel."""
_KEPT = ("id", "type", "guild_id", "position", "parent_id")
_BLANKS: dict[str, Any] = {
    "topic": None,
    "last_message_id": None,
    "last_pin_timestamp": None,
    "rtc_region": None,
    "default_reaction_emoji": None,
    "default_sort_order": None,
    "nsfw": False,
    "rate_limit_per_user": 0,
    "bitrate": 64_000,
    "user_limit": 0,
    "default_forum_layout": 0,
    "available_tags": (),
}
"""What stands in place of a field that tells something; a field named neither here nor above is left out."""


def hidden(channel: dict[str, Any], guild_id: int) -> dict[str, Any]:
    """Return a channel in wire form as a bot receives it that may not view it."""
    kept = {key: channel[key] for key in _KEPT if key in channel}
    blank = {key: value for key, value in _BLANKS.items() if key in channel}
    overwrite = {"id": str(guild_id), "type": 0, "allow": "0", "deny": str(VIEW_CHANNEL)}
    return kept | blank | {"name": HIDDEN_NAME, "flags": HIDDEN_FLAG, "permission_overwrites": [overwrite]}
