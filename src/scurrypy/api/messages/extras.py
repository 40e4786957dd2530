"""What only some kinds of messages have."""

from scurrypy.enums.message import BaseTheme, MessageActivityType, PurchaseType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class MessageActivityModel(DataModel):
    """An invitation to an activity.

    See [Discord Docs/Message Activity](https://docs.discord.com/developers/resources/message#message-object-message-activity-structure).
    """

    type: MessageActivityType = REQUIRED
    """Kind."""
    party_id: str | None = None
    """The party to join."""


class MessageCallModel(DataModel):
    """A call in direct messages.

    See [Discord Docs/Message Call Object](https://docs.discord.com/developers/resources/message#message-call-object).
    """

    participants: list[Snowflake] = REQUIRED
    """Who took part."""
    ended_timestamp: str | None = None
    """When it ended, ISO 8601."""


class RoleSubscriptionDataModel(DataModel):
    """What a role subscription was bought for.

    See [Discord Docs/Role Subscription Data](https://docs.discord.com/developers/resources/message#role-subscription-data-object).
    """

    role_subscription_listing_id: Snowflake = REQUIRED
    """SKU and listing."""
    tier_name: str = REQUIRED
    """Name of the tier."""
    total_months_subscribed: int = REQUIRED
    """Months subscribed in all."""
    is_renewal: bool = REQUIRED
    """Whether it was renewed, not new."""


class GuildProductPurchaseModel(DataModel):
    """A product of the guild that was bought."""

    listing_id: Snowflake = REQUIRED
    """The listing."""
    product_name: str = REQUIRED
    """Name."""


class PurchaseNotificationModel(DataModel):
    """What was bought."""

    type: PurchaseType = REQUIRED
    """Kind."""
    guild_product_purchase: GuildProductPurchaseModel | None = None
    """The product of the guild."""


class SharedClientTheme(DataModel):
    """A theme of the client that a message shares.

    See [Discord Docs/Shared Client Theme](https://docs.discord.com/developers/resources/message#shared-client-theme-object).
    """

    colors: list[str] | None = None
    """Up to 5 colors, in hexadecimal."""
    gradient_angle: int | None = None
    """Direction of the gradient in degrees, 0-360."""
    base_mix: int | None = None
    """Strength of the colors, 0-100."""
    base_theme: BaseTheme | None = None
    """Theme it builds on."""
