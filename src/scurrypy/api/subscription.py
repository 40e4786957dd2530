"""Subscriptions to the application."""

from scurrypy.enums.monetization import SubscriptionStatus
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class SubscriptionModel(DataModel):
    """A subscription to the application.

    See [Discord Docs/Subscription Object](https://docs.discord.com/developers/resources/subscription#subscription-object).
    """

    id: Snowflake = REQUIRED
    """Id of the subscription."""
    user_id: Snowflake = REQUIRED
    """Who subscribed."""
    sku_ids: list[Snowflake] = REQUIRED
    """What was subscribed."""
    entitlement_ids: list[Snowflake] = REQUIRED
    """What it entitles to."""
    renewal_sku_ids: list[Snowflake] | None = None
    """What it will be renewed for."""
    current_period_start: str = REQUIRED
    """When the period began, ISO 8601."""
    current_period_end: str = REQUIRED
    """When the period ends, ISO 8601."""
    status: SubscriptionStatus = REQUIRED
    """State."""
    canceled_at: str | None = None
    """When it was canceled, ISO 8601."""
    country: str | None = None
    """Country of the payment, ISO 3166-1 alpha-2."""
