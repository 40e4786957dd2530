"""Reads what a request wants a message to be.

See [Discord Docs/Create Message](https://docs.discord.com/developers/resources/message#create-message).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scurrypy.sandbox.records import UploadedFile
from scurrypy.sandbox.rules.embeds import EMBEDS, check_embeds
from scurrypy.sandbox.rules.fields import ABSENT, Field, Json, flag, listing, number, read_fields, text, whole
from scurrypy.sandbox.rules.polls import POLL
from scurrypy.sandbox.rules.shapes import identity, ids, items, model
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.world.attachments import MOST_FILES
from scurrypy.sandbox.world.components import validate_components
from scurrypy.sandbox.world.mentions import ALLOWED_MENTIONS, check_allowed

SUPPRESS_EMBEDS = 1 << 2
"""Message flag: show no embeds."""
EPHEMERAL = 1 << 6
"""Message flag: only one user sees it."""
LOADING = 1 << 7
"""Message flag: an answer is on its way."""
SUPPRESS_NOTIFICATIONS = 1 << 12
"""Message flag: notify nobody."""
IS_VOICE_MESSAGE = 1 << 13
"""Message flag: a voice message."""
HAS_SNAPSHOT = 1 << 14
"""Message flag: a forwarded message."""
IS_COMPONENTS_V2 = 1 << 15
"""Message flag: made of components alone."""

SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_VOICE_MESSAGE | IS_COMPONENTS_V2
"""Message flags that the sender of a message may set."""

_ATTACHMENT = {
    "id": identity(required=True),
    "filename": text(most=1024),
    "title": text(most=1024, nullable=True),
    "description": text(most=1024, nullable=True),
    "duration_secs": number(least=0, most=2**31 - 1, nullable=True),
    "waveform": text(most=400, nullable=True),
    "is_spoiler": flag(nullable=True),
}
_REFERENCE = {
    "type": whole(choices=(0, 1), default=0),
    "message_id": identity(required=True),
    "channel_id": identity(),
    "guild_id": identity(),
    "fail_if_not_exists": flag(default=True),
}
FIELDS: Mapping[str, Field] = {
    "content": text(most=2000, nullable=True),
    "tts": flag(),
    "embeds": EMBEDS,
    "components": listing(nullable=True),
    "allowed_mentions": ALLOWED_MENTIONS,
    "flags": whole(nullable=True),
    "attachments": items(model(_ATTACHMENT), most=MOST_FILES, nullable=True),
    "sticker_ids": ids(most=3, nullable=True),
    "poll": model(POLL, nullable=True),
    "message_reference": model(_REFERENCE, nullable=True),
    "enforce_nonce": flag(nullable=True),
}
"""What a message may hold, besides the nonce."""


@dataclass(slots=True)
class Draft:
    """What a request wants a message to be; None says that the request does not mention it."""

    content: str | None = None
    """Text."""
    tts: bool = False
    """Whether it is read aloud."""
    embeds: list[dict[str, Any]] | None = None
    """Embeds."""
    components: list[dict[str, Any]] | None = None
    """Components."""
    allowed_mentions: dict[str, Any] | None = None
    """Whom it may ping; None is everyone."""
    flags: int | None = None
    """Message flags."""
    attachments: list[dict[str, Any]] | None = None
    """What is said of files: of new ones by number, of those that stay by id."""
    files: Sequence[UploadedFile] = field(default_factory=tuple)
    """New files."""
    sticker_ids: list[int] | None = None
    """Stickers."""
    poll: dict[str, Any] | None = None
    """Poll."""
    message_reference: dict[str, Any] | None = None
    """What it replies to or forwards."""
    nonce: int | str | None = None
    """What the sender knows it by."""
    enforce_nonce: bool = False
    """Whether a second message with the same nonce is not sent."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not (
            (self.content and self.content.strip())
            or self.embeds or self.components or self.files or self.sticker_ids or self.poll
            or (self.message_reference and self.message_reference["type"] == 1)
        )  # fmt: skip


def read_draft(
    body: Mapping[str, Any],
    files: Sequence[UploadedFile] = (),
    *,
    settable: int = SETTABLE,
    flags: int = 0,
    path: str = "",
) -> Draft:
    """Return what a request wants a message to be, or refuse with everything that is wrong with it.

    Args:
        body: The request.
        files: The files that came with it.
        settable: Message flags that it may set.
        flags: Message flags that an edited message has.
        path: Where the message stands in the request.
    """
    problems = Problems()
    # The single embed of old still works.
    body = {"embeds": [body["embed"]], **body} if body.get("embed") else body
    read = read_fields(body, FIELDS, problems, path)
    if read.get("flags") is not None:
        read["flags"] &= settable
    v2 = bool((flags | (read.get("flags") or 0)) & IS_COMPONENTS_V2)
    prefix = f"{path}." if path else ""
    if read.get("embeds") and not problems:
        read["embeds"] = check_embeds(read["embeds"], problems, f"{prefix}embeds")
    if read.get("components"):
        at = f"{prefix}components"
        read["components"] = validate_components(body["components"], v2=v2, problems=problems, path=at)
    for name in ("content", "embeds", "sticker_ids", "poll") if v2 else ():
        if read.get(name):
            message = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            problems.add(prefix + name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message)
    check_allowed(read.get("allowed_mentions"), problems)
    if len(files) > MOST_FILES:
        problems.add(f"{prefix}attachments", "BASE_TYPE_MAX_LENGTH", f"Must be {MOST_FILES} or fewer in length.")
    nonce = _read_nonce(body.get("nonce", ABSENT), problems)
    problems.raise_if_any()
    read["enforce_nonce"] = bool(read.get("enforce_nonce"))
    emptied = {name: _EMPTY[name]() for name in read.keys() & _EMPTY.keys() if read[name] is None}
    return Draft(**{**read, **emptied}, files=files, nonce=nonce)


_EMPTY: Mapping[str, type] = {"content": str, "embeds": list, "components": list, "flags": int, "attachments": list}
"""What null means for each field that an edit can empty."""


def _read_nonce(value: Json, problems: Problems) -> int | str | None:
    if value is ABSENT or value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        problems.add("nonce", "NONCE_TYPE_INVALID", f'Value "{value}" is not a string or integer.')
        return None
    if len(value) > 25:
        problems.add("nonce", "NONCE_TYPE_TOO_LONG", "Nonces can't be longer than 25 characters.")
    return value
