"""Calls of the methods that are about webhooks."""

from scurrypy.api.github_webhook import GithubUserPart, GithubWebhookPart
from scurrypy.api.poll import PollAnswerPart, PollMediaPart, PollPart
from scurrypy.api.slack_webhook import SlackAttachmentPart, SlackFieldPart, SlackWebhookPart
from scurrypy.resources import (
    Webhook,
)
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "webhook": lambda http: Webhook(http, ONE, "tok"),
    "webhook_without_token": lambda http: Webhook(http, ONE),
}

POLL = PollPart(PollMediaPart("?"), [PollAnswerPart(PollMediaPart("yes"))])

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
    case(
        "webhook.execute",
        "x",
        kwargs={"wait": False, "with_components": True},
        to="EXECUTE_WEBHOOK",
        path="/webhooks/1/tok",
        params={"wait": False, "with_components": True},
        data={"content": "x"},
    ),
    case(
        "webhook.execute_slack_compatible",
        SlackWebhookPart("x", attachments=[SlackAttachmentPart("t", fields=[SlackFieldPart("n", "v", True)])]),
        kwargs={"wait": False, "thread_id": 4},
        to="EXECUTE_SLACK_COMPATIBLE_WEBHOOK",
        path="/webhooks/1/tok/slack",
        params={"wait": False, "thread_id": 4},
        data={
            "text": "x",
            "attachments": [{"title": "t", "fields": [{"name": "n", "value": "v", "inline": True}]}],
        },
        answer="ok",
    ),
    case(
        "webhook.execute_github_compatible",
        GithubWebhookPart(GithubUserPart(5, "octocat", "https://a.invalid", "https://b.invalid"), "started"),
        kwargs={"event": "watch", "thread_id": 4},
        to="EXECUTE_GITHUB_COMPATIBLE_WEBHOOK",
        path="/webhooks/1/tok/github",
        params={"thread_id": 4},
        data={
            "sender": {
                "id": 5,
                "login": "octocat",
                "html_url": "https://a.invalid",
                "avatar_url": "https://b.invalid",
            },
            "action": "started",
        },
        headers={"X-GitHub-Event": "watch"},
    ),
    case("webhook.fetch_message", 7, to="GET_WEBHOOK_MESSAGE", path="/webhooks/1/tok/messages/7", params={}),
    case(
        "webhook.edit_message",
        7,
        kwargs={"content": "y", "poll": POLL, "thread_id": 4, "with_components": False},
        to="UPDATE_WEBHOOK_MESSAGE",
        path="/webhooks/1/tok/messages/7",
        params={"thread_id": 4, "with_components": False},
        data={"content": "y", "poll": POLL.to_dict()},
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
