import json
import logging

import aiohttp
import pytest
from yarl import URL

from scurrypy import routes
from scurrypy.sandbox.http import operations
from scurrypy.sandbox.http.call import Call
from tests.e2e.sandbox_http.conftest import Api


async def test_a_conversation(api: Api) -> None:
    status, message = await api.call("POST", f"/channels/{api.general.id}/messages", json={"content": "hello"})
    assert (status, message["content"], message["author"]["id"]) == (200, "hello", str(api.application.bot_id))
    path = f"/channels/{api.general.id}/messages/{message['id']}"
    assert (await api.call("PATCH", path, json={"content": "changed"}))[1]["content"] == "changed"
    assert await api.call("PUT", path + "/reactions/%F0%9F%91%8D/@me") == (204, None)
    status, found = await api.call("GET", path)
    assert found["reactions"][0]["emoji"]["name"] == "👍"
    assert found["reactions"][0]["me"]
    assert await api.call("DELETE", path) == (204, None)
    assert await api.call("GET", path) == (404, {"message": "Unknown Message", "code": 10008})


@pytest.mark.parametrize("token", ["", "Bot ", "Bot wrong", "Bearer {token}", "Basic {token}"])
async def test_a_wrong_token_is_refused(api: Api, token: str) -> None:
    headers = {"Authorization": token.format(token=api.application.token)}
    expected = (401, {"message": "401: Unauthorized", "code": 0})
    assert await api.call("GET", "/users/@me", headers=headers) == expected
    async with api.http.get(api.sandbox.api_url + "/users/@me") as response:
        assert (response.status, await response.json()) == expected


async def test_what_needs_no_token_takes_none(api: Api) -> None:
    async with api.http.get(api.sandbox.api_url + "/gateway") as response:
        assert (response.status, await response.json()) == (200, {"url": api.sandbox.gateway_url})


async def test_the_token_tells_the_bots_id(api: Api) -> None:
    status, user = await api.call("GET", "/users/@me")
    assert (status, user["id"], user["bot"]) == (200, str(api.application.bot_id), True)
    assert (await api.call("GET", "/oauth2/applications/@me"))[1]["id"] == str(api.application.id)


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/nothing", (404, {"message": "404: Not Found", "code": 0})),
        ("DELETE", "/gateway", (405, {"message": "405: Method Not Allowed", "code": 0})),
        ("GET", "/channels/1", (404, {"message": "Unknown Channel", "code": 10003})),
        ("GET", "/guilds/1", (404, {"message": "Unknown Guild", "code": 10004})),
        ("GET", "/users/1", (404, {"message": "Unknown User", "code": 10013})),
        ("GET", "/invites/x", (404, {"message": "Unknown Invite", "code": 10006})),
    ],
)
async def test_what_is_not_there_is_told_as_discord_tells_it(
    api: Api, method: str, path: str, expected: tuple[int, dict]
) -> None:
    assert await api.call(method, path) == expected


async def test_what_is_not_served_says_so_and_names_the_operation(api: Api) -> None:
    status, body = await api.call("GET", f"/applications/{api.application.id}/activity-instances/i-1")
    assert (status, body["code"], body["operation_id"]) == (501, 0, "applications_get_activity_instance")
    assert "applications_get_activity_instance" in body["message"]


async def test_an_id_that_is_none_is_refused(api: Api) -> None:
    status, body = await api.call("GET", "/channels/general")
    assert (status, body["code"]) == (400, 50035)
    assert body["errors"]["channel_id"]["_errors"][0] == {
        "code": "NUMBER_TYPE_COERCE",
        "message": 'Value "general" is not snowflake.',
    }


@pytest.mark.parametrize(
    ("query", "code"),
    [("limit=x", "NUMBER_TYPE_COERCE"), ("limit=0", "NUMBER_TYPE_MIN"), ("limit=101", "NUMBER_TYPE_MAX")],
)
async def test_a_query_that_is_not_right_is_refused(api: Api, query: str, code: str) -> None:
    status, body = await api.call("GET", f"/channels/{api.general.id}/messages?{query}")
    assert (status, body["errors"]["limit"]["_errors"][0]["code"]) == (400, code)


@pytest.mark.parametrize(
    ("data", "content_type", "code"),
    [
        (b"{", "application/json", 50109),
        (b"\xff", "application/json", 50109),
        (b"x=1", "text/plain", 50035),
        (b"[]", "application/json", 50035),
    ],
)
async def test_a_body_that_is_not_right_is_refused(api: Api, data: bytes, content_type: str, code: int) -> None:
    path = f"/channels/{api.general.id}/messages"
    status, body = await api.call("POST", path, data=data, headers={"Content-Type": content_type})
    assert (status, body["code"]) == (400, code)


