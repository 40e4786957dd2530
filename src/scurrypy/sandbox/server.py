"""The local Discord as a server: HTTP API, gateway, files and controls on one port of this machine."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web
from aiohttp.typedefs import Handler

from scurrypy.config import API_VERSION
from scurrypy.sandbox.control import PREFIX as CONTROL_PREFIX
from scurrypy.sandbox.control import control_app, new_token
from scurrypy.sandbox.gateway import GatewayHub, GatewayOptions
from scurrypy.sandbox.http.app import MATCH, rest_app
from scurrypy.sandbox.http.cdn import cdn_app
from scurrypy.sandbox.http.operations import NAMES
from scurrypy.sandbox.http.router import Match
from scurrypy.sandbox.limits import Mode, RateLimits
from scurrypy.sandbox.limits.front import front
from scurrypy.sandbox.loopback import is_loopback, refuse_strangers
from scurrypy.sandbox.waiting import until
from scurrypy.sandbox.world import World

T = TypeVar("T")

GATEWAY_PATHS = ("/", "/gateway", "/gateway/")
"""Where the gateway listens; clients differ in what they append to its address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the HTTP API."""

    match: Match
    """The operation, and what its path was filled with."""
    operation: str
    """Name of the operation's constant in `scurrypy.routes`."""
    status: int
    """HTTP status."""
    words: str
    """What the answer says in words, where it is a refusal; empty otherwise."""


class Sandbox:
    """A local Discord that listens while it is entered.

    async with Sandbox() as sandbox:
        ...  # bots connect to sandbox.api_url
    """

    def __init__(
        self,
        world: World | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        rate_limits: Mode = "on",
        gateway: GatewayOptions | None = None,
    ) -> None:
        """Prepare a local Discord.

        Args:
            world: What exists in it; by default one guild with three members.
            host: Address of this machine to listen on.
            port: Port to listen on; 0 picks a free one.
            rate_limits: How strictly the limits of the HTTP API hold.
            gateway: How the gateway is set.

        Raises:
            ValueError: `host` is not this machine.
        """
        if not is_loopback(host):
            raise ValueError(f"the local Discord listens on this machine only, not on {host!r}")
        self.world: World = world or World.default()
        """Everything that exists."""
        self.limits: RateLimits = RateLimits(self.world, rate_limits)
        """The rate limits of the HTTP API."""
        self.gateway: GatewayHub = GatewayHub(self.world, gateway)
        """The sessions of bots."""
        self.control_token: str = new_token()
        """What requests to the control API must show."""
        self._host = host
        self._port = port
        self._in_flight = 0
        self._runner: web.AppRunner | None = None
        self._observers: list[Callable[[Answer], None]] = []

    @property
    def url(self) -> str:
        """Base of everything, without a slash at the end."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    @property
    def api_url(self) -> str:
        """Base of the HTTP API: the value for `SCURRYPY_API_URL`."""
        return f"{self.url}/api/v{API_VERSION}"

    @property
    def control_url(self) -> str:
        """Base of the control API."""
        return f"{self.url}{CONTROL_PREFIX}"

    @property
    def gateway_url(self) -> str:
        """Address of the gateway."""
        return f"ws{self.url.removeprefix('http')}"

    def on_answer(self, observe: Callable[[Answer], None]) -> None:
        """Have `observe` told of every answer of the HTTP API, after it was decided and before it is sent."""
        self._observers.append(observe)

    async def start(self) -> None:
        """Listen."""
        app = web.Application(middlewares=[refuse_strangers, self._count, front(self.limits)])
        app.add_subapp("/api", rest_app(self.world, middlewares=[self.limits.middleware]))
        app.add_subapp("/cdn", cdn_app(self.world))
        app.add_subapp(CONTROL_PREFIX, control_app(self.world, self.gateway, self.control_token))
        for path in GATEWAY_PATHS:
            app.router.add_get(path, self.gateway.handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.gateway.open(self.gateway_url)
        self.world.files.base_url = f"{self.url}/cdn"

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        if self._runner is not None:
            await self.gateway.stop()
            await self._runner.cleanup()
            self._runner = None

    async def until(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """Wait until something is true in the world; see `scurrypy.sandbox.waiting.until`."""
        return await until(self.world, predicate, timeout)

    async def settle(self, quiet: float = 0.02) -> None:
        """Wait until nothing is under way: no request in flight, every event handed to the network.

        Args:
            quiet: Seconds for which that has to last, so that a bot has a moment to answer.
        """
        loop = asyncio.get_running_loop()
        calm_since: float | None = None
        while calm_since is None or loop.time() - calm_since < quiet:
            if self._in_flight or not self.gateway.is_drained:
                calm_since = None
            elif calm_since is None:
                calm_since = loop.time()
            await asyncio.sleep(0.001)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @web.middleware
    async def _count(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path in GATEWAY_PATHS:
            return await handler(request)
        self._in_flight += 1
        try:
            response = await handler(request)
        finally:
            self._in_flight -= 1
        match = request.get(MATCH)
        if self._observers and match is not None and isinstance(response, web.Response):
            answer = Answer(match, NAMES[match.route], response.status, _words(response))
            for observe in tuple(self._observers):
                observe(answer)
        return response


def _words(response: web.Response) -> str:
    """Return Discord's words in a refusal, with its number."""
    if response.status < 400 or response.content_type != "application/json" or not isinstance(response.body, bytes):
        return ""
    body = json.loads(response.body)
    words = str(body.get("message", ""))
    if body.get("errors"):
        words += f" {json.dumps(body['errors'], ensure_ascii=False)}"
    return f"{words} ({body['code']})" if body.get("code") else words
