"""Calls of the methods that are about applications, what they sell, and their activities."""

from scurrypy.api import ApplicationDescriptionPart, InstallParamsPart, RoleConnectionMetadataPart
from scurrypy.api.application import IntegrationTypeConfigurationPart
from scurrypy.enums import (
    ApplicationIntegrationType,
    EntitlementOwnerType,
    EventType,
    OAuth2Scope,
    Permissions,
    RoleConnectionMetadataType,
)
from scurrypy.resources import (
    SKU,
    Application,
    CurrentApplication,
)
from scurrypy.wire.upload import Upload
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "application": lambda http: Application(http, ONE),
    "current_application": CurrentApplication,
    "sku": lambda http: SKU(http, ONE),
}

PART = RoleConnectionMetadataPart(RoleConnectionMetadataType.INTEGER_EQUAL, "wins", "Wins", "Games won")
INSTALL = InstallParamsPart([OAuth2Scope.BOT], Permissions.SEND_MESSAGES)
ENTITLEMENTS = "/applications/1/entitlements"

CASES: list[Case] = [
    case("application.fetch", to="GET_APPLICATION", path="/applications/1"),
    case(
        "application.edit",
        kwargs={
            "description": ApplicationDescriptionPart("Plays", {"de": "Spielt"}),
            "icon": None,
            "install_params": INSTALL,
            "integration_types_config": {
                ApplicationIntegrationType.GUILD_INSTALL: IntegrationTypeConfigurationPart(INSTALL),
                ApplicationIntegrationType.USER_INSTALL: None,
            },
            "event_webhooks_types": [EventType.ENTITLEMENT_CREATE],
        },
        to="UPDATE_APPLICATION",
        path="/applications/1",
        data={
            "description": {"default": "Plays", "localizations": {"de": "Spielt"}},
            "icon": None,
            "install_params": {"scopes": ["bot"], "permissions": 2048},
            "integration_types_config": {
                0: {"oauth2_install_params": {"scopes": ["bot"], "permissions": 2048}},
                1: None,
            },
            "event_webhooks_types": ["ENTITLEMENT_CREATE"],
        },
    ),
    case("current_application.fetch", to="GET_MY_APPLICATION", path="/applications/@me"),
    case(
        "current_application.edit",
        kwargs={"tags": ["fun"], "cover_image": None},
        to="UPDATE_MY_APPLICATION",
        path="/applications/@me",
        data={"tags": ["fun"], "cover_image": None},
    ),
    case(
        "application.fetch_activity_instance",
        "i-1-gc-2-3",
        to="APPLICATIONS_GET_ACTIVITY_INSTANCE",
        path="/applications/1/activity-instances/i-1-gc-2-3",
    ),
    case(
        "application.upload_attachment",
        "shots/best.png",
        kwargs={"access_token": "theirs"},
        to="UPLOAD_APPLICATION_ATTACHMENT",
        path="/applications/1/attachment",
        assets={"file": Upload.from_path("shots/best.png")},
        authorization="Bearer theirs",
        answer={"attachment": {"id": "5"}},
    ),
    case(
        "application.upload_attachment",
        Upload("best.png", b"bytes"),
        to="UPLOAD_APPLICATION_ATTACHMENT",
        path="/applications/1/attachment",
        assets={"file": Upload("best.png", b"bytes")},
        answer={"attachment": {"id": "5"}},
    ),
    case(
        "application.fetch_role_connections_metadata",
        to="GET_APPLICATION_ROLE_CONNECTIONS_METADATA",
        path="/applications/1/role-connections/metadata",
        answer=None,
    ),
    case(
        "application.edit_role_connections_metadata",
        [PART],
        to="UPDATE_APPLICATION_ROLE_CONNECTIONS_METADATA",
        path="/applications/1/role-connections/metadata",
        data=[{"type": 3, "key": "wins", "name": "Wins", "description": "Games won"}],
        answer=[],
    ),
    case("application.fetch_skus", to="LIST_SKUS", path="/applications/1/skus", answer=[]),
    case("application.fetch_entitlements", to="GET_ENTITLEMENTS", path=ENTITLEMENTS, params={}, answer=[]),
    case(
        "application.fetch_entitlements",
        kwargs={
            "user_id": 2,
            "guild_id": 3,
            "sku_ids": [4, 5],
            "before": 6,
            "after": 7,
            "limit": 100,
            "exclude_ended": True,
            "exclude_deleted": False,
            "only_active": True,
        },
        to="GET_ENTITLEMENTS",
        path=ENTITLEMENTS,
        params={
            "user_id": 2,
            "guild_id": 3,
            "sku_ids": "4,5",
            "before": 6,
            "after": 7,
            "limit": 100,
            "exclude_ended": True,
            "exclude_deleted": False,
            "only_active": True,
        },
        answer=[],
    ),
    case("application.fetch_entitlement", 2, to="GET_ENTITLEMENT", path=f"{ENTITLEMENTS}/2"),
    case(
        "application.create_entitlement",
        2,
        3,
        EntitlementOwnerType.USER_SUBSCRIPTION,
        to="CREATE_ENTITLEMENT",
        path=ENTITLEMENTS,
        data={"sku_id": 2, "owner_id": 3, "owner_type": 2},
    ),
    case("application.consume_entitlement", 2, to="CONSUME_ENTITLEMENT", path=f"{ENTITLEMENTS}/2/consume"),
    case("application.delete_entitlement", 2, to="DELETE_ENTITLEMENT", path=f"{ENTITLEMENTS}/2"),
    case(
        "sku.fetch_subscriptions",
        kwargs={"user_id": 2, "before": 3, "after": 4, "limit": 5},
        to="GET_SKU_SUBSCRIPTIONS",
        path="/skus/1/subscriptions",
        params={"user_id": 2, "before": 3, "after": 4, "limit": 5},
        answer=[],
    ),
    case(
        "sku.fetch_subscriptions",
        kwargs={"access_token": "theirs"},
        to="GET_SKU_SUBSCRIPTIONS",
        path="/skus/1/subscriptions",
        params={},
        authorization="Bearer theirs",
        answer=[],
    ),
    case(
        "sku.fetch_subscription",
        2,
        kwargs={"user_id": 3},
        to="GET_SKU_SUBSCRIPTION",
        path="/skus/1/subscriptions/2",
        params={"user_id": 3},
    ),
    case(
        "sku.fetch_subscription",
        2,
        kwargs={"access_token": "theirs"},
        to="GET_SKU_SUBSCRIPTION",
        path="/skus/1/subscriptions/2",
        params={},
        authorization="Bearer theirs",
    ),
]
