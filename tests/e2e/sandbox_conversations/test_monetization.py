from scurrypy.enums import EntitlementOwnerType, SKUType
from scurrypy.events import EntitlementCreateEvent, EntitlementDeleteEvent, SubscriptionCreateEvent
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_an_application_sells_gives_to_try_out_and_hears_who_subscribed(talk: Talk) -> None:
    world = talk.sandbox.world
    bob = world.user("bob")
    gold = world.create_sku(talk.application, "Gold")
    application = talk.client.application(talk.application.id)
    skus = await application.fetch_skus()
    assert [sku.type for sku in skus] == [SKUType.SUBSCRIPTION_GROUP, SKUType.SUBSCRIPTION]
    giving = application.create_entitlement(gold.id, bob.id, EntitlementOwnerType.USER_SUBSCRIPTION)
    given, told = await talk.hear(EntitlementCreateEvent, giving)
    assert told.id == given.id
    assert await application.fetch_entitlement(given.id) == given
    _, told = await talk.hear(EntitlementDeleteEvent, application.delete_entitlement(given.id))
    assert told.deleted
    assert await application.fetch_entitlements(sku_ids=[gold.id, 1], exclude_ended=True) == []
    _, subscribed = await talk.hear(SubscriptionCreateEvent, _buy(talk, gold.id))
    sku = talk.client.sku(gold.id)
    assert [each.id for each in await sku.fetch_subscriptions(user_id=bob.id)] == [subscribed.id]
    assert (await sku.fetch_subscription(subscribed.id)).user_id == bob.id


async def _buy(talk: Talk, sku_id: int) -> None:
    talk.sandbox.world.user("bob").buy(sku_id)
