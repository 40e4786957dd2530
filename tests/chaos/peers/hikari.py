"""hikari, as its documentation has it used, in the harness's world."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncGenerator, Generator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote

import aiohttp
import aiohttp.connector
import hikari
import hikari.impl.rate_limits
import hikari.impl.shard
import hikari.internal.time
from hikari.internal import routes

from tests.chaos import secrets_told as told
from tests.chaos.peers import network
from tests.chaos.peers.turns import Reading, chance, clock
from tests.chaos.peers.world import TOKEN, PeerWorld
from tests.chaos.world import INTENTS


class Bot:
    """A bot with one handler."""

    def __init__(self, world: PeerWorld) -> None:
        # DIRECT_MESSAGES, since the harness's events are those of messages of no guild.
        intents = hikari.Intents(INTENTS) | hikari.Intents.DM_MESSAGES
        self.bot = hikari.GatewayBot(TOKEN, intents=intents, banner=None, logs=None, suppress_optimization_warning=True)

        async def on_message_delete(event: hikari.DMMessageDeleteEvent) -> None:
            world.oracle.take(int(event.channel_id), int(event.message_id))

        self.bot.subscribe(hikari.DMMessageDeleteEvent, on_message_delete)
        if world.listener is not None:
            self._listen(world.listener)

    def _listen(self, listener: Any) -> None:
        """Hand all that the library tells to one handler, but for payloads as they came, which no library decodes."""

        async def on_other(event: hikari.Event) -> None:
            if not isinstance(event, hikari.ShardPayloadEvent):
                await listener(event)

        self.bot.subscribe(hikari.Event, on_other)

    async def run(self) -> None:
        """Do as `GatewayBot.run` does."""
        try:
            await self.bot.start(check_for_updates=False)
            await self.bot.join()
        finally:
            if self.bot.is_alive:
                await self.bot.close()

    async def join_voice(self, shard_id: int) -> None:
        await self.bot.shards[shard_id].update_voice_state(1, None)

    async def appear(self, shard_id: int) -> None:
        await self.bot.shards[shard_id].update_presence(status=hikari.Status.ONLINE)

    @staticmethod
    @contextmanager
    def installed(world: PeerWorld, wires: network.Network) -> Generator[None]:
        """Put the world's clock, chance and network beneath the library."""
        shard = hikari.impl.shard.GatewayShardImpl
        connect = shard._connect

        async def connect_as_shard(self: Any) -> Any:
            network.shard.set(self.id)
            return await connect(self)

        now = clock(world.turns.loop)
        with ExitStack() as stack:
            for target, name, value in (
                (hikari.internal.time, "time", now.time),
                (hikari.internal.time, "time_ns", now.time_ns),
                (hikari.impl.rate_limits, "random", chance(world.rng)),
                (shard, "_connect", connect_as_shard),
                (aiohttp.connector, "monotonic", now.monotonic),
                (aiohttp.connector, "DefaultResolver", lambda **_: wires),
                (aiohttp.connector.aiohappyeyeballs, "start_connection", wires.dial),
                (world.turns.loop, "create_connection", wires.connect),
            ):
                stack.enter_context(patch.object(target, name, value))
            yield


class World(PeerWorld):
    """The world of a bot of hikari."""

    bot_class = Bot


# Requests

NAMES = {"application": "webhook", "id": "interaction", "interaction": "token"}
"""What the library calls the values of a path in its own routes, where it differs from the harness."""
ROUTES = {
    (route.method, route.path_template): route for route in vars(routes).values() if isinstance(route, routes.Route)
}


class Sender:
    """Sends orders as the library's own methods do."""

    def __init__(self, rest: Any, app: Any) -> None:
        self.ended: Counter[str] = Counter()
        """How requests ended: ok, or the name of the error."""
        self.app = app
        """What gives clients for other tokens."""
        self._rest = rest
        self._loop = asyncio.get_running_loop()

    async def attempt(self, order: Any) -> Exception | None:
        """Send an order; return the error that the caller is told."""
        is_exempt = "{interaction}" in order.template
        names = NAMES if is_exempt else {}
        template = order.template.format_map({name: f"{{{names.get(name, name)}}}" for name in order.values})
        values = {names.get(name, name): unquote(value) for name, value in order.filled(self._loop.time()).items()}
        # Neither webhooks nor interactions are called with the bot's token.
        options = {"auth": None} if "{token}" in template else {}
        try:
            await self._rest._request(ROUTES[order.method, template].compile(**values), json=order.body, **options)
        except (hikari.HikariError, aiohttp.ClientError, TimeoutError) as error:
            return error
        return None

    def is_forbidden(self, error: Exception) -> bool:
        """Return whether an error says that permissions are missing."""
        return isinstance(error, hikari.ForbiddenError)

    async def send(self, order: Any) -> None:
        error = await self.attempt(order)
        is_limit = isinstance(error, hikari.RateLimitTooLongError) or getattr(error, "status", 0) == 429
        self.ended["ok" if error is None else "RateLimited" if is_limit else type(error).__name__] += 1

    async def post(self, channel: int, content: str) -> str | None:
        """Send a message; return the id that the answer tells, None where the caller is told that it failed."""
        route = ROUTES["POST", "/channels/{channel}/messages"].compile(channel=channel)
        try:
            made = await self._rest._request(route, json={"content": content})
        except (hikari.HikariError, aiohttp.ClientError, TimeoutError):
            return None
        return made["id"] if isinstance(made, dict) else ""


FAILURES = (hikari.HikariError, aiohttp.ClientError, OSError)


def calls_with_secrets(sender: Sender) -> list[Any]:
    """Return calls that carry a secret each, all in their own way."""
    rest = sender._rest

    async def as_user() -> None:
        async with sender.app.acquire(told.ACCESS, hikari.TokenType.BEARER) as user:
            await user.fetch_my_user()

    return [
        lambda: rest.create_message(1, "x"),
        as_user,
        lambda: rest.execute_webhook(1, told.WEBHOOK, "x"),
        lambda: rest.edit_webhook_message(1, told.WEBHOOK, 2, "x"),
        lambda: rest.execute_webhook(1, told.INTERACTION, "x"),
        lambda: rest.create_interaction_response(1, told.INTERACTION, 5),
        lambda: rest.refresh_access_token(1, told.CLIENT, told.REFRESH),
        lambda: rest.authorize_access_token(1, told.CLIENT, told.CODE, "https://app.test"),
        lambda: rest.fetch_webhook(1, token=told.WEBHOOK),
    ]


@asynccontextmanager
async def sender(rng: random.Random, *, global_limit: int = 50) -> AsyncGenerator[Sender]:
    """Give a client of the library; it knows of no global limit before it is told."""
    now = Reading(asyncio.get_running_loop())
    with ExitStack() as stack:
        for target, name, value in (
            (aiohttp.connector, "DefaultResolver", aiohttp.ThreadedResolver),
            (aiohttp.connector, "monotonic", asyncio.get_running_loop().time),
            (hikari.internal.time, "time", lambda: (now(), time.time())[1]),
            (hikari.impl.rate_limits, "random", chance(rng)),
        ):
            stack.enter_context(patch.object(target, name, value))
        app = hikari.RESTApp()
        await app.start()
        async with app.acquire(TOKEN, hikari.TokenType.BOT) as rest:
            yield Sender(rest, app)
        await app.close()
