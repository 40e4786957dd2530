"""What people buy, and how subscriptions begin, are cancelled and end. Nothing renews or ends by itself.

See [Discord Docs/Subscription Resource](https://docs.discord.com/developers/resources/subscription).
"""

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.records.monetization import (
    AVAILABLE,
    ENDING,
    GUILD_SUBSCRIPTION,
    INACTIVE,
    SUBSCRIPTION,
    SUBSCRIPTION_GROUP,
    USER_SUBSCRIPTION,
    Entitlement,
    Sku,
    Subscription,
)
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.monetization import grant, publish_subscription

MONTH = 30 * 24 * 3600
"""Seconds of a month of subscription."""


def add_sku(state: State, application: Application, name: str, type: int, *, for_guilds: bool = False) -> Sku:
    """Have an application sell something; a subscription comes with a group, as Discord makes one for each."""
    flags = AVAILABLE
    if type == SUBSCRIPTION:
        flags |= GUILD_SUBSCRIPTION if for_guilds else USER_SUBSCRIPTION
        group = Sku(state.ids.next(), application.id, SUBSCRIPTION_GROUP, name, flags)
        state.skus[group.id] = group
    sku = Sku(state.ids.next(), application.id, type, name, flags)
    state.skus[sku.id] = sku
    return sku


def buy(state: State, user_id: int, sku: Sku, guild_id: int | None = None) -> Entitlement:
    """Have a user buy something, for a guild where it is sold to guilds, and tell the application."""
    for_guild = bool(sku.flags & GUILD_SUBSCRIPTION)
    if sku.type == SUBSCRIPTION_GROUP or for_guild != (guild_id is not None):
        raise ActorError(f"{sku.name} is sold {'for a guild' if for_guild else 'to a user'}")
    if sku.type != SUBSCRIPTION:
        return grant(state, sku, user_id=user_id)
    now = state.clock.now()
    subscription = Subscription(state.ids.next(), sku.application_id, user_id, [sku.id], now, now + MONTH)
    state.subscriptions[subscription.id] = subscription
    publish_subscription(state, subscription, "SUBSCRIPTION_CREATE")
    fields = {"user_id": user_id, "guild_id": guild_id, "subscription_id": subscription.id}
    entitlement = grant(state, sku, starts_at=now, **fields)
    subscription.entitlement_ids.append(entitlement.id)
    return entitlement


def cancel(state: State, subscription: Subscription) -> None:
    """Cancel a subscription: it holds until its month is over."""
    subscription.status, subscription.canceled_at = ENDING, state.clock.now()
    for entitlement_id in subscription.entitlement_ids:
        state.entitlements[entitlement_id].ends_at = subscription.period_end
    publish_subscription(state, subscription, "SUBSCRIPTION_UPDATE")


def end(state: State, subscription: Subscription) -> None:
    """End a subscription now, as Discord does after its last month."""
    now = state.clock.now()
    subscription.status, subscription.canceled_at = INACTIVE, subscription.canceled_at or now
    for entitlement_id in subscription.entitlement_ids:
        state.entitlements[entitlement_id].ends_at = now
    publish_subscription(state, subscription, "SUBSCRIPTION_UPDATE")
