"""The local Discord is reached from this machine alone, and by who may: by HTTP, WebSocket and control API."""

import ipaddress
from collections.abc import AsyncIterator

import aiohttp
import pytest

from scurrypy.sandbox import Sandbox
from scurrypy.sandbox.control import app as control
from tests.support.leaks import Leaks

FOREIGN = "Zm9yZWlnbg.token.not-made-here-and-never-echoed"
DOORS = ["/api/v10/gateway", "/cdn/1/2/file.png", "/_sandbox/v1/state", "/", "/gateway", "/gateway/", "/nothing"]
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
CONTROLS = [("GET", path) for path in control.READS] + [("POST", path) for path in (*control.WRITES, "/reset")]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(rate_limits="off") as sandbox:
        yield sandbox


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as http:
        yield http


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("upgrade", [{}, UPGRADE], ids=["HTTP", "WebSocket"])
@pytest.mark.parametrize(
    "refusal",
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "localhost.evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example:80"}, 421),
        ({"Host": "evil.example", "Origin": "http://localhost"}, 421),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "https://localhost.evil.example"}, 403),
        ({"Origin": "https://localhost@evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
    ],
)
async def test_no_door_opens_to_pages_of_other_sites(
    sandbox: Sandbox,
    http: aiohttp.ClientSession,
    door: str,
    upgrade: dict[str, str],
    refusal: tuple[dict[str, str], int],
) -> None:
    headers, status = refusal
    shown = {"X-Sandbox-Token": sandbox.control_token} | upgrade | headers
    async with http.get(sandbox.url + door, headers=shown) as response:
        assert response.status == status
    assert sandbox.gateway.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_it_hears_on_loopback_alone(host: str) -> None:
    async with Sandbox(host=host) as sandbox:
        assert sandbox._runner is not None
        addresses = [ipaddress.ip_address(address[0]) for address in sandbox._runner.addresses]
    assert addresses
    assert all(address.is_loopback for address in addresses)


@pytest.mark.parametrize(("method", "path"), CONTROLS)
@pytest.mark.parametrize("shown", [{}, {"X-Sandbox-Token": FOREIGN}, {"X-Sandbox-Token": ""}], ids=["no", "wrong", "-"])
async def test_every_control_asks_for_its_token(
    sandbox: Sandbox, http: aiohttp.ClientSession, method: str, path: str, shown: dict[str, str]
) -> None:
    async with http.request(
        method, sandbox.control_url + path.replace("{", "").replace("}", ""), headers=shown
    ) as told:
        assert told.status == 401
        text = await told.text()
    assert FOREIGN not in text
    assert sandbox.control_token not in text


@pytest.mark.parametrize(
    "request_made",
    [
        ("GET", "/users/@me", {"Authorization": f"Bot {FOREIGN}"}),
        ("GET", "/users/@me", {"Authorization": f"Bearer {FOREIGN}"}),
        ("GET", "/users/@me", {"Authorization": FOREIGN}),
        ("GET", "/gateway/bot", {"Authorization": f"Bot {FOREIGN}"}),
        ("POST", "/channels/1/messages", {"Authorization": f"Bot {FOREIGN}"}),
        ("POST", "/oauth2/token", {"Authorization": f"Basic {FOREIGN}"}),
        ("POST", f"/webhooks/1/{FOREIGN}", {}),
        ("GET", f"/webhooks/1/{FOREIGN}/messages/@original", {}),
        ("POST", f"/interactions/1/{FOREIGN}/callback", {}),
    ],
)
async def test_a_token_that_it_did_not_make_is_refused_and_not_echoed(
    sandbox: Sandbox, http: aiohttp.ClientSession, leaks: Leaks, request_made: tuple[str, str, dict[str, str]]
) -> None:
    method, path, headers = request_made
    leaks.note(FOREIGN)
    body = {"type": 5, "content": "x"} if method == "POST" and "oauth2" not in path else None
    async with http.request(method, sandbox.api_url + path, headers=headers, json=body) as response:
        assert 400 <= response.status < 500
        assert FOREIGN not in await response.text() + str(response.headers)
    assert FOREIGN not in str(sandbox.world.__dict__)


@pytest.mark.parametrize(
    "payload",
    [
        {"op": 2, "d": {"token": FOREIGN, "intents": 0, "properties": {"os": "", "browser": "", "device": ""}}},
        {"op": 6, "d": {"token": FOREIGN, "session_id": "x", "seq": 1}},
    ],
    ids=["IDENTIFY", "RESUME"],
)
async def test_the_gateway_refuses_a_token_that_it_did_not_make_and_does_not_echo_it(
    sandbox: Sandbox, http: aiohttp.ClientSession, payload: dict[str, object], leaks: Leaks
) -> None:
    leaks.note(FOREIGN)
    async with http.ws_connect(sandbox.gateway_url + "/?v=10&encoding=json", autoclose=False) as ws:
        await ws.receive_json()
        await ws.send_json(payload)
        closed = await ws.receive()
        assert (closed.type, closed.data) == (aiohttp.WSMsgType.CLOSE, 4004)
        assert FOREIGN not in str(closed.extra)
    assert sandbox.gateway.sessions() == []
