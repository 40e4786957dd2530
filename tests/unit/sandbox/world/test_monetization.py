import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.records.monetization import CONSUMABLE, DURABLE
from scurrypy.sandbox.world.commands import Scope, create_command
from scurrypy.sandbox.world.monetization import (
    consume_entitlement,
    create_entitlement,
    delete_entitlement,
    get_entitlement,
    get_subscription,
    list_entitlements,
    list_skus,
    list_subscriptions,
)
from tests.unit.sandbox.world.conftest import START, Scene, refusal


def test_a_subscription_is_sold_with_a_group_of_its_own(scene: Scene) -> None:
    scene.world.create_sku(scene.application, "Gold Plan", for_guilds=True)
    skus = list_skus(scene.world, scene.application)
    assert [(sku["type"], sku["slug"], sku["flags"]) for sku in skus] == [(6, "gold-plan", 132), (5, "gold-plan", 132)]
    assert list_skus(scene.world, scene.world.create_application("other")) == []


def test_an_entitlement_is_given_to_try_out_and_taken_back(scene: Scene) -> None:
    sku = scene.world.create_sku(scene.application, "Gold")
    body = {"sku_id": str(sku.id), "owner_id": str(scene.user("bob").id), "owner_type": 2}
    given = create_entitlement(scene.world, scene.application, body)
    assert (given["type"], given["user_id"], given["ends_at"]) == (8, body["owner_id"], None)
    told = scene.last("ENTITLEMENT_CREATE")
    assert (told.data, told.application_id, told.intents) == (given, scene.application.id, 0)
    with pytest.raises(ApiError) as caught:
        create_entitlement(scene.world, scene.application, body)
    assert refusal(caught) == (400, 40074)
    delete_entitlement(scene.world, scene.application, int(given["id"]))
    gone = given | {"deleted": True}
    assert scene.last("ENTITLEMENT_DELETE").data == get_entitlement(scene.world, scene.application, int(given["id"]))
    assert list_entitlements(scene.world, scene.application, {}) == []
    assert list_entitlements(scene.world, scene.application, {"exclude_deleted": False}) == [gone]
    with pytest.raises(ApiError) as caught:
        delete_entitlement(scene.world, scene.application, int(given["id"]))
    assert refusal(caught) == (404, 10029)
    guild = create_entitlement(
        scene.world, scene.application, body | {"owner_id": str(scene.guild.id), "owner_type": 1}
    )
    assert (guild["guild_id"], "user_id" in guild) == (str(scene.guild.id), False)


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"sku_id": "1"}, 10027), ({"owner_id": "1"}, 10013), ({"owner_id": "1", "owner_type": 1}, 10004)],
)
def test_what_or_whom_nobody_knows_is_refused(scene: Scene, changes: dict, code: int) -> None:
    sku = scene.world.create_sku(scene.application, "Gold")
    body = {"sku_id": str(sku.id), "owner_id": str(scene.user("bob").id), "owner_type": 2}
    with pytest.raises(ApiError) as caught:
        create_entitlement(scene.world, scene.application, body | changes)
    assert refusal(caught) == (404, code)


def test_only_what_can_be_used_up_is_and_what_was_bought_stays(scene: Scene) -> None:
    potion = scene.world.create_sku(scene.application, "Potion", CONSUMABLE)
    sword = scene.world.create_sku(scene.application, "Sword", DURABLE)
    bob = scene.world.user("bob")
    drink, own = bob.buy(potion), bob.buy(sword)
    consume_entitlement(scene.world, scene.application, drink.id)
    consume_entitlement(scene.world, scene.application, drink.id)
    assert scene.names().count("ENTITLEMENT_UPDATE") == 1
    assert get_entitlement(scene.world, scene.application, drink.id)["consumed"]
    with pytest.raises(ApiError) as caught:
        consume_entitlement(scene.world, scene.application, own.id)
    assert refusal(caught) == (400, 40018)
    with pytest.raises(ApiError) as caught:
        delete_entitlement(scene.world, scene.application, own.id)
    assert refusal(caught) == (400, 40019)