async def test_an_audit_log_reason_is_unquoted_and_measured(api: Api) -> None:
    path = f"/guilds/{api.guild.id}/roles"
    await api.call("POST", path, json={}, headers={"X-Audit-Log-Reason": "because%20%C3%A4"})
    assert api.guild.audit_log[-1].reason == "because ä"
    status, body = await api.call("POST", path, json={}, headers={"X-Audit-Log-Reason": "x" * 513})
    assert (status, body["code"]) == (400, 50035)


async def test_a_file_is_uploaded_and_fetched_at_its_signed_address(api: Api) -> None:
    form = aiohttp.FormData()
    payload = {"content": "see", "attachments": [{"id": 0, "description": "alt"}]}
    form.add_field("payload_json", json.dumps(payload), content_type="application/json")
    form.add_field("files[0]", b"\x00bytes", filename="a.bin", content_type="application/octet-stream")
    status, message = await api.call("POST", f"/channels/{api.general.id}/messages", data=form)
    assert (status, message["content"]) == (200, "see")
    (attachment,) = message["attachments"]
    assert (attachment["description"], attachment["size"]) == ("alt", 6)
    url = attachment["url"]
    async with api.http.get(URL(url, encoded=True)) as response:
        assert (response.status, await response.read()) == (200, b"\x00bytes")
        assert response.headers["Content-Type"] == "application/octet-stream"
    for broken in (url.partition("?")[0], url.replace("hm=", "hm=0"), url.replace("a.bin", "b.bin")):
        async with api.http.get(URL(broken, encoded=True)) as response:
            assert response.status == 404
    api.sandbox.world.clock.advance(24 * 3600)
    async with api.http.get(URL(url, encoded=True)) as response:
        assert response.status == 404


async def test_a_sticker_comes_as_a_form(api: Api) -> None:
    form = aiohttp.FormData({"name": "wave", "description": "d", "tags": "wave"})
    form.add_field("file", b"GIF89a\x01\0\x01\0", filename="s.gif", content_type="image/gif")
    status, sticker = await api.call("POST", f"/guilds/{api.guild.id}/stickers", data=form)
    assert (status, sticker["format_type"], sticker["name"]) == (201, 4, "wave")


async def test_every_user_has_an_avatar(api: Api) -> None:
    for index in (0, 5):
        async with api.http.get(f"{api.sandbox.url}/cdn/embed/avatars/{index}.png") as response:
            assert (response.status, response.headers["Content-Type"]) == (200, "image/png")


async def test_without_message_content_the_http_api_withholds_it_as_the_gateway_does(api: Api) -> None:
    world = api.sandbox.world
    said = world.user("alice").send(api.general, "secret")
    path = f"/channels/{api.general.id}/messages"
    assert (await api.call("GET", path))[1][0]["content"] == "secret"
    api.application.privileged_intents = 0
    assert (await api.call("GET", path))[1][0]["content"] == ""
    assert (await api.call("GET", f"{path}/{said.id}"))[1]["content"] == ""
    _, own = await api.call("POST", path, json={"content": "mine"})
    assert (await api.call("GET", f"{path}/{own['id']}"))[1]["content"] == "mine"


async def test_me_stands_for_oneself(api: Api) -> None:
    status, thread = await api.call("POST", f"/channels/{api.general.id}/threads", json={"name": "t", "type": 11})
    assert status == 201
    status, member = await api.call("GET", f"/channels/{thread['id']}/thread-members/@me")
    assert (status, member["user_id"]) == (200, str(api.application.bot_id))


async def test_a_handler_that_fails_answers_500_and_says_why_only_in_the_log(
    api: Api, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(call: Call) -> None:
        raise RuntimeError("the inside story")

    monkeypatch.setitem(operations.SERVED, routes.GET_MY_USER, operations.Served(fail, authenticated=True))
    with caplog.at_level(logging.ERROR):
        answer = await api.call("GET", "/users/@me")
    assert answer == (500, {"message": "500: Internal Server Error", "code": 0})
    assert "the inside story" in caplog.text
    assert "GET_MY_USER" in caplog.text
    assert api.application.token not in caplog.text


async def test_a_bots_token_does_not_do_where_a_users_is_asked_for(api: Api) -> None:
    refused = (403, {"message": "Bots cannot use this endpoint", "code": 20001})
    assert await api.call("GET", "/oauth2/@me") == refused
    assert await api.call("GET", f"/users/@me/guilds/{api.guild.id}/member") == refused


async def test_a_users_token_does_not_do_where_a_bots_is_asked_for(api: Api) -> None:
    token = api.sandbox.world.user("bob").authorize(api.application, "identify")
    headers = {"Authorization": f"Bearer {token}"}
    assert (await api.call("GET", f"/guilds/{api.guild.id}", headers=headers))[0] == 401
    assert (await api.call("GET", "/gateway", headers=headers))[0] == 200
