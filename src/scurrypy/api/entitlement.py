"""What users and guilds have bought."""

from scurrypy.enums.monetization import EntitlementType, FulfillmentStatus
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class EntitlementModel(DataModel):
    """What a user or guild may use.

    See [Discord Docs/Entitlement Object](https://docs.discord.com/developers/resources/entitlement#entitlement-object).
    """

    id: Snowflake = REQUIRED
    """Id of the entitlement."""
    sku_id: Snowflake = REQUIRED
    """What it is for."""
    application_id: Snowflake = REQUIRED
    """The application."""
    user_id: Snowflake | None = None
    """User who has it."""
    type: EntitlementType = REQUIRED
    """How it was obtained."""
    deleted: bool = REQUIRED
    """Whether it was deleted."""
    starts_at: str | None = None
    """From when it holds, ISO 8601."""
    ends_at: str | None = None
    """Until when it holds, ISO 8601."""
    guild_id: Snowflake | None = None
    """Guild that has it."""
    consumed: bool | None = None
    """Whether it was used up; consumables only."""
    subscription_id: Snowflake | None = None
    """Subscription it belongs to."""
    promotion_id: Snowflake | None = None
    """Promotion it came from."""
    gift_code_flags: int | None = None
    """Peculiarities of the gift."""
    fulfilled_at: str | None = None
    """When it was delivered, ISO 8601."""
    fulfillment_status: FulfillmentStatus | None = None
    """How far the delivery is."""
    gifter_user_id: Snowflake | None = None
    """Who gave it."""
    parent_id: Snowflake | None = None
    """Entitlement it belongs to."""
