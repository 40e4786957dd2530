"""SKUs, entitlements and subscriptions on the wire.

See [Discord Docs/Monetization](https://docs.discord.com/developers/monetization/overview).
"""

from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.records.monetization import Entitlement, Sku, Subscription


def sku_payload(sku: Sku) -> dict[str, Any]:
    """Return a SKU."""
    return {
        "id": str(sku.id),
        "type": sku.type,
        "dependent_sku_id": None,
        "application_id": str(sku.application_id),
        "manifest_labels": None,
        "access_type": 1,
        "name": sku.name,
        "features": [],
        "release_date": None,
        "premium": False,
        "slug": "-".join(sku.name.casefold().split()),
        "flags": sku.flags,
        "show_age_gate": False,
    }


def entitlement_payload(entitlement: Entitlement) -> dict[str, Any]:
    """Return an entitlement."""
    payload: dict[str, Any] = {
        "id": str(entitlement.id),
        "sku_id": str(entitlement.sku_id),
        "application_id": str(entitlement.application_id),
        "promotion_id": None,
        "type": entitlement.type,
        "deleted": entitlement.deleted,
        "gift_code_flags": 0,
        "consumed": entitlement.consumed,
        "starts_at": _moment(entitlement.starts_at),
        "ends_at": _moment(entitlement.ends_at),
    }
    owners = {name: getattr(entitlement, name) for name in ("user_id", "guild_id", "subscription_id")}
    return payload | {name: str(value) for name, value in owners.items() if value is not None}


def subscription_payload(subscription: Subscription) -> dict[str, Any]:
    """Return a subscription."""
    ending = subscription.canceled_at is not None
    return {
        "id": str(subscription.id),
        "user_id": str(subscription.user_id),
        "sku_ids": [str(sku_id) for sku_id in subscription.sku_ids],
        "entitlement_ids": [str(entitlement_id) for entitlement_id in subscription.entitlement_ids],
        "renewal_sku_ids": None if ending else [str(sku_id) for sku_id in subscription.sku_ids],
        "current_period_start": iso(subscription.period_start),
        "current_period_end": iso(subscription.period_end),
        "status": subscription.status,
        "canceled_at": _moment(subscription.canceled_at),
    }


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else iso(seconds)
