"""Whom a message mentions, and whom it may ping.

See [Discord Docs/Allowed Mentions](https://docs.discord.com/developers/resources/message#allowed-mentions-object).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scurrypy.sandbox.records import Channel
from scurrypy.sandbox.rules.fields import flag, text
from scurrypy.sandbox.rules.shapes import ids, items, model
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State

_USER = re.compile(r"<@!?(\d{15,20})>")
_ROLE = re.compile(r"<@&(\d{15,20})>")
_EVERYONE = re.compile(r"@(?:everyone|here)\b")

ALLOWED_MENTIONS = model(
    {
        "parse": items(text(choices=("roles", "users", "everyone")), nullable=True),
        "users": ids(most=100, nullable=True),
        "roles": ids(most=100, nullable=True),
        "replied_user": flag(nullable=True),
    },
    nullable=True,
)
"""The `allowed_mentions` of a message."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Whom a message pings."""

    user_ids: list[int]
    """Users."""
    role_ids: list[int]
    """Roles."""
    everyone: bool
    """Everyone, or everyone online."""


def check_allowed(allowed: Mapping[str, Any] | None, problems: Problems) -> None:
    """Note where `allowed_mentions` says two things at once."""
    for kind in ("users", "roles"):
        if allowed and kind in (allowed.get("parse") or ()) and allowed.get(kind):
            message = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            problems.add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)


def find_mentions(
    state: State, channel: Channel, content: str, allowed: Mapping[str, Any] | None, *, mention_all: bool
) -> Mentions:
    """Return whom a text pings in a channel.

    Args:
        state: The world.
        channel: Where the text stands.
        content: The text.
        allowed: The `allowed_mentions` of the request; None allows everything.
        mention_all: Whether the author may ping everyone and every role.
    """
    users = [id for id in _ids(_USER, content) if id in state.users and _permits(allowed, "users", id)]
    if channel.guild_id is None:
        return Mentions(users, [], everyone=False)
    roles = state.guilds[channel.guild_id].roles
    role_ids = [
        id
        for id in _ids(_ROLE, content)
        if id in roles and (mention_all or roles[id].mentionable) and _permits(allowed, "roles", id)
    ]
    everyone = mention_all and _permits(allowed, "everyone", 0) and _EVERYONE.search(content) is not None
    return Mentions(users, role_ids, everyone)


def pings_replied(allowed: Mapping[str, Any] | None) -> bool:
    """Return whether a reply pings the author of the message it replies to."""
    return True if allowed is None else bool(allowed.get("replied_user"))


def mentioned_ids(content: str) -> set[int]:
    """Return every user and role that a text names as a mention, whether or not it pings."""
    return {*_ids(_USER, content), *_ids(_ROLE, content)}


def _ids(pattern: re.Pattern[str], content: str) -> list[int]:
    return list(dict.fromkeys(int(id) for id in pattern.findall(content)))


def _permits(allowed: Mapping[str, Any] | None, kind: str, id: int) -> bool:
    if allowed is None:
        return True
    return kind in (allowed.get("parse") or ()) or id in (allowed.get(kind) or ())