def test_a_subscription_begins_is_cancelled_and_ends(scene: Scene) -> None:
    gold = scene.world.create_sku(scene.application, "Gold")
    bob = scene.world.user("bob")
    entitlement = bob.buy(gold)
    assert scene.names()[-2:] == ["SUBSCRIPTION_CREATE", "ENTITLEMENT_CREATE"]
    (subscription,) = scene.world.subscriptions.values()
    query = {"user_id": str(bob.id)}
    (shown,) = list_subscriptions(scene.world, scene.application, gold.id, query)
    assert (shown["status"], shown["entitlement_ids"]) == (0, [str(entitlement.id)])
    assert get_subscription(scene.world, scene.application, gold.id, subscription.id) == shown
    bob.cancel_subscription(gold)
    told = scene.last("SUBSCRIPTION_UPDATE").data
    assert (told["status"], told["canceled_at"], told["renewal_sku_ids"]) == (2, iso(START), None)
    assert list_entitlements(scene.world, scene.application, {"only_active": True})
    scene.world.clock.advance(31 * 24 * 3600)
    assert list_entitlements(scene.world, scene.application, {"only_active": True}) == []
    assert list_entitlements(scene.world, scene.application, {"exclude_ended": True}) == []
    scene.world.end_subscription(subscription)
    assert scene.last("SUBSCRIPTION_UPDATE").data["status"] == 1
    with pytest.raises(ActorError, match="no subscription"):
        bob.cancel_subscription(gold)
    with pytest.raises(ApiError) as caught:
        list_subscriptions(scene.world, scene.application, gold.id, {})
    assert set(caught.value.errors) == {"user_id"}
    with pytest.raises(ApiError) as caught:
        get_subscription(scene.world, scene.application, gold.id, 1)
    assert refusal(caught) == (404, 0)


def test_what_is_sold_to_guilds_is_bought_for_one(scene: Scene) -> None:
    gold = scene.world.create_sku(scene.application, "Gold", for_guilds=True)
    with pytest.raises(ActorError, match="sold for a guild"):
        scene.world.user("bob").buy(gold)
    assert scene.world.user("bob").buy(gold, "Local").guild_id == scene.guild.id


def test_entitlements_are_filtered_and_paged_by_id(scene: Scene) -> None:
    potion = scene.world.create_sku(scene.application, "Potion", CONSUMABLE)
    sword = scene.world.create_sku(scene.application, "Sword", DURABLE)
    bought = [scene.world.user(name).buy(sku) for name in ("alice", "bob") for sku in (potion, sword)]

    def found(**query: object) -> list[int]:
        listed = list_entitlements(scene.world, scene.application, query)
        return [bought.index(scene.world.entitlements[int(each["id"])]) for each in listed]

    assert found() == [0, 1, 2, 3]
    assert found(user_id=str(scene.user("bob").id)) == [2, 3]
    assert found(sku_ids=[str(sword.id)]) == [1, 3]
    assert found(guild_id=str(scene.guild.id)) == []
    assert found(limit=2) == [0, 1]
    assert found(after=str(bought[1].id)) == [2, 3]
    assert found(before=str(bought[3].id), limit=2) == [1, 2]


def test_an_interaction_tells_what_its_user_and_its_guild_have(scene: Scene) -> None:
    body = {"name": "ping", "description": "d"}
    create_command(scene.world, scene.bot, Scope(scene.application.id), body)
    gold = scene.world.create_sku(scene.application, "Gold", for_guilds=True)
    sword = scene.world.create_sku(scene.application, "Sword", DURABLE)
    scene.world.user("alice").buy(gold, "Local")
    scene.world.user("bob").buy(sword)
    scene.world.user("bob").slash("general", "ping")
    assert scene.last("INTERACTION_CREATE").data["entitlement_sku_ids"] == [str(gold.id), str(sword.id)]
    scene.world.user("carol").slash("general", "ping")
    assert scene.last("INTERACTION_CREATE").data["entitlement_sku_ids"] == [str(gold.id)]
