"""Entitlements and subscriptions: who may use what they paid for."""

from typing import ClassVar

from scurrypy.api.entitlement import EntitlementModel
from scurrypy.api.subscription import SubscriptionModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event


class EntitlementCreateEvent(Event, EntitlementModel):
    """Someone is entitled to an SKU.

    Needs no intent. Arrives on shard 0, and over HTTP as a webhook event where the application has subscribed to it.

    See [Discord Docs/Entitlement Create](https://docs.discord.com/developers/events/gateway-events#entitlement-create).
    """

    dispatch_name: ClassVar[str] = EventType.ENTITLEMENT_CREATE


class EntitlementUpdateEvent(Event, EntitlementModel):
    """An entitlement was changed; for one of a subscription, when it ends.

    Needs no intent. Arrives on shard 0, and over HTTP as a webhook event where the application has subscribed to it.

    See [Discord Docs/Entitlement Update](https://docs.discord.com/developers/events/gateway-events#entitlement-update).
    """

    dispatch_name: ClassVar[str] = EventType.ENTITLEMENT_UPDATE


class EntitlementDeleteEvent(Event, EntitlementModel):
    """An entitlement was taken back, for example by a refund; not sent when one expires.

    Needs no intent. Arrives on shard 0, and over HTTP as a webhook event where the application has subscribed to it.

    See [Discord Docs/Entitlement Delete](https://docs.discord.com/developers/events/gateway-events#entitlement-delete).
    """

    dispatch_name: ClassVar[str] = EventType.ENTITLEMENT_DELETE


class SubscriptionCreateEvent(Event, SubscriptionModel):
    """Someone subscribed. Needs no intent. What they may use is told by entitlements.

    See [Discord Docs/Subscription Create](https://docs.discord.com/developers/events/gateway-events#subscription-create).
    """

    dispatch_name: ClassVar[str] = EventType.SUBSCRIPTION_CREATE


class SubscriptionUpdateEvent(Event, SubscriptionModel):
    """A subscription was changed. Needs no intent.

    See [Discord Docs/Subscription Update](https://docs.discord.com/developers/events/gateway-events#subscription-update).
    """

    dispatch_name: ClassVar[str] = EventType.SUBSCRIPTION_UPDATE


class SubscriptionDeleteEvent(Event, SubscriptionModel):
    """A subscription was deleted. Needs no intent.

    See [Discord Docs/Subscription Delete](https://docs.discord.com/developers/events/gateway-events#subscription-delete).
    """

    dispatch_name: ClassVar[str] = EventType.SUBSCRIPTION_DELETE
