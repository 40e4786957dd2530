"""What applications sell, and who has it.

See [Discord Docs/Entitlement Resource](https://docs.discord.com/developers/resources/entitlement).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.monetization import entitlement_payload, sku_payload, subscription_payload
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.records.monetization import (
    CONSUMABLE,
    SUBSCRIPTION,
    Entitlement,
    Sku,
    Subscription,
)
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, whole
from scurrypy.sandbox.rules.shapes import identity, ids
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State

PURCHASE, APPLICATION_SUBSCRIPTION = 1, 8
"""Types of entitlement."""
FOR_GUILD, FOR_USER = 1, 2
"""Whom an entitlement is for."""

_NEW: Mapping[str, Field] = {
    "sku_id": identity(required=True),
    "owner_id": identity(required=True),
    "owner_type": whole(required=True, choices=(FOR_GUILD, FOR_USER)),
}
_FILTERS: Mapping[str, Field] = {
    "user_id": identity(),
    "guild_id": identity(),
    "sku_ids": ids(most=100, default=[]),
    "before": identity(),
    "after": identity(),
    "limit": whole(least=1, most=100, default=100),
    "exclude_ended": flag(default=False),
    "exclude_deleted": flag(default=True),
    "only_active": flag(default=False),
}
_SUBSCRIPTIONS: Mapping[str, Field] = {
    "user_id": identity(required=True),
    "before": identity(),
    "after": identity(),
    "limit": whole(least=1, most=100, default=50),
}


def list_skus(state: State, application: Application) -> list[dict[str, Any]]:
    """Return everything an application sells."""
    return [sku_payload(sku) for sku in state.skus.values() if sku.application_id == application.id]


def list_entitlements(state: State, application: Application, query: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a page of an application's entitlements, by id."""
    read = _read(query, _FILTERS)
    now = state.clock.now()
    found = [
        entitlement
        for entitlement in state.entitlements.values()
        if entitlement.application_id == application.id
        and read.get("user_id", entitlement.user_id) == entitlement.user_id
        and read.get("guild_id", entitlement.guild_id) == entitlement.guild_id
        and (not read["sku_ids"] or entitlement.sku_id in read["sku_ids"])
        and not (read["exclude_deleted"] and entitlement.deleted)
        and not (read["exclude_ended"] and entitlement.ends_at is not None and entitlement.ends_at <= now)
        and not (read["only_active"] and not entitlement.holds(now))
    ]
    return [entitlement_payload(entitlement) for entitlement in _page(found, read)]


def get_entitlement(state: State, application: Application, entitlement_id: int) -> dict[str, Any]:
    """Return an entitlement, one that was taken back included."""
    return entitlement_payload(_find(state, application, entitlement_id))


def create_entitlement(state: State, application: Application, body: Mapping[str, Any]) -> dict[str, Any]:
    """Give a guild or a user what the application sells, to try it out."""
    read = _read(body, _NEW)
    sku = _find_sku(state, application, read["sku_id"])
    owner_id: int = read["owner_id"]
    if read["owner_type"] == FOR_GUILD:
        owner = {"guild_id": state.find_guild(owner_id).id}
    else:
        owner = {"user_id": state.find_user(owner_id).id}
    for other in state.entitlements.values():
        same = other.sku_id == sku.id and owner_id in (other.guild_id, other.user_id)
        if same and not other.consumed and other.holds(state.clock.now()):
            raise Code.ALREADY_ENTITLED.error()
    return entitlement_payload(grant(state, sku, is_test=True, **owner))


def consume_entitlement(state: State, application: Application, entitlement_id: int) -> None:
    """Note that something that can be used up was used up."""
    entitlement = _find(state, application, entitlement_id)
    if state.skus[entitlement.sku_id].type != CONSUMABLE:
        raise Code.NOT_CONSUMABLE.error()
    if not entitlement.consumed:
        entitlement.consumed = True
        _publish(state, entitlement, "ENTITLEMENT_UPDATE")


def delete_entitlement(state: State, application: Application, entitlement_id: int) -> None:
    """Take back what the application gave to try out."""
    entitlement = _find(state, application, entitlement_id)
    if not entitlement.is_test:
        raise Code.NOT_A_TEST_ENTITLEMENT.error()
    if entitlement.deleted:
        raise Code.UNKNOWN_ENTITLEMENT.error()
    entitlement.deleted = True
    _publish(state, entitlement, "ENTITLEMENT_DELETE")


def grant(state: State, sku: Sku, **fields: Any) -> Entitlement:
    """Entitle a user or a guild to something, and tell the application; `fields` are those of the record."""
    kind = APPLICATION_SUBSCRIPTION if sku.type == SUBSCRIPTION else PURCHASE
    entitlement = Entitlement(state.ids.next(), sku.id, sku.application_id, kind, **fields)
    state.entitlements[entitlement.id] = entitlement
    _publish(state, entitlement, "ENTITLEMENT_CREATE")
    return entitlement


def list_subscriptions(
    state: State, application: Application, sku_id: int, query: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return a page of a user's subscriptions that contain a SKU, by id."""
    sku = _find_sku(state, application, sku_id)
    read = _read(query, _SUBSCRIPTIONS)
    every = state.subscriptions.values()
    found = [each for each in every if sku.id in each.sku_ids and each.user_id == read["user_id"]]
    return [subscription_payload(subscription) for subscription in _page(found, read)]


def get_subscription(state: State, application: Application, sku_id: int, subscription_id: int) -> dict[str, Any]:
    """Return a subscription that contains a SKU."""
    sku = _find_sku(state, application, sku_id)
    subscription = state.subscriptions.get(subscription_id)
    if subscription is None or sku.id not in subscription.sku_ids:
        raise Code.NOT_FOUND.error()
    return subscription_payload(subscription)


def publish_subscription(state: State, subscription: Subscription, name: str) -> None:
    """Tell an application of a subscription."""
    data = subscription_payload(subscription)
    state.publish(Dispatch(name, data, application_id=subscription.application_id))


def _publish(state: State, entitlement: Entitlement, name: str) -> None:
    state.publish(Dispatch(name, entitlement_payload(entitlement), application_id=entitlement.application_id))


def _page(found: list[Any], read: Mapping[str, Any]) -> list[Any]:
    """Return those between two ids: the first of them, or with `before` alone the last."""
    low, high = read.get("after", -1), read.get("before")
    between = [each for each in found if each.id > low and (high is None or each.id < high)]
    return between[-read["limit"] :] if high is not None and "after" not in read else between[: read["limit"]]


def _find(state: State, application: Application, entitlement_id: int) -> Entitlement:
    entitlement = state.entitlements.get(entitlement_id)
    if entitlement is None or entitlement.application_id != application.id:
        raise Code.UNKNOWN_ENTITLEMENT.error()
    return entitlement


def _find_sku(state: State, application: Application, sku_id: int) -> Sku:
    sku = state.skus.get(sku_id)
    if sku is None or sku.application_id != application.id:
        raise Code.UNKNOWN_SKU.error()
    return sku


def _read(body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, fields, problems)
    problems.raise_if_any()
    return read
