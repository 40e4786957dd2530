"""Calls of the methods that are about webhooks."""

from scurrypy.resources import (
    Webhook,
)
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "webhook": lambda http: Webhook(http, ONE, "tok"),
    "webhook_without_token": lambda http: Webhook(http, ONE),
}

CASES: list[Case] = [
    case("webhook.fetch", to="GET_WEBHOOK_BY_TOKEN", path="/webhooks/1/tok"),
    case("webhook_without_token.fetch", to="GET_WEBHOOK", path="/webhooks/1"),
    case(
        "webhook.edit",
        kwargs={"name": "x"},
        to="UPDATE_WEBHOOK_BY_TOKEN",
        path="/webhooks/1/tok",
        data={"name": "x"},
    ),
    case(
        "webhook_without_token.edit",
        kwargs={"channel_id": 5},
        to="UPDATE_WEBHOOK",
        path="/webhooks/1",
        data={"channel_id": 5},
    ),
    case("webhook.delete", to="DELETE_WEBHOOK_BY_TOKEN", path="/webhooks/1/tok"),
    case("webhook_without_token.delete", to="DELETE_WEBHOOK", path="/webhooks/1"),
    case(
        "webhook.execute",
        "x",
        kwargs={"username": "n", "thread_id": 4},
        to="EXECUTE_WEBHOOK",
        path="/webhooks/1/tok",
        params={"wait": True, "thread_id": 4},
        data={"content": "x", "username": "n"},
    ),
    case("webhook.fetch_message", 7, to="GET_WEBHOOK_MESSAGE", path="/webhooks/1/tok/messages/7", params={}),
    case(
        "webhook.edit_message",
        7,
        kwargs={"content": "y", "thread_id": 4},
        to="UPDATE_WEBHOOK_MESSAGE",
        path="/webhooks/1/tok/messages/7",
        params={"thread_id": 4},
        data={"content": "y"},
    ),
    case("webhook.delete_message", 7, to="DELETE_WEBHOOK_MESSAGE", path="/webhooks/1/tok/messages/7", params={}),
]

AUDITED = {
    "DELETE_WEBHOOK",
    "DELETE_WEBHOOK_BY_TOKEN",
    "UPDATE_WEBHOOK",
    "UPDATE_WEBHOOK_BY_TOKEN",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
