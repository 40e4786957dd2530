"""What concerns the application: its commands, integrations, what was bought, and interactions of every kind."""

from events import BOT_ID, JSON, interaction_create

from dispatches.messages import answer
from dispatches.scene import LATER, MOMENT, Scene


def application_command_permissions_update(scene: Scene) -> JSON:
    """Return who may use a command now."""
    guild, channel, member = scene.place()
    return {
        "id": scene.world.id(),
        "application_id": str(BOT_ID),
        "guild_id": guild["id"],
        "permissions": [
            {"id": guild["roles"][1]["id"], "type": 1, "permission": True},
            {"id": member["user"]["id"], "type": 2, "permission": False},
            {"id": channel["id"], "type": 3, "permission": True},
        ],
    }


def new_integration(scene: Scene) -> JSON:
    """Return an application that a guild lets in."""
    world = scene.world
    guild, _, member = scene.place()
    # The summary is deprecated, and always empty; libraries fail without it.
    about = {"icon": None, "description": world.text(3, 8), "summary": ""}
    application = {"id": world.id(), "name": world.text(1, 2), **about}
    return {
        "id": world.id(),
        "guild_id": guild["id"],
        "name": application["name"],
        "type": "discord",
        "enabled": True,
        "user": member["user"],
        "account": {"id": application["id"], "name": application["name"]},
        "application": application,
        "scopes": ["bot", "applications.commands"],
    }


def integration_create(scene: Scene) -> JSON:
    """Return an application that was let in."""
    return scene.came("integration", new_integration(scene))


def integration_update(scene: Scene) -> JSON:
    """Return an integration that was switched off."""
    return {**scene.one("integration", new_integration), "enabled": False}


def integration_delete(scene: Scene) -> JSON:
    """Return an application that was shown the door."""
    gone = scene.gone("integration", new_integration)
    return {"id": gone["id"], "guild_id": gone["guild_id"], "application_id": gone["application"]["id"]}


def new_entitlement(scene: Scene) -> JSON:
    """Return access that someone bought."""
    guild, _, member = scene.place()
    return {
        "id": scene.world.id(),
        "sku_id": scene.world.id(),
        "application_id": str(BOT_ID),
        "user_id": member["user"]["id"],
        "guild_id": guild["id"],
        "type": 8,
        "deleted": False,
        "consumed": False,
        "starts_at": MOMENT,
        "ends_at": LATER,
        "subscription_id": scene.world.id(),
    }


def entitlement_create(scene: Scene) -> JSON:
    """Return access that was bought."""
    return scene.came("entitlement", new_entitlement(scene))


def entitlement_update(scene: Scene) -> JSON:
    """Return access that ends."""
    return {**scene.one("entitlement", new_entitlement), "ends_at": MOMENT}


def entitlement_delete(scene: Scene) -> JSON:
    """Return access that was taken away."""
    return {**scene.gone("entitlement", new_entitlement), "deleted": True}


def new_subscription(scene: Scene) -> JSON:
    """Return what someone pays for each month."""
    _, _, member = scene.place()
    return {
        "id": scene.world.id(),
        "user_id": member["user"]["id"],
        "sku_ids": [scene.world.id()],
        "entitlement_ids": [scene.world.id()],
        "renewal_sku_ids": None,
        "current_period_start": MOMENT,
        "current_period_end": LATER,
        "status": 0,
        "canceled_at": None,
    }


def subscription_create(scene: Scene) -> JSON:
    """Return a subscription that began."""
    return scene.came("subscription", new_subscription(scene))


def subscription_update(scene: Scene) -> JSON:
    """Return a subscription that will not be renewed."""
    return {**scene.one("subscription", new_subscription), "status": 1, "canceled_at": MOMENT}


def subscription_delete(scene: Scene) -> JSON:
    """Return a subscription that is over."""
    return {**scene.gone("subscription", new_subscription), "status": 2}


def interaction(scene: Scene) -> JSON:
    """Return an interaction: half of them slash commands, the others a command on a member, a button, a modal."""
    world = scene.world
    command = interaction_create(world)
    kind = world.random.choice(["command", "command", "command", "member", "button", "modal"])
    person = command["member"]
    without_user = {key: person[key] for key in person if key not in ("user", "deaf", "mute")}
    match kind:
        case "member":
            user = person["user"]
            resolved = {"users": {user["id"]: user}, "members": {user["id"]: without_user}}
            data = {"id": world.id(), "name": "Feed", "type": 2, "target_id": user["id"], "resolved": resolved}
            return {**command, "data": data}
        case "button":
            data = {"id": 2, "custom_id": world.hash(), "component_type": 2}
            message = {key: value for key, value in answer(scene).items() if key not in ("guild_id", "member")}
            return {**command, "type": 3, "data": data, "message": message}
        case "modal":
            text = {"type": 4, "id": 2, "custom_id": "what", "value": world.text(2, 20)}
            data = {"custom_id": world.hash(), "components": [{"type": 18, "id": 1, "component": text}]}
            return {**command, "type": 5, "data": data}
    return command


MAKERS = {
    "APPLICATION_COMMAND_PERMISSIONS_UPDATE": application_command_permissions_update,
    "INTEGRATION_CREATE": integration_create,
    "INTEGRATION_UPDATE": integration_update,
    "INTEGRATION_DELETE": integration_delete,
    "ENTITLEMENT_CREATE": entitlement_create,
    "ENTITLEMENT_UPDATE": entitlement_update,
    "ENTITLEMENT_DELETE": entitlement_delete,
    "SUBSCRIPTION_CREATE": subscription_create,
    "SUBSCRIPTION_UPDATE": subscription_update,
    "SUBSCRIPTION_DELETE": subscription_delete,
    "INTERACTION_CREATE": interaction,
}
