"""From a request's path to what its rate limits are kept for.

Discord keeps a limit per operation and top-level resource. Both are read off the path itself, so that a path a user
wrote by hand shares its limit with the resource method that sends the same request.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, cast

import msgspec

from scurrypy.wire.snowflake import Snowflake

_TOP_LEVEL: Final = frozenset({"channels", "guilds", "webhooks"})
"""What Discord keeps separate limits for: every channel, guild and webhook has its own."""

_NAMED: Final = frozenset({"reactions", "templates", "activity-instances"})
"""Segments that a value follows which is not a number: an emoji, a code, an instance."""

_INTERACTION_START: Final = "aW50ZXJhY3Rpb246"
"""`interaction:` in base64: how the token of every interaction begins."""
_WEBHOOK_TOKEN_LENGTH: Final = 68
"""Characters in the token of a webhook; those of interactions are longer."""

_LIMITED_OF_CHANNELS: Final = frozenset({"name", "topic"})
"""What of a channel can be changed only twice in ten minutes."""

YOUNG: Final = 10.0
"""Seconds up to which a message can be deleted under the limit for new messages."""
IS_YOUNG: Final = "young"
"""The variant of a deletion that counts under the limit for new messages."""
OLD: Final = 14 * 24 * 3600.0
"""Seconds from which a message is deleted under the limit for old messages."""


class Target(msgspec.Struct, frozen=True):
    """What a request is about, as its rate limits see it."""

    method: str
    """HTTP method, in capitals."""
    template: str
    """Path with every value replaced by the kind of value it is."""
    major: str
    """The top-level resource, such as `channels/41771983423143937`; empty where there is none."""
    sent_at: float | None = None
    """When the message was sent whose age decides under which limit the request counts; None where that is one."""
    webhook: str = ""
    """Id and token of the webhook that the request uses; empty for an interaction's, and where there is none."""
    with_token: bool = True
    """Whether the bot's token belongs to the request; not where the path carries a token of its own."""
    is_callback: bool = False
    """Whether it answers an interaction: no limit applies, and there are only 3 seconds."""
    is_interaction: bool = False
    """Whether it uses an interaction's token: the global limit does not apply."""
    path: str = ""
    """The path with tokens left out, for logs and errors."""

    def __repr__(self) -> str:
        # The webhook and, of an interaction, the top-level resource hold a token.
        return f"<Target {self.method} {self.path or self.template}>"


@lru_cache(maxsize=1024)
def target_of(method: str, path: str) -> Target:
    """Return what a request is about.

    Args:
        method: HTTP method, in capitals.
        path: Path below the API's base, without a query.
    """
    segments = path.strip("/").split("/")
    top = segments[0]
    if top == "interactions" and len(segments) >= 3:
        shown = _shown(segments)
        return Target(method, "/interactions/{id}/{token}/callback", "", None, "", False, True, True, shown)
    template, major = _template(segments)
    if top != "webhooks" or len(segments) < 3:
        webhook = major if top == "webhooks" else ""
        sent_at = Snowflake(segments[3]).timestamp_ms / 1000 if (method, template) == _DELETE_MESSAGE else None
        return Target(method, template, major, sent_at, webhook, path="/" + "/".join(segments))
    used = f"{segments[1]}/{segments[2]}"
    if _is_interaction_token(segments[2]) or segments[-1] == "@original":
        return Target(method, template, f"webhooks/{used}", None, "", False, False, True, _shown(segments))
    return Target(method, template, f"webhooks/{used}", None, used, False, path=_shown(segments))


_DELETE_MESSAGE: Final = ("DELETE", "/channels/{major}/messages/{id}")


def limited_fields(target: Target, body: object) -> frozenset[str]:
    """Return the names in a body that a hidden limit may be kept for.

    Discord limits the change of some fields further than the headers tell: a channel's name and topic, for one.
    """
    if target.method != "PATCH" or not isinstance(body, Mapping):
        return frozenset()
    names = frozenset(cast("Mapping[str, object]", body))
    return names & _LIMITED_OF_CHANNELS or names if target.template == "/channels/{major}" else names


def _template(segments: list[str]) -> tuple[str, str]:
    """Return the path with its values taken out, and the top-level resource."""
    kinds = [_kind(segments, index) for index in range(len(segments))]
    major = f"{segments[0]}/{segments[1]}" if len(kinds) > 1 and kinds[1] == "{major}" else ""
    return "/" + "/".join(kinds), major


def _kind(segments: list[str], index: int) -> str:
    """Return what one segment of a path stands for; itself where it is no value."""
    segment = segments[index]
    before = segments[index - 1] if index else ""
    if before in _NAMED or (index == 1 and before == "invites"):
        return "{name}"
    if index == 2 and segments[0] == "webhooks":
        return "{token}"
    if not (segment.isdecimal() and segment.isascii()):
        return segment
    return "{major}" if index == 1 and before in _TOP_LEVEL else "{id}"


def _shown(segments: list[str]) -> str:
    return "/" + "/".join((*segments[:2], "{token}", *segments[3:]))


def _is_interaction_token(token: str) -> bool:
    return token.startswith(_INTERACTION_START) or len(token) > _WEBHOOK_TOKEN_LENGTH


def variant_of(age: float) -> str:
    """Return under which of its limits a message is deleted: `IS_YOUNG`, `old`, or the one between.

    Args:
        age: Its age when Discord sees the request, in seconds.
    """
    return IS_YOUNG if age <= YOUNG else "old" if age > OLD else ""
