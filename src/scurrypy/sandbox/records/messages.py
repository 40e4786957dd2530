"""Messages and what hangs on them."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it came in, before it hangs on anything."""

    field_name: str
    """Name of its form field, as `files[0]`."""
    filename: str
    """Name of the file."""
    content_type: str | None
    """Media type the sender gave."""
    data: bytes = field(repr=False)
    """The bytes."""


@dataclass(slots=True)
class Attachment:
    """A file on a message; its bytes lie in the world's files under `path`."""

    id: int
    """Id of the attachment."""
    filename: str
    """Name of the file."""
    size: int
    """Size in bytes."""
    content_type: str | None
    """Media type."""
    path: str
    """Path below the CDN."""
    description: str | None = None
    """Alternative text."""
    title: str | None = None
    """Name before unusual characters were taken out."""
    width: int | None = None
    """Width of an image in pixels."""
    height: int | None = None
    """Height of an image in pixels."""
    duration_secs: float | None = None
    """Length of a voice message in seconds."""
    waveform: str | None = None
    """Loudness of a voice message, base64."""
    ephemeral: bool = False
    """Whether it hangs on an ephemeral message."""
    flags: int = 0
    """Attachment flags."""


@dataclass(slots=True)
class Reaction:
    """Everyone who reacted to a message with one emoji, in order."""

    emoji: dict[str, Any]
    """Id and name of the emoji, in wire form."""
    user_ids: list[int] = field(default_factory=list[int])
    """Who reacted."""


@dataclass(slots=True)
class Message:
    """A message."""

    id: int
    """Id of the message."""
    channel_id: int
    """Channel it stands in."""
    author_id: int
    """User who wrote it, or the webhook that did."""
    timestamp: float
    """When it was sent, in seconds since the Unix epoch."""
    content: str = ""
    """Text."""
    type: int = 0
    """Type of the message."""
    flags: int = 0
    """Message flags."""
    edited_at: float | None = None
    """When it was last edited, in seconds since the Unix epoch."""
    tts: bool = False
    """Whether it is read aloud."""
    mention_everyone: bool = False
    """Whether it pings everyone."""
    mention_ids: list[int] = field(default_factory=list[int])
    """Users it pings or refers to."""
    reply_ping_id: int | None = None
    """User whose message it replies to, if the reply pings."""
    mention_role_ids: list[int] = field(default_factory=list[int])
    """Roles it pings."""
    attachments: list[Attachment] = field(default_factory=list[Attachment])
    """Files."""
    embeds: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Embeds, in wire form."""
    components: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Components, in wire form."""
    sticker_ids: list[int] = field(default_factory=list[int])
    """Stickers."""
    poll: dict[str, Any] | None = None
    """Poll, in wire form."""
    reactions: dict[str, Reaction] = field(default_factory=dict[str, Reaction])
    """Reactions in the order they first came, by emoji key."""
    nonce: int | str | None = None
    """What the sender chose to know its message by."""
    pinned_at: float | None = None
    """When it was pinned, in seconds since the Unix epoch."""
    webhook_id: int | None = None
    """Webhook that sent it."""
    webhook_author: dict[str, Any] | None = None
    """Author in wire form, where a webhook chose its name and avatar."""
    application_id: int | None = None
    """Application that sent it through an interaction or a webhook of its own."""
    reference: dict[str, Any] | None = None
    """What it replies to, forwards or announces, in wire form."""
    snapshots: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Copies of forwarded messages, in wire form."""
    interaction_metadata: dict[str, Any] | None = None
    """The interaction it answers, in wire form."""
    ephemeral_to: int | None = None
    """The only user who sees it; None for everyone."""
    position: int | None = None
    """Rough place in a thread."""
    poll_votes: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """Who voted for each answer of the poll."""
