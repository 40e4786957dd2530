"""Kinds and states of what users buy."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordTypes


class EntitlementType(DiscordTypes):
    """How an entitlement was obtained.

    See [Discord Docs/Entitlement Types](https://docs.discord.com/developers/resources/entitlement#entitlement-object-entitlement-types).
    """

    PURCHASE = 1
    """Bought by the user."""
    PREMIUM_SUBSCRIPTION = 2
    """Part of Nitro."""
    DEVELOPER_GIFT = 3
    """Given by the developer."""
    TEST_MODE_PURCHASE = 4
    """Bought by a developer in test mode."""
    FREE_PURCHASE = 5
    """Free of charge at the time."""
    USER_GIFT = 6
    """Given by another user."""
    PREMIUM_PURCHASE = 7
    """Claimed by a Nitro subscriber."""
    APPLICATION_SUBSCRIPTION = 8
    """Part of a subscription to the application."""
    QUEST_REWARD = 10
    """Reward of a quest."""


class EntitlementOwnerType(DiscordTypes):
    """Who owns a test entitlement.

    See [Discord Docs/Create Test Entitlement](https://docs.discord.com/developers/resources/entitlement#create-test-entitlement).
    """

    GUILD_SUBSCRIPTION = 1
    """A guild."""
    USER_SUBSCRIPTION = 2
    """A user."""


class FulfillmentStatus(DiscordTypes):
    """How far the delivery of an entitlement is."""

    UNKNOWN = 0
    """Unknown."""
    FULFILLMENT_NOT_NEEDED = 1
    """Nothing to deliver."""
    FULFILLMENT_NEEDED = 2
    """To be delivered."""
    FULFILLED = 3
    """Delivered."""
    FULFILLMENT_FAILED = 4
    """Delivery failed."""
    UNFULFILLMENT_NEEDED = 5
    """To be taken back."""
    UNFULFILLED = 6
    """Taken back."""
    UNFULFILLMENT_FAILED = 7
    """Taking back failed."""


class SKUType(DiscordTypes):
    """Kinds of SKUs.

    See [Discord Docs/SKU Types](https://docs.discord.com/developers/resources/sku#sku-object-sku-types).
    """

    DURABLE = 2
    """Bought once, kept for ever."""
    CONSUMABLE = 3
    """Bought and used up."""
    SUBSCRIPTION = 5
    """Paid for again and again."""
    SUBSCRIPTION_GROUP = 6
    """Made by Discord for each subscription."""


class SKUFlags(DiscordFlags):
    """Peculiarities of a SKU.

    See [Discord Docs/SKU Flags](https://docs.discord.com/developers/resources/sku#sku-object-sku-flags).
    """

    AVAILABLE = 1 << 2
    """On sale."""
    GUILD_SUBSCRIPTION = 1 << 7
    """Subscribed for one guild."""
    USER_SUBSCRIPTION = 1 << 8
    """Subscribed for oneself, in every guild."""


class SubscriptionStatus(DiscordTypes):
    """State of a subscription.

    See [Discord Docs/Subscription Statuses](https://docs.discord.com/developers/resources/subscription#subscription-statuses).
    """

    ACTIVE = 0
    """Runs and will renew."""
    INACTIVE = 1
    """Not being charged."""
    ENDING = 2
    """Runs and will not renew."""


class SKUIneligibilityReason(DiscordTypes):
    """Why a user may not buy a SKU."""

    OTHER = 0
    """Any other reason."""
    OWNS_SKU_OR_BUNDLE_COMPONENT = 1
    """The user has it, or a part of it."""
    PLATFORM_RESTRICTION = 2
    """The user's account is on a platform that may not have it."""
