"""Channels, threads included."""

from dataclasses import dataclass, field
from typing import Any

TEXT, DM, VOICE, GROUP_DM, CATEGORY, ANNOUNCEMENT = 0, 1, 2, 3, 4, 5
"""Types of channel."""
ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD = 10, 11, 12
"""Types of thread."""
STAGE, FORUM, MEDIA = 13, 15, 16
"""Further types of channel."""


@dataclass(slots=True)
class Overwrite:
    """What one role or member may do in one channel, against the rest of the guild."""

    id: int
    """Id of the role or user."""
    type: int
    """0 role, 1 member."""
    allow: int = 0
    """Permissions granted."""
    deny: int = 0
    """Permissions taken."""


@dataclass(slots=True)
class ThreadMember:
    """A user who follows a thread."""

    user_id: int
    """Id of the user."""
    joined_at: float
    """When the user joined the thread, in seconds since the Unix epoch."""
    flags: int = 0
    """Notification settings."""


@dataclass(slots=True)
class Channel:
    """A channel of any type; what does not apply to its type stays at its default."""

    id: int
    """Id of the channel."""
    type: int
    """Type of the channel."""
    guild_id: int | None = None
    """Guild it belongs to; None for direct messages."""
    name: str | None = None
    """Name; direct messages have none."""
    position: int = 0
    """Place in the list."""
    parent_id: int | None = None
    """Category, or the channel a thread hangs from."""
    topic: str | None = None
    """Topic."""
    nsfw: bool = False
    """Whether it is age-restricted."""
    rate_limit_per_user: int = 0
    """Slowmode in seconds."""
    bitrate: int = 64_000
    """Bits per second of a voice channel."""
    user_limit: int = 0
    """How many fit into a voice channel; 0 is no limit."""
    rtc_region: str | None = None
    """Voice region; None is automatic."""
    video_quality_mode: int = 1
    """1 automatic, 2 full."""
    overwrites: dict[int, Overwrite] = field(default_factory=dict[int, Overwrite])
    """Permission overwrites, by role or user id."""
    last_message_id: int | None = None
    """Latest message, or latest thread of a forum."""
    last_pin_at: float | None = None
    """When a message was last pinned, in seconds since the Unix epoch."""
    recipient_ids: list[int] = field(default_factory=list[int])
    """Users of a direct message channel."""
    flags: int = 0
    """Channel flags."""
    default_auto_archive_duration: int | None = None
    """Minutes after which new threads archive."""
    default_thread_rate_limit_per_user: int = 0
    """Slowmode, in seconds, that new threads start with."""
    available_tags: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Tags of a forum, in wire form."""
    default_reaction_emoji: dict[str, Any] | None = None
    """Emoji offered on forum posts, in wire form."""
    default_sort_order: int | None = None
    """How forum posts are sorted."""
    default_forum_layout: int = 0
    """How forum posts are laid out."""
    status: str | None = None
    """Status of a voice channel."""
    owner_id: int | None = None
    """User who made the thread."""
    archived: bool = False
    """Whether the thread is archived."""
    archived_at: float = 0.0
    """When that last changed, in seconds since the Unix epoch."""
    auto_archive_duration: int = 4320
    """Minutes without messages after which the thread archives."""
    locked: bool = False
    """Whether only moderators may unarchive the thread."""
    invitable: bool | None = None
    """Whether anyone in a private thread may add others."""
    created_at: float = 0.0
    """When the thread was made, in seconds since the Unix epoch."""
    message_count: int = 0
    """Messages in the thread now."""
    total_message_sent: int = 0
    """Messages ever sent in the thread."""
    applied_tags: list[int] = field(default_factory=list[int])
    """Tags of a forum post."""
    thread_members: dict[int, ThreadMember] = field(default_factory=dict[int, ThreadMember])
    """Who follows the thread, by user id."""

    @property
    def is_thread(self) -> bool:
        """Whether this is a thread."""
        return self.type in (ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD)

    @property
    def is_private_thread(self) -> bool:
        """Whether this is a private thread."""
        return self.type == PRIVATE_THREAD

    @property
    def is_voice(self) -> bool:
        """Whether members can speak here."""
        return self.type in (VOICE, STAGE)

    @property
    def is_forum(self) -> bool:
        """Whether this holds posts instead of messages."""
        return self.type in (FORUM, MEDIA)

    @property
    def is_dm(self) -> bool:
        """Whether this is a direct message channel."""
        return self.guild_id is None
