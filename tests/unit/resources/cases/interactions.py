"""Calls of the methods that are about interactions."""

from scurrypy.api.components import TextDisplay
from scurrypy.api.interactions import ModalPart, SKUPurchaseEligibilityPart
from scurrypy.resources import (
    Interaction,
)
from tests.unit.resources.cases.case import ONE, TWO, Case, Resources, case

RESOURCES: Resources = {
    "interaction": lambda http: Interaction(http, ONE, "tok", application_id=TWO),
}

CASES: list[Case] = [
    case(
        "interaction.respond",
        "hi",
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 4, "data": {"content": "hi"}},
    ),
    case(
        "interaction.defer_respond",
        True,
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 5, "data": {"flags": 64}},
    ),
    case(
        "interaction.update",
        kwargs={"content": None},
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 7, "data": {"content": None}},
    ),
    case(
        "interaction.defer_update",
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 6},
    ),
    case(
        "interaction.respond_autocomplete",
        [],
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 8, "data": {"choices": []}},
    ),
    case(
        "interaction.respond_modal",
        ModalPart("t", "c", [TextDisplay("x")]),
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 9, "data": {"title": "t", "custom_id": "c", "components": [{"content": "x", "type": 10}]}},
    ),
    case(
        "interaction.respond_launch_activity",
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 12},
    ),
    case(
        "interaction.respond_purchase_eligibility",
        SKUPurchaseEligibilityPart(True),
        to="CREATE_INTERACTION_RESPONSE",
        path="/interactions/1/tok/callback",
        data={"type": 13, "data": {"eligible": True}},
    ),
    case(
        "interaction.fetch_original",
        to="GET_ORIGINAL_WEBHOOK_MESSAGE",
        path="/webhooks/2/tok/messages/@original",
    ),
    case(
        "interaction.edit_original",
        5,
        kwargs={"content": "x"},
        to="UPDATE_ORIGINAL_WEBHOOK_MESSAGE",
        path="/webhooks/5/tok/messages/@original",
        data={"content": "x"},
    ),
    case(
        "interaction.delete_original",
        to="DELETE_ORIGINAL_WEBHOOK_MESSAGE",
        path="/webhooks/2/tok/messages/@original",
    ),
    case("interaction.followup", 5, "x", to="EXECUTE_WEBHOOK", path="/webhooks/5/tok", data={"content": "x"}),
    case("interaction.create_followup", "x", to="EXECUTE_WEBHOOK", path="/webhooks/2/tok", data={"content": "x"}),
    case("interaction.fetch_followup", 7, to="GET_WEBHOOK_MESSAGE", path="/webhooks/2/tok/messages/7"),
    case(
        "interaction.edit_followup",
        7,
        kwargs={"content": "y"},
        to="UPDATE_WEBHOOK_MESSAGE",
        path="/webhooks/2/tok/messages/7",
        data={"content": "y"},
    ),
    case("interaction.delete_followup", 7, to="DELETE_WEBHOOK_MESSAGE", path="/webhooks/2/tok/messages/7"),
]
