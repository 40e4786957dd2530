"""What a guild shows to newcomers and to those outside."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Widget:
    """What other websites may show of a guild."""

    enabled: bool = False
    """Whether they may."""
    channel_id: int | None = None
    """Channel that its invite leads to; None gives no invite."""


@dataclass(slots=True)
class WelcomeScreen:
    """What newcomers see first."""

    description: str | None = None
    """What the guild is about."""
    channels: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Channels to look at, in wire form."""


@dataclass(slots=True)
class Onboarding:
    """What newcomers are asked, and which channels they see at first."""

    enabled: bool = False
    """Whether they are."""
    mode: int = 0
    """0 counts default channels towards what enabling takes, 1 those of the questions as well."""
    default_channel_ids: list[int] = field(default_factory=list[int])
    """Channels everyone sees."""
    prompts: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Questions, in wire form."""
