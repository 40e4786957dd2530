"""Webhooks: what is refused before it is sent, and what was made for somebody else."""

from typing import Any

import pytest

from scurrypy.api.components import ActionRow, Button
from scurrypy.api.messages import MessagePart
from scurrypy.enums import ButtonStyle
from scurrypy.resources import Webhook
from scurrypy.wire.errors import InvalidRequest, MissingField
from scurrypy.wire.snowflake import Snowflake
from tests.unit.http.server import talking
from tests.unit.resources.recorder import Recorder

ONE = Snowflake(1)
ROW = ActionRow([Button(ButtonStyle.PRIMARY, "go", "Go")])


@pytest.mark.parametrize(
    "options",
    [
        {"username": "x" * 81},
        {"username": ""},
        {"avatar_url": "x" * 2049},
        {"thread_name": "x" * 101},
        {"applied_tags": range(6)},
    ],
    ids=str,
)
async def test_what_discord_would_refuse_is_not_sent(options: dict[str, Any]):
    http = Recorder()
    with pytest.raises(InvalidRequest, match=next(iter(options))):
        await Webhook(http, ONE, "tok").execute("x", **options)
    assert http.calls == []


@pytest.mark.parametrize(
    ("options", "asked"), [({}, True), ({"with_components": False}, False), ({"with_components": True}, True)]
)
async def test_components_count_unless_told_otherwise(options: dict[str, Any], asked: bool):
    http = Recorder(answer={})
    webhook = Webhook(http, ONE, "tok")
    await webhook.execute(MessagePart(components=[ROW]), **options)
    await webhook.edit_message(7, components=[ROW], **options)
    assert [call.params["with_components"] for call in http.calls] == [asked, asked]


async def test_what_github_sent_is_passed_on_as_it_is_with_the_name_of_the_event():
    payload = {"ref": "main", "commits": [{"id": "c0ffee", "added": []}], "sender": {"login": "octocat", "id": 1}}
    async with talking() as (server, client):
        await Webhook(client, ONE, "tok").execute_github_compatible(payload, event="push")
        assert server.last.path.endswith("/webhooks/1/tok/github")
        assert server.last.json == payload
        assert server.last.headers["X-GitHub-Event"] == "push"
        assert "Authorization" not in server.last.headers


async def test_the_name_of_an_event_cannot_smuggle_a_header():
    http = Recorder()
    with pytest.raises(InvalidRequest, match="event"):
        await Webhook(http, ONE, "tok").execute_github_compatible({}, event="push\r\nX-Evil: 1")
    assert http.calls == []


async def test_slack_and_github_need_the_token():
    webhook = Webhook(Recorder(), ONE)
    for act in (webhook.execute_slack_compatible({"text": "x"}), webhook.execute_github_compatible({})):
        with pytest.raises(MissingField, match="token"):
            await act
