"""What applications sell, and who has it."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import monetization

_FLAGS = {"exclude_ended", "exclude_deleted", "only_active"}


@operation(routes.LIST_SKUS)
async def list_skus(call: Call) -> list[dict[str, Any]]:
    """Answer with everything the application sells."""
    return monetization.list_skus(call.world, call.own_application())


@operation(routes.GET_ENTITLEMENTS)
async def get_entitlements(call: Call) -> list[dict[str, Any]]:
    """Answer with who has what."""
    query: dict[str, Any] = dict(call.query)
    query |= {name: call.query_flag(name) for name in query.keys() & _FLAGS}
    if "sku_ids" in query:
        texts = call.request.query.getall("sku_ids")
        query["sku_ids"] = [part for text in texts for part in text.split(",") if part]
    return monetization.list_entitlements(call.world, call.own_application(), query)


@operation(routes.GET_ENTITLEMENT)
async def get_entitlement(call: Call) -> dict[str, Any]:
    """Answer with an entitlement."""
    return monetization.get_entitlement(call.world, call.own_application(), call.path["entitlement_id"])


@operation(routes.CREATE_ENTITLEMENT)
async def create_entitlement(call: Call) -> dict[str, Any]:
    """Give an entitlement to try out."""
    return monetization.create_entitlement(call.world, call.own_application(), call.body)


@operation(routes.CONSUME_ENTITLEMENT)
async def consume_entitlement(call: Call) -> None:
    """Note that an entitlement was used up."""
    monetization.consume_entitlement(call.world, call.own_application(), call.path["entitlement_id"])


@operation(routes.DELETE_ENTITLEMENT)
async def delete_entitlement(call: Call) -> None:
    """Take an entitlement back."""
    monetization.delete_entitlement(call.world, call.own_application(), call.path["entitlement_id"])


@operation(routes.GET_SKU_SUBSCRIPTIONS)
async def get_sku_subscriptions(call: Call) -> list[dict[str, Any]]:
    """Answer with a user's subscriptions to something."""
    return monetization.list_subscriptions(call.world, call.application, call.path["sku_id"], call.query)


@operation(routes.GET_SKU_SUBSCRIPTION)
async def get_sku_subscription(call: Call) -> dict[str, Any]:
    """Answer with a subscription."""
    sku_id, subscription_id = call.path["sku_id"], call.path["subscription_id"]
    return monetization.get_subscription(call.world, call.application, sku_id, subscription_id)
