"""429s as a client meets them."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from scurrypy.sandbox.limits import Limit, RateLimits
from scurrypy.sandbox.records import Application, Channel, Guild
from scurrypy.sandbox.server import Sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        sandbox.world.clock.freeze()
        yield sandbox


@pytest.fixture
def guild(sandbox: Sandbox) -> Guild:
    return next(iter(sandbox.world.guilds.values()))


@pytest.fixture
def channel(sandbox: Sandbox, guild: Guild) -> Channel:
    return sandbox.world.channels_of(guild.id)[0]


@pytest.fixture
def application(sandbox: Sandbox, guild: Guild) -> Application:
    application = sandbox.world.create_application("helper")
    sandbox.world.add_bot(guild, application)
    return application


@pytest.fixture
async def http(sandbox: Sandbox, application: Application) -> AsyncIterator[aiohttp.ClientSession]:
    headers = {"Authorization": f"Bot {application.token}"}
    async with aiohttp.ClientSession(headers=headers) as http:
        yield http


async def ask(
    http: aiohttp.ClientSession, method: str, url: str, **fields: Any
) -> tuple[int, "aiohttp.typedefs.CIMultiDictProxy[str]", Any]:
    async with http.request(method, url, **fields) as response:
        is_json = response.headers.get("Content-Type") == "application/json"
        return response.status, response.headers, await (response.json() if is_json else response.text())


async def test_headers_count_down_to_a_429(sandbox: Sandbox, http: aiohttp.ClientSession, channel: Channel) -> None:
    url = f"{sandbox.api_url}/channels/{channel.id}/messages"
    buckets = set[str]()
    for remaining in (4, 3, 2, 1, 0):
        status, headers, _ = await ask(http, "POST", url, json={"content": "hello"})
        assert status == 200
        assert headers["X-RateLimit-Limit"] == "5"
        assert headers["X-RateLimit-Remaining"] == str(remaining)
        assert headers["X-RateLimit-Reset-After"] == "5.000"
        assert headers["X-RateLimit-Reset"] == f"{sandbox.world.clock.now() + 5:.3f}"
        assert "X-RateLimit-Scope" not in headers
        buckets.add(headers["X-RateLimit-Bucket"])
    assert len(buckets) == 1
    sandbox.world.clock.advance(1.5)
    status, headers, body = await ask(http, "POST", url, json={"content": "hello"})
    assert status == 429
    assert body == {"message": "You are being rate limited.", "retry_after": 3.5, "global": False}
    assert headers["Retry-After"] == "4"
    assert headers["X-RateLimit-Scope"] == "user"
    assert headers["X-RateLimit-Remaining"] == "0"
    assert headers["Via"] == "1.1 google"
    assert headers["Content-Type"] == "application/json"
    assert "X-RateLimit-Global" not in headers
    assert sandbox.limits.exceeded == {"user": 1}
    assert sandbox.limits.refusals[-1].operation == "CREATE_MESSAGE"
    sandbox.world.clock.advance(3.5)
    assert (await ask(http, "POST", url, json={"content": "hello"}))[0] == 200


async def test_channels_have_windows_of_their_own_in_one_bucket(
    sandbox: Sandbox, http: aiohttp.ClientSession, guild: Guild
) -> None:
    first, second = sandbox.world.channels_of(guild.id)[:2]
    _, one, _ = await ask(http, "POST", f"{sandbox.api_url}/channels/{first.id}/messages", json={"content": "a"})
    _, other, _ = await ask(http, "POST", f"{sandbox.api_url}/channels/{second.id}/messages", json={"content": "a"})
    assert one["X-RateLimit-Remaining"] == other["X-RateLimit-Remaining"] == "4"
    assert one["X-RateLimit-Bucket"] == other["X-RateLimit-Bucket"]


async def test_refused_requests_carry_the_headers_as_well(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    status, headers, body = await ask(http, "POST", f"{sandbox.api_url}/channels/1/messages", json={"content": "a"})
    assert (status, body["code"]) == (404, 10003)
    assert headers["X-RateLimit-Remaining"] == "4"


async def test_reactions_share_one_bucket(sandbox: Sandbox, http: aiohttp.ClientSession, channel: Channel) -> None:
    _, _, message = await ask(http, "POST", f"{sandbox.api_url}/channels/{channel.id}/messages", json={"content": "a"})
    url = f"{sandbox.api_url}/channels/{channel.id}/messages/{message['id']}/reactions/%E2%9C%85/@me"
    status, put, _ = await ask(http, "PUT", url)
    assert status == 204
    status, delete, body = await ask(http, "DELETE", url)
    assert (status, body["retry_after"]) == (429, 0.25)
    assert put["X-RateLimit-Bucket"] == delete["X-RateLimit-Bucket"]


async def test_deleting_old_messages_counts_apart(
    sandbox: Sandbox, http: aiohttp.ClientSession, channel: Channel
) -> None:
    url = f"{sandbox.api_url}/channels/{channel.id}/messages"
    _, _, message = await ask(http, "POST", url, json={"content": "a"})
    _, young, _ = await ask(http, "DELETE", f"{url}/{message['id']}")
    _, _, message = await ask(http, "POST", url, json={"content": "a"})
    sandbox.world.clock.advance(11)
    _, grown, _ = await ask(http, "DELETE", f"{url}/{message['id']}")
    assert (young["X-RateLimit-Limit"], grown["X-RateLimit-Limit"]) == ("5", "3")
    assert young["X-RateLimit-Bucket"] != grown["X-RateLimit-Bucket"]


async def test_the_name_of_a_channel_changes_twice_in_ten_minutes_whatever_the_headers_say(
    sandbox: Sandbox, http: aiohttp.ClientSession, channel: Channel
) -> None:
    url = f"{sandbox.api_url}/channels/{channel.id}"
    for name in ("one", "two"):
        assert (await ask(http, "PATCH", url, json={"name": name}))[0] == 200
    sandbox.world.clock.advance(60)
    status, headers, body = await ask(http, "PATCH", url, json={"name": "three"})
    assert (status, body["retry_after"]) == (429, 540.0)
    assert headers["X-RateLimit-Remaining"] == "4"
    assert (await ask(http, "PATCH", url, json={"nsfw": True}))[0] == 200


async def test_the_51st_request_of_a_second_is_a_global_429(
    sandbox: Sandbox, http: aiohttp.ClientSession, application: Application
) -> None:
    for number in range(50):
        assert (await ask(http, "GET", f"{sandbox.api_url}/channels/{number}"))[0] == 404
    status, headers, body = await ask(http, "GET", f"{sandbox.api_url}/channels/50")
    assert status == 429
    assert body == {"message": "You are being rate limited.", "retry_after": 1.0, "global": True}
    assert headers["X-RateLimit-Global"] == "true"
    assert headers["X-RateLimit-Scope"] == "global"
    assert "X-RateLimit-Bucket" not in headers
    # What belongs to interactions passes all the same; there is none, so it is not found.
    callback = f"{sandbox.api_url}/interactions/1/{'t' * 100}/callback"
    assert (await ask(http, "POST", callback, json={"type": 1}))[0] == 404
    original = f"{sandbox.api_url}/webhooks/{application.id}/{'t' * 100}/messages/@original"
    assert (await ask(http, "GET", original))[0] != 429


async def test_strict_gives_nothing_for_waiting_out_the_end_of_a_window(
    sandbox: Sandbox, http: aiohttp.ClientSession, channel: Channel
) -> None:
    sandbox.limits.mode = "strict"
    url = f"{sandbox.api_url}/channels/{channel.id}/messages"
    assert (await ask(http, "POST", url, json={"content": "a"}))[0] == 200
    sandbox.world.clock.advance(4.9)
    for _ in range(4):
        assert (await ask(http, "POST", url, json={"content": "a"}))[0] == 200
    sandbox.world.clock.advance(0.1)
    assert (await ask(http, "POST", url, json={"content": "a"}))[0] == 200
    assert (await ask(http, "POST", url, json={"content": "a"}))[0] == 429


async def test_off_lets_everything_pass_and_says_nothing(
    sandbox: Sandbox, http: aiohttp.ClientSession, channel: Channel
) -> None:
    sandbox.limits.mode = "off"
    for _ in range(12):
        status, headers, _ = await ask(
            http, "POST", f"{sandbox.api_url}/channels/{channel.id}/messages", json={"content": "a"}
        )
        assert status == 200
        assert not [name for name in headers if name.lower().startswith("x-ratelimit")]


async def test_a_test_can_ask_for_429s_of_any_scope(
    sandbox: Sandbox, http: aiohttp.ClientSession, channel: Channel
) -> None:
    sandbox.limits.refuse_next(scope="shared", retry_after=1336.57, operation="GET_CHANNEL")
    assert (await ask(http, "GET", f"{sandbox.api_url}/guilds/1"))[0] == 404
    status, headers, body = await ask(http, "GET", f"{sandbox.api_url}/channels/{channel.id}")
    assert (status, headers["X-RateLimit-Scope"], headers["Retry-After"]) == (429, "shared", "1337")
    assert body == {"message": "The resource is being rate limited.", "retry_after": 1336.57, "global": False}
    assert (await ask(http, "GET", f"{sandbox.api_url}/channels/{channel.id}"))[0] == 200
    assert sandbox.limits.invalid.count("127.0.0.1") == 0


async def test_an_address_with_too_many_refused_requests_is_shut_out(sandbox: Sandbox) -> None:
    sandbox.limits.invalid = RateLimits(sandbox.world, invalid_requests=Limit(3, 600.0)).invalid
    async with aiohttp.ClientSession(headers={"Authorization": "Bot nonsense"}) as http:
        for _ in range(3):
            status, headers, body = await ask(http, "GET", f"{sandbox.api_url}/users/@me")
            assert (status, body) == (401, {"message": "401: Unauthorized", "code": 0})
            assert headers["Via"] == "1.1 google"
        sandbox.world.clock.advance(100)
        status, headers, body = await ask(http, "GET", f"{sandbox.api_url}/gateway")
        assert (status, headers["Retry-After"]) == (429, "500")
        assert headers["Content-Type"].startswith("text/html")
        assert "Via" not in headers
        assert isinstance(body, str)
        sandbox.world.clock.advance(500)
        assert (await ask(http, "GET", f"{sandbox.api_url}/users/@me"))[0] == 401
