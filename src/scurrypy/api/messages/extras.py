"""What only some kinds of messages have."""

from typing import Annotated

from scurrypy.enums.message import BaseTheme, MessageActivityType, PurchaseType
from scurrypy.wire.limits import Count, Length, Range
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


class MessageLobbyMemberModel(DataModel):
    """The author of a message as a member of its lobby, or of the lobby that its channel is linked to.

    See [Discord Docs/Lobby Message Object](https://docs.discord.com/developers/resources/lobby#lobby-message-object).
    """

    additional_name: str = REQUIRED
    """The author's second name, such as that of a character, when the message was sent."""


class SharedClientTheme(DataModel):
    """A theme of the client that a message shares.

    See [Discord Docs/Shared Client Theme](https://docs.discord.com/developers/resources/message#shared-client-theme-object).
    """

    _needed = ("colors", "gradient_angle", "base_mix")

    colors: Annotated[list[Annotated[str, Length(6, 6)]], Count(1, 5)] | None = None
    """Colors in hexadecimal, 1-5."""
    gradient_angle: Annotated[int, Range(0, 360)] | None = None
    """Direction of the gradient in degrees, 0-360."""
    base_mix: Annotated[int, Range(0, 100)] | None = None
    """Strength of the colors, 0-100."""
    base_theme: BaseTheme | None = None
    """Theme it builds on."""
