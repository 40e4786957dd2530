"""What applications sell, and who has it."""

from dataclasses import dataclass, field

DURABLE, CONSUMABLE, SUBSCRIPTION, SUBSCRIPTION_GROUP = 2, 3, 5, 6
"""Types of SKU."""
AVAILABLE, GUILD_SUBSCRIPTION, USER_SUBSCRIPTION = 1 << 2, 1 << 7, 1 << 8
"""Flags of SKUs."""
ACTIVE, INACTIVE, ENDING = 0, 1, 2
"""How a subscription stands."""


@dataclass(slots=True)
class Sku:
    """Something an application sells."""

    id: int
    """Id of the SKU."""
    application_id: int
    """Application that sells it."""
    type: int
    """Type of the SKU."""
    name: str
    """Name."""
    flags: int
    """Flags."""


@dataclass(slots=True)
class Entitlement:
    """That a user or a guild has something an application sells."""

    id: int
    """Id of the entitlement."""
    sku_id: int
    """What it is to."""
    application_id: int
    """Application that sells it."""
    type: int
    """1 bought, 8 subscribed to."""
    user_id: int | None = None
    """User who has it."""
    guild_id: int | None = None
    """Guild that has it."""
    is_test: bool = False
    """Whether the application made it itself."""
    deleted: bool = False
    """Whether it was taken back."""
    consumed: bool = False
    """Whether it was used up."""
    starts_at: float | None = None
    """Since when it holds, in seconds since the Unix epoch; None for ever."""
    ends_at: float | None = None
    """Until when it holds, in seconds since the Unix epoch; None for ever."""
    subscription_id: int | None = None
    """Subscription it came with."""

    def holds(self, now: float) -> bool:
        """Return whether it holds at a moment, in seconds since the Unix epoch."""
        started = self.starts_at is None or self.starts_at <= now
        return started and not self.deleted and (self.ends_at is None or self.ends_at > now)


@dataclass(slots=True)
class Subscription:
    """That a user pays for something month by month."""

    id: int
    """Id of the subscription."""
    application_id: int
    """Application that sells it."""
    user_id: int
    """Who pays."""
    sku_ids: list[int]
    """For what."""
    period_start: float
    """When the current month began, in seconds since the Unix epoch."""
    period_end: float
    """When it ends, in seconds since the Unix epoch."""
    entitlement_ids: list[int] = field(default_factory=list[int])
    """What it entitles to."""
    status: int = ACTIVE
    """How it stands."""
    canceled_at: float | None = None
    """When it was cancelled, in seconds since the Unix epoch."""
